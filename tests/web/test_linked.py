"""Things at their addresses in every format, by Accept and by suffix."""

import json

import pyoxigraph
import pytest
from flask.testing import FlaskClient

from tests.stores import DELIVERS
from web.payloads import ClaimPayload

from .conftest import Keys

_KINDS = ("entity", "claim", "proposition", "article")
_FORMATS = {
    "ttl": "text/turtle", "jsonld": "application/ld+json", "json": "application/json", "html": "text/html",
    "nt": "application/n-triples", "rdf": "application/rdf+xml", "trig": "application/trig", "nq": "application/n-quads",
}  # fmt: skip
_OX = {
    "text/turtle": pyoxigraph.RdfFormat.TURTLE, "application/n-triples": pyoxigraph.RdfFormat.N_TRIPLES,
    "application/rdf+xml": pyoxigraph.RdfFormat.RDF_XML, "application/trig": pyoxigraph.RdfFormat.TRIG,
    "application/n-quads": pyoxigraph.RdfFormat.N_QUADS,
}  # fmt: skip


def address(keys: Keys, kind: str) -> str:
    key = {"entity": keys.arkadien}.get(kind) or getattr(keys, kind)
    return f"/id/{kind}/{key}"


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("suffix", _FORMATS)
def test_accept_and_suffix_ask_for_the_same(client: FlaskClient, keys: Keys, kind: str, suffix: str) -> None:
    named = client.get(f"{address(keys, kind)}.{suffix}", headers={"Accept-Language": "de"})
    given = client.get(f"{address(keys, kind)}?format={suffix}", headers={"Accept": "image/png", "Accept-Language": "de"})
    wanted = client.get(address(keys, kind), headers={"Accept": _FORMATS[suffix], "Accept-Language": "de"})

    assert named.status_code == wanted.status_code == 200
    assert named.mimetype == wanted.mimetype == _FORMATS[suffix]
    assert suffix == "html" or named.data == wanted.data == given.data
    assert "Accept" in wanted.vary


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("media_type", _OX)
def test_data_is_about_the_thing_and_parses(client: FlaskClient, keys: Keys, kind: str, media_type: str) -> None:
    body = client.get(address(keys, kind), headers={"Accept": media_type}).data
    subjects = {str(quad.subject) for quad in pyoxigraph.parse(body, format=_OX[media_type])}
    assert f"<http://depesche.localhost{address(keys, kind)}>" in subjects


def test_a_claim_as_json_is_the_payload_of_the_contract(client: FlaskClient, keys: Keys) -> None:
    claim = client.get(f"/id/claim/{keys.claim}.json").json
    assert claim is not None
    assert set(claim) == set(ClaimPayload.__dataclass_fields__)
    assert "".join(piece["text"] for piece in claim["sentence"]) == DELIVERS
    assert claim == client.get(f"/api/claim/{keys.claim}").json


@pytest.mark.parametrize("kind", _KINDS)
def test_all_formats_of_a_thing_tell_the_same(client: FlaskClient, keys: Keys, kind: str) -> None:
    def triples(media_type: str) -> set[pyoxigraph.Triple]:
        body = client.get(address(keys, kind), headers={"Accept": media_type}).data
        return {quad.triple for quad in pyoxigraph.parse(body, format=_OX[media_type])}

    expected = triples("text/turtle")
    assert expected and all(triples(media_type) == expected for media_type in _OX)
    linked = client.get(f"{address(keys, kind)}.jsonld").json
    assert linked is not None and linked["@context"] == "http://localhost/context.jsonld"
    inlined = json.dumps({**linked, **client.get("/context.jsonld").get_json(force=True)})
    assert {quad.triple for quad in pyoxigraph.parse(inlined, format=pyoxigraph.RdfFormat.JSON_LD)} == expected


def test_json_ld_is_told_in_short_words_with_the_parts_inside(client: FlaskClient, keys: Keys) -> None:
    told = client.get(f"/id/claim/{keys.claim}.jsonld").json
    assert told is not None
    assert (told["type"], told["stance"], told["sentence"]) == ("Claim", "depesche:asserts", DELIVERS)
    assert told["step"]["source"].endswith(keys.hold) and told["step"]["position"] == 1


