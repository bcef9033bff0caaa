"""Counts and episodes: what hangs together in time, and what the sources make of it."""

from datetime import date
from itertools import permutations

import pytest

from graph.model import Modality, Stance
from graph.rdf.census import Edge, Report
from graph.rdf.derived import counts, episodes, voice
from graph.rdf.edges import edge_quads
from graph.rdf.terms import Terms

from .test_tallies import counted

EDGE = Edge("AID", "a", "b")


def report(
    name: str = "1",
    when: tuple[date | None, date | None] = (None, None),
    *,
    published: date | None = None,
    stance: Stance = Stance.ASSERTS,
    negated: bool = False,
    article: str = "x",
    root: str = "r",
    modality: Modality = Modality.ACTUAL,
) -> Report:
    return Report(article, name, "p", EDGE, stance, negated, modality, *when, published, root)


def days(*reports: Report, standing: bool = False) -> list[tuple[date | None, date | None]]:
    return [(each.earliest, each.latest) for each in episodes(reports, standing=standing)]


MARCH, APRIL, DECEMBER = date(2024, 3, 1), date(2024, 4, 1), date(2024, 12, 1)


def test_a_gap_of_31_days_hangs_together_and_one_of_32_does_not() -> None:
    assert days(report("1", published=MARCH), report("2", published=APRIL)) == [(MARCH, APRIL)]
    assert len(days(report("1", published=MARCH), report("2", published=date(2024, 4, 2)))) == 2


def test_events_count_by_their_own_days_not_by_those_of_the_reports() -> None:
    late = report("1", (MARCH, MARCH), published=DECEMBER)
    assert days(late, report("2", published=MARCH)) == [(MARCH, MARCH)]


def test_a_long_event_bridges_what_begins_within_it() -> None:
    month = report("1", (MARCH, date(2024, 3, 31)))
    assert days(month, report("2", published=date(2024, 4, 30))) == [(MARCH, date(2024, 4, 30))]


@pytest.mark.parametrize("vague", [(date(2024, 1, 1), date(2024, 12, 31)), (date(2024, 1, 1), None), (None, date(2024, 12, 31))])
def test_a_vague_time_does_not_tie_a_year_together(vague: tuple[date | None, date | None]) -> None:
    assert days(report("1", vague, published=MARCH), report("2", published=DECEMBER)) == [(MARCH, MARCH), (DECEMBER, DECEMBER)]


def test_a_vague_time_before_the_report_is_taken_where_it_comes_nearest() -> None:
    last_year = (date(2023, 1, 1), date(2023, 12, 31))
    assert days(report("1", last_year, published=MARCH)) == [(date(2023, 12, 31), date(2023, 12, 31))]


def test_what_has_no_date_at_all_stands_apart() -> None:
    assert days(report("1"), report("2", published=MARCH), report("3")) == [(MARCH, MARCH), (None, None)]


def test_standing_ties_have_no_window() -> None:
    tie = report("1", published=MARCH), report("2", published=DECEMBER), report("3")
    assert days(*tie, standing=True) == [(MARCH, DECEMBER)]
    assert episodes((), standing=True) == ()


@pytest.mark.parametrize(
    "stance, negated, said",
    [
        (Stance.ASSERTS, False, "asserting"),
        (Stance.CONFIRMS, False, "asserting"),
        (Stance.ALLEGES, False, "alleging"),
        (Stance.DENIES, False, "denying"),
        (Stance.DOUBTS, False, "doubting"),
        (Stance.ASSERTS, True, "denying"),
    ],
)
def test_what_a_source_says(stance: Stance, negated: bool, said: str) -> None:
    assert voice(report(stance=stance, negated=negated)) == said


def test_ten_reprints_of_one_text_are_one_root() -> None:
    figures = counts([report(str(number), article=str(number)) for number in range(10)])
    assert (figures.claims, figures.articles, figures.roots) == (10, 10, 1)


def test_a_dispute_needs_two_sides() -> None:
    yes, no, perhaps = report("1"), report("2", negated=True), report("3", stance=Stance.DOUBTS)
    assert not counts([yes]).disputed
    assert not counts([no, perhaps]).disputed
    assert counts([yes, no]).disputed
    assert counts([yes, perhaps]).disputed


def test_the_order_of_the_reports_does_not_matter() -> None:
    reports = [report("1", published=MARCH), report("2", published=APRIL, article="y"), report("3", (MARCH, APRIL), root="s")]
    told = {edge_quads(EDGE, counted(*order), Terms()) for order in permutations(reports)}
    assert len(told) == 1


def test_nothing_is_told_of_what_nobody_reports() -> None:
    assert edge_quads(EDGE, counted(), Terms()) == frozenset()
