"""Two clocks tell the days of one report: of what happened, and of its being printed."""

from dataclasses import replace
from datetime import date

from graph.asking.clock import Clock, iso
from graph.model import Modality, Stance
from graph.rdf.census import Edge, Report

PRINTED = date(2024, 6, 10)
EDGE = Edge("AID", "a", "b")
REPORT = Report("article", "claim", "content", EDGE, Stance.ASSERTS, False, Modality.ACTUAL, None, None, PRINTED, "article")


def test_what_nobody_dates_happened_when_it_was_printed() -> None:
    assert Clock.EVENT.days(REPORT) == (PRINTED, PRINTED) == Clock.PUBLISHED.days(REPORT)


def test_an_event_has_days_of_its_own() -> None:
    report = replace(REPORT, earliest=date(2024, 5, 1), latest=date(2024, 5, 3))

    assert Clock.EVENT.days(report) == (date(2024, 5, 1), date(2024, 5, 3))
    assert Clock.PUBLISHED.day(report) == PRINTED


def test_a_whole_year_is_narrowed_to_the_day_of_the_report() -> None:
    assert Clock.EVENT.day(replace(REPORT, earliest=date(2024, 1, 1), latest=date(2024, 12, 31))) == PRINTED


def test_what_no_day_is_known_of_has_none() -> None:
    assert Clock.EVENT.day(replace(REPORT, published=None)) is None
    assert (iso(None), iso(PRINTED)) == (None, "2024-06-10")
