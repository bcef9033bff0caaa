"""The Reconciliation Service API 0.2, by which OpenRefine and its like find out which party a cell means.

Types are the six kinds of parties. Other sites' scripts (OpenRefine's own page among them) may suggest and preview only
where `cors` lets them; whole columns are asked by OpenRefine itself, from this machine or another.
"""

import json
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, jsonify, render_template, request

from . import urls
from .source import (
    PREFIXES,
    PROPERTIES,
    Candidate,
    Cell,
    Kind,
    NotFoundError,
    PartyView,
    UsageError,
    candidates,
    extended,
    network,
)
from .visit import Visit, number, visit

blueprint = Blueprint("reconcile", __name__, url_prefix="/reconcile")

_CANDIDATES, _MOST_CANDIDATES = 5, 20
_MOST_CELLS = 100  # in one batch; OpenRefine sends ten
_MOST_ROWS = 500  # parties that are told of at once
_SUGGESTED = 10
_SIZE = {"width": 400, "height": 140}  # pixels of a preview


@blueprint.route("", methods=["GET", "POST"])
def service() -> Response:
    """What the service is; or, with `queries`, candidates for cells; or, with `extend`, what is known of parties."""
    if "queries" in request.values:
        return jsonify(_reconciled(visit(), _parsed("queries")))
    if "extend" in request.values:
        return jsonify(_extended(visit(), _parsed("extend")))
    return jsonify(_manifest(visit()))


@blueprint.get("/suggest/entity")
def suggest_entity() -> Response:
    """Parties whose name begins as `prefix`."""
    here = visit()
    hits = here.source.labels.search(request.args.get("prefix", ""), _SUGGESTED)
    shown = network.named(here.reader, [hit.key for hit in hits], here.language)
    told = [_suggestion(here, view, hit.claims) for hit in hits if (view := shown.get(hit.key))]
    return jsonify(result=told)


@blueprint.get("/suggest/type")
def suggest_type() -> Response:
    """Kinds of parties whose name begins as `prefix`."""
    here = visit()
    kinds = here.source.vocabulary.kinds.values()
    told = [
        {**_type(here, Kind(each.code)), "description": each.definitions[here.language]}
        for each in kinds
        if _begins(each.code, each.labels[here.language])
    ]
    return jsonify(result=told)


@blueprint.get("/suggest/property")
def suggest_property() -> Response:
    """Properties whose name begins as `prefix`."""
    language = visit().language
    told = [{"id": each.code, "name": each.labels[language]} for each in PROPERTIES.values()]
    return jsonify(result=[each for each in told if _begins(each["id"], each["name"])])


@blueprint.get("/extend/propose")
def propose() -> Response:
    """Properties by which parties of a `type` can be extended: the same for all."""
    language = visit().language
    told = [{"id": each.code, "name": each.labels[language]} for each in PROPERTIES.values()]
    limit = number("limit", len(told), len(told))
    return jsonify(type=request.args.get("type", ""), limit=limit, properties=told[:limit])


@blueprint.get("/preview")
def preview() -> Response:
    """A party on a few lines, to be shown beside a cell."""
    key = request.args.get("id", "")
    here = visit()
    values = extended(here.reader, [key], ("names", "state", "wikidata", "claims"), here.language)[key]
    found = network.named(here.reader, [key], here.language).get(key)
    if found is None:
        raise NotFoundError(f"there is no entity {key[:40]!r} in the store")
    return Response(render_template("preview.html", party=found, values=values), mimetype="text/html")


def _manifest(here: Visit) -> dict[str, Any]:
    root = urls.external("/reconcile")

    def at(path: str) -> dict[str, str]:
        return {"service_url": root, "service_path": path}

    return {
        "versions": ["0.2"],
        "name": "Depesche",
        "identifierSpace": f"{here.source.base}entity/",
        "schemaSpace": PREFIXES["depesche"],
        "documentation": urls.external("/openapi.json"),
        "defaultTypes": [_type(here, kind) for kind in Kind],
        "view": {"url": urls.external("/id/entity/{{id}}")},
        "preview": {"url": f"{root}/preview?id={{{{id}}}}", **_SIZE},
        "suggest": {name: at(f"/suggest/{name}") for name in ("entity", "type", "property")},
        "extend": {"propose_properties": at("/extend/propose"), "property_settings": []},
    }


