"""What makes the largest and the latest quick to find: magnitudes, pairs with their circles, days under names of their own."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad

from graph.identity import entity_key
from graph.model import Modality, Stance
from graph.rdf.census import Edge, Report
from graph.rdf.edges import edge_quads, party_quads
from graph.rdf.magnitudes import magnitude
from graph.rdf.names import depesche
from graph.rdf.pairs import pair_iri, pair_of, pair_quads
from graph.rdf.summaries import summary
from graph.rdf.terms import Terms
from tests.stores import ARKADIEN, HOLD, UTOPIEN, example_store

from .test_tallies import counted

TERMS = Terms()
MARCH = date(2024, 3, 1)


def report(name: str, *, negated: bool = False, published: date | None = MARCH, actor: str | None = "a") -> Report:
    edge = Edge("AID", actor, "b")
    return Report(name, name, "p", edge, Stance.ASSERTS, negated, Modality.ACTUAL, None, None, published, name)


def told(quads: frozenset[Quad], name: str) -> set[str]:
    objects = (quad.object for quad in quads if quad.predicate == depesche(name))
    return {each.value for each in objects if isinstance(each, NamedNode | Literal)}


def of(*reports: Report) -> frozenset[Quad]:
    return edge_quads(reports[0].edge, counted(*reports), TERMS)


@given(st.integers(1, 1 << 40))
def test_a_magnitude_is_the_power_of_two_that_a_number_reaches(number: int) -> None:
    assert 2 ** magnitude(number) <= number < 2 ** (magnitude(number) + 1)


def test_an_edge_and_its_episodes_tell_their_magnitudes() -> None:
    quads = of(report("1"), report("2"), report("3"), report("4", published=date(2024, 9, 1)))
    assert told(quads, "edgeMagnitude") == {"2"}
    assert told(quads, "episodeMagnitude") == {"0", "1"}


def test_a_line_sums_up_an_edge_and_each_of_its_episodes() -> None:
    quads = of(report("1"), report("2", negated=True), report("3", published=date(2024, 9, 1)))
    (whole,), parts = told(quads, "edgeSummary"), sorted(told(quads, "episodeSummary"))
    assert whole == "AID a b 3 3 3 2 0 1 0 0 0 2024-03-01 2024-09-01"
    assert parts[0] == "AID a b 1 1 1 1 0 0 0 0 0 2024-09-01 2024-09-01"
    assert summary(whole).counts.denying == 1 and summary(whole).latest == "2024-09-01"
    (undated,) = told(of(report("1", published=None, actor=None)), "edgeSummary")
    assert (summary(undated).edge.actor, summary(undated).earliest) == (None, None)


def test_a_dispute_is_found_by_its_last_day_and_by_how_many_stand_on_the_weaker_side() -> None:
    quads = of(report("1"), report("2"), report("3", negated=True, published=date(2024, 3, 9)))
    assert (told(quads, "disputedUntil"), told(quads, "contested")) == ({"2024-03-09"}, {"1"})
    assert told(of(report("1", published=None), report("2", negated=True, published=None)), "disputedUntil") == {
        "http://depesche.localhost/ns#undated"
    }


def test_what_nobody_is_said_to_have_done_is_not_found_as_a_dispute() -> None:
    quads = of(report("1", actor=None), report("2", negated=True, actor=None))
    assert told(quads, "disputed") and not told(quads, "disputedUntil") | told(quads, "contested") | told(quads, "retoldUntil")


def test_what_several_articles_tell_is_found_by_its_last_day() -> None:
    assert told(of(report("1"), report("2", published=date(2024, 3, 2))), "retoldUntil") == {"2024-03-02"}
    assert not told(of(report("1")), "retoldUntil")
    assert not told(of(report("1", negated=True), report("2", negated=True)), "retoldUntil")


def test_both_directions_and_all_relations_are_one_pair() -> None:
    assert pair_of(Edge("AID", "a", "b")) == pair_of(Edge("ASSAULT", "b", "a")) == ("a", "b")
    assert pair_of(Edge("AID", "a", None)) == pair_of(Edge("AID", None, "a")) == pair_of(Edge("AID", "a", "a")) == ("a",)
    assert pair_of(Edge("AID", None, None)) is None


def test_a_pair_stands_in_the_circles_of_both_parties() -> None:
    quads = pair_quads(("a", "b"), 9, TERMS)
    assert told(quads, "circle") == {f"{TERMS.base}entity/{party}#circle-3" for party in "ab"}
    assert told(pair_quads(("a",), 9, TERMS), "party") == {f"{TERMS.base}entity/a"}
    assert not told(pair_quads(("a",), 9, TERMS), "circle")
    assert pair_quads(("a", "b"), 0, TERMS) == frozenset()


def test_a_party_tells_in_how_many_claims_it_acts_or_is_acted_upon() -> None:
    quads = party_quads("a", 9, 4, TERMS)
    assert (told(quads, "claimCount"), told(quads, "partyCount"), told(quads, "partyMagnitude")) == ({"9"}, {"4"}, {"2"})
    assert not told(party_quads("a", 9, 0, TERMS), "partyCount")


def test_a_store_tells_what_is_between_two_and_how_much_each_does(tmp_path: Path) -> None:
    quads = frozenset(example_store(tmp_path / "s").snapshot().quads.quads_for_pattern(None, None, None, TERMS.graph("derived")))

    def values(subject: NamedNode, name: str) -> set[str]:
        return told(frozenset(quad for quad in quads if quad.subject == subject), name)

    arkadien, utopien, hold = (entity_key(each, "") for each in (ARKADIEN, UTOPIEN, HOLD))
    assert values(pair_iri((arkadien, utopien), TERMS), "claimCount") == {"5"}
    assert values(TERMS.entity(arkadien), "partyCount") == {"5"}
    assert values(TERMS.entity(hold), "claimCount") and not values(TERMS.entity(hold), "partyCount")
