"""The SPARQL page with its editor."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?claim a depesche:Claim }"


@pytest.fixture
def bench(page: Page) -> Page:
    page.goto("/sparql")
    expect(page.locator("query-editor .cm-content")).to_be_visible()  # not yet the plain field it takes the place of
    return page


def editor(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Abfrage")


def write(page: Page, query: str) -> None:
    editor(page).click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(query)


def test_control_enter_runs_and_the_address_keeps_the_query(bench: Page) -> None:
    write(bench, COUNT)
    bench.keyboard.press("ControlOrMeta+Enter")
    expect(bench.get_by_role("table")).to_contain_text("4")
    bench.reload()
    expect(editor(bench)).to_contain_text("COUNT")
    expect(bench.get_by_role("table")).to_contain_text("4")


def test_an_error_is_told_with_its_line_and_marked_there(bench: Page) -> None:
    write(bench, "SELECT * WHERE {\n  ?s ?p\n}")
    bench.get_by_role("button", name="Ausführen").click()
    expect(bench.locator("#result").get_by_role("heading")).to_contain_text(re.compile(r"Zeile \d, Spalte \d"))
    expect(bench.locator("query-editor .cm-lintRange-error, query-editor .cm-lintPoint-error")).to_have_count(1)
    expect(editor(bench)).to_contain_text("SELECT")  # nobody loses a query to a mistake


def test_results_link_to_their_pages(bench: Page) -> None:
    write(bench, "SELECT ?claim WHERE { ?claim a depesche:Claim } LIMIT 1")
    bench.get_by_role("button", name="Ausführen").click()
    bench.get_by_role("table").get_by_role("link").first.click()
    expect(bench.get_by_role("article").first).to_be_visible()


def test_examples_fill_the_editor_and_downloads_are_offered(bench: Page) -> None:
    example = bench.locator("[data-query]").first
    wanted = (example.get_attribute("data-query") or "").splitlines()[0]
    example.click()
    expect(editor(bench)).to_contain_text(wanted)
    write(bench, COUNT)
    bench.keyboard.press("ControlOrMeta+Enter")
    for name in ("JSON", "CSV", "TSV", "XML"):
        expect(bench.locator("#result").get_by_role("link", name=name, exact=True)).to_be_visible()


def test_the_editor_is_styled_within_the_policy(bench: Page) -> None:
    script = "getComputedStyle(document.querySelector('query-editor').shadowRoot.querySelector('.cm-scroller')).fontFamily"
    assert "mono" in bench.evaluate(script).lower()


def test_tab_leaves_the_editor(bench: Page) -> None:
    editor(bench).click()
    bench.keyboard.press("Tab")
    expect(bench.get_by_role("button", name="Ausführen")).to_be_focused()


def test_running_without_a_query_says_what_to_do(bench: Page) -> None:
    bench.get_by_role("button", name="Ausführen").click()
    expect(bench.locator("#query-form [role=status]")).to_contain_text("Noch keine Abfrage")


def test_figures_can_be_seen_as_a_chart_and_things_as_a_graph(bench: Page) -> None:
    write(bench, "SELECT ?stance (COUNT(?claim) AS ?n) { ?claim depesche:stance ?stance } GROUP BY ?stance")
    bench.get_by_role("button", name="Ausführen").click()
    bench.get_by_role("button", name="Diagramm").click()
    expect(bench.get_by_role("img", name="Diagramm: n, 3 Zeilen")).to_be_visible()
    bench.get_by_role("button", name="Tabelle").click()
    expect(bench.get_by_role("table")).to_be_visible()

    write(bench, "SELECT ?claim ?article { ?claim depesche:inArticle ?article }")
    bench.get_by_role("button", name="Ausführen").click()
    bench.get_by_role("button", name="Netz", exact=True).click()
    expect(bench.get_by_role("img", name="Netz aus 4 Verbindungen")).to_be_visible()


def test_the_vocabulary_is_offered_while_one_types(bench: Page) -> None:
    write(bench, "SELECT * { ?claim depesche:polari")
    bench.keyboard.press("ControlOrMeta+End")
    bench.keyboard.type("t")
    expect(bench.get_by_role("option", name="depesche:polarity")).to_be_visible()