def test_quads_say_in_which_graph_each_triple_stands(client: FlaskClient, keys: Keys) -> None:
    body = client.get(f"/id/entity/{keys.arkadien}.nq").text.splitlines()
    assert {line.split()[-2].rpartition("/")[2].rstrip(">") for line in body} == {"entities", "derived"}


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("*/*", "text/html"),
        ("text/turtle;q=0.4, application/ld+json;q=0.6", "application/ld+json"),
        ("text/html;q=0.2, application/rdf+xml", "application/rdf+xml"),
        ("text/html;q=0, */*;q=0.1", "application/json"),
        ("application/n-quads, */*;q=0.5", "application/n-quads"),
    ],
)
def test_what_is_preferred_comes(client: FlaskClient, keys: Keys, accept: str, media_type: str) -> None:
    assert client.get(f"/id/claim/{keys.claim}", headers={"Accept": accept}).mimetype == media_type


def test_an_edge_is_shown_in_the_explorer_and_told_as_data(client: FlaskClient, keys: Keys) -> None:
    found = client.get(f"/api/network?expand={keys.arkadien}").json
    assert found is not None
    key = found["edges"][0]["key"]
    page = client.get(f"/id/edge/{key}", headers={"Accept": "text/html"})
    assert page.status_code == 303 and f"edge={key}" in page.location
    turtle = client.get(f"/id/edge/{key}", headers={"Accept": "text/turtle"}).text
    assert "depesche:Edge" in turtle and "depesche:Episode" in turtle
    row = client.get(f"/id/edge/{key}.json").json
    assert row is not None and row["key"] == key


def test_a_claim_can_be_kept_as_a_nanopublication(client: FlaskClient, browser: FlaskClient, keys: Keys) -> None:
    address = f"/id/claim/{keys.claim}/nanopub"
    assert address in browser.get(f"/id/claim/{keys.claim}").text
    one = set(pyoxigraph.parse(client.get(address).data, format=pyoxigraph.RdfFormat.TRIG))
    whole = set(pyoxigraph.parse(client.get("/dump/nanopub", buffered=True).data, format=pyoxigraph.RdfFormat.TRIG))
    assert len({quad.graph_name for quad in one}) == 4 and one < whole
    assert client.get("/id/claim/none/nanopub").status_code == 404


def test_a_shared_graph_leads_to_the_description(client: FlaskClient) -> None:
    assert client.get("/id/graph/derived").location == "/.well-known/void"
    assert client.get("/id/graph/none").status_code == 404


@pytest.mark.parametrize("address", ["/ns", "/plover"])
def test_the_vocabularies_come_in_every_format(client: FlaskClient, browser: FlaskClient, address: str) -> None:
    turtle = client.get(address)
    assert turtle.mimetype == "text/turtle" and turtle.text.startswith("#"), "as it is written"
    expected = {quad.triple for quad in pyoxigraph.parse(turtle.data, format=_OX["text/turtle"])}
    for media_type in ("application/n-triples", "application/rdf+xml"):
        body = client.get(address, headers={"Accept": media_type}).data
        assert {quad.triple for quad in pyoxigraph.parse(body, format=_OX[media_type])} == expected
    assert browser.get(address).mimetype == "text/plain"
    assert client.get(address, headers={"Accept": "image/png"}).status_code == 406
    assert client.get(f"{address}?format=jsonld").mimetype == "application/ld+json"


def test_other_formats_are_refused(client: FlaskClient, keys: Keys) -> None:
    refused = client.get(f"/id/claim/{keys.claim}", headers={"Accept": "image/png"})
    assert refused.status_code == 406
    assert all(media_type in refused.get_json(force=True)["detail"] for media_type in _FORMATS.values()), "says what there is"
    assert client.get(f"/id/claim/{keys.claim}.png").status_code == 404
    assert client.get(f"/id/claim/{keys.claim}?format=png").status_code == 400
    assert client.get(f"/id/claim/{keys.claim}").mimetype == "text/html"  # whoever takes anything gets the page


def test_a_head_is_a_get_without_a_body(client: FlaskClient, keys: Keys) -> None:
    for accept in _FORMATS.values():
        whole = client.get(f"/id/claim/{keys.claim}", headers={"Accept": accept})
        head = client.head(f"/id/claim/{keys.claim}", headers={"Accept": accept})
        assert (head.status_code, head.data) == (200, b"") and head.mimetype == whole.mimetype
        assert head.headers["ETag"] == whole.headers["ETag"]
