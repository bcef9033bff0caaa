"""The explorer through its list, its panel and its address: what one can do without seeing the drawing."""

import gzip
import re
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect

from .test_pages import entity, things


@pytest.fixture
def explorer(site: str, page: Page) -> Page:
    """The explorer with Arkadien and Utopien in it."""
    page.goto(f"/explore?entities={entity(site, 'Arkadien')},{entity(site, 'Utopien')}")
    expect(item(page, "Arkadien")).to_be_visible()
    return page


def item(page: Page, name: str) -> Locator:
    """A line of the list twin."""
    return page.get_by_role("tree").get_by_role("treeitem", name=re.compile(f"^{name}")).first


def panel(page: Page) -> Locator:
    return page.locator("section.panel")


def take(page: Page) -> Locator:
    """The sheet from which what is drawn is taken along, open."""
    page.get_by_text("Mitnehmen", exact=True).click()
    return page.locator("details.take")


def drawn(page: Page) -> dict[str, float]:
    """Where every node stands in the drawing once nothing moves: "Arkadien x" and "Arkadien y"."""
    expect(page.locator(".canvas")).to_have_attribute("aria-busy", "false")
    script = """() => Object.fromEntries(document.querySelector('.canvas')._cyreg.cy.nodes()
        .flatMap((node) => ['x', 'y'].map((axis) => [`${node.data('rows')} ${axis}`, node.position(axis)])))"""
    found: dict[str, float] = page.evaluate(script)
    return found


def test_it_never_opens_empty(page: Page) -> None:
    page.goto("/explore")
    expect(item(page, "Arkadien")).to_be_visible()
    assert "Arkadien x" in drawn(page)


def test_party_then_relation_then_the_claims_behind_it(explorer: Page) -> None:
    item(explorer, "Arkadien").click()
    expect(panel(explorer).get_by_role("heading", level=2)).to_have_text("Arkadien")
    panel(explorer).get_by_role("button", name=re.compile("umstritten")).click()
    cards = panel(explorer).get_by_role("article")
    expect(cards).to_have_count(2)
    asserted = cards.filter(has_text="Minister Hold").first
    expect(asserted.get_by_role("list", name="Quellenkette")).to_contain_text("Abendbote")
    expect(asserted).to_contain_text("3. Juni 2024")
    expect(asserted).to_contain_text("Arkadien liefert Getreide an Utopien")
    expect(cards.filter(has_text="bestreitet").first).to_be_visible()


def test_expanding_adds_neighbours_says_so_and_moves_nothing(explorer: Page) -> None:
    before = drawn(explorer)
    item(explorer, "Arkadien").click()
    panel(explorer).get_by_role("button", name="Nachbarn hinzufügen").click()
    expect(item(explorer, "Ruritanien")).to_be_visible()
    expect(explorer.get_by_role("status").filter(has_text="Arkadien erweitert")).to_have_count(1)
    explorer.wait_for_function("document.querySelector('.canvas')._cyreg.cy.nodes().length === 3")
    after = drawn(explorer)
    assert {name: after[name] for name in before} == pytest.approx(before, abs=0.01)


def test_the_address_holds_it_all_and_back_takes_it_back(explorer: Page) -> None:
    item(explorer, "Arkadien").click()
    panel(explorer).get_by_role("button", name="Nachbarn hinzufügen").click()
    expect(item(explorer, "Ruritanien")).to_be_visible()
    places = drawn(explorer)
    explorer.reload()
    expect(panel(explorer).get_by_role("heading", level=2)).to_have_text("Arkadien")
    expect(item(explorer, "Ruritanien")).to_be_visible()
    assert drawn(explorer) == pytest.approx(places, abs=1)  # kept as whole pixels
    explorer.get_by_role("button", name="Rückgängig").click()
    expect(item(explorer, "Ruritanien")).to_have_count(0)
    explorer.get_by_role("button", name="Wiederholen").click()
    expect(item(explorer, "Ruritanien")).to_be_visible()


def test_a_link_to_an_edge_opens_its_claims(site: str, explorer: Page) -> None:
    item(explorer, "Arkadien").click()
    panel(explorer).get_by_role("button", name=re.compile("umstritten")).click()
    expect(panel(explorer).get_by_role("article")).to_have_count(2)
    address = explorer.url
    explorer.goto("about:blank")
    explorer.goto(address)
    expect(panel(explorer).get_by_role("article")).to_have_count(2)


def test_the_list_by_keyboard_alone(explorer: Page) -> None:
    first = item(explorer, "Arkadien")
    first.focus()
    explorer.keyboard.press("ArrowRight")
    expect(first).to_have_attribute("aria-expanded", "true")
    explorer.keyboard.press("ArrowDown")
    explorer.keyboard.press("ArrowRight")
    claims = explorer.get_by_role("treeitem", name=re.compile("Morgenblatt"))
    expect(claims).to_have_count(2)
    explorer.keyboard.press("ArrowDown")
    explorer.keyboard.press("Enter")
    expect(panel(explorer).locator(".claim.chosen")).to_have_count(1)
    assert "claim=" in explorer.url
    explorer.keyboard.press("Home")
    explorer.keyboard.press("+")
    expect(item(explorer, "Ruritanien")).to_be_visible()
    item(explorer, "Ruritanien").focus()
    explorer.keyboard.press("Delete")
    expect(item(explorer, "Ruritanien")).to_have_count(0)


