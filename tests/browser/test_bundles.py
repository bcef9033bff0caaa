"""Relations of a quadrant in one line: drawn, listed, opened, by pointer and by keyboard."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.model import Stance
from tests.affair import ARKADIEN, HOLD, UTOPIEN
from tests.factory import party, step

from .conftest import Site, served, watched
from .dispatches import fill_with
from .test_explorer import item, panel, take

_DENIED = [step(party(HOLD), Stance.DENIES)]
SENTENCES = (
    ("Arkadien greift Utopien an.", "ASSAULT", ARKADIEN, UTOPIEN, ()),
    ("Arkadien habe Utopien nicht angegriffen.", "ASSAULT", ARKADIEN, UTOPIEN, _DENIED),
    ("Arkadien verhängt gegen Utopien Strafen.", "SANCTION", ARKADIEN, UTOPIEN, ()),
    ("Arkadien droht Utopien.", "THREATEN", ARKADIEN, UTOPIEN, ()),
    ("Utopien hilft Arkadien.", "AID", UTOPIEN, ARKADIEN, ()),
)


@pytest.fixture(scope="module")
def quarrel_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server over a quarrel of two states: two kinds of deeds, words, and one kindness back."""
    folder: Path = tmp_path_factory.mktemp("quarrel")
    fill_with(folder / "store", SENTENCES)
    yield from served(folder, folder / "store")


@pytest.fixture
def quarrel(quarrel_site: Site, browser: Browser) -> Iterator[Page]:
    """The explorer over it, one line for each quadrant."""
    for made in watched(browser, quarrel_site, locale="de-DE", viewport={"width": 1400, "height": 900}):
        made.goto("/explore")
        expect(item(made, "Arkadien")).to_be_visible()
        made.get_by_text("Filter", exact=True).click()
        made.get_by_label("Ein Strich für").select_option(label="jeden Quadranten")
        expect(made.locator(".status")).to_contain_text("4 Beziehungen · in 3 Strichen")
        made.keyboard.press("Escape")
        yield made


def test_a_quadrant_is_one_line_that_opens_to_its_relations_and_their_claims(quarrel: Page) -> None:
    item(quarrel, "Arkadien").click()
    panel(quarrel).get_by_role("button", name=re.compile("materieller Konflikt → Utopien")).click()
    expect(panel(quarrel).get_by_role("heading", level=2)).to_have_text("Arkadien → Utopien: materieller Konflikt")
    expect(panel(quarrel).get_by_text("2 Beziehungen")).to_be_visible()
    expect(panel(quarrel).get_by_role("article")).to_have_count(2)  # of the first relation
    panel(quarrel).locator("summary", has_text="sanktioniert").press("Enter")
    expect(panel(quarrel).get_by_role("article")).to_have_count(3)
    expect(quarrel).to_have_url(
        re.compile("bundles=quadrant.*bundle=material-conflict:|bundle=material-conflict:.*bundles=quadrant")
    )
    address = quarrel.url
    quarrel.goto("about:blank")
    quarrel.goto(address)
    expect(panel(quarrel).get_by_role("heading", level=2)).to_have_text("Arkadien → Utopien: materieller Konflikt")


def test_the_drawing_tells_what_the_bundle_stands_for(quarrel: Page) -> None:
    script = "() => document.querySelector('.canvas')._cyreg.cy.edges().map(e => `${e.data('standing')} ${e.data('whole')}`)"
    found = sorted(quarrel.evaluate(script))
    assert found == [
        "asserted ● materielle Zusammenarbeit",
        "asserted ● verbaler Konflikt",
        "disputed ◐ materieller Konflikt · 3",
    ]
    legend = quarrel.get_by_role("group", name="Zeichen", exact=True)
    expect(legend.get_by_text("alle Beziehungen eines Quadranten")).to_be_visible()


def test_the_list_leads_from_bundle_to_relation_to_claim_by_keyboard(quarrel: Page) -> None:
    item(quarrel, "Arkadien").focus()
    quarrel.keyboard.press("ArrowRight")
    quarrel.keyboard.press("ArrowDown")
    quarrel.keyboard.press("ArrowRight")
    relations = quarrel.get_by_role("treeitem", name=re.compile("^(greift an|sanktioniert)"))
    expect(relations).to_have_count(2)
    quarrel.keyboard.press("ArrowDown")
    quarrel.keyboard.press("ArrowRight")
    expect(quarrel.get_by_role("treeitem", name=re.compile("Morgenblatt"))).to_have_count(2)
    quarrel.keyboard.press("ArrowDown")
    quarrel.keyboard.press("Enter")
    expect(panel(quarrel).locator(".claim.chosen")).to_have_count(1)


def test_files_tell_relations_whatever_the_lines(quarrel: Page) -> None:
    with quarrel.expect_download() as file:
        take(quarrel).get_by_role("link", name="CSV", exact=True).click()
    text = file.value.path().read_text(encoding="utf-8")
    assert "ASSAULT" in text and "SANCTION" in text and len(text.splitlines()) == 6
