"""What was announced, and whether it was carried out: pure functions of the reports of one edge.

Announced is what some source tells as intended ("will", "kündigte an", "versprach zu", "droht zu"). A promise or a threat
whose content the reader did not take for an act of its own (AGREE, THREATEN) is an act already done, and announces nothing.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ..model import Modality
from ..rdf.census import Report
from ..rdf.derived import days_of, episodes, voice
from .edge_reports import happened


@dataclass(frozen=True, slots=True)
class Plan:
    """An announcement with all that repeats or denies it until somebody reports the act; `first` is the first report.

    `deadline`: some days after the announcement, or after the day for which the act was announced. `act` is the report
    of the act that came first, if one did, with the day on which it took place.
    """

    reports: tuple[Report, ...]
    first: Report
    announced: date
    deadline: date
    act: Report | None
    done: date | None

    @property
    def in_time(self) -> bool:
        """Whether the act is reported and took place by the deadline."""
        return self.done is not None and self.done <= self.deadline


def plans(reports: Collection[Report], acts: Collection[Report], days: int, until: date) -> Iterator[Plan]:
    """The plans among the reports of an edge as they stood on the day `until`, whose acts are told in `acts` (those of
    the same edge, and of the mirrored one where the relation is mutual); `days` is the time that is left to carry it out.
    """
    known = [report for report in reports if report.modality is Modality.INTENDED and _published(report, until)]
    done = sorted((act for act in acts if happened(act) and _published(act, until)), key=_age)
    for episode in episodes(known, standing=False):
        told = sorted((each for each in episode.reports if voice(each) in ("asserting", "alleging")), key=_age)
        denials = [each for each in episode.reports if each not in told]
        for act, some in groupby(told, key=lambda each: _act_after(each, done)):
            yield _plan(list(some), denials, act, days)


def _plan(told: Sequence[Report], denials: Sequence[Report], act: Report | None, days: int) -> Plan:
    announced = _day(told[0])
    planned = [day for each in told if (day := each.latest or each.earliest)]
    deadline = max([announced, *planned])
    left = min(timedelta(days=days), date.max - deadline)
    done = max(_happened_on(act), announced) if act else None
    return Plan((*told, *denials), told[0], announced, deadline + left, act, done)


def _act_after(announcement: Report, acts: Sequence[Report]) -> Report | None:
    """The first report in another article that it took place, then or later: an article that announces more of the same
    tells what was done before."""
    announced = _day(announcement)
    later = (act for act in acts if act.article != announcement.article and _day(act) >= announced)
    return next((act for act in later if (days := days_of(act)) and days[1] >= announced), None)


def _happened_on(act: Report) -> date:
    days = days_of(act)
    return days[0] if days else _day(act)


def _published(report: Report, until: date) -> bool:
    return report.published is not None and report.published <= until


def _day(report: Report) -> date:
    return report.published or date.min


def _age(report: Report) -> tuple[date, str, str]:
    return _day(report), report.article, report.claim
