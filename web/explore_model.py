"""What the explorer's page receives: the first network, for its script and for those without one."""

from dataclasses import dataclass

from .page_models import Counts, PairRow
from .payloads import ClaimPayload, EdgePayload, NetworkPayload, NodePayload


@dataclass(frozen=True, slots=True)
class RelationOption:
    """A relation to filter by."""

    code: str
    label: str
    quadrant: str


@dataclass(frozen=True, slots=True)
class ListedEdge:
    """One relation in the plain list; `recipient` is the name of the party at its end, None where it ends where it begins."""

    edge: EdgePayload
    recipient: str | None


@dataclass(frozen=True, slots=True)
class ListedParty:
    """One party in the plain list with the most reported relations that begin there; `more` of them are not listed."""

    node: NodePayload
    edges: list[ListedEdge]
    more: int


@dataclass(frozen=True, slots=True)
class ExplorePage:
    """The first network, for the script to draw, and `listed` for those without; `claims` are those of the edge named in the
    address.

    `parties` are the keys of that edge's parties; `unknown` counts what the address names and the store does not know.
    `kept` is the view that a short address stands for, as a long one would say it; `quadrants` are labels by code.
    """

    network: NetworkPayload
    listed: list[ListedParty]
    counts: Counts
    relations: list[RelationOption]
    stances: list[str]
    edge: PairRow | None
    claims: list[ClaimPayload]
    claims_total: int
    parties: tuple[str, ...]
    unknown: int
    kept: str
    quadrants: dict[str, str]
