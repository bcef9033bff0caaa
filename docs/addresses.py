"""The page about every address of the server, written from the contract that the server itself is held to."""

import re
from collections.abc import Iterator
from typing import Any

from web.contract import Given, Route
from web.routes import GROUPS

_INTRODUCTION = """\
Every address that `depesche serve` answers, as `/openapi.json` (OpenAPI 3.1) tells them to programs. What the pages and
formats are about stands in [Pages and addresses](web.md).

Any address may also answer 400 (no sensible request), 421 (this server does not answer for that name) and 503 (the store
cannot be read, or a query took too long or too much). Errors are `application/problem+json` with `title`, `detail` and
`status`, or a page for browsers. Everything that answers GET answers HEAD.
"""


def addresses() -> str:
    """The whole page."""
    parts = ["# Addresses\n", "<!-- written by `make docs` from the code; do not edit -->\n", _INTRODUCTION]
    for group, routes in GROUPS.items():
        parts += [f"## {group}\n", *(line for route in routes for line in _route(route))]
    return "\n".join(parts)


def _route(route: Route) -> Iterator[str]:
    yield f"### `{shown(route.rule)}`{'' if route.method == 'get' else f' ({route.method.upper()})'}\n"
    yield f"{route.meaning}.\n"
    for given in route.given:
        yield f"- `{given.name}`: {given.meaning}{_values(given)}"
    for media_type in route.bodies:
        yield f"- body: `{media_type}`"
    answers = ", ".join(f"`{media_type}`" for media_type in route.answers)
    errors = f"; errors: {', '.join(map(str, sorted({*route.errors, 400, 421, 503})))}" if route.errors else ""
    yield f"- answers: {answers or ('leads elsewhere' if route.redirects else 'the file')}{errors}\n"


def shown(rule: str) -> str:
    """`/id/<kind>/<key>` as it is written for people: `/id/KIND/KEY`."""
    return re.sub(r"<(?:\w+:)?(\w+)>", lambda found: found[1].upper(), rule)


def _values(given: Given) -> str:
    schema: dict[str, Any] = given.schema
    told = [f"one of {', '.join(f'`{value}`' for value in schema['enum'])}"] if "enum" in schema else []
    if "maximum" in schema:
        told.append(f"{schema['minimum']} to {schema['maximum']:,}")
    if schema.get("default"):
        told.append(f"{schema['default']} where nothing is given")
    if "maxLength" in schema:
        told.append(f"at most {schema['maxLength']} characters")
    if given.required and given.where == "query":
        told.append("needed")
    return f" ({'; '.join(told)})" if told else ""
