"""Who stands between others: structural holes around a party, and the roles that groups give to those in between."""

from collections import Counter
from collections.abc import Iterator, Mapping

import networkx

from .networks import Group, Network, directed, undirected
from .rows import BrokerRow, Measured, RoleRow, rounded


def brokerage(network: Network) -> Measured:
    """Burt's effective size and constraint of each party, over undirected ties weighted by roots (Burt 1992).

    p(i,j) is the share of i's roots that its tie to j holds. Effective size: Σ_j [1 - Σ_q p(i,q) m(j,q)], where m(j,q) is j's
    tie to q beside j's strongest; efficiency is that beside the number of partners. Constraint: Σ_j (p(i,j) + Σ_q p(i,q)
    p(q,j))²; low where a party's partners have little to do with each other, 1 and more where it has hardly another.
    """
    made = undirected(network)
    holes = structural_holes(made)
    rows = (
        BrokerRow(
            party=network.parties[key],
            partners=made.degree(key),
            effective_size=rounded(size),
            efficiency=rounded(size / made.degree(key)),
            constraint=rounded(constraint),
        )
        for key, (size, constraint) in holes.items()
    )
    ordered = sorted(rows, key=lambda row: (-row.effective_size, row.constraint, row.party.key))
    return tuple(ordered), (("parties", len(made)),)


def structural_holes(made: networkx.Graph) -> Mapping[str, tuple[float, float]]:
    """Effective size and constraint of each node, by the triangles it is in.

    The same as networkx has, which without SciPy looks at all pairs of partners: 70 s for 1,000 ties instead of 0.1 s.
    """
    weights = {node: {other: data["weight"] for other, data in made[node].items()} for node in made}
    totals = {node: sum(others.values()) for node, others in weights.items()}
    most = {node: max(others.values(), default=1) for node, others in weights.items()}
    found = {}
    for node, own in weights.items():
        through = dict.fromkeys(own, 0.0)  # to each partner by way of another one
        redundant = 0.0
        for between, weight in own.items():
            share = weight / totals[node]
            for partner in weights[between].keys() & own.keys():
                tie = weights[between][partner]
                through[partner] += share * tie / totals[between]
                redundant += share * tie / most[partner]
        constraint = sum((weight / totals[node] + through[other]) ** 2 for other, weight in own.items())
        found[node] = (len(own) - redundant, constraint)
    return found


def roles(network: Network) -> Measured:
    """How often a party stands between two others that no tie joins directly, by role (Gould and Fernandez 1989).

    Counted over a → b → c without a → c, where the groups of all three are known. Coordinator: all of one group. Gatekeeper:
    a from elsewhere. Representative: c from elsewhere. Consultant: a and c of one group, b of another. Liaison: three groups.
    """
    made = directed(network)
    counts: dict[str, Counter[str]] = {}
    for broker in made:
        if found := Counter(_roles_of(broker, made, network)):
            counts[broker] = found
    rows = (
        RoleRow(
            party=network.parties[key],
            group=network.groups[key].name,
            coordinator=found["coordinator"],
            gatekeeper=found["gatekeeper"],
            representative=found["representative"],
            consultant=found["consultant"],
            liaison=found["liaison"],
            total=found.total(),
        )
        for key, found in counts.items()
    )
    known = sum(key in network.groups for key in made)
    figures = (("parties", len(made)), ("grouped", known), ("brokered", sum(found.total() for found in counts.values())))
    return tuple(sorted(rows, key=lambda row: (-row.total, row.party.key))), figures


def _roles_of(broker: str, made: networkx.DiGraph, network: Network) -> Iterator[str]:
    own = network.groups.get(broker)
    if own is None:
        return
    for first in made.predecessors(broker):
        for last in made.successors(broker):
            if first == last or made.has_edge(first, last):
                continue
            before, after = network.groups.get(first), network.groups.get(last)
            if before and after:
                yield _role(before, own, after)


def _role(before: Group, own: Group, after: Group) -> str:
    if before.key == after.key:
        return "coordinator" if own.key == before.key else "consultant"
    if own.key == after.key:
        return "gatekeeper"
    return "representative" if own.key == before.key else "liaison"
