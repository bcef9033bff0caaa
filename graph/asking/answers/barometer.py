"""How friendly or hostile one party acts towards another, over time: PLOVER's scores of the acts that are reported."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...model import Modality
from ...rdf.census import Edge, Report
from ...rdf.derived import counts, episodes, roots, voice
from ...vocabulary import Vocabulary
from ..answering import Case, Found, Reply, reply
from ..clock import Clock
from ..edge_reports import Told, told
from ..sentences import claim_address
from ..tallies import Voices
from ..wording import note

_STEPS: Mapping[str, Callable[[date], str]] = {
    "week": lambda day: f"{day.isocalendar().year}-W{day.isocalendar().week:02}",
    "month": lambda day: f"{day:%Y-%m}",
    "year": lambda day: f"{day:%Y}",
}


@dataclass(frozen=True, slots=True)
class Point:
    """One party's acts towards another within a `period`. `asserted` and `alleged` are mean scores from -10 (conflict) to
    +10 (cooperation), each act weighing as much as the roots that it is told on: of acts that somebody asserts, and of
    acts that are alleged only. What is not told as having taken place is counted apart. Claims stand as their addresses,
    with spaces between.
    """

    actor: str | None
    recipient: str | None
    period: str
    asserted: float | None
    alleged: float | None
    relations: str | None
    voices: Voices
    intended: int
    possible: int
    asserted_claims: str | None
    alleged_claims: str | None
    other_claims: str | None


@dataclass(frozen=True, slots=True)
class _Acts:
    """Acts of one relation in a period, of one sort: they weigh as much as the roots they are told on."""

    relation: str
    reports: tuple[Report, ...]


def barometer(found: Found, case: Case) -> Reply:
    """The series of the pair that is asked about, else of the pairs with the most claims: pair by pair, oldest first."""
    edges = told(found, case)
    pairs: dict[tuple[str | None, str | None], list[Told]] = defaultdict(list)
    for each in edges:
        pairs[each.edge.actor, each.edge.recipient].append(each)
    rows = (point for some in pairs.values() for point in _series(some, case))
    return reply(Point, rows, note("barometer"))


def _series(edges: Sequence[Told], case: Case) -> Iterator[Point]:
    step, reported = _STEPS[case.given["step"]], [(each.edge.relation, each.reports) for each in edges]
    periods: dict[str, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for relation, reports in (*reported, *_mutual(edges[0].edge, case)):
        for report in reports:
            if day := Clock.EVENT.day(report):
                periods[step(day)][relation].append(report)
    for period in sorted(periods):
        yield _point(edges[0], period, periods[period], case)


def _mutual(edge: Edge, case: Case) -> Iterator[tuple[str, tuple[Report, ...]]]:
    """What is told of the same two the other way round, where that is the same act: whoever is named first at a meeting."""
    codes = (code for code, relation in Vocabulary.load().relations.items() if relation.reciprocal)
    for other, reports in case.desk.archive.reports(Edge(code, edge.recipient, edge.actor) for code in codes).items():
        yield other.relation, reports


def _point(edge: Told, period: str, told: Mapping[str, Sequence[Report]], case: Case) -> Point:
    asserted = [_Acts(code, some) for code, reports in sorted(told.items()) if (some := _real(reports, "asserting"))]
    certain = {acts.relation for acts in asserted}
    suspected = ((code, _real(reports, "alleging")) for code, reports in sorted(told.items()) if code not in certain)
    alleged = [_Acts(code, some) for code, some in suspected if some]
    every = [report for reports in told.values() for report in reports]
    shown = {report.claim for acts in (*asserted, *alleged) for report in acts.reports}
    figures = counts(every, [episode.reports for reports in told.values() for episode in episodes(reports, standing=False)])
    return Point(
        actor=edge.ends.actor,
        recipient=edge.ends.recipient,
        period=period,
        asserted=_score(asserted),
        alleged=_score(alleged),
        relations=" ".join(acts.relation for acts in sorted((*asserted, *alleged), key=_weight, reverse=True)) or None,
        voices=Voices.of(figures),
        intended=figures.intended,
        possible=figures.possible,
        asserted_claims=_addresses(case, (report for acts in asserted for report in acts.reports)),
        alleged_claims=_addresses(case, (report for acts in alleged for report in acts.reports)),
        other_claims=_addresses(case, (report for report in every if report.claim not in shown)),
    )


def _real(reports: Sequence[Report], what: str) -> tuple[Report, ...]:
    return tuple(each for each in reports if each.modality is Modality.ACTUAL and voice(each) == what)


def _score(acts: Sequence[_Acts]) -> float | None:
    """The mean of the relations' scores, weighted; None without acts."""
    relations = Vocabulary.load().relations
    total = sum(map(_weight, acts))
    return round(sum((relations[each.relation].score or 0.0) * _weight(each) for each in acts) / total, 2) if acts else None


def _weight(acts: _Acts) -> int:
    return roots(episode.reports for episode in episodes(acts.reports, standing=False))


def _addresses(case: Case, reports: Iterable[Report]) -> str | None:
    return " ".join(claim_address(case.desk, each.claim) for each in reports) or None
