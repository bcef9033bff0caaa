"""All that the OpenAPI description allows, and much that it does not, asked by schemathesis: nothing breaks, and every answer
is one that the description tells of.
"""

from typing import Any

import pytest
import schemathesis
from flask import Flask
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS, load_all_checks

from web.contract import Route
from web.openapi import path
from web.routes import ROUTES

from .conftest import Keys

load_all_checks()
_CHECKS = CHECKS.get_by_names(
    [
        "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
        "unsupported_method",
    ]
)  # fmt: skip
_BOUNDED = settings(
    max_examples=50, deadline=None, derandomize=True, database=None, phases=(Phase.explicit, Phase.generate),
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module")
def description(app: Flask) -> Any:
    return schemathesis.openapi.from_wsgi("/openapi.json", app)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # its client leaves files to be collected
@pytest.mark.parametrize("route", ROUTES, ids=lambda route: f"{route.method} {route.rule}")
def test_every_answer_is_one_that_is_told_of(description: Any, keys: Keys, route: Route) -> None:
    @_BOUNDED
    @given(description[path(route)][route.method.upper()].as_strategy(), st.booleans())
    def ask(case: schemathesis.Case, about_things_that_are_there: bool) -> None:
        if about_things_that_are_there:
            place(case, keys)
        case.call_and_validate(checks=_CHECKS)

    ask()


def place(case: schemathesis.Case, keys: Keys) -> None:
    """Write what makes sense where the request has something of the kind: keys of things in the store, a query, a batch."""
    known = {"entity": keys.arkadien, "claim": keys.claim, "proposition": keys.proposition, "article": keys.article}
    if "key" in case.path_parameters:
        case.path_parameters["key"] = known.get(str(case.path_parameters.get("kind", "claim")), keys.claim)
    told = {
        **dict.fromkeys(("actor", "recipient", "expand", "entities", "id", "start"), keys.arkadien),
        "relation": "AID",
        "q": "getr*",
        "prefix": "a",
        "query": "SELECT * { ?s ?p ?o } LIMIT 3",
        "queries": '{"q0": {"query": "Arkadien"}}',
        "extend": f'{{"ids": ["{keys.arkadien}"], "properties": [{{"id": "kind"}}]}}',
        "default-graph-uri": ["http://depesche.localhost/id/graph/derived"],
    }
    form = case.body if isinstance(case.body, dict) else {}
    for values in (case.query, form):
        values.update({name: told[name] for name in told.keys() & values.keys()})
