"""What the store and its endpoint say of themselves to programs: a SPARQL service description and a VoID description.

Counts come from the store, so that they are true at its revision; addresses of the site are given, as one store may be
served in several places.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from ..rdf.names import INTEGER, OA, PROV, SCHEMA, SEM, SKOS, TYPE
from ..rdf.terms import GRAPHS
from ..vocabulary import DEPESCHE, PLOVER
from . import edges, results
from .addresses import Asker, place

_SD, _VOID = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
_FORMATS, _DCTERMS, _FOAF = "http://www.w3.org/ns/formats/", "http://purl.org/dc/terms/", "http://xmlns.com/foaf/0.1/"
_PREFIXES = {"sd": _SD, "void": _VOID, "formats": _FORMATS, "dcterms": _DCTERMS, "foaf": _FOAF, "depesche": DEPESCHE}
_SOLUTIONS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_TRIPLES = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")
_QUADS = ("TriG", "N-Quads")
_VOCABULARIES = (DEPESCHE, PLOVER, SCHEMA, PROV, OA, SKOS, SEM)
_SHARED = tuple(name for name in GRAPHS if name != "meta")  # an article's own graph is the article's to tell of
_TITLE = "Depesche: claims of international-relations reporting"
_ABOUT = "Who says that whom did what, with the sentence, the chain of sources, the stance, the modality and the time."


@dataclass(frozen=True, slots=True)
class Site:
    """Where a store is served: the addresses of its endpoint, of its description and of whole copies."""

    endpoint: str
    void: str
    dumps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Extent:
    """How many things of each class there are (by the class's local name), how many links lead out, and some examples."""

    classes: tuple[tuple[str, int], ...]
    links: int
    examples: tuple[str, ...]


def describe(site: Site, base: str, media_type: str) -> bytes:
    """The service at `site` over things below `base`, in one of results.TRIPLE_TYPES."""
    return results.write_triples(list(_service(site, base)), media_type, _PREFIXES)


def void(site: Site, base: str, extent: Extent, media_type: str) -> bytes:
    """The data set that is served at `site`, in one of results.TRIPLE_TYPES."""
    return results.write_triples(list(_dataset(site, base, extent)), media_type, _PREFIXES)


def extent(asker: Asker) -> Extent:
    """Counts of the whole store: plain look-ups by class, each within its own graphs."""
    derived = place(asker.base, "derived")
    classes = (
        ("Article", _count(asker, "GRAPH ?thing { ?thing depesche:textHash ?hash }")),
        ("Claim", _count(asker, "GRAPH ?article { ?thing a depesche:Claim }")),
        ("Proposition", _count(asker, f"GRAPH {place(asker.base, 'propositions')} {{ ?thing a depesche:Proposition }}")),
        ("Entity", _count(asker, "GRAPH ?place { ?thing a depesche:Entity }")),
        ("Edge", _count(asker, f"GRAPH {derived} {{ ?thing a depesche:Edge }}")),
        ("Episode", _count(asker, f"GRAPH {derived} {{ ?thing a depesche:Episode }}")),
    )
    return Extent(classes, _count(asker, "GRAPH ?place { ?thing skos:exactMatch ?item }"), tuple(_examples(asker)))


def _count(asker: Asker, pattern: str) -> int:
    return int(asker.rows(f"SELECT (COUNT(DISTINCT ?thing) AS ?n) {{ {pattern} }}")[0][0] or 0)


def _examples(asker: Asker) -> Iterator[str]:
    """The most reported edge, its parties, and the newest claim behind it with its article."""
    for edge in edges.most_reported(asker, 1):
        yield f"{asker.base}edge/{edge.key}"
        yield from (f"{asker.base}entity/{key}" for key in (edge.actor, edge.recipient) if key)
        for claim in edges.claims_behind(asker, edge.actor, edge.relation, edge.recipient, 1):
            yield f"{asker.base}claim/{claim}"
            about = f"<{asker.base}claim/{claim}>"
            rows = asker.rows(f"SELECT ?p ?a {{ GRAPH ?a {{ {about} depesche:reports ?p }} }}")
            yield from (str(value) for row in rows for value in row)


def _service(site: Site, base: str) -> Iterator[Triple]:
    service, dataset = NamedNode(site.endpoint), f"{site.void}#dataset"
    union = f"{site.endpoint}#union"
    yield from _say(service, TYPE.value, _SD + "Service")
    yield from _say(service, _SD + "endpoint", site.endpoint)
    yield from _say(service, _SD + "supportedLanguage", _SD + "SPARQL11Query")
    yield from _say(service, _SD + "feature", _SD + "UnionDefaultGraph")
    yield from _say(service, _SD + "resultFormat", *(_FORMATS + name for name in (*_SOLUTIONS, *_TRIPLES)))
    yield from _say(service, _SD + "defaultDataset", dataset)
    yield from _say(dataset, TYPE.value, _SD + "Dataset", _VOID + "Dataset")
    yield from _say(dataset, _SD + "defaultGraph", union)
    yield from _say(dataset, _SD + "namedGraph", *(f"{site.endpoint}#{name}" for name in _SHARED))
    yield from _say(union, TYPE.value, _SD + "Graph")
    for name in _SHARED:
        yield from _say(f"{site.endpoint}#{name}", TYPE.value, _SD + "NamedGraph")
        yield from _say(f"{site.endpoint}#{name}", _SD + "name", f"{base}graph/{name}")
    yield Triple(NamedNode(dataset), NamedNode(_VOID + "uriSpace"), Literal(base))


def _dataset(site: Site, base: str, extent: Extent) -> Iterator[Triple]:
    dataset = f"{site.void}#dataset"
    yield from _say(site.void, TYPE.value, _VOID + "DatasetDescription")
    yield from _say(site.void, _FOAF + "primaryTopic", dataset)
    yield from _say(dataset, TYPE.value, _VOID + "Dataset")
    yield from _words(dataset, ((_DCTERMS + "title", _TITLE), (_DCTERMS + "description", _ABOUT), (_VOID + "uriSpace", base)))
    yield from _say(dataset, _VOID + "sparqlEndpoint", site.endpoint)
    yield from _say(dataset, _VOID + "vocabulary", *_VOCABULARIES)
    yield from _say(dataset, _VOID + "feature", *(_FORMATS + name for name in (*_TRIPLES, *_QUADS)))
    yield from _say(dataset, _VOID + "exampleResource", *extent.examples)
    yield from _say(dataset, _VOID + "dataDump", *site.dumps)
    yield _number(dataset, _VOID + "entities", sum(n for _, n in extent.classes))
    for name, n in extent.classes:
        part = f"{site.void}#{name}"
        yield from _say(dataset, _VOID + "classPartition", part)
        yield from _say(part, _VOID + "class", DEPESCHE + name)
        yield _number(part, _VOID + "entities", n)
    yield from _links(f"{site.void}#wikidata", dataset, extent.links)


def _links(linkset: str, dataset: str, links: int) -> Iterator[Triple]:
    yield from _say(dataset, _VOID + "subset", linkset)
    yield from _say(linkset, TYPE.value, _VOID + "Linkset")
    yield from _say(linkset, _VOID + "subjectsTarget", dataset)
    yield from _say(linkset, _VOID + "objectsTarget", "http://www.wikidata.org/entity/Q2013")  # Wikidata itself
    yield from _say(linkset, _VOID + "linkPredicate", SKOS + "exactMatch")
    yield _number(linkset, _VOID + "triples", links)


def _say(about: str | NamedNode, predicate: str, *values: str) -> Iterator[Triple]:
    subject = about if isinstance(about, NamedNode) else NamedNode(about)
    yield from (Triple(subject, NamedNode(predicate), NamedNode(value)) for value in values)


def _words(about: str, told: Iterable[tuple[str, str]]) -> Iterator[Triple]:
    yield from (Triple(NamedNode(about), NamedNode(predicate), Literal(words)) for predicate, words in told)


def _number(about: str, predicate: str, n: int) -> Triple:
    return Triple(NamedNode(about), NamedNode(predicate), Literal(str(n), datatype=INTEGER))
