"""Every address that the server answers: the one list of routes.

The OpenAPI description and the documentation are made from it, and a test holds it against the routes of the application:
a new route is one entry here.
"""

from collections.abc import Mapping

from . import negotiation
from .adding_routes import ADDING
from .contract import FORMAT, HTML, LANGUAGE, LENS, OBJECT, RDF, TEXT, Given, Route, api, key, number, one_of, page_of
from .endpoints import DESCRIPTIONS, RECONCILE, SPARQL
from .page_models import ArticlePage, EntityPage, PairRow, PropositionPage
from .payloads import (
    AroundPayload,
    ClaimPayload,
    ClaimsPayload,
    JobPayload,
    LinkPayload,
    NetworkPayload,
    PathPayload,
    SearchPayload,
    StampPayload,
    TimelinePayload,
)  # fmt: skip
from .schemas import Schema, ref
from .source import GRAPHS, KINDS, LONGEST, drawn, measures, parties, questions, results

PAYLOADS = (
    ClaimPayload, ClaimsPayload, NetworkPayload, SearchPayload, TimelinePayload, AroundPayload, PathPayload, StampPayload,
    LinkPayload, JobPayload, EntityPage, PropositionPage, ArticlePage, PairRow,
)  # fmt: skip
QUERY, _FORM = "application/sparql-query", "application/x-www-form-urlencoded"
_Q = Given("q", "what is looked for")
_PAGE = number("page", "which page", 1, 100_000)
_ENTITIES = Given("entities", "keys of parties, with commas between them")
_STATE = key("query", "state", "a view that this server keeps, instead of all else", required=False)
_QUESTION = one_of("name", "the question", sorted(questions()), "path")
_PARAMETERS = Given(
    "parameters",
    "what the question asks for: each by its own name, parties by key or name",
    {"type": "object", "additionalProperties": TEXT},
)
_MEASURED = (
    Given("entity", "around this party, by key or name"),
    Given("bloc", "against this party, by key or name"),
    Given("since", "from this day on", {"type": "string", "format": "date"}),
    Given("until", "until this day", {"type": "string", "format": "date"}),
    one_of("voice", "which claims count", [voice.value for voice in measures.Voice]),
)
_FILTERS = (
    Given("stance", "only edges with a claim of one of these stances, with commas between them"),
    Given("relation", "only edges of these relations, by their codes"),
    one_of("disputed", "only disputed edges", ["1"]),
)
_OFFSET = Given("offset", "how many to pass over", {"type": "integer", "minimum": 0, "default": 0})


def _vocabulary(rule: str, meaning: str) -> Route:
    formats = one_of("format", FORMAT, ["html", "ttl", "nt", "rdf", "jsonld"])
    return Route(rule, meaning, {**RDF, "text/plain": TEXT}, (formats,), (400, 406), kept=True)


_PAGES = (
    page_of("/", "Search, what the store holds, disputes, questions to start from"),
    page_of("/search", "Names that match, and claims whose sentence holds the words", _Q, _PAGE),
    page_of(
        "/explore",
        "The network: pick parties, expand them, open an edge to its claims",
        _ENTITIES,
        key("query", "edge", "the edge that stands open", required=False),
        key("query", "claim", "the claim that stands open", required=False),
        _STATE,
        *_FILTERS,
        *LENS,
        errors=(404,),
    ),
    Route(
        "/explore/links",
        "Keep a view whose address is too long to pass on; for browsers on this machine that may write",
        {"application/json": ref(LinkPayload)},
        (LANGUAGE,),
        (400, 403, 413, 503),
        "post",
        {_FORM: {"type": "object", "required": ["mark", "view"], "properties": {"mark": TEXT, "view": TEXT}}},
    ),
    Route(
        "/explore.<form>",
        "What the explorer shows as a file, or as the query behind it (rq; sparql opens it in the editor)",
        {"text/csv": TEXT, "application/gexf+xml": TEXT, "application/graphml+xml": TEXT, "text/turtle": TEXT, QUERY: TEXT},
        (one_of("form", FORMAT, [*drawn.FORMS, "rq", "sparql"], "path"), _ENTITIES, _STATE, *_FILTERS, *LENS, LANGUAGE),
        (400, 404, 413),
        redirects=True,
        kept=True,
    ),
    page_of("/disputes", "What some sources assert and others deny, doubt or negate", _PAGE),
    page_of("/ask", "All named questions"),
    page_of("/ask/<name>", "A named question, its form and its answer", _QUESTION, _PARAMETERS, errors=(404,)),
    page_of("/dossier/<key>", "What is reported of one party, gathered from the questions", key(), errors=(404,)),
    page_of("/network", "The first of the network's measures", *_MEASURED, errors=(400,)),
    Route(
        "/network/<name>",
        "A measure of the network: a page, or with a suffix (.csv, .json, .graphml) a file",
        {**HTML, "text/csv": TEXT, "application/json": {"type": ["object", "array"]}, "application/graphml+xml": TEXT},
        (Given("name", "the measure, with or without a suffix", TEXT, "path", True), *_MEASURED, _PAGE, LANGUAGE),
        (400, 404),
        kept=True,
    ),
    page_of("/sources", "Outlets and cited sources, and how they speak"),
)

