"""The Reconciliation Service API, as OpenRefine asks it."""

import json
from typing import Any

import pytest
from flask.testing import FlaskClient

from .conftest import Keys


def reconciled(client: FlaskClient, **query: object) -> list[dict[str, Any]]:
    answer = client.post("/reconcile?lang=de", data={"queries": json.dumps({"q0": query})})
    assert answer.status_code == 200 and answer.json is not None
    found: list[dict[str, Any]] = answer.json["q0"]["result"]
    return found


def test_the_manifest_names_everything_with_its_address(client: FlaskClient, keys: Keys) -> None:
    told = client.get("/reconcile?lang=en").json
    assert told is not None and told["versions"] == ["0.2"]
    assert told["identifierSpace"] == "http://depesche.localhost/id/entity/"
    assert {"id": "state", "name": "state"} in told["defaultTypes"]
    local = "http://localhost"
    view = told["view"]["url"].replace("{{id}}", keys.arkadien).removeprefix(local)
    preview = told["preview"]["url"].replace("{{id}}", keys.arkadien).removeprefix(local)
    parts = [*told["suggest"].values(), told["extend"]["propose_properties"]]
    addresses = [(part["service_url"] + part["service_path"]).removeprefix(local) for part in parts]
    assert all(client.get(address).status_code == 200 for address in (view, preview, *addresses))


def test_a_whole_name_that_only_one_party_has_is_a_match(client: FlaskClient, keys: Keys) -> None:
    best, *_ = reconciled(client, query="arkadien")
    assert best == {
        "id": keys.arkadien, "name": "Arkadien", "type": [{"id": "state", "name": "Staat"}], "score": 100.0, "match": True,
    }  # fmt: skip


def test_what_is_only_like_it_is_no_match(client: FlaskClient, keys: Keys) -> None:
    for typed in ("Arkad", "Arkadein"):
        best, *_ = reconciled(client, query=typed)
        assert best["id"] == keys.arkadien and not best["match"] and best["score"] < 100
    assert reconciled(client, query="Nirgendwo") == []
    assert reconciled(client, query="") == []


def test_a_type_and_a_limit_narrow_it(client: FlaskClient) -> None:
    assert {each["type"][0]["id"] for each in reconciled(client, query="a", type="outlet")} == {"outlet"}
    assert reconciled(client, query="Arkadien", type=[{"id": "person"}]) == []
    assert len(reconciled(client, query="a", limit=1)) == 1


def test_another_wikidata_item_speaks_against_a_name(client: FlaskClient) -> None:
    best, *_ = reconciled(client, query="Arkadien", properties=[{"pid": "wikidata", "v": "Q1"}])
    assert not best["match"], "nothing tells that it is this item"


def test_a_batch_may_be_asked_in_the_address(client: FlaskClient, keys: Keys) -> None:
    batch = {"a": {"query": "Arkadien"}, "b": {"query": "Utopien"}}
    told = client.get("/reconcile", query_string={"queries": json.dumps(batch)}).json
    assert told is not None
    assert {name: each["result"][0]["id"] for name, each in told.items()} == {"a": keys.arkadien, "b": keys.utopien}


def test_parties_are_extended_by_what_is_known_of_them(client: FlaskClient, keys: Keys) -> None:
    wanted = {"ids": [keys.arkadien, "none"], "properties": [{"id": "kind"}, {"id": "claims"}, {"id": "state"}]}
    told = client.post("/reconcile?lang=en", data={"extend": json.dumps(wanted)}).json
    assert told is not None
    assert [each["id"] for each in told["meta"]] == ["kind", "claims", "state"]
    assert told["rows"][keys.arkadien] == {"kind": [{"str": "state"}], "claims": [{"int": 5}], "state": []}
    assert told["rows"]["none"] == {"kind": [], "claims": [], "state": []}


def test_suggestions_follow_what_is_typed(client: FlaskClient, keys: Keys) -> None:
    entities = client.get("/reconcile/suggest/entity?prefix=ark&lang=en").json
    types = client.get("/reconcile/suggest/type?prefix=sta&lang=en").json
    properties = client.get("/reconcile/suggest/property?prefix=wiki").json
    proposed = client.get("/reconcile/extend/propose?type=state&limit=2").json
    assert entities and entities["result"][0]["id"] == keys.arkadien
    assert types and [each["id"] for each in types["result"]] == ["state"]
    assert properties and [each["id"] for each in properties["result"]] == ["wikidata"]
    assert proposed and len(proposed["properties"]) == 2


def test_a_preview_is_a_small_page_of_its_own(client: FlaskClient, keys: Keys) -> None:
    shown = client.get(f"/reconcile/preview?id={keys.arkadien}&lang=de")
    assert shown.mimetype == "text/html" and "Arkadien" in shown.text and "5 Aussagen" in shown.text
    assert client.get("/reconcile/preview?id=none").status_code == 404


@pytest.mark.parametrize(
    "sent",
    [
        {"queries": "{"}, {"queries": "[]"}, {"queries": '{"q0": 1}'}, {"queries": '{"q0": {"query": 1}}'},
        {"queries": '{"q0": {"query": "a", "limit": 0}}'}, {"queries": "[" * 10_000}, {"extend": "{}"},
        {"extend": '{"ids": [1], "properties": []}'}, {"extend": '{"ids": [], "properties": [{"id": "none"}]}'},
        {"queries": json.dumps({f"q{n}": {"query": "a"} for n in range(101)})},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(client: FlaskClient, sent: dict[str, str]) -> None:
    answer = client.post("/reconcile", data=sent)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")


def test_odd_letters_find_nothing_and_break_nothing(client: FlaskClient) -> None:
    for typed in ("\ud800", "\0", "' OR 1", '"*', "x" * 5000):
        assert isinstance(reconciled(client, query=typed), list)
