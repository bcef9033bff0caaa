"""Named questions on pages and as data: a form for what may be given, an answer in words, the same rows as files."""

import csv
import io
from datetime import date

import pytest
from flask.testing import FlaskClient

from graph.asking.hardness import strengths
from graph.asking.questions import questions
from graph.asking.wording import code, differences, note
from graph.model import Modality, Stance


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("name", questions())
def test_every_question_has_a_page_in_both_languages(browser: FlaskClient, name: str, language: str) -> None:
    answer = browser.get(f"/ask/{name}", headers={"Accept-Language": language})

    assert answer.status_code == 200
    assert questions()[name].label(language) in answer.text
    for parameter in questions()[name].parameters:
        assert f'name="{parameter}"' in answer.text


def test_the_list_leads_to_every_question(browser: FlaskClient) -> None:
    page = browser.get("/ask").text

    assert all(f'href="/ask/{name}"' in page for name in questions())


def test_an_answer_stands_in_words_and_leads_to_its_claims(browser: FlaskClient) -> None:
    page = browser.get("/ask/claims?entity=arkadien&lang=de").text

    assert "leistet Hilfe" in page and "AID" not in page.split("<table")[1].split("</table")[0]
    assert 'href="/id/claim/' in page
    assert 'value="arkadien"' in page


def test_a_cell_with_several_claims_leads_to_each_and_relations_stand_in_words(browser: FlaskClient) -> None:
    page = browser.get("/ask/barometer?lang=de").text
    table = page.split("<table")[1].split("</table")[0]

    assert "leistet Hilfe" in table and "AID" not in table
    assert '">1</a> <a href="/id/claim/' in table


def test_the_choices_of_a_form_are_told_in_its_own_words(browser: FlaskClient) -> None:
    assert "Tag des Ereignisses" in browser.get("/ask/as-of?lang=de").text


def test_what_cannot_be_asked_is_said_beside_the_form(browser: FlaskClient) -> None:
    answer = browser.get("/ask/claims?entity=Atlantis")

    assert answer.status_code == 400
    assert "no party called" in answer.text and 'name="entity"' in answer.text


def test_the_same_rows_come_as_flat_json_and_as_tables(browser: FlaskClient) -> None:
    rows = browser.get("/api/ask/disputes").json
    table = list(csv.DictReader(io.StringIO(browser.get("/api/ask/disputes?format=csv").text)))

    assert [(row["actor"], row["relation"], row["recipient"]) for row in rows] == [("Arkadien", "AID", "Utopien")]
    assert [(row["actor"], row["denying"]) for row in table] == [("Arkadien", "1")]
    assert browser.get("/api/ask/disputes?format=tsv").mimetype == "text/tab-separated-values"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/ask/weather", 404),
        ("/api/ask/weather", 404),
        ("/api/ask/disputes?colour=red", 400),
        ("/api/ask/disputes?since=soon", 400),
        ("/api/ask/claims?entity=Atlantis", 404),
        ("/api/ask/disputes?format=xml", 400),
    ],
)
def test_what_is_wrong_has_its_status(browser: FlaskClient, address: str, status: int) -> None:
    assert browser.get(address, headers={"Accept": "application/json"}).status_code == status


def test_an_answer_is_kept_until_the_store_changes(browser: FlaskClient) -> None:
    first = browser.get("/api/ask/roots")

    assert browser.get("/api/ask/roots", headers={"If-None-Match": first.headers["ETag"]}).status_code == 304


def test_a_sentence_stands_below_its_row_and_leads_to_its_claim(browser: FlaskClient) -> None:
    page = browser.get("/ask/claims?entity=arkadien&lang=de").text
    head, below = page.split("<thead>")[1].split("</thead>")[0], page.split('<tr class="below">')[1].split("</tr>")[0]

    assert "Satz" not in head and "Satz" in below
    assert 'colspan="5"' in below and 'href="/id/claim/' in below and head.count("<th") == 5


def test_what_the_sources_say_stands_in_one_cell(browser: FlaskClient) -> None:
    table = browser.get("/ask/disputes?lang=de").text.split("<table")[1].split("</table")[0]

    assert "Stimmen" in table and "bestreiten" not in table.split("</thead>")[0]
    assert 'title="bestreiten oder verneinen es"' in table


def test_days_and_reasons_are_told_in_the_language_of_the_page() -> None:
    told = note("as-of-published", day=date(2024, 8, 6))

    assert told.text("de") == "Gezählt ist, was bis zum 6. August 2024 erschienen war."
    assert told.text("en") == "Counted is what had been published by 6 August 2024."
    told_apart = "asserts → alleges; in its own voice → on somebody's word"
    assert differences(told_apart, "de") == "sagt aus → behauptet; in eigener Stimme → auf jemandes Wort"
    assert differences(told_apart, "en") == told_apart


def test_every_way_to_differ_has_its_words() -> None:
    ways = [
        strengths(modality, stance, own=own, named=named)
        for modality in Modality for stance in Stance for own in (True, False) for named in (True, False)
    ]  # fmt: skip
    words = {strength.words for way in ways for strength in way if strength}

    assert {word for word in words if code(word, "de") == word} == set()
