"""What is drawn, taken along: files, the query behind it, links that others can open."""

import csv
import io
import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .test_explorer import item, panel, take
from .test_pages import entity


@pytest.fixture
def drawing(site: str, page: Page) -> Page:
    """Arkadien and Utopien, with the dispute between them."""
    page.goto(f"/explore?entities={entity(site, 'Arkadien')},{entity(site, 'Utopien')}")
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
    expect(drawing).to_have_url(re.compile("/sparql\\?query="))
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