def _parsed(name: str) -> dict[str, Any]:
    try:
        told = json.loads(request.values[name])
    except (ValueError, RecursionError):
        raise UsageError(f"{name} is not JSON") from None
    if not isinstance(told, dict):
        raise UsageError(f"{name} must be a JSON object")
    return told


def _reconciled(here: Visit, queries: Mapping[str, Any]) -> dict[str, Any]:
    if len(queries) > _MOST_CELLS:
        raise UsageError(f"send at most {_MOST_CELLS} queries at once")
    answers: dict[str, Any] = {}
    for name, query in queries.items():
        cell, limit = _cell(name, query)
        found = candidates(here.source.labels, cell, limit)
        shown = network.named(here.reader, [each.key for each in found], here.language)
        answers[name] = {"result": [_candidate(here, each, shown.get(each.key)) for each in found]}
    return answers


def _cell(name: str, query: Any) -> tuple[Cell, int]:
    if not isinstance(query, dict) or not isinstance(query.get("query", ""), str):
        raise UsageError(f"the query {name[:40]!r} must be an object whose query is a text")
    limit = query.get("limit", _CANDIDATES)
    if not isinstance(limit, int) or isinstance(limit, bool) or limit < 1:
        raise UsageError(f"the limit of {name[:40]!r} must be a whole number from 1")
    cell = Cell(query.get("query", ""), _kinds(query.get("type")), _item(query.get("properties")))
    return cell, min(limit, _MOST_CANDIDATES)


def _kinds(asked: Any) -> frozenset[Kind]:
    """The kinds that a query may be of; what is no kind of ours finds nothing less."""
    told = asked if isinstance(asked, list) else [asked]
    names = [each.get("id") if isinstance(each, dict) else each for each in told]
    return frozenset(Kind(name) for name in names if isinstance(name, str) and name in set(Kind))


def _item(properties: Any) -> str | None:
    """The Wikidata item that another column of the row tells."""
    for each in properties if isinstance(properties, list) else ():
        if isinstance(each, dict) and each.get("pid") == "wikidata":
            value = each.get("v")
            value = value[0] if isinstance(value, list) and value else value
            value = value.get("id") if isinstance(value, dict) else value
            if isinstance(value, str) and value.strip():
                return value.strip().rpartition("/")[2]
    return None


def _candidate(here: Visit, found: Candidate, shown: PartyView | None) -> dict[str, Any]:
    name = shown.name if shown else found.name
    return {"id": found.key, "name": name, "type": [_type(here, found.kind)], "score": found.score, "match": found.match}


def _extended(here: Visit, asked: Mapping[str, Any]) -> dict[str, Any]:
    ids, wanted = asked.get("ids"), asked.get("properties")
    if not isinstance(ids, list) or not all(isinstance(each, str) for each in ids) or len(ids) > _MOST_ROWS:
        raise UsageError(f"ids must be a list of at most {_MOST_ROWS} texts")
    if not isinstance(wanted, list) or not all(isinstance(each, dict) and each.get("id") in PROPERTIES for each in wanted):
        raise UsageError(f"properties must be a list of objects whose id is one of {', '.join(PROPERTIES)}")
    codes = list(dict.fromkeys(each["id"] for each in wanted))
    rows = extended(here.reader, ids, codes, here.language)
    meta = [{"id": code, "name": PROPERTIES[code].labels[here.language]} for code in codes]
    told = {key: {code: [_value(value) for value in values] for code, values in row.items()} for key, row in rows.items()}
    return {"meta": meta, "rows": told}


def _value(value: str | int | PartyView) -> dict[str, Any]:
    match value:
        case PartyView():
            return {"id": value.key, "name": value.name}
        case int():
            return {"int": value}
    return {"str": value}


def _suggestion(here: Visit, party: PartyView, claims: int) -> dict[str, Any]:
    kind = _type(here, party.kind)
    return {"id": party.key, "name": party.name, "description": f"{kind['name']} · {claims}", "notable": [kind]}


def _type(here: Visit, kind: Kind) -> dict[str, str]:
    return {"id": kind.value, "name": here.source.vocabulary.kinds[kind.value].labels[here.language]}


def _begins(*names: str) -> bool:
    prefix = request.args.get("prefix", "").casefold()
    return any(name.casefold().startswith(prefix) for name in names)
