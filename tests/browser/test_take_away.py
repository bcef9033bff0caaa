"""What is drawn, taken along: files, the query behind it, links that others can open."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.affair import ARKADIEN
from tests.factory import entity

from .conftest import Site, served, watched
from .dispatches import fill_with
from .test_explorer import item, take
from .test_pages import entity as key_of


@pytest.fixture
def drawing(site: str, page: Page) -> Page:
    """Arkadien and Utopien, with the dispute between them."""
    page.goto(f"/explore?entities={key_of(site, 'Arkadien')},{key_of(site, 'Utopien')}")
    expect(item(page, "Arkadien")).to_be_visible()
    return page


def saved(page: Page, sheet: Locator, name: str) -> tuple[str, str]:
    """The name and the text of a file that a link of the sheet saves."""
    with page.expect_download() as file:
        sheet.get_by_role("link", name=name, exact=True).click()
    return file.value.suggested_filename, file.value.path().read_text(encoding="utf-8")


def test_a_table_holds_the_claims_that_are_drawn(drawing: Page) -> None:
    name, text = saved(drawing, take(drawing), "CSV")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert name == "depesche.csv"
    assert sorted((row["stance"], row["source"]) for row in rows) == [("asserts", "Minister Hold"), ("denies", "Utopien")]
    assert "Arkadien liefert Getreide an Utopien" in rows[0]["sentence"] + rows[1]["sentence"]
    assert "Quellen: Morgenblatt" in rows[0]["stamp"] and "/explore?entities=" in rows[0]["stamp"]


@pytest.mark.parametrize(("name", "sign"), [("GEXF", "<gexf"), ("GraphML", "<graphml"), ("Turtle", "@prefix depesche:")])
def test_the_other_forms_are_saved_too(drawing: Page, name: str, sign: str) -> None:
    file, text = saved(drawing, take(drawing), name)
    assert file.startswith("depesche.") and sign in text and "Quellen: Morgenblatt" in text


def test_what_is_filtered_or_hidden_stays_behind(drawing: Page) -> None:
    drawing.get_by_text("Filter", exact=True).click()
    drawing.get_by_label("bezweifeln es").check()
    expect(drawing.get_by_text("1 vom Filter verborgen")).to_be_visible()
    drawing.keyboard.press("Escape")
    _, text = saved(drawing, take(drawing), "CSV")
    assert len(text.splitlines()) == 1, "a head and no claim"


def test_the_query_behind_it_gives_the_edges_on_the_screen(drawing: Page) -> None:
    take(drawing).get_by_role("link", name="In SPARQL öffnen").click()
    expect(drawing).to_have_url(re.compile(r"/sparql\?query="))
    row = drawing.get_by_role("row").filter(has_text="Utopien")
    expect(row).to_have_count(1)
    expect(row).to_contain_text("Arkadien")


def test_the_query_is_copied_by_keyboard(drawing: Page) -> None:
    drawing.context.grant_permissions(["clipboard-read", "clipboard-write"])
    drawing.get_by_text("Mitnehmen", exact=True).press("Enter")
    drawing.get_by_role("button", name="Abfrage kopieren").press("Enter")
    expect(drawing.get_by_role("status", name="Mitnehmen")).to_have_text("Kopiert.")
    assert "SELECT DISTINCT ?actorName" in drawing.evaluate("navigator.clipboard.readText()")
    drawing.keyboard.press("Escape")
    expect(drawing.get_by_role("button", name="Abfrage kopieren")).to_be_hidden()


def test_a_short_view_is_passed_on_as_its_own_address(drawing: Page) -> None:
    drawing.context.grant_permissions(["clipboard-read", "clipboard-write"])
    take(drawing).get_by_role("button", name="Link kopieren").press("Enter")
    expect(drawing.get_by_role("status", name="Als Link")).to_contain_text("sagt selbst alles")
    assert drawing.evaluate("navigator.clipboard.readText()") == drawing.url


@pytest.fixture(scope="module")
def crowd_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server over a store whose network is too large for a short address: one state helps seventy others."""
    folder: Path = tmp_path_factory.mktemp("crowd")
    helped = [entity(f"Land {n:02}") for n in range(70)]
    fill_with(folder / "store", [(f"Arkadien hilft dem {each.name}.", "AID", ARKADIEN, each, ()) for each in helped])
    yield from served(folder, folder / "store")


@pytest.fixture
def crowd(crowd_site: Site, browser: Browser) -> Iterator[Page]:
    """A page that shows all of them."""
    for made in watched(browser, crowd_site, locale="de-DE", viewport={"width": 1400, "height": 900}):
        made.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield made


def everybody(page: Page) -> None:
    """Draw all seventy."""
    page.goto("/explore")
    expect(item(page, "Arkadien")).to_be_visible()
    for _ in range(3):
        item(page, "Arkadien").focus()
        page.keyboard.press("+")
        page.wait_for_timeout(300)
    expect(page.locator(".status")).to_contain_text("71 Beteiligte")


def test_a_long_view_is_kept_by_the_server_and_opens_again(crowd: Page, crowd_site: Site) -> None:
    crowd.goto(crowd_site.key)
    everybody(crowd)
    long = crowd.url
    take(crowd).get_by_role("button", name="Link kopieren").click()
    expect(crowd.get_by_role("status", name="Als Link")).to_contain_text("weil dieser Server die Ansicht aufbewahrt")
    link = crowd.evaluate("navigator.clipboard.readText()")
    assert len(long) > 1800 and re.fullmatch(rf"{crowd_site}/explore\?state=[a-z2-7]{{26}}", link) and crowd.url == link
    crowd.goto("about:blank")
    crowd.goto(link)
    expect(crowd.locator(".status")).to_contain_text("71 Beteiligte")
    item(crowd, "Arkadien").focus()
    crowd.keyboard.press("Delete")
    expect(crowd.locator(".status")).to_contain_text("70 Beteiligte")
    assert "state=" not in crowd.url and "entities=" in crowd.url
    crowd.go_back()
    expect(crowd.locator(".status")).to_contain_text("71 Beteiligte")


def test_a_server_that_only_serves_for_reading_offers_the_long_address_or_a_file(crowd: Page) -> None:
    everybody(crowd)
    sheet = take(crowd)
    sheet.get_by_role("button", name="Link kopieren").click()
    told = crowd.get_by_role("status", name="Als Link")
    expect(told).to_contain_text("bewahrt keine kurzen Links auf: er dient hier nur zum Lesen")
    with crowd.expect_download() as file:
        told.get_by_role("button", name="Als Datei speichern").click()
    assert f'href="{crowd.url.replace("&", "&amp;")}"' in file.value.path().read_text(encoding="utf-8")
    told.get_by_role("button", name="Lange Adresse kopieren").click()
    expect(told).to_contain_text("Der Link ist kopiert")
    assert crowd.evaluate("navigator.clipboard.readText()") == crowd.url


def test_a_link_that_nobody_kept_says_so(page: Page) -> None:
    page.goto(f"/explore?state={'a' * 26}")
    expect(page.get_by_role("main")).to_contain_text("bewahrt dieser Server keine Ansicht auf")
