"""The OpenAPI 3.1 description of all routes, made from the contract."""

import re
from functools import cache
from typing import Any

from flask import Blueprint, Response, json, request

from .contract import Given, Route
from .errors import TITLES
from .payloads import Problem
from .routes import GROUPS, PAYLOADS
from .schemas import Schema, named, ref
from .source import VERSION

blueprint = Blueprint("openapi", __name__)

_ANYWHERE = (400, 421, 503)  # a request that is none, a name that is not ours, a store that cannot be read
_VARIABLE = re.compile(r"<(?:\w+:)?(\w+)>")


@blueprint.get("/openapi.json")
def description() -> Response:
    """All routes, for programs that make clients or forms of them."""
    response = Response(json.dumps(_document(request.script_root), ensure_ascii=False, indent=1), mimetype="application/json")
    response.add_etag()
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


@cache
def _document(root: str) -> dict[str, Any]:
    return {"servers": [{"url": root or "/"}], **document()}


def document() -> dict[str, Any]:
    """The description without a server."""
    paths: dict[str, dict[str, Any]] = {}
    for group, routes in GROUPS.items():
        for route in routes:
            paths.setdefault(path(route), {})[route.method] = {"tags": [group], **_operation(route)}
    problems = {"Problem": _problem(), **named(*PAYLOADS)}
    about = "Claims of international-relations reporting: who says that whom did what, in which words, on whose word."
    licence = {"name": "Apache-2.0", "identifier": "Apache-2.0"}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Depesche", "version": VERSION, "summary": about, "license": licence},
        "tags": [{"name": group} for group in GROUPS],
        "paths": paths,
        "components": {"schemas": problems},
    }


def path(route: Route) -> str:
    """`/id/<kind>/<key>` as OpenAPI writes it: `/id/{kind}/{key}`."""
    return _VARIABLE.sub(r"{\1}", route.rule)


def _operation(route: Route) -> dict[str, Any]:
    told: dict[str, Any] = {"summary": route.meaning, "operationId": _identifier(route)}
    if route.given:
        told["parameters"] = [_parameter(each) for each in route.given]
    if route.bodies:
        told["requestBody"] = {"required": True, "content": {name: {"schema": schema} for name, schema in route.bodies.items()}}
    return {**told, "responses": _responses(route)}


def _parameter(given: Given) -> dict[str, Any]:
    about = {"name": given.name, "in": given.where, "required": given.required, "description": given.meaning}
    # An object stands for values under names of their own.
    return {**about, **({"style": "form", "explode": True} if given.schema["type"] == "object" else {}), "schema": given.schema}


def _responses(route: Route) -> dict[str, Any]:
    content = {media_type: {"schema": schema} for media_type, schema in route.answers.items()}
    found: dict[int, dict[str, Any]] = {}
    if content or not route.redirects:
        found[200] = {"description": "the answer", **({"content": content} if content else {})}
    if route.redirects:
        found[303] = {"description": "to be found elsewhere", "headers": {"Location": {"schema": {"type": "string"}}}}
    if route.kept:
        found[304] = {"description": "the copy still holds"}
    problems = {"application/problem+json": {"schema": ref(Problem)}, "text/html": {"schema": {"type": "string"}}}
    for status in (*_ANYWHERE, *route.errors):
        found[status] = {"description": TITLES[status]["en"], "content": problems}
    return {str(status): found[status] for status in sorted(found)}


def _problem() -> Schema:
    """As sent: what is not known is left out, and the type is that of RFC 9457."""
    schema = named(Problem)["Problem"]
    return {
        **schema,
        "properties": {"type": {"type": "string"}, **schema["properties"]},
        "required": ["type", "title", "status", "detail", "explanation"],
    }


def _identifier(route: Route) -> str:
    words = re.findall(r"[a-z]+", route.rule.lower()) or ["start"]
    return "_".join([route.method, *words])
