"""Adding by role in a real browser: words in, claims read and looked at, stored, then seen in the graph."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import Site, served, watched
from .dispatches import fill
from .test_accessibility import AXE, RULES, RUN

_WORDS = "Deutschland liefert der Ukraine Panzer, sagte der Kanzler. Russland bestreitet das.\n\nDas Wetter blieb ruhig."
_PATIENCE = 120_000  # milliseconds: a worker loads its reader in three seconds, in twenty on a busy machine


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server over a store of its own, which tests may change."""
    folder: Path = tmp_path_factory.mktemp("desk")
    fill(folder / "store")
    yield from served(folder, folder / "store")


@pytest.fixture
def writer(desk: Site, browser: Browser) -> Iterator[Page]:
    """A page of somebody who opened the address that was printed."""
    for page in watched(browser, desk, locale="de-DE"):
        page.goto(desk.key)
        yield page


def test_words_become_claims_to_look_at_and_then_a_part_of_the_graph(writer: Page, desk: Site) -> None:
    expect(writer).to_have_url(f"{desk}/")
    writer.get_by_role("navigation", name="Bereiche").get_by_role("link", name="Hinzufügen").click()
    form = writer.get_by_role("form", name="Text")
    form.get_by_label("Wortlaut des Artikels").fill(_WORDS)
    form.get_by_label("Überschrift").fill("Panzer für Kiew")
    form.get_by_label("Medium").fill("Morgenblatt")
    form.get_by_label("Erschienen am").fill("2024-06-03")
    form.get_by_role("button", name="Text lesen").click()

    store = writer.get_by_role("button", name="1 Artikel speichern").first
    expect(store).to_be_visible(timeout=_PATIENCE)
    card = writer.get_by_role("article").first
    expect(card.get_by_role("heading")).to_contain_text("Deutschland")
    expect(card.get_by_role("list", name="Quellenkette")).to_contain_text("Morgenblatt")
    expect(writer.get_by_text("Das Wetter blieb ruhig.")).to_be_visible()
    assert looked_over(writer) == []

    store.click()
    explore = writer.get_by_role("link", name="Diese Aussagen erkunden")
    expect(explore).to_be_visible(timeout=_PATIENCE)
    expect(writer.get_by_role("status").filter(has_text="Gespeichert.")).to_be_visible()
    assert looked_over(writer) == []
    article = writer.get_by_role("link", name="Panzer für Kiew").get_attribute("href")
    explore.click()
    expect(writer.get_by_role("treeitem", name="Deutschland").first).to_be_visible()
    writer.goto(str(article))
    expect(writer.get_by_role("heading", level=1)).to_have_text("Panzer für Kiew")


def test_what_is_wrong_is_said_beside_the_form(writer: Page) -> None:
    writer.goto("/add")
    form = writer.get_by_role("form", name="Adresse")
    form.get_by_label("Adresse einer Seite").fill("http://127.0.0.1/geheim")
    form.get_by_role("button", name="Adresse lesen").click()
    expect(writer.get_by_text("Diese Adresse kann oder darf nicht abgerufen werden.")).to_be_visible(timeout=_PATIENCE)
    assert looked_over(writer) == []
    writer.get_by_role("button", name="Verwerfen").click()
    expect(writer.get_by_role("heading", level=1)).to_have_text("Artikel hinzufügen")
    expect(writer.get_by_role("link", name="127.0.0.1")).to_have_count(0)


def test_whoever_did_not_open_that_address_is_told_so(desk: Site, browser: Browser) -> None:
    for page in watched(browser, desk, locale="de-DE"):
        page.goto("/add")
        expect(page.get_by_role("heading", level=1)).to_have_text("Das ist hier nicht erlaubt")
        expect(page.get_by_text("depesche serve beim Start nennt")).to_be_visible()
        expect(page.get_by_role("link", name="Hinzufügen")).to_have_count(0)


def looked_over(page: Page) -> list[str]:
    """What axe finds on the page as it stands."""
    if not AXE.is_file():
        return []
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, RULES)
    return found
