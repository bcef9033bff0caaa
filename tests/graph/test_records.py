"""A reading as a line of JSON: the documented keys, and the way back without loss."""

import json

import pytest
from hypothesis import given

from graph.errors import InputError
from graph.identity import article_key
from graph.model import Reading, Stance, Time
from graph.records import extraction_from_json, extraction_to_json, reading_from_json, reading_to_json
from tests.factory import CLAUSE, article, claim, party, reading, span, speech, step
from tests.strategies import readings


@given(readings())
def test_a_reading_comes_back_as_it_was(one: Reading) -> None:
    assert reading_from_json(reading_to_json(one)) == one
    assert reading_from_json(reading_to_json(one, text=False), one.article) == one
    assert extraction_from_json(extraction_to_json(one), one.article) == one


@given(readings())
def test_a_reading_is_one_line(one: Reading) -> None:
    assert "\n" not in reading_to_json(one)


def test_the_documented_keys() -> None:
    told = step("Minister Hold", Stance.DENIES, cue=span("sagte"))
    one = reading(
        article(identifier="a-1"),
        [claim(actor=party("Arkadien", span("Arkadien")), attribution=[told], time=Time("im Juni", "2024-06"), place="Hafen")],
        speech=[speech(cue=span("sagte"))],
    )
    line = json.loads(reading_to_json(one, text=False))
    (found,) = line["claims"]
    assert (line["id"], line["language"]) == ("a-1", "de")
    assert found["evidence"] == {"start": CLAUSE.start, "end": CLAUSE.end}
    assert {key: found["actor"][key] for key in ("name", "mention", "kind", "wikidata")} == {
        "name": "Arkadien", "mention": "Arkadien", "kind": "state", "wikidata": None,
    }  # fmt: skip
    assert found["attribution"][0]["source"]["name"] == "Minister Hold"
    assert (found["attribution"][0]["stance"], found["attribution"][0]["anonymous"]) == ("denies", False)
    assert (found["time"], found["place"], found["modality"]) == ({"text": "im Juni", "value": "2024-06"}, "Hafen", "actual")
    (stretch,) = line["speech"]
    assert (stretch["content"], stretch["speaker"]) == ([[CLAUSE.start, CLAUSE.end]], None)
    assert (stretch["cue"], stretch["type"]) == ([span("sagte").start, span("sagte").end], "indirect")
    assert "text" not in line["article"]


def test_an_article_without_an_id_of_its_own_has_its_key() -> None:
    assert json.loads(reading_to_json(reading()))["id"] == article_key(article())


def test_a_party_that_only_the_context_names_is_mentioned_by_its_name() -> None:
    line = reading_to_json(reading(claims=[claim(actor=party("Arkadien"))]))
    assert json.loads(line)["claims"][0]["actor"]["mention"] == "Arkadien"


@pytest.mark.parametrize("line", ["", "[]", "{}", '{"claims": 3}', "null", reading_to_json(reading(), text=False)])
def test_what_is_no_reading_is_refused(line: str) -> None:
    with pytest.raises(InputError, match="not a reading"):
        reading_from_json(line)
