"""The routes by which programs come in: SPARQL, the description of the data set, reconciliation. Part of `routes`."""

from .contract import FORMAT, HTML, LANGUAGE, OBJECT, RDF, TEXT, TRIPLES, Given, Route, key, number, one_of
from .schemas import Schema
from .source import FORMS, Kind, results

_RESULTS: dict[str, Schema] = {
    **{each: TEXT for each in results.SOLUTION_TYPES},
    **RDF,
    "text/html": TEXT,
    results.JSON: {
        "type": "object",
        "required": ["head"],
        "properties": {"head": OBJECT, "results": OBJECT, "boolean": {"type": "boolean"}},
    },
}
_GRAPHS: Schema = {"type": "array", "items": {"type": "string", "format": "iri"}}
_QUERY = Given("query", "a SPARQL 1.1 query; without one, the description of the service, or for browsers the editor")
_ASKED = (
    _QUERY,
    one_of("format", FORMAT, list(results.SHORT)),
    Given("default-graph-uri", "graphs of this store whose union is asked instead of all", _GRAPHS),
    Given("named-graph-uri", "graphs of this store that GRAPH may name", _GRAPHS),
)
_QUERY_ERRORS = (400, 403, 406, 413)
SPARQL = (
    Route(
        "/sparql",
        "The SPARQL 1.1 Protocol: a query in the address",
        _RESULTS,
        (*_ASKED, Given("name", "for browsers: the named question that the editor opens"), LANGUAGE),
        _QUERY_ERRORS,
    ),
    Route(
        "/sparql",
        "The SPARQL 1.1 Protocol: a query as a form or as the body",
        _RESULTS,
        _ASKED[1:],
        (*_QUERY_ERRORS, 415),
        "post",
        {
            "application/x-www-form-urlencoded": {
                "type": "object",
                "required": ["query"],
                "properties": {each.name: {**each.schema, "description": each.meaning} for each in _ASKED},
            },
            "application/sparql-query": TEXT,
        },
    ),
)

DESCRIPTIONS = (
    Route(
        "/.well-known/void",
        "The data set: how much of what, in which vocabularies (VoID)",
        RDF,
        (TRIPLES,),
        (400, 406),
        kept=True,
    ),
    Route("/context.jsonld", "The JSON-LD context of all data", {"application/ld+json": OBJECT}, kept=True),
    Route("/openapi.json", "This description", {"application/json": OBJECT}, kept=True),
    Route("/dump", "The forms in which the whole store can be fetched", {"application/json": {"type": "array", "items": OBJECT}}),
    Route(
        "/dump/<form>",
        "The whole store as a file: the sentences of claims, not the texts of articles",
        {form.media_type: RDF.get(form.media_type, TEXT) for form in FORMS.values()},
        (one_of("form", "the form", list(FORMS), "path"),),
        (404,),
        kept=True,
    ),
)

_NAMED: Schema = {"type": "object", "required": ["id", "name"], "properties": {"id": TEXT, "name": TEXT}}
_SUGGESTED: Schema = {"type": "object", "required": ["result"], "properties": {"result": {"type": "array", "items": _NAMED}}}
_BATCH = (
    Given("queries", 'JSON: cells to find parties for: {"q0": {"query": …, "type": …, "limit": …}}'),
    Given("extend", 'JSON: parties and the properties wanted of them: {"ids": […], "properties": [{"id": …}]}'),
)
RECONCILE = (
    Route(
        "/reconcile",
        "The Reconciliation Service API 0.2: its manifest, candidates for cells, or values of properties",
        {"application/json": OBJECT},
        (*_BATCH, LANGUAGE),
        (400,),
    ),
    Route(
        "/reconcile",
        "The same, as a form",
        {"application/json": OBJECT},
        (LANGUAGE,),
        (400, 413),
        "post",
        {
            "application/x-www-form-urlencoded": {"type": "object", "properties": {each.name: TEXT for each in _BATCH}},
        },
    ),
    *(
        Route(
            f"/reconcile/suggest/{what}",
            f"Suggestions for the beginning of {a_name}",
            {"application/json": _SUGGESTED},
            (Given("prefix", "what was typed"), LANGUAGE),
        )
        for what, a_name in (("entity", "a party's name"), ("type", "a kind's name"), ("property", "a property's name"))
    ),
    Route(
        "/reconcile/extend/propose",
        "Properties by which parties can be extended",
        {
            "application/json": {
                "type": "object",
                "required": ["properties"],
                "properties": {"properties": {"type": "array", "items": _NAMED}},
            }
        },
        (one_of("type", "the kind of parties", [kind.value for kind in Kind]), number("limit", "how many", None, 100), LANGUAGE),
    ),
    Route("/reconcile/preview", "A party on a few lines", HTML, (key("query", "id"), LANGUAGE), (404,)),
)
