"""The reports behind edges, to be counted anew: what `…/derived` tells of the whole store, for some of the reports alone.

Which edges is asked of the quads; their reports stand in the archive. The rules of counting are those of `rdf.derived`.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ..model import Modality
from ..rdf.census import Edge, Report
from ..rdf.derived import episodes, voice
from ..vocabulary import Vocabulary
from .addresses import Asker, key
from .answering import Case, Found
from .clock import Clock
from .wording import Note, note

MOST_EDGES = 300  # looked at by one question: some 50,000 reports of the most reported ones, half a second of counting


@dataclass(frozen=True, slots=True)
class Ends:
    """What an edge is called in a row: its parties by name, None where there is none, and the relation's code."""

    actor: str | None
    relation: str
    recipient: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """An edge with what it is called and all its reports."""

    edge: Edge
    ends: Ends
    reports: tuple[Report, ...]

    def episodes(self) -> Iterator[tuple[Report, ...]]:
        """Its reports by what hangs together in time."""
        for episode in episodes(self.reports, standing=is_standing(self.edge.relation)):
            yield episode.reports


def told(found: Found, case: Case) -> tuple[Told, ...]:
    """The edges that a query found, in its order, from its columns actor, actorName, relation, recipient, recipientName."""
    names: dict[Edge, Ends] = {}
    columns = ("actor", "actorName", "relation", "recipient", "recipientName")
    for who, actor, relation, whom, recipient in found.each(*columns):
        edge = Edge(str(relation), key(str(who)) if who else None, key(str(whom)) if whom else None)
        names.setdefault(edge, Ends(str(actor) if actor else None, str(relation), str(recipient) if recipient else None))
    known = case.desk.archive.reports(names)
    return tuple(Told(edge, ends, known[edge]) for edge, ends in names.items())


def mirrors(edges: Iterable[Told], case: Case) -> Mapping[Edge, tuple[Report, ...]]:
    """The reports that tell the acts of mutual relations the other way round (a meeting of two, whoever is named first),
    by the edges that they mirror."""
    found = {each.edge: mirror for each in edges if (mirror := _mirror(each.edge))}
    known = case.desk.archive.reports(found.values())
    return {edge: known[mirror] for edge, mirror in found.items()}


def _mirror(edge: Edge) -> Edge | None:
    mutual = Vocabulary.load().relations[edge.relation].reciprocal and edge.actor and edge.recipient
    return Edge(edge.relation, edge.recipient, edge.actor) if mutual else None


def is_standing(relation: str) -> bool:
    """Whether it is a tie that lasts, not an act."""
    return Vocabulary.load().relations[relation].standing


def limits(edges: tuple[Told, ...]) -> tuple[Note, ...]:
    """What to say when there may be more edges than were looked at."""
    return (note("most-edges", edges=len(edges)),) if len(edges) >= MOST_EDGES else ()


def happened(report: Report) -> bool:
    """Whether it says, or suspects, that the act took place."""
    return report.modality is Modality.ACTUAL and voice(report) in ("asserting", "alleging")


def last_day(asker: Asker) -> date:
    """The latest day of publication in the store; the first day of all where no article has one."""
    ((last,),) = asker.rows("SELECT (MAX(?day) AS ?last) { GRAPH ?article { ?article schema:datePublished ?day } }")
    return date.fromisoformat(str(last)) if last else date.min


def last_told(edges: Iterable[Told], clock: Clock) -> date:
    """The last day on which anything is reported of these edges; the first day of all where nothing is dated."""
    days = (clock.day(report) for each in edges for report in each.reports)
    return max((day for day in days if day), default=date.min)


def day_given(case: Case, name: str) -> date | None:
    """The day that was given for a parameter, if one was."""
    return date.fromisoformat(case.given[name]) if name in case.given else None
