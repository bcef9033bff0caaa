"""Pages as a browser gets them, without scripts: each answers, in both languages, and says the essential."""

import json
import re

import pytest
from flask.testing import FlaskClient

from graph.identity import article_key
from graph.vocabulary import Vocabulary
from tests.stores import DELIVERS, dispatches
from web.shaping import Words

from .conftest import Keys

_PAGES = (
    "/",
    "/search?q=arkad",
    "/search",
    "/explore",
    "/explore?entities={keys.arkadien},{keys.utopien}",
    "/disputes",
    "/sources",
    "/network",
    "/network/balance",
    "/network/citations?entity=Utopien&since=2024-06-01",
    "/network/roles?bloc=Arkadien&voice=reported",
    "/network?entity=xyzzy",
    "/sparql",
    "/id/entity/{keys.arkadien}",
    "/id/entity/{keys.arkadien}?role=actor&relation=AID&page=1",
    "/id/entity/{keys.hold}",
    "/id/claim/{keys.claim}",
    "/id/proposition/{keys.proposition}",
    "/id/article/{keys.article}",
)


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("address", _PAGES)
def test_every_page_answers_in_both_languages(browser: FlaskClient, keys: Keys, address: str, language: str) -> None:
    answer = browser.get(address.format(keys=keys), headers={"Accept-Language": language})

    assert answer.status_code == 200
    assert answer.mimetype == "text/html"
    assert f'<html lang="{language}"' in answer.text


@pytest.mark.parametrize("address", _PAGES)
def test_no_page_has_a_style_or_a_script_of_its_own(browser: FlaskClient, keys: Keys, address: str) -> None:
    text = browser.get(address.format(keys=keys)).text
    assert not re.search(r"<[^>]+\sstyle=|<style|\son\w+=|javascript:", text)
    scripts = re.findall(r"<script([^>]*)>", text)
    assert all("src=" in script or "application/json" in script for script in scripts)


@pytest.mark.parametrize("address", _PAGES)
def test_every_link_on_a_page_leads_somewhere(browser: FlaskClient, keys: Keys, address: str) -> None:
    text = browser.get(address.format(keys=keys)).text
    links = {link.replace("&amp;", "&").replace("&#34;", '"') for link in re.findall(r'href="(/[^"]*)"', text)}
    broken = {link: browser.get(link).status_code for link in links if not link.startswith("/static/")}
    assert {link: status for link, status in broken.items() if status not in (200, 303)} == {}


def test_the_start_page_counts_and_shows_the_dispute(browser: FlaskClient, keys: Keys) -> None:
    text = browser.get("/").text
    assert f"/id/entity/{keys.arkadien}" in text
    assert "Was sagen die einen und bestreiten die anderen?" in text


def test_a_claim_is_shown_with_its_words_marked(browser: FlaskClient, keys: Keys) -> None:
    text = browser.get(f"/id/claim/{keys.claim}").text
    assert re.search(r'<mark class="is-actor"[^>]*>Arkadien</mark>', text)
    assert "Jonas Hold" in text


def test_the_search_finds_a_party_by_a_piece_of_its_name(browser: FlaskClient, keys: Keys) -> None:
    assert f"/id/entity/{keys.utopien}" in browser.get("/search?q=utop").text
    assert f"/id/entity/{keys.utopien}" not in browser.get("/search?q=zzzz").text


def test_the_explorer_lists_the_claims_of_the_edge_in_the_address(browser: FlaskClient, keys: Keys) -> None:
    network = browser.get("/api/network").json
    assert network is not None
    edge = next(edge for edge in network["edges"] if edge["relation"] == "AID")
    text = browser.get(f"/explore?edge={edge['key']}").text
    assert text.count('class="words"') == 4
    assert browser.get(f"/id/edge/{edge['key']}").status_code == 303


def test_the_explorer_brings_along_the_network_that_its_script_would_ask_for(browser: FlaskClient, keys: Keys) -> None:
    for query in ("", f"?entities={keys.arkadien},{keys.utopien}", f"?lens=speaker:{keys.utopien}"):
        given = re.search(r'id="explorer-options">(.*?)</script>', browser.get(f"/explore{query}").text, re.DOTALL)
        assert given and json.loads(given[1])["network"] == browser.get(f"/api/network{query}").json


def test_an_article_is_whole_here_and_cut_for_others(browser: FlaskClient, keys: Keys) -> None:
    here = browser.get(f"/id/article/{keys.article}").text
    through_a_proxy = browser.get(f"/id/article/{keys.article}", headers={"X-Forwarded-For": "192.0.2.1"}).text

    assert "Der Hafen bleibt offen." in here
    assert "Der Hafen bleibt offen." not in through_a_proxy
    assert DELIVERS.split(",")[0].split()[-1] in through_a_proxy


