"""One thing as data: its own quads and those of its parts, nothing else, in a format of RDF."""

from dataclasses import replace

from pyoxigraph import NamedNode, Quad

from ..errors import NotFoundError
from ..rdf.names import PREFIXES
from ..rdf.nanopubs import NANOPUB_PREFIXES, nanopub
from ..rdf.sheet import in_graph
from . import results
from .addresses import address, iri, place
from .compact import compact
from .pool import Pool
from .worker import Answer

KINDS = ("entity", "claim", "proposition", "article", "edge")
FORMATS = (*results.TRIPLE_TYPES, *results.QUAD_TYPES)

# A claim's parts hang below it at most two steps deep: evidence and its selectors, steps and where their words stand.
PARTS = "depesche:evidence|depesche:sentencePosition|depesche:actorMention|depesche:recipientMention|depesche:step"
PARTS_OF_PARTS = "oa:hasSelector|depesche:sourceMention|depesche:cuePosition"


def document(pool: Pool, base: str, kind: str, key: str, media_type: str, context: str) -> Answer:
    """The thing's triples in one of FORMATS; JSON-LD refers to the context at the address `context`.

    NotFoundError when the store says nothing of it.
    """
    if kind not in KINDS:
        raise NotFoundError(f"there are no things called {kind[:40]!r}; there are {', '.join(KINDS)}")
    this = iri(base, kind, key)
    if not pool.trust(f"ASK {{ GRAPH ?place {{ {this} ?p ?o }} }}").rows[0][0]:
        raise NotFoundError(f"there is no {kind} {key} in the store")
    if media_type in results.QUAD_TYPES:
        return _with_graphs(pool, kind, this, media_type)
    if media_type == results.JSON_LD:
        answer = _construct(pool, _pattern(kind, this), results.N_TRIPLES)
        return replace(answer, body=compact(results.read_triples(answer.body), context), media_type=media_type)
    return _construct(pool, _pattern(kind, this), media_type)


def nanopublication(pool: Pool, base: str, key: str) -> Answer:
    """The claim with this key as a nanopublication, in TriG. NotFoundError when there is none."""
    this = iri(base, "claim", key)
    places = pool.trust(f"SELECT ?article ?proposition {{ GRAPH ?article {{ {this} depesche:reports ?proposition }} }}")
    if not places.rows:
        raise NotFoundError(f"there is no claim {key} in the store")
    article, proposition = (str(value) for value in places.rows[0])
    found = [_construct(pool, f"GRAPH {address(article)} {{ ?s ?p ?o }}", results.N_TRIPLES)]
    about = f"BIND({address(proposition)} AS ?s) GRAPH {place(base, 'propositions')} {{ ?s ?p ?o }}"
    found.append(_construct(pool, about, results.N_TRIPLES))
    said, content = (
        [in_graph(triple, NamedNode(name)) for triple in results.read_triples(answer.body)]
        for answer, name in zip(found, (article, proposition), strict=True)
    )
    body = results.write_quads(nanopub(NamedNode(this[1:-1]), said, content), results.TRIG, NANOPUB_PREFIXES)
    return replace(places, body=body, media_type=results.TRIG, rows=())


def _pattern(kind: str, this: str, place: str = "?place") -> str:
    if kind == "article":  # its graph bears its name, and holds all that is said in it
        return f"GRAPH {this} {{ ?s ?p ?o }}"
    own = f"VALUES ?s {{ {this} }} GRAPH {place} {{ ?s ?p ?o }}"
    # Each depth told by itself: Virtuoso follows no path of which all steps may be left out.
    if kind == "claim":
        parts = f"GRAPH {place} {{ {this} {PARTS} ?s . ?s ?p ?o }}"
        inner = f"GRAPH {place} {{ {this} {PARTS} ?part . ?part {PARTS_OF_PARTS} ?s . ?s ?p ?o }}"
        return f"{{ {own} }} UNION {{ {parts} }} UNION {{ {inner} }}"
    if kind == "edge":
        episodes = f"GRAPH {place} {{ ?s depesche:edge {this} . ?s ?p ?o }}"
        return f"{{ {own} }} UNION {{ {episodes} }}"
    return own


def _construct(pool: Pool, pattern: str, media_type: str) -> Answer:
    return pool.trust(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}", (media_type,))


def _with_graphs(pool: Pool, kind: str, this: str, media_type: str) -> Answer:
    """The triples graph by graph: no form of query gives quads. One thing stands in three graphs at most."""
    listed = pool.trust(f"SELECT DISTINCT ?place {{ GRAPH ?place {{ {this} ?p ?o }} }}")
    names = [this] if kind == "article" else [address(str(name)) for (name,) in listed.rows]
    quads: list[Quad] = []
    for name in names:
        answer = _construct(pool, _pattern(kind, this, name), results.N_TRIPLES)
        quads += (in_graph(triple, NamedNode(name[1:-1])) for triple in results.read_triples(answer.body))
    return replace(listed, body=results.write_quads(quads, media_type, PREFIXES), media_type=media_type, rows=())
