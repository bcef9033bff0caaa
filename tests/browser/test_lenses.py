"""Lenses, time, paths and boxes in the explorer, driven through its fields and read from its list and drawing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.affair import affair_store

from .conftest import served, watched
from .test_explorer import item, panel
from .test_pages import entity


@pytest.fixture(scope="module")
def affair_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server over the constructed affair."""
    folder: Path = tmp_path_factory.mktemp("affair-site")
    affair_store(folder / "store")
    yield from served(folder, folder / "store")


@pytest.fixture
def affair(affair_site: str, browser: Browser) -> Iterator[Page]:
    """The explorer over the affair, with its three states."""
    for made in watched(browser, affair_site, locale="de-DE", viewport={"width": 1400, "height": 900}):
        names = ("Arkadien", "Utopien", "Elysien")
        made.goto(f"/explore?entities={','.join(entity(affair_site, name) for name in names)}")
        expect(item(made, "Arkadien")).to_be_visible()
        yield made


def relations(page: Page, canvas: int = 0) -> list[str]:
    """The codes of standing of the edges that a drawing shows, with their labels."""
    expect(page.locator(".canvas").first).to_have_attribute("aria-busy", "false")
    script = """n => document.querySelectorAll('.canvas')[n]._cyreg.cy.edges()
        .map(edge => `${edge.data('standing')} ${edge.data('whole')}`)"""
    found: list[str] = page.evaluate(script, canvas)
    return sorted(found)


def sheet(page: Page) -> Locator:
    page.locator("details.lenses summary").click()
    return page.locator("details.lenses")


def choose(place: Locator, legend: str, kind: str, name: str) -> None:
    """Choose a kind of teller and its party in one part of the sheet."""
    part = place.get_by_role("group", name=legend, exact=True)
    part.get_by_role("combobox", name=legend, exact=True).select_option(label=kind)
    field = part.get_by_role("combobox", name=re.compile("wer$"))
    field.press_sequentially(name)
    place.page.get_by_role("option", name=re.compile(f"^{name}")).first.click()


def test_the_world_according_to_one_outlet(affair: Page) -> None:
    choose(sheet(affair), "Die Welt nach", "dem Medium", "Kurier")
    expect(affair.locator(".status")).to_contain_text("5 Beziehungen")
    expect(affair).to_have_url(re.compile("lens=outlet:"))
    assert any("disputed" in edge and "greift an" in edge for edge in relations(affair))
    affair.go_back()
    expect(affair.locator(".status")).to_contain_text("9 Beziehungen")


def test_two_lenses_side_by_side_mark_what_differs(affair: Page) -> None:
    place = sheet(affair)
    choose(place, "Die Welt nach", "auf das Wort von", "Ida Berg")
    expect(affair.locator(".status")).to_contain_text("1 Beziehung")
    choose(place, "Daneben die Welt nach", "auf das Wort von", "Jonas Hold")
    expect(affair.locator(".canvas")).to_have_count(2)
    assert (relations(affair)[0][:8], relations(affair, 1)[0][:6]) == ("asserted", "denied")
    expect(affair.locator(".through").first).to_contain_text("1 mal das Gegenteil")
    assert "⇄" in relations(affair)[0] and "⇄" in relations(affair, 1)[0]


def test_only_what_two_texts_tell(affair: Page) -> None:
    sheet(affair).get_by_label("nur was mindestens zwei Texte melden").check()
    expect(affair.locator(".status")).to_contain_text("2 Beziehungen")
    expect(affair).to_have_url(re.compile("roots=2"))


def test_a_window_of_time_is_drawn_over_the_months(affair: Page) -> None:
    months = affair.get_by_role("region", name="Zeit")
    expect(months).to_contain_text("Juni 2023 – April 2024")
    months.get_by_role("slider", name="Fenster bis").press("Home")
    expect(affair.locator(".status")).to_contain_text("1 Beziehung")
    expect(affair).to_have_url(re.compile("to=2023-06-30"))
    months.get_by_role("button", name="ganze Zeit").click()
    expect(affair.locator(".status")).to_contain_text("9 Beziehungen")
    months.get_by_role("combobox", name="Uhr").select_option(label="geschehen")
    expect(months).to_contain_text("Juni 2023")
    expect(affair).to_have_url(re.compile("clock=event"))


def test_time_can_be_played(affair: Page) -> None:
    months = affair.get_by_role("region", name="Zeit")
    months.get_by_role("button", name="Abspielen").click()
    expect(affair.locator(".status")).to_contain_text("1 Beziehung")
    expect(months.get_by_role("button", name="Anhalten")).to_be_visible()
    months.get_by_role("button", name="Anhalten").click()
    expect(months.get_by_role("button", name="Abspielen")).to_be_visible()


def test_what_is_around_a_party_is_counted_before_it_is_drawn(affair: Page, affair_site: str) -> None:
    affair.goto(f"/explore?entities={entity(affair_site, 'Arkadien')}&node={entity(affair_site, 'Arkadien')}")
    panel(affair).get_by_text("Was es noch gibt").click()
    row = panel(affair).get_by_role("row", name=re.compile("^greift an"))
    expect(row).to_contain_text("85")  # eight claims, five roots
    row.get_by_role("button").click()
    expect(item(affair, "Utopien")).to_be_visible()
    expect(item(affair, "Elysien")).to_have_count(0)


