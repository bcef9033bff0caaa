"""Networks of parties: ties with the names and groups of who they join, and the same as networkx has it.

Nodes and edges are added in the order of their keys, whatever order they come in: what networkx answers for some
measures depends on that order, and the same store must give the same answer.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx

from ..views.values import PartyView
from .ties import Tie

PAIRS = 3_000  # strongest ties looked at: betweenness takes 0.4 s of CPU for them, 1.7 s for 5,000, some 15 s for 10,000


@dataclass(frozen=True, slots=True)
class Group:
    """What a party is counted to, such as its state."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Network:
    """Ties, the strongest first; `parties` names everybody they join, `groups` those whose group is known.

    `total` is how many ties there were before the weakest were left out, `untied` how many pairs of parties are spoken of
    together and have none: denied, doubted, planned, or told in another voice. `unseen` are edges too rarely reported to
    be looked at.
    """

    ties: tuple[Tie, ...]
    parties: Mapping[str, PartyView]
    groups: Mapping[str, Group]
    total: int
    untied: int = 0
    unseen: int = 0

    @property
    def left_out(self) -> int:
        """How many ties were left out."""
        return self.total - len(self.ties)


def ends(found: Iterable[Tie]) -> tuple[str, ...]:
    """The keys of everybody whom the ties join, sorted."""
    return tuple(sorted({end for tie in found for end in (tie.actor, tie.recipient)}))


def directed(network: Network) -> networkx.DiGraph:
    """From actor to recipient; an edge's `weight` is the tie's roots, its `tie` all that is behind it."""
    made = networkx.DiGraph()
    made.add_nodes_from(ends(network.ties))
    for tie in sorted(network.ties, key=lambda tie: (tie.actor, tie.recipient)):
        made.add_edge(tie.actor, tie.recipient, weight=tie.roots, tie=tie)
    return made


def undirected(network: Network) -> networkx.Graph:
    """Who has to do with whom, in either direction; `weight` is the roots of both ties together."""
    weights: dict[tuple[str, str], int] = defaultdict(int)
    for tie in network.ties:
        weights[min(tie.actor, tie.recipient), max(tie.actor, tie.recipient)] += tie.roots
    made = networkx.Graph()
    made.add_nodes_from(ends(network.ties))
    made.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(weights.items()))
    return made
