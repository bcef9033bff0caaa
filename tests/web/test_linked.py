"""Things at their addresses in every format, by Accept and by suffix."""

import pyoxigraph
import pytest
from flask.testing import FlaskClient

from tests.stores import DELIVERS
from web.payloads import ClaimPayload

from .conftest import Keys

_KINDS = ("entity", "claim", "proposition", "article")
_FORMATS = {"ttl": "text/turtle", "jsonld": "application/ld+json", "json": "application/json", "html": "text/html"}
_OX = {"text/turtle": pyoxigraph.RdfFormat.TURTLE, "application/ld+json": pyoxigraph.RdfFormat.JSON_LD}


def address(keys: Keys, kind: str) -> str:
    key = {"entity": keys.arkadien}.get(kind) or getattr(keys, kind)
    return f"/id/{kind}/{key}"


@pytest.mark.parametrize("kind", _KINDS)
@pytest.mark.parametrize("suffix", _FORMATS)
def test_accept_and_suffix_ask_for_the_same(client: FlaskClient, keys: Keys, kind: str, suffix: str) -> None:
    named = client.get(f"{address(keys, kind)}.{suffix}", headers={"Accept-Language": "de"})
    wanted = client.get(address(keys, kind), headers={"Accept": _FORMATS[suffix], "Accept-Language": "de"})

    assert named.status_code == wanted.status_code == 200
    assert named.mimetype == wanted.mimetype == _FORMATS[suffix]
    assert suffix == "html" or named.data == wanted.data
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


def test_other_formats_are_refused(client: FlaskClient, keys: Keys) -> None:
    assert client.get(f"/id/claim/{keys.claim}", headers={"Accept": "image/png"}).status_code == 406
    assert client.get(f"/id/claim/{keys.claim}.png").status_code == 404
    assert client.get(f"/id/claim/{keys.claim}").mimetype == "text/html"  # whoever takes anything gets the page
