"""Edges found by walking down magnitudes and circles are those that sorting all of them would give."""

from collections import Counter

import pytest

from graph.asking import edges
from graph.asking.addresses import place
from graph.asking.edges import Counted, counted

from .conftest import AffairDesk

FEW = 5


@pytest.fixture
def every(affair: AffairDesk) -> list[Counted]:
    """All edges with an actor, those with the most claims first."""
    where = f"GRAPH {place(affair.base, 'derived')} {{ ?edge depesche:edgeSummary ?told }}"
    found = [counted(str(edge), str(told)) for edge, told in affair.rows(f"SELECT ?edge ?told {{ {where} }}")]
    return sorted((edge for edge in found if edge.actor), key=lambda edge: (-edge.tally.claims, edge.key))


def test_the_most_reported_come_first_and_some_relations_can_be_left_out(affair: AffairDesk, every: list[Counted]) -> None:
    assert list(edges.most_reported(affair, FEW)) == every[:FEW]
    assert list(edges.most_reported(affair, 1000)) == every
    common = every[0].relation
    assert list(edges.most_reported(affair, FEW, [common])) == [edge for edge in every if edge.relation != common][:FEW]


def test_the_busiest_are_in_the_most_claims(affair: AffairDesk) -> None:
    found, total = edges.busiest(affair, 1000)
    claims = Counter(_claims_by_party(affair))
    assert total == len(found) == len(claims)
    assert list(found) == sorted(claims, key=lambda party: (-claims[party], party))
    assert edges.busiest(affair, FEW) == (found[:FEW], total)


def test_neighbours_are_counted_over_all_relations_in_both_directions(affair: AffairDesk, every: list[Counted]) -> None:
    for party in edges.busiest(affair, FEW)[0]:
        tied: Counter[str] = Counter()
        for edge in every:
            if edge.recipient and party in (edge.actor, edge.recipient) and edge.actor != edge.recipient:
                tied[edge.recipient if edge.actor == party else edge.actor] += edge.tally.claims
        ordered = sorted(tied, key=lambda other: (-tied[other], other))
        assert edges.neighbours(affair, party, 1000) == (tuple(ordered), len(ordered))
        assert edges.neighbours(affair, party, 2) == (tuple(ordered[:2]), len(ordered))


def test_edges_among_some_parties_are_all_of_theirs_and_no_others(affair: AffairDesk, every: list[Counted]) -> None:
    some = edges.busiest(affair, FEW)[0]
    inside = [edge for edge in every if {edge.actor, edge.recipient} <= {None, *some}]
    inside.sort(key=lambda edge: (-edge.tally.claims, edge.actor, edge.recipient or "", edge.relation))
    found, total = affair.archive.edges_among(sorted(some), 2)
    assert (edges.told_of(affair, found), total) == (tuple(inside[:2]), len(inside))
    assert list(edges.told_of(affair, affair.archive.edges_among(sorted(some), 1000)[0])) == inside
    assert affair.archive.edges_among([], 2) == ((), 0)


def _claims_by_party(affair: AffairDesk) -> dict[str, int]:
    query = f"""SELECT ?party (COUNT(DISTINCT ?claim) AS ?n) {{ GRAPH {place(affair.base, "propositions")} {{
        ?proposition depesche:actor|depesche:recipient ?party }}
        GRAPH ?article {{ ?claim depesche:reports ?proposition }} }} GROUP BY ?party"""
    return {str(party).rpartition("/")[2]: int(n or 0) for party, n in affair.rows(query)}
