"""The contract of routes is the application's own: no route is missing, none is told of that is not there."""

import json

from flask import Flask
from flask.testing import FlaskClient

from tests.stores import DELIVERS
from web.openapi import document
from web.routes import ROUTES


def test_the_contract_lists_every_route_and_no_other(app: Flask) -> None:
    methods = ("GET", "POST", "PUT", "PATCH", "DELETE")
    served = {(rule.rule, method) for rule in app.url_map.iter_rules() for method in methods if method in (rule.methods or ())}
    assert {(route.rule, route.method.upper()) for route in ROUTES} == served


def test_variables_of_a_rule_are_given_in_the_path(app: Flask) -> None:
    rules = {rule.rule: rule.arguments - set(rule.defaults or ()) for rule in app.url_map.iter_rules()}
    for route in ROUTES:
        assert {each.name for each in route.given if each.where == "path"} == rules[route.rule], route.rule


def test_every_reference_leads_to_a_schema() -> None:
    told = json.dumps(document())
    names = set(document()["components"]["schemas"])
    used = {piece.partition('"')[0] for piece in told.split("#/components/schemas/")[1:]}
    assert used <= names
    identifiers = [operation["operationId"] for methods in document()["paths"].values() for operation in methods.values()]
    assert len(set(identifiers)) == len(identifiers)


def test_the_description_is_served_and_says_which_version(client: FlaskClient) -> None:
    told = client.get("/openapi.json").json
    assert told is not None and told["openapi"] == "3.1.0"
    assert told["paths"] == json.loads(json.dumps(document()["paths"]))


def test_claims_are_found_by_the_words_of_their_sentences(client: FlaskClient) -> None:
    found = client.get("/api/claims?q=getreide -Abendbote&limit=1").json
    assert found is not None and found["total"] == 2 and len(found["claims"]) == 1
    phrase = client.get('/api/claims?q="liefert getr*"').json
    assert phrase is not None and phrase["total"] == 0, "a star within a phrase is no star"
    told = client.get('/api/claims?q="liefert Getreide" Hold').json
    assert told is not None and "".join(piece["text"] for piece in told["claims"][0]["sentence"]) == DELIVERS
    assert client.get("/api/claims?q=" + "a" * 301).status_code == 400
    assert client.get("/api/claims").json == {"claims": [], "total": 0}


def test_the_search_page_shows_claims_below_the_names(browser: FlaskClient) -> None:
    both = browser.get("/search?q=Utopien").text
    assert 'id="found-names"' in both and 'id="found-claims"' in both
    assert "Eine Angabe in der Adresse oder der Anfrage stimmt nicht." in browser.get("/search?q=" + "a" * 301).text