def test_what_is_not_there_is_not_found_in_words(browser: FlaskClient) -> None:
    for address in ("/nowhere", "/id/claim/" + "a" * 26, "/id/claim/..", "/id/nothing/x"):
        answer = browser.get(address)
        assert answer.status_code == 404
        assert answer.mimetype == "text/html"
    assert browser.get("/id/entity/" + "a" * 26 + "?role=owner").status_code in (400, 404)


def test_words_from_the_address_are_never_markup(browser: FlaskClient) -> None:
    nasty = "<script>alert(1)</script>"
    for address in (f"/search?q={nasty}", f"/sparql?query={nasty}", f"/{nasty}"):
        assert nasty not in browser.get(address).text


def test_the_store_is_healthy(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert answer.json == {"status": "ok", "revision": answer.json["revision"] if answer.json else None}


def test_vocabularies_are_turtle_for_programs_and_text_for_readers(client: FlaskClient, browser: FlaskClient) -> None:
    for address in ("/ns", "/plover"):
        assert client.get(address).mimetype == "text/turtle"
        assert browser.get(address).mimetype == "text/plain"


def test_what_the_address_names_and_nobody_knows_is_left_out_and_said(browser: FlaskClient, keys: Keys) -> None:
    lost = browser.get(f"/explore?entities={keys.arkadien},gone&edge=gone")
    assert lost.status_code == 200
    assert "2 Angaben der Adresse kennt dieser Bestand nicht" in lost.text and "Arkadien" in lost.text
    assert "kennt dieser Bestand nicht" not in browser.get(f"/explore?entities={keys.arkadien}").text
    told = browser.get(f"/api/network?entities={keys.arkadien},gone").json
    assert told is not None and (len(told["nodes"]), told["unknown"]) == (1, 1)


def test_a_claim_leads_to_the_explorer_with_its_edge_open(browser: FlaskClient, keys: Keys) -> None:
    link = re.search(r'href="(/explore\?[^"]+)"', browser.get(f"/id/claim/{keys.claim}").text)
    assert link and f"claim={keys.claim}" in link[1]
    page = browser.get(link[1].replace("&amp;", "&")).text
    assert f"claim-{keys.claim}" in page and "kennt dieser Bestand nicht" not in page


def test_a_relation_without_recipient_reads_as_a_sentence() -> None:
    words = Words(Vocabulary.load(), "de")
    assert (words.relation("REQUEST"), words.relation("REQUEST", alone=True)) == ("fordert etwas von", "stellt Forderungen")


def test_errors_speak_the_language_of_the_page(browser: FlaskClient) -> None:
    german = browser.get("/id/entity/gone").text
    english = browser.get("/id/entity/gone", headers={"Accept-Language": "en"}).text
    wrong = browser.get("/sparql", query_string={"query": "SELECT *"}).text
    assert "Der Bestand kennt nichts unter diesem Schlüssel" in german and 'lang="en">there is no entity' in german
    assert english.count("there is no entity") == 1
    assert "Das ist kein gültiges SPARQL" in wrong and 'lang="en">syntax error' in wrong
    told = browser.get("/api/claim/gone").json
    assert told is not None and told["detail"].startswith("there is no claim") and told["explanation"].startswith("Der Bestand")


@pytest.mark.parametrize(("language", "told"), [("de", "3 Artikel · 2 Wurzeln"), ("en", "3 articles · 2 roots")])
def test_roots_stand_beside_articles_wherever_these_are_counted(
    browser: FlaskClient, keys: Keys, language: str, told: str
) -> None:
    assert told in browser.get(f"/?lang={language}").text
    payload = browser.get(f"/api/network?entities={keys.arkadien},{keys.utopien}").get_json()
    assert [(edge["articles"], edge["roots"]) for edge in payload["edges"] if edge["relation"] == "AID"] == [(3, 2)]
    assert ("Wurzeln" if language == "de" else "Roots") in browser.get(f"/disputes?lang={language}").text


def test_an_article_tells_what_it_leans_on_and_why(browser: FlaskClient, keys: Keys) -> None:
    leaning = article_key(dispatches()[2].article)
    text = browser.get(f"/id/article/{leaning}?lang=de").text
    assert "Woher dieser Text stammt" in text and "zitiertes Medium" in text
    assert "Woher dieser Text stammt" not in browser.get(f"/id/article/{keys.article}?lang=de").text
