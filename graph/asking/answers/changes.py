"""What changed between two days: the reports of each episode told day by day, and what each day brought that was new."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ...model import Modality, Stance
from ...rdf.census import Report
from ...rdf.derived import Counts, counts, voice
from ..answering import Case, Found, Reply, reply
from ..clock import Clock
from ..edge_reports import Ends, Told, day_given, last_told, limits, told
from ..sentences import Sentence, claim_address, sentences
from ..tallies import Voices
from ..wording import note

_BACK = timedelta(days=30)  # what "lately" is when nobody says since when: as long as an episode may pause


class Turn(StrEnum):
    """What a day brought to an episode."""

    NEW = "new"
    DENIED = "denied"
    DOUBTED = "doubted"
    CONFIRMED = "confirmed"
    HARDENED = "hardened"
    CORROBORATED = "corroborated"
    HAPPENED = "happened"


@dataclass(frozen=True, slots=True)
class Change:
    """A turn of an episode, how it stood after that day, and the sentence that brought it."""

    change: str
    day: str
    ends: Ends
    voices: Voices
    source: str | None
    outlet: str | None
    sentence: str
    claim: str


_Step = tuple[Turn, date, Told, Counts, Report]


def changes(found: Found, case: Case) -> Reply:
    """All turns after the one day and up to the other, the latest first."""
    edges, clock = told(found, case), Clock(case.given["clock"])
    until = day_given(case, "to") or last_told(edges, clock)
    since = day_given(case, "from") or max(until, date.min + _BACK) - _BACK
    steps = [step for each in edges for step in _steps(each, clock, until) if step[1] > since]
    words = sentences(case.desk, (report.claim for *_, report in steps), case.language)
    rows = [_row(case, step, words) for step in steps]
    rows.sort(key=lambda row: (row.day, row.voices.roots, row.voices.articles), reverse=True)
    return reply(Change, rows, note(f"changes-{clock}", since=since, until=until), *limits(edges))


def _row(case: Case, step: _Step, words: Mapping[str, Sentence]) -> Change:
    turn, day, edge, found, report = step
    said = words[report.claim]
    where = claim_address(case.desk, report.claim)
    return Change(turn.value, day.isoformat(), edge.ends, Voices.of(found), said.source, said.outlet, said.sentence, where)


def _steps(edge: Told, clock: Clock, until: date) -> Iterator[_Step]:
    for reports in edge.episodes():
        days: dict[date, list[Report]] = defaultdict(list)
        for report in reports:
            day = clock.day(report)
            if day and day <= until:
                days[day].append(report)
        known: list[Report] = []
        for day in sorted(days):
            before, known = known, known + days[day]
            for turn, report in _turns(before, days[day]):
                yield turn, day, edge, counts(known), report


def _turns(before: Sequence[Report], today: Sequence[Report]) -> Iterator[tuple[Turn, Report]]:
    """What the reports of a day bring to an episode, each turn with the report that shows it."""
    if not before:
        yield Turn.NEW, today[0]
    was, real, planned = counts(before), _saying(today, real=True), _saying(today, real=False)
    for turn, shown in (
        (Turn.DENIED, _first(today, "denying") if not was.denying else None),
        (Turn.DOUBTED, _first(today, "doubting") if not was.doubting else None),
        (Turn.CONFIRMED, _confirmed(today) if not _confirmed(before) else None),
        (Turn.HARDENED, _first(today, "asserting") if was.alleging and not was.asserting else None),
        (Turn.HAPPENED, next(iter(real), None) if before and not _saying(before, real=True) else None),
        (Turn.CORROBORATED, _own(_saying(before, real=True), real) or _own(_saying(before, real=False), planned)),
    ):
        if shown is not None:
            yield turn, shown


def _first(reports: Sequence[Report], what: str) -> Report | None:
    return next((report for report in reports if voice(report) == what), None)


def _confirmed(reports: Sequence[Report]) -> Report | None:
    return next((report for report in reports if report.stance is Stance.CONFIRMS and not report.negated), None)


def _saying(reports: Sequence[Report], *, real: bool) -> list[Report]:
    """Those that say, or suspect, that it took place; or that it is planned or possible: one is no word for the other."""
    said = (report for report in reports if voice(report) in ("asserting", "alleging"))
    return [report for report in said if (report.modality is Modality.ACTUAL) == real]


def _own(before: Sequence[Report], today: Sequence[Report]) -> Report | None:
    """The report of today that stands on a text of its own beside those before it, if any does."""
    known = counts(before).roots
    return next((report for report in today if before and counts([*before, report]).roots > known), None)
