"""Who stands in the middle of what is reported."""

from collections.abc import Mapping

import networkx

from .networks import Network, directed, undirected
from .rows import CentralityRow, Measured, rounded

_DAMPING = 0.85  # Brin and Page 1998
_ROUNDS, _NEAR = 200, 1e-10  # the error falls by the damping each round: 0.85^142 is 1e-10


def centrality(network: Network) -> Measured:
    """Degree, strength, betweenness, PageRank and core number of each party.

    Degree: how many parties it is reported to act on, and how many on it. Strength: the sum of the ties' roots
    (Barrat et al. 2004). Betweenness: Σ σ(s,t|v)/σ(s,t) over all pairs s, t, where σ counts shortest directed paths without
    weights, divided by (n-1)(n-2) (Freeman 1977; Brandes 2001). PageRank: (1-d)/n + d Σ w(u,v)/s(u)·PR(u), d = 0.85,
    weights are roots (Brin and Page 1998). Core: the largest k such that the party has k partners who have k partners each,
    among themselves (Seidman 1983; Batagelj and Zaveršnik 2003).
    """
    made, plain = directed(network), undirected(network)
    between, ranks, cores = networkx.betweenness_centrality(made), pagerank(made), networkx.core_number(plain)
    strength_in, strength_out = dict(made.in_degree(weight="weight")), dict(made.out_degree(weight="weight"))
    rows = (
        CentralityRow(
            party=network.parties[key],
            recipients=made.out_degree(key),
            actors=made.in_degree(key),
            roots_out=strength_out[key],
            roots_in=strength_in[key],
            betweenness=rounded(between[key]),
            pagerank=rounded(ranks[key]),
            core=cores[key],
        )
        for key in made
    )
    density = rounded(networkx.density(made)) if len(made) else 0.0
    ordered = sorted(rows, key=lambda row: (-row.betweenness, -(row.roots_in + row.roots_out), row.party.key))
    return tuple(ordered), (("parties", len(made)), ("ties", made.number_of_edges()), ("density", density))


def pagerank(made: networkx.DiGraph) -> Mapping[str, float]:
    """PageRank by power iteration over weights; a party without a tie outwards spreads over all. networkx wants SciPy for it."""
    count = len(made)
    if not count:
        return {}
    out = dict(made.out_degree(weight="weight"))
    ranks = dict.fromkeys(made, 1 / count)
    for _ in range(_ROUNDS):
        lost = sum(ranks[node] for node in made if not out[node])
        fresh = dict.fromkeys(made, (1 - _DAMPING + _DAMPING * lost) / count)
        for source, target, weight in made.edges(data="weight"):
            fresh[target] += _DAMPING * ranks[source] * weight / out[source]
        moved = sum(abs(fresh[node] - ranks[node]) for node in made)
        ranks = fresh
        if moved < _NEAR:
            break
    return ranks
