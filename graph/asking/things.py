"""One thing as data: its own quads and those of its parts, nothing else, in a format of RDF."""

from ..errors import NotFoundError
from . import results
from .addresses import iri
from .pool import Pool
from .worker import Answer

KINDS = ("entity", "claim", "proposition", "article")
FORMATS = results.TRIPLE_TYPES

# A claim's parts hang below it at most two steps deep: evidence and its selectors, steps and where their words stand.
_PARTS = "depesche:evidence|depesche:sentencePosition|depesche:actorMention|depesche:recipientMention|depesche:step"
_PARTS_OF_PARTS = "oa:hasSelector|depesche:sourceMention|depesche:cuePosition"


def document(pool: Pool, base: str, kind: str, key: str, media_type: str) -> Answer:
    """The thing's triples in one of FORMATS. NotFoundError when the store says nothing of it."""
    if kind not in KINDS:
        raise NotFoundError(f"there are no things called {kind[:40]!r}; there are {', '.join(KINDS)}")
    this = iri(base, kind, key)
    if not pool.trust(f"ASK {{ GRAPH ?place {{ {this} ?p ?o }} }}").rows[0][0]:
        raise NotFoundError(f"there is no {kind} {key} in the store")
    return pool.trust(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {_pattern(kind, this)} }}", (media_type,))


def _pattern(kind: str, this: str) -> str:
    if kind == "article":  # its graph bears its name, and holds all that is said in it
        return f"GRAPH {this} {{ ?s ?p ?o }}"
    own = f"VALUES ?s {{ {this} }} GRAPH ?place {{ ?s ?p ?o }}"
    if kind == "claim":  # each depth told by itself: Virtuoso follows no path of which all steps may be left out
        parts = f"GRAPH ?place {{ {this} {_PARTS} ?s . ?s ?p ?o }}"
        inner = f"GRAPH ?place {{ {this} {_PARTS} ?part . ?part {_PARTS_OF_PARTS} ?s . ?s ?p ?o }}"
        return f"{{ {own} }} UNION {{ {parts} }} UNION {{ {inner} }}"
    return own