def path_form(page: Page, site: str) -> Locator:
    """The form for a path from Arkadien, with Elysien at its end."""
    page.goto(f"/explore?entities={entity(site, 'Arkadien')}&node={entity(site, 'Arkadien')}")
    panel(page).get_by_text("Weg suchen").first.click()
    form = panel(page).get_by_role("form", name="Weg suchen")
    form.get_by_role("combobox", name="Weg zu").press_sequentially("Elysien")
    page.get_by_role("option", name=re.compile("^Elysien")).first.click()
    return form


def test_a_path_between_two_is_added(affair: Page, affair_site: str) -> None:
    form = path_form(affair, affair_site)
    form.get_by_role("button", name="Weg suchen").press("Enter")
    expect(form.get_by_role("status", name="Gefundener Weg")).to_have_text("Weg: Arkadien – Elysien")
    expect(item(affair, "Elysien")).to_be_visible()


def test_a_path_as_only_one_tells_it_leads_elsewhere(affair: Page, affair_site: str) -> None:
    form = path_form(affair, affair_site)
    choose(form, "Der Weg nach", "dem Medium", "Kurier")
    form.get_by_role("button", name="Weg suchen").click()
    told = form.get_by_role("status", name="Gefundener Weg")
    expect(told).to_contain_text("Weg: Arkadien – Utopien – Elysien (dem Medium: Kurier)")
    assert "lens=" not in affair.url, "the path is found through a lens, the rest is looked at as before"
    form.get_by_role("button", name="Durch diese Linse ansehen").click()
    expect(affair).to_have_url(re.compile("lens=outlet:"))


def test_a_path_of_what_is_corroborated_may_not_be_there(affair: Page, affair_site: str) -> None:
    form = path_form(affair, affair_site)
    form.get_by_label("nur was mindestens zwei Texte melden").check()
    choose(form, "Der Weg nach", "auf das Wort von", "Jonas Hold")
    form.get_by_role("button", name="Weg suchen").click()
    expect(form.get_by_role("status", name="Gefundener Weg")).to_contain_text("keinen Weg")
    expect(form.get_by_role("status", name="Gefundener Weg")).to_contain_text("nur was mindestens zwei Texte melden")
    expect(item(affair, "Elysien")).to_have_count(0)


def test_the_graph_as_it_stood_on_a_day(affair: Page) -> None:
    time = affair.get_by_role("region", name="Zeit")
    time.get_by_label("Stand vom").fill("2024-03-04")
    expect(affair.locator(".status")).to_contain_text("3 Beziehungen · Stand vom 4. März 2024")
    expect(affair).to_have_url(re.compile("asof=2024-03-04"))
    item(affair, "Arkadien").click()
    panel(affair).get_by_role("button", name=re.compile("greift an")).click()
    expect(panel(affair).get_by_role("article")).to_have_count(5)  # the denial came a day later
    expect(panel(affair).get_by_text("umstritten")).to_have_count(0)
    time.get_by_role("combobox", name="Uhr").select_option(label="geschehen")
    expect(affair.locator(".status")).to_contain_text("3 Beziehungen · Stand vom 4. März 2024")
    time.get_by_label("Stand vom").fill("2020-01-01")
    expect(affair.locator(".status")).to_contain_text("0 Beziehungen")
    time.get_by_role("button", name="Wieder der heutige Stand").click()
    expect(affair.locator(".status")).to_contain_text("9 Beziehungen")


def test_every_mark_is_in_the_legend(affair: Page) -> None:
    legend = affair.get_by_role("group", name="Zeichen", exact=True)
    expect(legend.get_by_text("drüben das Gegenteil erzählt")).to_be_hidden()
    legend.get_by_text("Weitere Zeichen").press("Enter")
    for words in ("je dicker, desto mehr Aussagen", "festgehalten", "kein Gegenüber genannt", "bezweifelt"):
        expect(legend.get_by_text(words)).to_be_visible()
    place = sheet(affair)
    choose(place, "Die Welt nach", "auf das Wort von", "Ida Berg")
    expect(affair.locator(".status")).to_contain_text("1 Beziehung")
    choose(place, "Daneben die Welt nach", "auf das Wort von", "Jonas Hold")
    expect(legend.get_by_text("⇄")).to_be_visible()
    expect(legend.get_by_text("drüben das Gegenteil erzählt")).to_be_visible()


def test_a_pinned_party_stays(affair: Page) -> None:
    item(affair, "Arkadien").click()
    pin = panel(affair).get_by_role("button", name="Festhalten")
    pin.click()
    expect(pin).to_have_attribute("aria-pressed", "true")
    assert affair.evaluate("document.querySelector('.canvas')._cyreg.cy.nodes('.pinned').map(node => node.locked())") == [True]


def test_parties_in_a_box_are_taken_together(affair: Page) -> None:
    affair.evaluate("() => { document.querySelector('.canvas')._cyreg.cy.nodes().slice(0, 2).select() }")
    bar = affair.get_by_role("group", name="Auswahl")
    expect(bar).to_contain_text("2 ausgewählt")
    bar.get_by_role("button", name="Nur diese").click()
    expect(affair.locator(".status")).to_contain_text("2 Beteiligte")
