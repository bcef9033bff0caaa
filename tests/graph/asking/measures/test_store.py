"""Measures of the small store: what its five dispatches report, and who cites whom in them."""

from datetime import date
from pathlib import Path

import networkx
import pytest

from graph.asking.measures import chains, gathering
from graph.asking.measures.answers import measure, scores
from graph.asking.measures.asked import Asked, day, found, voice
from graph.asking.measures.catalogue import catalogue
from graph.asking.measures.counted import counted
from graph.asking.measures.sheets import as_csv, as_json
from graph.asking.measures.store import as_graphml, measured
from graph.asking.measures.ties import Voice
from graph.asking.pool import Pool
from graph.errors import NotFoundError, UsageError
from graph.identity import entity_key
from graph.rdf.labels import Labels
from graph.rdf.store import Store
from graph.vocabulary import Vocabulary
from tests.graph.asking.conftest import Desk
from tests.stores import ARKADIEN, UTOPIEN, dispatches

_ARKADIEN, _UTOPIEN = (entity_key(each, "") for each in (ARKADIEN, UTOPIEN))
_SCORES = scores(Vocabulary.load())


def test_the_delivery_is_a_tie_although_it_is_denied(desk: Desk) -> None:
    network = gathering.network(desk, Asked(), _SCORES, "de")
    told = {(tie.actor, tie.recipient): tie for tie in network.ties}
    delivery = told[_ARKADIEN, _UTOPIEN]

    assert set(told) == {(_ARKADIEN, _UTOPIEN), (_UTOPIEN, _ARKADIEN)}
    assert (delivery.claims, delivery.asserting, delivery.alleging, delivery.denying) == (4, 2, 1, 1)
    assert (delivery.roots, delivery.asserted_score, delivery.alleged_score) == (2, 10.0, 10.0)
    assert {key: party.name for key, party in network.parties.items()} == {_ARKADIEN: "Arkadien", _UTOPIEN: "Utopien"}
    assert {group.name for group in network.groups.values()} == {"Arkadien", "Utopien"}
    assert (network.total, network.left_out, network.untied, network.unseen) == (2, 0, 0, 0)


def test_the_weakest_are_left_out_and_counted(desk: Desk) -> None:
    network = gathering.network(desk, Asked(), _SCORES, "de", limit=1)
    assert [(tie.actor, tie.recipient) for tie in network.ties] == [(_ARKADIEN, _UTOPIEN)]
    assert (network.total, network.left_out) == (2, 1)

    edges, unseen = counted(desk, Asked(), _SCORES, limit=1)
    assert ([edge.relation for edge in edges], unseen) == (["AID"], 1)


def test_only_what_was_alleged(desk: Desk) -> None:
    network = gathering.network(desk, Asked(voice=Voice.ALLEGED), _SCORES, "de")
    assert [(tie.actor, tie.recipient, tie.roots) for tie in network.ties] == [(_ARKADIEN, _UTOPIEN, 1)]
    assert network.untied == 1


def test_days_are_those_of_episodes(desk: Desk) -> None:
    def relations(since: date | None, until: date | None) -> list[str]:
        return sorted(edge.relation for edge in counted(desk, Asked(since=since, until=until), _SCORES)[0])

    assert relations(date(2024, 6, 30), None) == ["AID"]  # some time in June
    assert relations(date(2024, 6, 7), date(2024, 6, 7)) == ["AID", "SUPPORT"]
    assert relations(None, date(2024, 6, 6)) == ["AID"]
    assert relations(date(2024, 7, 1), None) == relations(None, date(2024, 5, 31)) == []


