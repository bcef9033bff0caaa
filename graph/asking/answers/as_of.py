"""What stood reported up to a day: every episode counted from the reports that there were by then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...rdf.derived import Episode, counts, episodes
from ..answering import Case, Found, Reply, reply
from ..clock import Clock, iso
from ..edge_reports import Ends, Told, day_given, is_standing, last_told, limits, told
from ..tallies import Voices
from ..wording import note


@dataclass(frozen=True, slots=True)
class Stood:
    """An episode as it stood; `first` and `last` are the days of the event, else of the reports."""

    ends: Ends
    first: str | None
    last: str | None
    voices: Voices
    intended: int
    possible: int
    disputed: bool


def as_of(found: Found, case: Case) -> Reply:
    """The episodes that stood on the day, acts before ties that last, the latest first."""
    edges, clock = told(found, case), Clock(case.given["clock"])
    day = day_given(case, "day") or last_told(edges, clock)
    rows = [row for each in edges for row in _stood(each, clock, day)]
    rows.sort(
        key=lambda row: (not is_standing(row.ends.relation), row.last or "", row.voices.roots, row.voices.articles), reverse=True
    )
    return reply(Stood, rows, note(f"as-of-{clock}", day=day), *limits(edges))


def _weight(row: Stood) -> tuple[bool, str, int, int]:
    return not is_standing(row.ends.relation), row.last or "", row.voices.roots, row.voices.articles


def _stood(edge: Told, clock: Clock, day: date) -> Iterator[Stood]:
    known = [report for report in edge.reports if _by(clock.day(report), day)]
    for episode in episodes(known, standing=is_standing(edge.edge.relation)):
        yield _row(edge, episode)


def _by(told: date | None, day: date) -> bool:
    return told is not None and told <= day


def _row(edge: Told, episode: Episode) -> Stood:
    found = counts(episode.reports)
    days = iso(episode.earliest), iso(episode.latest)
    return Stood(edge.ends, *days, Voices.of(found), found.intended, found.possible, found.disputed)
