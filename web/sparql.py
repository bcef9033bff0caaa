"""The SPARQL endpoint: the SPARQL 1.1 Protocol for programs, an editor for browsers, a description of itself for both.

Queries only. What is refused, too long, too slow or too large is an error with its own status, never a piece of an
answer; an answer cut at the row limit says so in the header `Depesche-Truncated`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, current_app, request
from werkzeug.exceptions import UnsupportedMediaType

from . import urls
from .editor_model import Cell, PrefixRow, ResultTable, SparqlPage
from .errors import NotAcceptable, problem, wants_page
from .negotiation import content_type, preferred
from .payloads import Problem
from .source import (
    PREFIXES,
    Answer,
    DepescheError,
    Graphs,
    QueryRefused,
    Source,
    UsageError,
    describe,
    questions,
    results,
    vocabulary_terms,
)
from .visit import page, visit

blueprint = Blueprint("sparql", __name__)

_FORM, _QUERY, _UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_OFFERED = (*results.SOLUTION_TYPES, *results.TRIPLE_TYPES)
_ALIASES = {
    "application/json": results.JSON,
    "application/xml": results.XML,
    "text/xml": results.XML,
    "text/plain": results.N_TRIPLES,
}
# What `format` may say: short names, with what JSON and XML mean where the answer is triples; and how SPARQLWrapper says it.
_NAMED = {
    **{name: (media_type,) for name, media_type in results.SHORT.items()},
    "json": (results.JSON, results.JSON_LD), "xml": (results.XML, results.RDF_XML), "turtle": (results.TURTLE,),
    "n3": (results.TURTLE,), "rdf+xml": (results.RDF_XML,), "json-ld": (results.JSON_LD,),
}  # fmt: skip
_SHOWN = 1000  # rows on a page: more is for a download
_VOCABULARIES = {"/ns": PREFIXES["depesche"], "/plover": PREFIXES["plover"]}  # their terms are explained on this site


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a request asks: the query if there is one, the format that its address names, the graphs to ask."""

    query: str | None
    form: str | None
    graphs: Graphs | None = None


@blueprint.route("/sparql", methods=["GET", "POST"])
def endpoint() -> Response:
    """A query's answer, the editor, or the service description."""
    try:
        asked = _asked()
    except DepescheError as error:
        if wants_page():
            return _editor("", problem(error))
        raise
    if asked.form is None and wants_page():
        return _page(asked)
    if asked.query is None:
        return _description(_formats(asked.form))
    return _answered(_source().strangers.answer(asked.query, _formats(asked.form), graphs=asked.graphs), asked.form)


def _asked() -> _Asked:
    """The request by the rules of the protocol: one query, from the address, a form or the body."""
    sent = request.mimetype if request.method == "POST" else None
    if sent == _UPDATE or "update" in request.values:
        raise QueryRefused("updates are not allowed here: this endpoint only answers queries")
    if sent not in (None, _FORM, _QUERY):
        raise UnsupportedMediaType(f"send a query as {_FORM} or {_QUERY}, not as {sent[:60] or 'nothing'!r}")
    default, named = (tuple(request.values.getlist(name)) for name in ("default-graph-uri", "named-graph-uri"))
    graphs = Graphs(default, named) if default or named else None
    return _Asked(_query(sent), request.values.get("format") or None, graphs)


def _query(sent: str | None) -> str | None:
    if sent == _QUERY:
        try:
            return request.get_data().decode("utf-8")
        except UnicodeDecodeError:
            raise UsageError("the query is not UTF-8 text") from None
    found = [*request.args.getlist("query"), *(request.form.getlist("query") if sent == _FORM else [])]
    if len(found) > 1:
        raise UsageError("send one query, not several")
    if not found and sent == _FORM:
        raise UsageError("the form holds no field called query")
    return found[0] if found and found[0].strip() else None


def _formats(form: str | None) -> tuple[str, ...]:
    """Media types in the order in which the client prefers them."""
    if not form:
        return preferred(_OFFERED, _ALIASES)
    wanted = _NAMED.get(form) or tuple(each for each in _OFFERED if each == form)
    if not wanted:
        raise UsageError(f"there is no format {form[:40]!r}; there are {', '.join(results.SHORT)}")
    return wanted


