"""Named questions answered: flat rows of codes and addresses, finished in Python where a query cannot."""

import json
from dataclasses import dataclass

import pytest

from graph.asking import flat
from graph.asking.answering import Case, Found, Reply, answered, reply
from graph.asking.naming import resolver
from graph.asking.questions import questions
from graph.errors import NotFoundError, UsageError
from graph.identity import entity_key
from tests.affair import ARKADIEN

from .conftest import AffairDesk


@dataclass(frozen=True)
class _Row:
    relation: str
    claims: int


def test_concepts_stand_as_codes_and_things_as_addresses(affair: AffairDesk) -> None:
    found = affair.ask("claims", entity="Arkadien")
    row = dict(zip(found.columns, found.rows[0], strict=True))

    assert (row["relation"], row["stance"]) == ("THREATEN", "alleges")
    assert str(row["claim"]).startswith(affair.base)


def test_what_is_given_narrows_the_answer(affair: AffairDesk) -> None:
    assert len(affair.ask("who-says", relation="AID").rows) < len(affair.ask("who-says").rows)


def test_an_answer_may_be_finished_in_python(affair: AffairDesk) -> None:
    def relations(found: Found, _case: Case) -> Reply:
        told = [str(relation) for (relation,) in found.each("relation")]
        return reply(_Row, (_Row(each, told.count(each)) for each in sorted(set(told))))

    found = answered(questions()["claims"], Case(affair, {"entity": entity_key(ARKADIEN, "")}, "de"), {"claims": relations})

    assert found.columns == ("relation", "claims")
    assert ("ASSAULT", 8) in found.rows


def test_a_party_is_found_by_its_whole_name_only(affair: AffairDesk) -> None:
    resolve = resolver(affair.store.labels)

    assert resolve("arkadien") == entity_key(ARKADIEN, "") == resolve(entity_key(ARKADIEN, ""))
    with pytest.raises(NotFoundError, match="did you mean Arkadien"):
        resolve("Arkadi")
    with pytest.raises(NotFoundError, match="no party called 'Atlantis'"):
        resolve("Atlantis")


def test_a_reply_is_a_list_of_flat_objects_or_a_table() -> None:
    told = Reply(("actor", "roots", "disputed"), (("Arkadien", 2, True), ('Über, "Land"', None, False)))

    assert json.loads(flat.write(told, "json")) == [
        {"actor": "Arkadien", "roots": 2, "disputed": True},
        {"actor": 'Über, "Land"', "roots": None, "disputed": False},
    ]
    assert flat.write(told, "csv").decode() == 'actor,roots,disputed\r\nArkadien,2,true\r\n"Über, ""Land""",,false\r\n'
    assert flat.write(told, "tsv").decode().startswith("actor\troots\tdisputed\r\n")
    assert json.loads(flat.write(Reply(("actor",), ()), "json")) == []
    with pytest.raises(UsageError, match="json, csv, tsv"):
        flat.write(told, "xml")


def test_every_claim_is_counted_in_exactly_one_episode(affair: AffairDesk) -> None:
    (row,) = affair.rows(
        "SELECT (COUNT(DISTINCT ?claim) AS ?all) (COUNT(?episode) AS ?links) "
        "{ ?claim a depesche:Claim OPTIONAL { ?claim depesche:episode ?episode . ?episode a depesche:Episode } }"
    )
    assert row == (19, 19)
