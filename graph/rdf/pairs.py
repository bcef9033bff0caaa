"""Pairs as quads of the graph `…/derived`: two parties, and in how many claims one of them acts towards the other.

Each party has circles: in the circle 3 stand the pairs with 8 to 15 claims. They are no more than addresses, which one can
tell without asking, so that those to whom most claims tie a party are found without going through all of its pairs.
"""

from collections.abc import Sequence

from pyoxigraph import Literal, NamedNode, Quad

from ..identity import digest
from .census import Edge
from .magnitudes import magnitude
from .names import INTEGER, TYPE, depesche
from .terms import Terms

Pair = tuple[str, ...]  # the keys of two parties in their order, or of one that has no counterpart or is its own


def pair_of(edge: Edge) -> Pair | None:
    """The parties of an edge; None where it has none."""
    return tuple(sorted({end for end in (edge.actor, edge.recipient) if end})) or None


def pair_key(pair: Sequence[str]) -> str:
    """The key of a pair."""
    return digest("pair", *sorted(pair))


def pair_iri(pair: Sequence[str], terms: Terms) -> NamedNode:
    """The address of a pair."""
    return NamedNode(f"{terms.base}pair/{pair_key(pair)}")


def circle(party: str, number: int) -> str:
    """The part of a party's address that holds its pairs of this magnitude, behind the base."""
    return f"entity/{party}#circle-{number}"


def pair_quads(pair: Pair, claims: int, terms: Terms) -> frozenset[Quad]:
    """All that is derived about a pair of which so many claims tell; nothing when none does."""
    if not claims:
        return frozenset()
    about, where = pair_iri(pair, terms), terms.graph("derived")
    told: list[tuple[NamedNode, NamedNode | Literal]] = [(TYPE, depesche("Pair"))]
    told.append((depesche("claimCount"), Literal(str(claims), datatype=INTEGER)))
    told += [(depesche("party"), terms.entity(party)) for party in pair]
    if len(pair) > 1:
        told += [(depesche("circle"), NamedNode(terms.base + circle(party, magnitude(claims)))) for party in pair]
    return frozenset(Quad(about, name, value, where) for name, value in told)