def test_a_chain_is_cited_link_by_link(desk: Desk) -> None:
    citations = chains.citations(desk, Asked(), "de")
    told = {(citations.parties[each.citing].name, citations.parties[each.cited].name): each for each in citations.found}

    assert set(told) == {("Abendbote", "Jonas Hold"), ("Abendbote", "Utopien"), ("Morgenblatt", "Abendbote")}
    hold = told["Abendbote", "Jonas Hold"]  # once in its own dispatch, once as Morgenblatt passes it on
    assert (hold.claims, hold.roots, hold.stances, hold.first, hold.last) == (2, 2, (2, 0, 0, 0, 0), "2024-06-03", "2024-06-05")
    assert told["Abendbote", "Utopien"].stances == (0, 0, 0, 1, 0)
    assert (citations.total, citations.unnamed) == (3, 1)


def test_days_of_citations_are_those_of_publication(desk: Desk) -> None:
    later = chains.citations(desk, Asked(since=date(2024, 6, 4), until=date(2024, 6, 5)), "de")
    names = {(later.parties[each.citing].name, later.parties[each.cited].name) for each in later.found}
    assert names == {("Abendbote", "Jonas Hold"), ("Morgenblatt", "Abendbote")}
    around = chains.citations(desk, Asked(parties=(_UTOPIEN,)), "de")
    assert ([each.cited for each in around.found], around.unnamed) == ([_UTOPIEN], None)


@pytest.mark.parametrize("name", list(catalogue().measures))
def test_every_measure_is_told_as_a_table_and_as_a_network(desk: Desk, name: str) -> None:
    asked, of = Asked(), measure(name)
    answer = measured(desk, _SCORES, of, asked, "de")
    file = as_graphml(desk, _SCORES, of, asked, "de")
    network = networkx.parse_graphml(file.decode(), force_multigraph=True)

    lines = as_csv(answer).decode().splitlines()
    assert len(lines) == 1 + len(answer.rows)
    assert of.meaning["en"] in as_json(answer, "en").decode()
    keys = {key for _, _, data in network.edges(data=True) for key in data["claim_keys"].split()}
    assert keys and keys <= claim_keys(desk)
    assert file == as_graphml(desk, _SCORES, of, asked, "de")


def claim_keys(desk: Desk) -> set[str]:
    return {str(row[0]).rpartition("/")[2] for row in desk.rows("SELECT ?claim { GRAPH ?g { ?claim a depesche:Claim } }")}


def test_an_edge_in_a_file_keeps_its_denials(desk: Desk) -> None:
    file = as_graphml(desk, _SCORES, measure("centrality"), Asked(), "de").decode()
    edges = list(networkx.parse_graphml(file, force_multigraph=True).edges(data=True))
    delivery = next(data for _, _, data in edges if data["relation"] == "AID")

    assert (delivery["claims"], delivery["asserting"], delivery["alleging"], delivery["denying"]) == (4, 2, 1, 1)
    assert (delivery["weight"], delivery["tie"], len(delivery["claim_keys"].split())) == (2, True, 4)


def test_the_order_of_adding_changes_nothing(tmp_path: Path, desk: Desk) -> None:
    other = Store.create(tmp_path / "store")
    for each in reversed(dispatches()):
        with other.writing("test") as writer:
            writer.add(each, "test-reader")
    with Pool(other.folder, workers=1, deadline=20.0) as pool:
        mirrored = Desk(pool, other)
        for of in catalogue().measures.values():
            there, here = (measured(each, _SCORES, of, Asked(), "en") for each in (mirrored, desk))
            assert as_json(there, "en") == as_json(here, "en")


def test_parties_are_found_by_name_or_key(desk: Desk) -> None:
    labels = Labels(desk.store.folder / "labels.sqlite")
    assert [each.name for each in found(labels, ["arkad", _UTOPIEN, " "])] == ["Arkadien", "Utopien"]
    with pytest.raises(NotFoundError, match="nobody called 'xyzzy'"):
        found(labels, ["xyzzy"])


def test_what_makes_no_sense_is_said() -> None:
    for wrong in (lambda: day("3.6.2024"), lambda: voice("loud"), lambda: measure("power")):
        with pytest.raises(UsageError):
            wrong()
