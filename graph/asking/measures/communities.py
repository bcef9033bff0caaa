"""Who is reported together with whom more than with others."""

from collections.abc import Sequence

import networkx

from .networks import Network, undirected
from .rows import CommunityRow, Measured, rounded

_SEED = 1870  # any number would do, as long as it stays


def communities(network: Network) -> Measured:
    """Communities by the Louvain method over undirected ties, weighted by roots (Blondel et al. 2008), with a fixed seed.

    Modularity Q = Σ_c (L_c/m - (k_c/2m)²): the share of weight within communities beyond what chance would give (Newman and
    Girvan 2004). The parties of the largest community come first, those whom most ties it to its own before the others.
    """
    made = undirected(network)
    if not made:
        return (), (("communities", 0), ("modularity", None))
    found = sorted(
        networkx.community.louvain_communities(made, weight="weight", seed=_SEED), key=lambda group: (-len(group), min(group))
    )
    modularity = rounded(networkx.community.modularity(made, found, weight="weight"))
    rows = [row for number, group in enumerate(found, 1) for row in _rows(network, made, number, sorted(group))]
    return tuple(rows), (("communities", len(found)), ("modularity", modularity))


def _rows(network: Network, made: networkx.Graph, number: int, group: Sequence[str]) -> list[CommunityRow]:
    own = set(group)
    rows = []
    for key in group:
        weights = [(other in own, weight) for _, other, weight in made.edges(key, data="weight")]
        within = sum(weight for inside, weight in weights if inside)
        rows.append(CommunityRow(number, network.parties[key], within, sum(weight for _, weight in weights) - within))
    return sorted(rows, key=lambda row: (-row.roots_within, row.roots_across, row.party.key))
