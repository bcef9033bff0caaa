"""The names that our quads use, of our own vocabulary and of others, as pyoxigraph nodes.

A name stands here once; a test holds that each of ours is in `data/depesche.ttl`.
"""

from functools import cache

from pyoxigraph import NamedNode

from ..vocabulary import DEPESCHE, PLOVER

SCHEMA = "https://schema.org/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
WIKIDATA = "http://www.wikidata.org/entity/"

PREFIXES = {
    "depesche": DEPESCHE,
    "plover": PLOVER,
    "schema": SCHEMA,
    "prov": PROV,
    "oa": OA,
    "skos": SKOS,
    "sem": SEM,
    "xsd": XSD,
    "rdf": RDF,
    "rdfs": RDFS,
    "wd": WIKIDATA,
}  # what queries may use undeclared, and what our Turtle is written with

TYPE = NamedNode(RDF + "type")

PREF_LABEL = NamedNode(SKOS + "prefLabel")
ALT_LABEL = NamedNode(SKOS + "altLabel")
EXACT_MATCH = NamedNode(SKOS + "exactMatch")

HEADLINE = NamedNode(SCHEMA + "headline")
DATE_PUBLISHED = NamedNode(SCHEMA + "datePublished")
PUBLISHER = NamedNode(SCHEMA + "publisher")
URL = NamedNode(SCHEMA + "url")
IDENTIFIER = NamedNode(SCHEMA + "identifier")
IN_LANGUAGE = NamedNode(SCHEMA + "inLanguage")

ATTRIBUTED_TO = NamedNode(PROV + "wasAttributedTo")
QUOTED_FROM = NamedNode(PROV + "wasQuotedFrom")

SPECIFIC_RESOURCE = NamedNode(OA + "SpecificResource")
HAS_SOURCE = NamedNode(OA + "hasSource")
HAS_SELECTOR = NamedNode(OA + "hasSelector")
POSITION_SELECTOR = NamedNode(OA + "TextPositionSelector")
QUOTE_SELECTOR = NamedNode(OA + "TextQuoteSelector")
START = NamedNode(OA + "start")
END = NamedNode(OA + "end")
EXACT = NamedNode(OA + "exact")

INTEGER = NamedNode(XSD + "integer")
DECIMAL = NamedNode(XSD + "decimal")
BOOLEAN = NamedNode(XSD + "boolean")
DATE = NamedNode(XSD + "date")


@cache
def depesche(name: str) -> NamedNode:
    """A class, property or concept of our vocabulary."""
    return NamedNode(DEPESCHE + name)


@cache
def plover(code: str) -> NamedNode:
    """A relation, by its code such as `AID`."""
    return NamedNode(PLOVER + code)


def named_by_others() -> tuple[str, ...]:
    """The addresses of all names of other vocabularies that our quads use."""
    return tuple(sorted(name.value for name in globals().values() if isinstance(name, NamedNode)))
