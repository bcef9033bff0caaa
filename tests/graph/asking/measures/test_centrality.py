"""Centralities and communities that can be worked out by hand."""

from itertools import combinations

import pytest

from graph.asking.measures.centrality import centrality
from graph.asking.measures.communities import communities
from graph.asking.measures.rows import CentralityRow, CommunityRow

from .made import edge, network


def test_whoever_all_paths_lead_through_stands_between() -> None:
    rows, figures = centrality(network([edge("a", "b", asserting=3), edge("b", "c", asserting=2)]))
    middle = rows[0]

    assert isinstance(middle, CentralityRow)
    assert (middle.party.key, middle.betweenness) == ("b", 0.5)  # the one path a → b → c of (3-1)(3-2) that there could be
    assert (middle.actors, middle.recipients, middle.roots_in, middle.roots_out, middle.core) == (1, 1, 3, 2, 1)
    assert dict(figures) == {"parties": 3, "ties": 2, "density": pytest.approx(2 / 6, abs=1e-4)}


def test_pagerank_follows_the_ties() -> None:
    rows, _ = centrality(network([edge("a", "c"), edge("b", "c")]))
    ranks = {row.party.key: row.pagerank for row in rows if isinstance(row, CentralityRow)}
    # c has no tie outwards and spreads over all: with t for a and b, c = t + 0.85·2t, and the three add up to 1.
    assert ranks == {
        "a": pytest.approx(10 / 47, abs=1e-4),
        "b": pytest.approx(10 / 47, abs=1e-4),
        "c": pytest.approx(27 / 47, abs=1e-4),
    }


def test_three_who_have_to_do_with_each_other_are_a_denser_core() -> None:
    rows, _ = centrality(network([edge("a", "b"), edge("b", "c"), edge("c", "a"), edge("c", "d")]))
    assert {row.party.key: row.core for row in rows if isinstance(row, CentralityRow)} == {"a": 2, "b": 2, "c": 2, "d": 1}


def test_two_circles_joined_by_one_tie_are_two_communities() -> None:
    circles = [edge(*pair) for three in ("abc", "xyz") for pair in combinations(three, 2)]
    rows, figures = communities(network([*circles, edge("a", "x")]))
    of = {row.party.key: (row.community, row.roots_within, row.roots_across) for row in rows if isinstance(row, CommunityRow)}

    assert of == {"a": (1, 2, 1), "b": (1, 2, 0), "c": (1, 2, 0), "x": (2, 2, 1), "y": (2, 2, 0), "z": (2, 2, 0)}
    assert dict(figures) == {"communities": 2, "modularity": pytest.approx(2 * (3 / 7 - 1 / 4), abs=1e-4)}


def test_where_nothing_is_reported_nothing_is_measured() -> None:
    nothing = network([])
    assert centrality(nothing)[0] == communities(nothing)[0] == ()
