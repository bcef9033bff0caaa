"""What is on a screen as Turtle: the claims with all that the store tells of them, the edges, and what the whole is.

Of an edge that a lens shows, the counts of the whole store would say too much: then it is told with its ends and its claims.
"""

from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Triple

from ...rdf.names import PREFIXES, PROV, SCHEMA, TYPE, depesche, plover
from .. import results
from ..addresses import iri, values
from ..answering import Desk
from ..things import PARTS, PARTS_OF_PARTS
from .files import Taken

_AT_ONCE = 200  # claims in one query: some 10,000 triples
_DERIVED, _ABOUT = NamedNode(PROV + "wasDerivedFrom"), NamedNode(SCHEMA + "description")
_DATASET, _PART = NamedNode(SCHEMA + "Dataset"), NamedNode(SCHEMA + "hasPart")
_BASED_ON = NamedNode(SCHEMA + "isBasedOn")


def as_turtle(taken: Taken, desk: Desk, *, whole: bool) -> bytes:
    """All of it; with `whole`, nothing was left out by a lens, and edges bear the counts of the store."""
    claims = [f"claim/{key}" for key in taken.quotes]
    things = dict.fromkeys(_things(taken))
    triples = [*_claims(desk, claims), *_said(desk, list(things)), *_edges(taken), *_stamp(taken)]
    if whole:
        triples += _said(desk, [f"edge/{edge.key}" for edge in taken.seen.edges])
    return results.write_triples(triples, results.TURTLE, PREFIXES)


def _things(taken: Taken) -> Iterator[str]:
    """What the claims lead to: propositions, articles, and all parties."""
    for node in taken.seen.network.nodes:
        yield f"entity/{node.party.key}"
    for quote in taken.quotes.values():
        yield from (f"proposition/{quote.proposition}", f"article/{quote.article.key}")
        yield from (f"entity/{said.source}" for said in quote.chain if said.source)


def _claims(desk: Desk, names: Sequence[str]) -> Iterator[Triple]:
    """The claims and their parts, which hang at most two steps below them."""
    for terms in _terms(desk, names):
        own = f"VALUES ?s {{ {terms} }} GRAPH ?place {{ ?s ?p ?o }}"
        parts = f"VALUES ?claim {{ {terms} }} GRAPH ?place {{ ?claim {PARTS} ?s . ?s ?p ?o }}"
        inner = f"VALUES ?claim {{ {terms} }} GRAPH ?place {{ ?claim {PARTS} ?part . ?part {PARTS_OF_PARTS} ?s . ?s ?p ?o }}"
        yield from _built(desk, f"{{ {own} }} UNION {{ {parts} }} UNION {{ {inner} }}")


def _said(desk: Desk, names: Sequence[str]) -> Iterator[Triple]:
    """What is said of some things themselves; of an article that is what it is, without its words."""
    for terms in _terms(desk, names):
        yield from _built(desk, f"VALUES ?s {{ {terms} }} GRAPH ?place {{ ?s ?p ?o }}")


def _terms(desk: Desk, names: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(names), _AT_ONCE):
        kinds = (name.split("/") for name in names[start : start + _AT_ONCE])
        yield values(iri(desk.base, kind, key) for kind, key in kinds)


def _built(desk: Desk, pattern: str) -> list[Triple]:
    answer = desk.trust(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}", (results.N_TRIPLES,), limit=_AT_ONCE * 1000)
    return results.read_triples(answer.body)


def _edges(taken: Taken) -> Iterator[Triple]:
    for edge in taken.seen.edges:
        about = NamedNode(taken.address("edge", edge.key))
        yield Triple(about, TYPE, depesche("Edge"))
        yield Triple(about, depesche("relation"), plover(edge.relation))
        for role, party in (("actor", edge.actor), ("recipient", edge.recipient)):
            if party:
                yield Triple(about, depesche(role), NamedNode(taken.address("entity", party.key)))
        yield from (Triple(about, _DERIVED, NamedNode(taken.address("claim", quote.key))) for quote in taken.behind(edge))


def _stamp(taken: Taken) -> Iterator[Triple]:
    """The whole: what it says of itself, which edges belong to it, on which articles it stands."""
    about = NamedNode(taken.stamp.address)
    yield Triple(about, TYPE, _DATASET)
    yield from (Triple(about, _ABOUT, Literal(line)) for line in taken.stamp.lines)
    yield from (Triple(about, _PART, NamedNode(taken.address("edge", edge.key))) for edge in taken.seen.edges)
    articles = dict.fromkeys(quote.article.key for quote in taken.quotes.values())
    yield from (Triple(about, _BASED_ON, NamedNode(taken.address("article", key))) for key in articles)
