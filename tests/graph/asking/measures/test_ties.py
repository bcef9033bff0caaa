"""What makes a tie, and what never does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.asking.edges import Counted
from graph.asking.measures.balance import balance
from graph.asking.measures.brokerage import brokerage, roles
from graph.asking.measures.centrality import centrality
from graph.asking.measures.communities import communities
from graph.asking.measures.networks import Network
from graph.asking.measures.rows import Measured
from graph.asking.measures.ties import Voice, around, backing, ties

from .made import SCORES, edge, network

_LETTERS = st.sampled_from("abcdef")
_FEW = st.integers(0, 3)
_ENDS = st.tuples(_LETTERS, _LETTERS, st.sampled_from(sorted(SCORES)))
_GROUPS = {"a": "north", "b": "north", "c": "south", "d": "south", "e": "west"}


@st.composite
def edges(draw: st.DrawFn) -> list[Counted]:
    """Some edges, none twice."""
    found = []
    for actor, recipient, relation in draw(st.lists(_ENDS, unique=True, max_size=14)):
        counts = {name: draw(_FEW) for name in ("asserting", "alleging", "denying", "doubting")}
        claims = sum(counts.values())
        intended = draw(st.integers(0, claims))
        roots = draw(st.integers(min(1, claims), claims))
        found.append(edge(actor, recipient, relation, **counts, intended=intended, roots=roots))
    return found


def all_measures(made: Network) -> list[Measured]:
    return [centrality(made), communities(made), brokerage(made), roles(made), balance(made, SCORES)]


def test_a_tie_joins_all_that_is_reported_of_two_parties_in_one_direction() -> None:
    told = [
        edge("a", "b", asserting=2, denying=3),
        edge("a", "b", "ASSAULT"),
        edge("b", "a"),
        edge("a", "b", "CONSULT", asserting=0, denying=1),
    ]
    strong, weak = ties(told, SCORES)

    assert (strong.actor, strong.recipient, strong.roots) == ("a", "b", 3)
    assert [each.relation for each in strong.edges] == ["AID", "ASSAULT"]
    assert [each.relation for each in strong.others] == ["CONSULT"]
    assert (strong.claims, strong.asserting, strong.denying) == (7, 3, 4)
    assert strong.asserted_score == pytest.approx((2 * 10 - 9) / 3)
    assert (weak.actor, weak.recipient) == ("b", "a")


@pytest.mark.parametrize(
    "told",
    [
        edge("a", "b", asserting=0, denying=4),
        edge("a", "b", asserting=0, doubting=1),
        edge("a", "b", asserting=0, alleging=2),
        edge("a", "b", asserting=2, intended=2),
        edge("a", "b", asserting=2, intended=1, possible=1),
        edge("a", None),
        edge("a", "a"),
    ],
    ids=["denied", "doubted", "alleged", "planned", "planned or possible", "of nobody", "of itself"],
)
def test_what_nobody_asserts_as_done_between_two_is_no_tie(told: Counted) -> None:
    assert ties([told], SCORES) == ()


def test_allegations_are_kept_apart() -> None:
    told = [edge("a", "b", asserting=0, alleging=2), edge("a", "c")]

    assert [tie.recipient for tie in ties(told, SCORES, Voice.ALLEGED)] == ["b"]
    assert [tie.recipient for tie in ties(told, SCORES, Voice.REPORTED)] == ["b", "c"]
    alleged = ties(told, SCORES, Voice.REPORTED)[0]
    assert (alleged.asserted_score, alleged.alleged_score) == (None, 10.0)


def test_denials_lend_no_strength() -> None:
    assert backing(edge("a", "b", asserting=1, denying=9), Voice.ASSERTED) == 1
    assert backing(edge("a", "b", asserting=9, roots=2), Voice.ASSERTED) == 2
    assert backing(edge("a", "b", asserting=4, intended=3), Voice.ASSERTED) == 1


def test_around_a_party_stand_its_partners_and_the_ties_among_them() -> None:
    found = ties([edge("a", "b"), edge("c", "a"), edge("b", "c"), edge("c", "d")], SCORES)
    assert {(tie.actor, tie.recipient) for tie in around(found, ["a"])} == {("a", "b"), ("c", "a"), ("b", "c")}
    assert around(found, []) == found


@given(edges(), st.randoms())
def test_the_order_of_edges_changes_no_answer(told: list[Counted], random: object) -> None:
    mixed = list(told)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert all_measures(network(told, _GROUPS)) == all_measures(network(mixed, _GROUPS))


@given(edges(), st.lists(_ENDS, max_size=10))
def test_what_is_only_denied_changes_no_answer(told: list[Counted], denied: list[tuple[str, str, str]]) -> None:
    known = {(each.actor, each.recipient, each.relation) for each in told}
    more = [edge(a, b, relation, asserting=0, denying=5) for a, b, relation in denied if (a, b, relation) not in known]
    assert all_measures(network(told, _GROUPS)) == all_measures(network([*told, *more], _GROUPS))


@given(edges())
def test_no_tie_is_stronger_than_what_is_said_for_it(told: list[Counted]) -> None:
    for voice in Voice:
        for tie in ties(told, SCORES, voice):
            assert tie.edges and all(backing(each, voice) for each in tie.edges)
            assert 0 < tie.roots <= sum(each.roots for each in tie.edges)
            assert not {each.key for each in tie.edges} & {each.key for each in tie.others}
