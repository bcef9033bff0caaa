"""The JSON that the explorer asks for."""

import pytest
from flask.testing import FlaskClient

from web.payloads import (
    AroundPayload,
    ClaimsPayload,
    EdgePayload,
    NetworkPayload,
    NodePayload,
    SearchPayload,
    TimelinePayload,
)

from .conftest import Keys


def test_the_network_says_what_the_contract_says(client: FlaskClient) -> None:
    told = client.get("/api/network?lang=de").json
    assert told is not None
    assert set(told) == set(NetworkPayload.__dataclass_fields__)
    assert set(told["nodes"][0]) == set(NodePayload.__dataclass_fields__)
    assert set(told["edges"][0]) == set(EdgePayload.__dataclass_fields__)
    strike = next(edge for edge in told["edges"] if edge["relation"] == "PROTEST")
    assert strike["recipient"] == strike["actor"]  # a loop, where there is no recipient


def test_a_party_is_opened_with_its_neighbours(client: FlaskClient, keys: Keys) -> None:
    told = client.get(f"/api/network?entities={keys.arkadien}&expand={keys.arkadien}").json
    assert told is not None
    assert {node["name"] for node in told["nodes"]} == {"Arkadien", "Utopien"}
    aid = next(edge for edge in told["edges"] if edge["relation"] == "AID")
    assert (aid["asserting"], aid["alleging"], aid["denying"], aid["standing"]) == (2, 1, 1, "disputed")


def test_an_edge_gives_its_claims(client: FlaskClient, keys: Keys) -> None:
    told = client.get(f"/api/edge?actor={keys.arkadien}&relation=AID&recipient={keys.utopien}&limit=3").json
    assert told is not None
    assert set(told) == set(ClaimsPayload.__dataclass_fields__)
    assert (len(told["claims"]), told["total"]) == (3, 4)
    address = f"/api/edge?actor={keys.arkadien}&relation=AID&recipient={keys.utopien}"
    assert client.get(f"{address}&offset=0&limit=3").json == told
    last = client.get(f"{address}&offset=3").json
    assert last is not None and len(last["claims"]) == 1 and last["claims"][0] not in told["claims"]


def test_labels_come_in_the_language_of_the_request(client: FlaskClient, keys: Keys) -> None:
    labels = {client.get(f"/api/claim/{keys.claim}?lang={language}").json["relation_label"] for language in ("de", "en")}  # type: ignore[index]
    assert len(labels) == 2


def test_the_search_gives_hits_with_their_claims(client: FlaskClient, keys: Keys) -> None:
    told = client.get("/api/search?q=Arkadien&limit=1").json
    assert told is not None and set(told) == set(SearchPayload.__dataclass_fields__)
    assert told["hits"] == [{"entity": {"key": keys.arkadien, "name": "Arkadien", "kind": "state"}, "claims": 5}]


def test_a_lens_shows_what_one_outlet_prints(client: FlaskClient, keys: Keys) -> None:
    outlet = next(iter(client.get("/api/search?q=Abendbote").json["hits"]))["entity"]["key"]  # type: ignore[index]
    told = client.get(f"/api/network?entities={keys.arkadien},{keys.utopien}&lens=outlet:{outlet}").json
    assert told is not None
    (aid,) = told["edges"]
    assert (aid["claims"], aid["asserting"], aid["denying"]) == (2, 1, 1)
    behind = client.get(f"/api/edge?actor={keys.arkadien}&relation=AID&recipient={keys.utopien}&lens=outlet:{outlet}").json
    assert behind is not None and behind["total"] == 2 == len(behind["claims"])


def test_months_surroundings_and_paths_are_what_the_contract_says(client: FlaskClient, keys: Keys) -> None:
    months = client.get(f"/api/timeline?entities={keys.arkadien},{keys.utopien}&clock=published").json
    around = client.get(f"/api/around/{keys.arkadien}?lang=en").json
    path = client.get(f"/api/path?start={keys.utopien}&end={keys.arkadien}").json
    assert months is not None and around is not None and path is not None
    assert set(months) == set(TimelinePayload.__dataclass_fields__) and months["months"][0]["month"] == "2024-06"
    assert set(around) == set(AroundPayload.__dataclass_fields__)
    assert (around["claims"], around["relations"][0]["name"]) == (5, "gives aid")
    assert [each["name"] for each in path["parties"]] == ["Utopien", "Arkadien"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/api/edge", 400),
        ("/api/edge?actor=x&relation=AID", 404),
        ("/api/claim/x", 404),
        ("/api/nothing", 404),
        ("/api/path?start=x", 400),
        ("/api/path?start=x&end=y", 404),
        ("/api/around/x", 404),
        ("/api/network?lens=planet:x", 400),
    ],
)
def test_errors_are_problems_whatever_is_accepted(client: FlaskClient, address: str, status: int) -> None:
    answer = client.get(address, headers={"Accept": "text/html"})
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    told = answer.get_json(force=True)
    assert told["status"] == status and told["title"] and told["detail"]


def test_keys_from_the_address_are_keys_or_nothing(client: FlaskClient, keys: Keys) -> None:
    nasty = "x> } SERVICE <http://127.0.0.1/> { ?a ?b ?c } #"
    told = client.get("/api/network", query_string={"entities": f"{keys.arkadien},{nasty}"})
    assert told.json is not None and [node["key"] for node in told.json["nodes"]] == [keys.arkadien]
    nobody = client.get("/api/network", query_string={"expand": nasty})
    assert nobody.json is not None and (nobody.json["nodes"], nobody.json["unknown"]) == ([], 1)
    assert client.get("/api/edge", query_string={"actor": keys.arkadien, "relation": nasty}).status_code == 404
    assert "kennt dieser Bestand nicht" in client.get("/explore", query_string={"edge": nasty}).text


def test_odd_numbers_are_the_default(client: FlaskClient, keys: Keys) -> None:
    for limit in ("-1", "0", "x", "999999999999", "²"):
        assert client.get(f"/api/network?limit={limit}&expand={keys.arkadien}").status_code == 200
