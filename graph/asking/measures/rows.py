"""What measures answer: rows and figures. Each is a plain frozen value with names, keys and numbers.

Figures are rounded to four places: what lies behind them depends on the order in which a machine adds.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..edges import Counted
from ..views.values import PartyView

PLACES = 4


@dataclass(frozen=True, slots=True)
class Behind:
    """An edge whose claims stand behind a row; its parties by their keys."""

    key: str
    actor: str
    relation: str
    recipient: str | None
    claims: int


@dataclass(frozen=True, slots=True)
class CentralityRow:
    """One party. Degrees count parties, strengths count roots; `betweenness` runs from 0 to 1, `pagerank` adds up to 1."""

    party: PartyView
    recipients: int
    actors: int
    roots_out: int
    roots_in: int
    betweenness: float
    pagerank: float
    core: int


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """One party and the number of its community (1 is the largest); how many roots tie it to its own and to others."""

    community: int
    party: PartyView
    roots_within: int
    roots_across: int


@dataclass(frozen=True, slots=True)
class BrokerRow:
    """One party with its ego network; a constraint of None: it is not defined."""

    party: PartyView
    partners: int
    effective_size: float
    efficiency: float
    constraint: float


@dataclass(frozen=True, slots=True)
class RoleRow:
    """How often one party stands between two others that no tie joins, by whose groups these are."""

    party: PartyView
    group: str
    coordinator: int
    gatekeeper: int
    representative: int
    consultant: int
    liaison: int
    total: int


@dataclass(frozen=True, slots=True)
class TriadRow:
    """Three parties that are not in balance, with the mean score of each pair and the edges behind."""

    first: PartyView
    second: PartyView
    third: PartyView
    first_second: float
    second_third: float
    first_third: float
    roots: int
    edges: tuple[Behind, ...]


@dataclass(frozen=True, slots=True)
class CitationRow:
    """Who passes on whose word: claims by the stance given to the cited source, and texts taken over."""

    citing: PartyView
    cited: PartyView
    claims: int
    roots: int
    asserts: int
    confirms: int
    alleges: int
    denies: int
    doubts: int
    taken_over: int
    first_day: str | None
    last_day: str | None
    mutual: bool


@dataclass(frozen=True, slots=True)
class LeanedOnRow:
    """A source with those who lean on it."""

    source: PartyView
    citing: int
    claims: int
    roots: int
    taken_over: int
    pagerank: float


Row = CentralityRow | CommunityRow | BrokerRow | RoleRow | TriadRow | CitationRow | LeanedOnRow
Figures = tuple[tuple[str, int | float | None], ...]  # by name, in order
Measured = tuple[tuple[Row, ...], Figures]


def rounded(number: float) -> float:
    """To PLACES; minus zero is zero."""
    return round(number, PLACES) + 0.0


def behind(edges: Iterable[Counted]) -> tuple[Behind, ...]:
    """The edges as they stand behind a row."""
    return tuple(Behind(edge.key, edge.actor, edge.relation, edge.recipient, edge.tally.claims) for edge in edges)