_THING: dict[str, Schema] = {
    "text/html": TEXT,
    "application/json": {"anyOf": [ref(each) for each in (EntityPage, ClaimPayload, PropositionPage, ArticlePage, PairRow)]},
    **RDF,
    **{each: TEXT for each in results.QUAD_TYPES},
}
_THINGS = (
    Route(
        "/id/<kind>/<key>",
        "A thing: a state or another party, a claim, a proposition, an article version, an edge",
        _THING,
        (
            one_of("kind", "what it is", list(KINDS), "path"),
            Given(
                "key",
                "its key, with or without a suffix such as .ttl",
                {"type": "string", "pattern": "^[a-z2-7]{26}(\\.[a-z]+)?$"},
                "path",
                True,
            ),
            one_of("format", FORMAT, list(negotiation.SUFFIXES)),
            LANGUAGE,
            one_of("role", "of an entity: only claims in which it has this role", list(parties.ROLES)),
            Given("relation", "of an entity: only claims of this relation, by its code"),
            _PAGE,
        ),
        (400, 404, 406),
        redirects=True,
        kept=True,
    ),
    Route("/id/claim/<key>/nanopub", "A claim as a nanopublication", {results.TRIG: TEXT}, (key(),), (404,), kept=True),
    Route(
        "/id/graph/<name>",
        "A named graph that belongs to no single article; leads to the description",
        {},
        (one_of("name", "the graph", list(GRAPHS), "path"),),
        (404,),
        redirects=True,
    ),
    _vocabulary("/ns", "The vocabulary"),
    _vocabulary("/plover", "The relations"),
)

_API = (
    api("/api/search", "Parties that a name may mean, best first", ref(SearchPayload), _Q, number("limit", "how many", 10, 50)),
    api(
        "/api/claims",
        "Claims whose sentence holds all the words: word* finds beginnings, quotation marks a phrase, -word leaves out",
        ref(ClaimsPayload),
        Given("q", "what is looked for", {"type": "string", "maxLength": LONGEST}),
        number("limit", "how many", 10, 200),
        _OFFSET,
        errors=(400,),
    ),
    api(
        "/api/network",
        "A piece of the network: parties, the neighbours of one of them, all edges among them",
        ref(NetworkPayload),
        _ENTITIES,
        key("query", "expand", "the party whose neighbours are wanted", required=False),
        Given("by", "only neighbours in this relation, by its code", {"type": "string", "pattern": "^([A-Z][A-Z_]*)?$"}),
        number("limit", "how many parties to add", None, 300),
        *LENS,
        errors=(400,),
    ),
    api("/api/timeline", "The claims among some parties by month", ref(TimelinePayload), _ENTITIES, *LENS, errors=(400,)),
    api("/api/around/<key>", "What there is around a party, counted", ref(AroundPayload), key(), *LENS, errors=(400, 404)),
    api(
        "/api/path",
        "The parties on a shortest path between two",
        ref(PathPayload),
        key("query", "start", "where it begins"),
        key("query", "end", "where it ends"),
        *LENS,
        errors=(400, 404),
    ),
    api(
        "/api/stamp",
        "What files and pictures of a view say of themselves",
        ref(StampPayload),
        _ENTITIES,
        _STATE,
        *_FILTERS,
        *LENS,
        errors=(400, 404),
    ),
    Route(
        "/api/ask/<name>",
        "The answer to a named question: a list of flat objects, or a table",
        {"application/json": {"type": "array", "items": OBJECT}, "text/csv": TEXT, "text/tab-separated-values": TEXT},
        (_QUESTION, _PARAMETERS, one_of("format", FORMAT, ["json", "csv", "tsv"]), LANGUAGE),
        (400, 404),
        kept=True,
    ),
    api(
        "/api/edge",
        "The claims of one relation between two parties, newest first",
        ref(ClaimsPayload),
        key("query", "actor", "who acts"),
        Given("relation", "the relation's code, such as AID", TEXT, required=True),
        key("query", "recipient", "whom it concerns; left out where there is none", required=False),
        number("limit", "how many", 50, 200),
        _OFFSET,
        *LENS,
        errors=(400, 404),
    ),
    api("/api/claim/<key>", "One claim", ref(ClaimPayload), key(), errors=(404,)),
    Route(
        "/healthz",
        "Whether the store can be read, and its revision",
        {
            "application/json": {
                "type": "object",
                "properties": {"status": {"const": "ok"}, "revision": {"type": "integer"}},
                "required": ["status", "revision"],
            }
        },
    ),
)

_BEHIND = (
    Route(
        "/messages/<language>.json",
        "The words of the interface",
        {"application/json": OBJECT},
        (one_of("language", "the language", ["de", "en"], "path"),),
        (404,),
        kept=True,
    ),
    Route(
        "/static/<path:filename>",
        "Scripts and styles, under names that change with their content",
        {},
        (Given("filename", "the file", TEXT, "path", True),),
        (404,),
    ),
)

GROUPS: Mapping[str, tuple[Route, ...]] = {
    "Pages": _PAGES,
    "Adding": ADDING,
    "Things": _THINGS,
    "Data for programs": _API,
    "SPARQL": SPARQL,
    "The data set": DESCRIPTIONS,
    "Reconciliation": RECONCILE,
    "Behind the pages": _BEHIND,
}
ROUTES: tuple[Route, ...] = tuple(route for routes in GROUPS.values() for route in routes)