def test_a_press_on_the_drawing_chooses_in_the_list(explorer: Page) -> None:
    explorer.evaluate("() => { document.querySelector('.canvas')._cyreg.cy.nodes()[1].emit('tap') }")
    expect(explorer.get_by_role("treeitem", selected=True)).to_have_count(1)
    explorer.evaluate("() => { document.querySelector('.canvas')._cyreg.cy.edges()[0].emit('tap') }")
    expect(panel(explorer).get_by_role("article")).to_have_count(2)


def test_searching_adds_a_party(explorer: Page) -> None:
    field = explorer.get_by_role("combobox", name="Beteiligte hinzufügen")
    field.press_sequentially("Bord")
    explorer.get_by_role("option", name="Bordurien").click()
    expect(item(explorer, "Bordurien")).to_be_visible()
    expect(panel(explorer).get_by_role("heading", level=2)).to_have_text("Bordurien")


def test_filters_hide_relations_and_say_how_many(explorer: Page) -> None:
    explorer.get_by_text("Filter", exact=True).click()
    explorer.get_by_label("bezweifeln es").check()
    expect(explorer.get_by_text("1 vom Filter verborgen")).to_be_visible()
    assert "stance=doubts" in explorer.url
    explorer.get_by_label("bezweifeln es").uncheck()
    expect(explorer.get_by_text("vom Filter verborgen")).to_have_count(0)


def test_standings_differ_by_line_and_glyph_in_the_drawing(site: str, page: Page) -> None:
    page.goto("/explore")
    expect(item(page, "Arkadien")).to_be_visible()
    script = """() => document.querySelector('.canvas')._cyreg.cy.edges().map((edge) =>
        [edge.data('standing'), edge.style('line-style'), edge.style('line-outline-width') !== '0px', edge.data('whole')[0]])"""
    looks = {standing: (line, double, glyph) for standing, line, double, glyph in page.evaluate(script)}
    assert looks["disputed"] == ("solid", True, "◐")
    assert looks["alleged"] == ("dashed", False, "◌")


def test_the_picture_is_saved(explorer: Page) -> None:
    with explorer.expect_download() as saved:
        take(explorer).get_by_role("button", name="Bild speichern").click()
    assert saved.value.suggested_filename == "depesche.png"
    assert saved.value.path().read_bytes().startswith(b"\x89PNG")


def test_the_drawing_is_saved_as_svg_with_what_must_be_said(explorer: Page) -> None:
    with explorer.expect_download() as saved:
        take(explorer).get_by_role("button", name="Als SVG speichern").click()
    document = ElementTree.parse(saved.value.path())
    texts = [text.strip() for text in document.getroot().itertext() if text.strip()]
    assert saved.value.suggested_filename == "depesche.svg"
    assert {"Arkadien", "Utopien"} <= set(texts)
    assert any("◐" in text for text in texts)  # the dispute is told without colour too
    foot = " ".join(texts)
    assert "127.0.0.1" in foot and "Quellen: Morgenblatt" in foot and "erschienen 3. Juni 2024" in foot


def test_on_a_phone_the_list_comes_first(phone: Page) -> None:
    phone.goto("/explore")
    expect(item(phone, "Arkadien")).to_be_visible()
    expect(phone.locator(".canvas")).to_be_hidden()
    phone.get_by_role("button", name="Zeichnung").click()
    expect(phone.locator(".canvas")).to_be_visible()
    assert drawn(phone)


def test_its_scripts_stay_within_220_kilobytes(site: str, page: Page) -> None:
    bodies: list[bytes] = []
    page.on("response", lambda got: bodies.append(got.body()) if got.url.endswith(".js") else None)
    page.goto(f"/explore?entities={entity(site, 'Arkadien')}")
    item(page, "Arkadien").click()
    panel(page).get_by_role("button", name="Nachbarn hinzufügen").click()  # brings the layout as well
    expect(item(page, "Ruritanien")).to_be_visible()
    assert 100_000 < sum(len(gzip.compress(body)) for body in bodies) <= 220_000


def test_what_the_address_names_and_nobody_knows_is_said(site: str, page: Page) -> None:
    page.goto(f"/explore?entities={entity(site, 'Arkadien')},gone&edge=gone")
    expect(item(page, "Arkadien")).to_be_visible()
    expect(page.locator(".status")).to_contain_text("2 Angaben der Adresse kennt dieser Bestand nicht")
    page.goto("/explore?entities=gone")
    expect(page.get_by_text("Nichts zu zeichnen.").first).to_be_visible()


def test_a_claim_is_shown_in_the_network_with_its_relation_open(site: str, page: Page) -> None:
    page.goto(next(path for path in things(site) if "/claim/" in path))
    key = page.url.rsplit("/", 1)[-1]
    page.get_by_role("link", name="Im Netz erkunden").click()
    expect(page.locator(f"#claim-{key}.chosen")).to_be_visible()


def test_an_address_with_a_relation_alone_shows_its_parties(site: str, page: Page) -> None:
    edge = next(path for path in things(site) if "edge=" in path).rpartition("edge=")[2]
    page.goto(f"/explore?edge={edge}")
    expect(panel(page).get_by_role("article").first).to_be_visible()
    assert set(drawn(page)) == {f"{name} {axis}" for name in ("Arkadien", "Utopien") for axis in "xy"}
