"""What depends on more than one article: counts of each edge and of each of its episodes, by what the sources say.

Pure functions of the reports of one edge, whatever their order; the writer keeps them for the edges that a batch
touched. An episode hangs together in time: a war in March and a war in December are two. Nothing here is truth: all
of it can be made anew.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ..identity import digest
from ..model import Modality, Stance, disputed
from .census import Edge, Report

GAP = timedelta(days=31)  # reports of one thing that lie further apart are two things: DESIGN's window, one month


@dataclass(frozen=True, slots=True)
class Counts:
    """How many claims, in how many articles, leaning on how many texts; and what the sources say, counted in claims.

    `asserting` holds what is asserted or confirmed, `denying` also what is reported as not so. `intended` and
    `possible` count the claims that are not actual.
    """

    claims: int
    articles: int
    roots: int
    asserting: int
    alleging: int
    denying: int
    doubting: int
    intended: int
    possible: int

    @property
    def disputed(self) -> bool:
        """Whether some say it is so and some say, or suspect, that it is not."""
        return disputed(asserting=self.asserting, alleging=self.alleging, denying=self.denying, doubting=self.doubting)

    @property
    def contested(self) -> int:
        """How many claims stand on the side that fewer tell."""
        return min(self.asserting + self.alleging, self.denying + self.doubting)


@dataclass(frozen=True, slots=True)
class Episode:
    """Reports of one edge that hang together in time; without dates where nothing tells when."""

    earliest: date | None
    latest: date | None
    reports: tuple[Report, ...]


@lru_cache(maxsize=1000)  # asked for with each episode of an edge
def edge_key(edge: Edge) -> str:
    """The same relation between the same parties."""
    return digest("edge", edge.relation, edge.actor, edge.recipient)


def voice(report: Report) -> str:
    """What the source says of the edge: `asserting`, `alleging`, `denying` or `doubting`."""
    return said(report.stance, report.negated)


def said(stance: Stance, negated: bool) -> str:
    """The same of a claim with this stance."""
    if negated or stance is Stance.DENIES:
        return "denying"
    return {Stance.DOUBTS: "doubting", Stance.ALLEGES: "alleging"}.get(stance, "asserting")


Leaning = tuple[str, str | None, str | None, tuple[str, ...]]  # of a report: root, publisher, cited outlet, agencies


def roots(groups: Iterable[Collection[Report]]) -> int:
    """On how many texts the reports of some episodes lean, taken together.

    A report leans on the outlet that its chain cites, else on the agencies of its text, else on the earliest article that
    is one text with its own. A text is one wherever it is met; an outlet is one within an episode, since it writes of
    another day in another report. Nobody is counted twice: an outlet adds none where a report of its own is counted.
    """
    return roots_of([{(each.root, each.publisher, each.cited, each.agencies) for each in group} for group in groups])


def roots_of(episodes: Collection[Collection[Leaning]]) -> int:
    """The same of what the reports of some episodes lean on, each told once or as often as one likes."""
    texts = {leaning[0] for group in episodes for leaning in group if not _outlets(leaning)}
    return max(len(texts) + sum(map(_roots_of_outlets, episodes)), int(any(episodes)))  # two that name each other are one


def _outlets(leaning: Leaning) -> frozenset[str]:
    """The outlets that a report leans on; none where it stands on its own text. Who cites himself leans on nobody."""
    _, publisher, cited, agencies = leaning
    if cited and cited != publisher:
        return frozenset({cited})
    return frozenset() if publisher in agencies else frozenset(agencies)


def _roots_of_outlets(leanings: Collection[Leaning]) -> int:
    """How many outlets are leant on without being counted already; several that one report names count as one."""
    known = {publisher for _, publisher, cited, _ in leanings if not (cited and cited != publisher)}
    found = 0
    # An agency's dispatch under its own name counts by its text, one under another's by the agency.
    leaning = sorted({_outlets(each) for each in leanings} - {frozenset()}, key=lambda each: (len(each), sorted(each)))
    for outlets in leaning:
        if not outlets & known:
            found += 1
            known |= outlets
    return found


def counts(reports: Collection[Report], episodes: Iterable[Collection[Report]] | None = None) -> Counts:
    """The figures of some reports, which fall into `episodes` (else are one)."""
    voices = [voice(report) for report in reports]
    modalities = [report.modality for report in reports]
    return Counts(
        claims=len(reports),
        articles=len({report.article for report in reports}),
        roots=roots([reports] if episodes is None else episodes),
        asserting=voices.count("asserting"),
        alleging=voices.count("alleging"),
        denying=voices.count("denying"),
        doubting=voices.count("doubting"),
        intended=modalities.count(Modality.INTENDED),
        possible=modalities.count(Modality.POSSIBLE),
    )


def episodes(reports: Collection[Report], *, standing: bool) -> tuple[Episode, ...]:
    """The episodes of one edge in order of time, the one without dates last; a `standing` tie has one and no window."""
    ordered = sorted(reports, key=lambda report: (report.article, report.claim))
    dated = sorted(((when, report) for report in ordered if (when := days_of(report))), key=lambda pair: pair[0])
    if standing:
        return (_episode([when for when, _ in dated], ordered),) if ordered else ()
    found = [_episode([when for when, _ in group], [report for _, report in group]) for group in _hanging_together(dated)]
    undated = [report for report in ordered if not days_of(report)]
    return (*found, _episode([], undated)) if undated else tuple(found)


_When = tuple[date, date]


def _hanging_together(dated: Sequence[tuple[_When, Report]]) -> list[list[tuple[_When, Report]]]:
    groups: list[list[tuple[_When, Report]]] = []
    end = date.min
    for (first, last), report in dated:
        if not groups or first - end > GAP:
            groups.append([])
            end = last
        groups[-1].append(((first, last), report))
        end = max(end, last)
    return groups


def _episode(times: Sequence[_When], reports: Sequence[Report]) -> Episode:
    earliest = min((first for first, _ in times), default=None)
    latest = max((last for _, last in times), default=None)
    return Episode(earliest, latest, tuple(sorted(reports, key=lambda report: (report.article, report.claim))))


def days_of(report: Report) -> _When | None:
    """The event's days, else the day of the report.

    A vague time ("2024") would tie a whole year together: within it the day of the report is taken, as near as it gets.
    """
    earliest, latest, day = report.earliest, report.latest, report.published
    if earliest is None and latest is None:
        return (day, day) if day else None
    if earliest and latest and latest - earliest <= GAP:
        return earliest, latest
    known = day or earliest or latest or date.min
    nearest = max(known, earliest) if earliest else known
    nearest = min(nearest, latest) if latest else nearest
    return nearest, nearest
