"""What is on a screen: the edges among some parties that pass a lens and the filters, with the claims behind them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...rdf.census import Edge, Report
from .. import lenses
from ..answering import Desk
from ..edges import key_of
from ..lenses import Lens
from ..network import Opening, network
from ..views.values import EdgeView, NetworkView

_VOICES = {"asserts": "asserting", "alleges": "alleging", "denies": "denying", "doubts": "doubting"}


@dataclass(frozen=True, slots=True)
class Filters:
    """Which edges are drawn: those with a claim of one of the `stances`, of one of the `relations` (all where none is
    named), and only disputed ones if that is wanted. The claims of an edge that is drawn all belong to it."""

    stances: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    disputed: bool = False

    def let_through(self, edge: EdgeView) -> bool:
        """Whether an edge is drawn."""
        if self.disputed and edge.tally.standing != "disputed":
            return False
        if self.relations and edge.relation not in self.relations:
            return False
        return not self.stances or any(getattr(edge.tally, _VOICES[stance]) for stance in self.stances)

    @property
    def voices(self) -> tuple[str, ...]:
        """The stances as edges count them."""
        return tuple(_VOICES[stance] for stance in sorted(self.stances))


@dataclass(frozen=True, slots=True)
class Sight:
    """The network through a lens, the `edges` of it that the filters let through, and the reports behind each by its key,
    newest first."""

    network: NetworkView
    edges: tuple[EdgeView, ...]
    reports: Mapping[str, tuple[Report, ...]]

    @property
    def every(self) -> tuple[Report, ...]:
        """All reports, edge by edge."""
        return tuple(report for edge in self.edges for report in self.reports[edge.key])


def filters(given: Iterable[tuple[str, str]]) -> Filters:
    """The filters that the parameters of an address say: `stance`, `relation`, `disputed=1`. What is none is let be."""
    told = dict(given)
    stances = (each for each in told.get("stance", "").split(",") if each in _VOICES)
    relations = (each for each in told.get("relation", "").split(",") if each)
    return Filters(frozenset(stances), frozenset(relations), told.get("disputed") == "1")


def sight(desk: Desk, parties: Sequence[str], through: Lens, only: Filters, language: str) -> Sight:
    """What is seen of `parties` (keys; none: the most reported ones); names in `language`."""
    seen = network(desk, parties, language, Opening(), through)
    edges = tuple(edge for edge in seen.edges if only.let_through(edge))
    return Sight(seen, edges, _behind(desk, through, edges))


def _behind(desk: Desk, through: Lens, edges: Sequence[EdgeView]) -> Mapping[str, tuple[Report, ...]]:
    """The reports behind each edge, newest article first."""
    found: dict[str, list[Report]] = {edge.key: [] for edge in edges}
    for report in _whole(desk, edges) if through.clear else _seen(desk, through, edges):
        key = key_of(report.edge.actor or "", report.edge.relation, report.edge.recipient)
        if key in found:
            found[key].append(report)
    return {key: _newest_first(reports) for key, reports in found.items()}


def _whole(desk: Desk, edges: Sequence[EdgeView]) -> Iterable[Report]:
    wanted = (Edge(edge.relation, edge.actor.key, edge.recipient.key if edge.recipient else None) for edge in edges)
    return (report for reports in desk.archive.reports(wanted).values() for report in reports)


def _seen(desk: Desk, through: Lens, edges: Sequence[EdgeView]) -> Iterable[Report]:
    actors = sorted({edge.actor.key for edge in edges})
    return (report for _, report in lenses.reports(desk, through, actors)) if actors else ()


def _newest_first(reports: Iterable[Report]) -> tuple[Report, ...]:
    by_key = sorted(reports, key=lambda report: report.claim)
    return tuple(sorted(by_key, key=lambda report: report.published or date.min, reverse=True))
