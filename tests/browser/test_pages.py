"""Every page in both languages: whole, within the policy, on this site alone, and readable without JavaScript."""

import json
from collections.abc import Iterator
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from .conftest import watched

_WORDS = {"de": ("Erkunden", "Quellen"), "en": ("Explore", "Sources")}
_PATHS = ["/", "/search?q=Ark", "/search?q=nirgends", "/explore", "/disputes", "/sources", "/sparql", "/nirgends"]
_INKS = ["ink", "ink-soft", "link", "asserted", "alleged", "denied", "disputed", "doubted", "stamp"]


def entity(site: str, name: str) -> str:
    """The key of the entity called `name`."""
    with urlopen(f"{site}/api/search?q={name}") as answer:
        hits = json.load(answer)["hits"]
    return str(next(hit["entity"]["key"] for hit in hits if hit["entity"]["name"] == name))


def things(site: str) -> list[str]:
    """The addresses of an entity, a claim, its proposition and its article."""
    key = entity(site, "Arkadien")
    with urlopen(f"{site}/api/network?entities={key}&expand={key}") as answer:
        edge = next(each for each in json.load(answer)["edges"] if each["relation"] == "AID")
    with urlopen(f"{site}/api/edge?actor={edge['actor']}&relation=AID&recipient={edge['recipient']}") as answer:
        claim = json.load(answer)["claims"][0]
    return [
        f"/id/entity/{key}", f"/id/claim/{claim['key']}", f"/id/proposition/{claim['proposition']}",
        f"/id/article/{claim['article']['key']}", f"/explore?entities={edge['actor']},{edge['recipient']}&edge={edge['key']}",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["de", "en"])
def test_every_page_speaks_the_language_and_keeps_the_policy(site: str, page: Page, lang: str) -> None:
    for path in _PATHS + things(site):
        page.goto(f"{path}{'&' if '?' in path else '?'}lang={lang}")
        expect(page.locator("html")).to_have_attribute("lang", lang)
        navigation = page.get_by_role("navigation").first
        for word in _WORDS[lang]:
            expect(navigation.get_by_role("link", name=word, exact=True)).to_be_visible()
        assert page.locator("h1").count() == 1, path
        assert "_one" not in page.locator("body").inner_text(), path
        assert page.evaluate("window.violations") == [], path


def test_no_page_is_wider_than_a_phone(site: str, phone: Page) -> None:
    for path in _PATHS + things(site):
        phone.goto(path)
        assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


@pytest.fixture
def plain(site: str, browser: Browser) -> Iterator[Page]:
    """A page in a browser whose JavaScript is off."""
    context = browser.new_context(base_url=site, java_script_enabled=False, locale="de-DE")
    yield context.new_page()
    context.close()


def test_without_javascript_one_gets_from_the_search_to_a_claim_and_its_article(plain: Page) -> None:
    plain.goto("/")
    plain.get_by_role("searchbox").fill("Arkadien")
    plain.get_by_role("button", name="Suchen").click()
    plain.get_by_role("link", name="Arkadien", exact=True).first.click()
    card = plain.get_by_role("article").filter(has_text="Abendbote").first
    expect(card.get_by_role("list", name="Quellenkette")).to_contain_text("Minister Hold")
    card.get_by_role("link", name="Im Artikel").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Getreide für Utopien")


def test_without_javascript_the_explorer_is_a_list_of_links(plain: Page) -> None:
    plain.goto("/explore")
    expect(plain.get_by_role("link", name="Arkadien", exact=True).first).to_be_visible()


def test_without_javascript_a_query_is_answered(plain: Page) -> None:
    plain.goto("/sparql")
    plain.get_by_label("Abfrage").fill("SELECT (COUNT(*) AS ?n) WHERE { ?claim a depesche:Claim }")
    plain.get_by_role("button", name="Ausführen").click()
    expect(plain.get_by_role("table")).to_contain_text("4")


def test_an_example_dispatch_is_stamped(site: str, page: Page) -> None:
    page.goto(f"/id/entity/{entity(site, 'Ruritanien')}")
    stamped = page.get_by_role("article").filter(has_text="Evening Wire")
    expect(stamped.get_by_text("Beispiel", exact=True)).to_be_visible()
    expect(page.get_by_role("article").filter(has_text="Morgenblatt").get_by_text("Beispiel", exact=True)).to_have_count(0)


def test_the_language_is_changed_where_one_is(site: str, page: Page) -> None:
    page.goto("/search?q=Arkadien")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    expect(page.get_by_role("combobox")).to_have_value("Arkadien")


def test_typing_suggests_parties_and_enter_goes_there(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox", name="Beteiligte und Aussagen suchen")
    field.press_sequentially("Ruri")
    expect(page.get_by_role("option", name="Ruritanien")).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ruritanien")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_stand_out_from_the_paper_in_both_schemes(site: str, browser: Browser, scheme: str) -> None:
    for page in watched(browser, site, color_scheme=scheme):
        page.goto("/disputes")
        for name in _INKS:
            for ground in ("paper", "sheet"):
                assert contrast(page, name, ground) >= 4.5, (name, ground)


def contrast(page: Page, one: str, other: str) -> float:
    """The contrast ratio (WCAG 2) of two custom properties that hold six-digit colours."""
    script = "name => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim()"
    colours = [str(page.evaluate(script, name)) for name in (one, other)]
    light, dark = sorted((luminance(colour) for colour in colours), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` or `#rgb`."""
    digits = colour.lstrip("#")
    digits = "".join(each * 2 for each in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("question", ["claims", "sides", "disputes", "as-of", "changes", "numbers", "hedge-loss", "barometer"])
def test_an_answer_is_read_without_moving_it(page: Page, question: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"/ask/{question}")
    if question == "claims":
        sentence = page.get_by_role("row").filter(has_text="Getreide").first
        expect(sentence.get_by_role("link", name="Aussage")).to_be_visible()
    for table in page.locator(".scroll").all():
        assert table.evaluate("table => table.scrollWidth <= table.clientWidth")