def _answered(answer: Answer, form: str | None) -> Response:
    if answer.media_type is None:
        raise NotAcceptable(f"the answer to this query is {_kind(answer.form)}; ask for {', '.join(_fitting(answer.form))}")
    response = Response(answer.body, content_type=content_type(answer.media_type))
    response.headers["Depesche-Revision"] = str(answer.revision)
    response.headers["Cache-Control"] = "no-cache"
    if answer.truncated:
        response.headers["Depesche-Truncated"] = str(_source().strangers.limit)
    if form is not None:
        short = next(name for name, media_type in results.SHORT.items() if media_type == answer.media_type)
        response.headers["Content-Disposition"] = f'attachment; filename="depesche.{short}"'
    return response


def _kind(form: str) -> str:
    return {"select": "a table", "ask": "yes or no"}.get(form, "a set of triples")


def _fitting(form: str) -> Sequence[str]:
    return {"select": results.SOLUTION_TYPES, "ask": results.TRUTH_TYPES}.get(form, results.TRIPLE_TYPES)


def _description(formats: tuple[str, ...]) -> Response:
    media_type = next((each for each in formats if each in results.TRIPLE_TYPES), None)
    if media_type is None:
        raise UsageError("there is no query; send one as the parameter query")
    body = describe(urls.site(), _source().base, media_type)
    return Response(body, content_type=content_type(media_type))


def _page(asked: _Asked) -> Response:
    """The editor, with the answer below it when there is a query; a failed query keeps its status and its text."""
    query = asked.query
    if query is None:
        named = questions().get(request.args.get("name", ""))
        here = visit()
        return _editor(named.bound(here.source.base, here.language) if named else "")
    try:
        answer = _source().strangers.answer(query, (results.JSON, results.TURTLE), limit=_SHOWN, graphs=asked.graphs)
    except DepescheError as error:
        return _editor(query, problem(error))
    return _editor(query, answer=answer)


def _editor(query: str, error: Problem | None = None, answer: Answer | None = None) -> Response:
    here = visit()
    told: dict[str, Any] = {"table": None, "verdict": None, "document": None}
    if answer and answer.form == "select":
        told["table"] = _table(json.loads(answer.body))
    elif answer and answer.form == "ask":
        told["verdict"] = bool(json.loads(answer.body)["boolean"])
    elif answer:
        told["document"] = answer.body.decode()
    model = SparqlPage(
        query=query,
        examples=here.questions(),
        prefixes=[PrefixRow(prefix, iri) for prefix, iri in PREFIXES.items()],
        terms=list(vocabulary_terms()),
        error=error,
        elapsed=answer.seconds * 1000 if answer else None,
        truncated=answer.truncated if answer else False,
        limit=min(_SHOWN, here.source.strangers.limit),
        deadline=here.source.strangers.deadline,
        most=here.source.strangers.limit,
        downloads=urls.downloads(query, answer.form) if answer else [],
        **told,
    )
    response = page("sparql.html", model)
    response.status_code = error.status if error else 200
    response.headers["Cache-Control"] = "no-cache"
    return response


def _table(told: dict[str, Any]) -> ResultTable:
    variables = told["head"]["vars"]
    return ResultTable(variables, [[_cell(row.get(name)) for name in variables] for row in told["results"]["bindings"]])


def _cell(term: dict[str, Any] | None) -> Cell:
    if term is None:
        return Cell("unbound", "", "", None, None, None)
    value = str(term["value"])
    if term["type"] != "uri":
        return Cell("literal", value, value, None, term.get("xml:lang"), term.get("datatype"))
    base = _source().base
    if value.startswith(base):
        rest = value.removeprefix(base)
        shown = rest.partition("#")[0].split("/")[0] in ("entity", "claim", "proposition", "article", "edge")
        return Cell("iri", rest, value, urls.at(f"/id/{rest}") if shown else None, None, None)
    own = next((path for path, iri in _VOCABULARIES.items() if value.startswith(iri)), None)
    short = next((f"{p}:{value.removeprefix(iri)}" for p, iri in PREFIXES.items() if value.startswith(iri)), value)
    outside = value if value.startswith(("https://", "http://")) else None
    return Cell("iri", short, value, urls.at(own) if own else outside, None, None)


def _source() -> Source:
    found: Source = current_app.extensions["depesche"]
    return found
