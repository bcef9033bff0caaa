"""What every answer says about itself, for whom we answer, and whether a copy still holds."""

from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from graph.rdf.store import Store
from graph.settings import Settings
from tests.stores import dispatches
from web import create_app
from web.headers import CSP, shares
from web.options import Options, is_loopback

from .conftest import Keys

_EVERY = (
    "/add", "/add/1", "/api/jobs/1",
    "/", "/search?q=a", "/explore", "/disputes", "/ask", "/ask/disputes", "/api/ask/disputes", "/sources", "/sparql",
    "/sparql?query=ASK{{}}", "/sparql?query=ASK", "/healthz", "/ns", "/api/network", "/api/claim/x", "/api/timeline",
    "/api/around/x", "/api/path", "/messages/de.json", "/messages/fr.json", "/nowhere",
    "/static/assets/1-site.css", "/static/none.css", "/id/entity/{keys.arkadien}", "/id/claim/{keys.claim}.ttl",
    "/network", "/network/balance.graphml",
    "/id/article/{keys.article}.json", "/id/proposition/{keys.proposition}", "/id/graph/derived", "/api/claims?q=Getreide",
    "/dossier/{keys.arkadien}", "/explore.csv", "/explore/links", "/api/stamp",
    "/.well-known/void", "/context.jsonld", "/openapi.json", "/dump", "/dump/csv", "/dump/pdf", "/reconcile",
    "/reconcile?queries=x", "/reconcile/preview?id={keys.arkadien}", "/reconcile/suggest/type", "/reconcile/extend/propose",
)  # fmt: skip


def test_the_policy_is_exactly_the_one_that_was_agreed() -> None:
    assert CSP == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )


@pytest.mark.parametrize("address", _EVERY)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_every_answer_is_guarded(client: FlaskClient, keys: Keys, address: str, accept: str) -> None:
    headers = client.get(address.format(keys=keys), headers={"Accept": accept}, buffered=True).headers
    assert headers["Content-Security-Policy"] == CSP
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert {"Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"} <= set(headers.keys())


def test_every_route_is_in_the_list_above(app: Flask) -> None:
    routes = {rule.rule.split("<")[0].rstrip("/.") or "/" for rule in app.url_map.iter_rules()}
    listed = {address.partition("?")[0] for address in _EVERY}
    missing = {route for route in routes if not any(each == route or each.startswith(f"{route}/") for each in listed)}
    like_their_neighbours = {"/api/search", "/api/edge", "/plover", "/reconcile/suggest/entity", "/reconcile/suggest/property"}
    assert missing <= like_their_neighbours


@pytest.mark.parametrize("host", ["127.0.0.1:1870", "localhost", "[::1]:1870", "depesche.localhost", "127.0.0.2"])
def test_our_own_names_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:1870", "192.0.2.1", ""])
def test_another_name_for_this_machine_is_refused(client: FlaskClient, host: str) -> None:
    for address in ("/", "/healthz", "/sparql?query=ASK{}", "/static/assets/1-site.css"):
        assert client.get(address, headers={"Host": host}).status_code in (400, 421)


def test_names_may_be_allowed_and_open_addresses_answer_all(store: Path, static: Path) -> None:
    named = create_app(Settings(store=store), Options(static=static, hosts=("claims.example",)))
    opened = create_app(Settings(store=store, host="0.0.0.0"), Options(static=static))
    try:
        assert named.test_client().get("/healthz", headers={"Host": "claims.example"}).status_code == 200
        assert named.test_client().get("/healthz", headers={"Host": "other.example"}).status_code == 421
        assert opened.test_client().get("/healthz", headers={"Host": "other.example"}).status_code == 200
    finally:
        for app in (named, opened):
            app.extensions["depesche"].close()


def test_on_an_open_address_articles_are_cut_unless_asked_for(store: Path, static: Path, keys: Keys) -> None:
    for with_text in (False, True):
        app = create_app(Settings(store=store, host="0.0.0.0"), Options(static=static, with_text=with_text))
        try:
            told = app.test_client().get(f"/id/article/{keys.article}.json").text
            assert ("Der Hafen bleibt offen." in told) is with_text
        finally:
            app.extensions["depesche"].close()


_DATA = (
    "/sparql?query=ASK{{}}", "/sparql?query=ASK", "/id/claim/{keys.claim}.ttl", "/id/claim/x.ttl", "/ns", "/plover",
    "/api/network", "/api/claim/x", "/api/nothing", "/reconcile", "/reconcile?queries=x", "/.well-known/void", "/context.jsonld",
    "/openapi.json", "/dump", "/dump/pdf",
)  # fmt: skip
_OWN = ("/", "/explore", "/messages/de.json", "/healthz", "/nowhere")
_ELSEWHERE = {"Origin": "https://elsewhere.example"}


@pytest.mark.parametrize("address", _DATA + _OWN)
def test_on_loopback_other_sites_read_nothing(client: FlaskClient, keys: Keys, address: str) -> None:
    headers = client.get(address.format(keys=keys), headers=_ELSEWHERE).headers
    assert not [name for name, _ in headers if name.startswith("Access-Control-")]
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("host", "cors", "shared"),
    [
        ("127.0.0.1", "auto", False), ("127.0.0.1", "on", True), ("::1", "auto", False), ("localhost", "off", False),
        ("0.0.0.0", "auto", True), ("0.0.0.0", "off", False), ("192.0.2.1", "auto", True),
    ],
)  # fmt: skip
def test_other_sites_read_what_is_public_or_what_was_asked_for(host: str, cors: str, shared: bool) -> None:
    assert shares(cors, host) is shared


def test_where_data_is_shared_only_data_is(store: Path, static: Path, keys: Keys) -> None:
    app = create_app(Settings(store=store, cors="on", query_rows=3), Options(static=static))
    try:
        client = app.test_client()
        for address in _DATA:
            headers = client.get(address.format(keys=keys), headers=_ELSEWHERE).headers
            assert headers["Access-Control-Allow-Origin"] == "*"
            assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
            assert "Depesche-Truncated" in headers["Access-Control-Expose-Headers"]
        for address in _OWN:
            assert "Access-Control-Allow-Origin" not in client.get(address, headers=_ELSEWHERE).headers
        for address in ("/sparql", "/reconcile", "/api/claims", f"/id/claim/{keys.claim}"):
            preflight = client.options(address, headers={**_ELSEWHERE, "Access-Control-Request-Method": "POST"})
            assert preflight.status_code == 200 and "POST" in preflight.headers["Access-Control-Allow-Methods"]
            assert "Content-Type" in preflight.headers["Access-Control-Allow-Headers"]
        shown = client.get(f"/reconcile/preview?id={keys.arkadien}").headers["Content-Security-Policy"]
        assert "frame-ancestors *" in shown, "other programs show it in a frame"
        assert "frame-ancestors 'none'" in client.get(f"/id/claim/{keys.claim}.ttl").headers["Content-Security-Policy"]
    finally:
        app.extensions["depesche"].close()


def test_loopback_is_this_machine_alone() -> None:
    assert all(is_loopback(host) for host in ("127.0.0.1", "::1", "[::1]", "localhost", "depesche.localhost"))
    assert not any(is_loopback(host) for host in ("0.0.0.0", "::", "192.0.2.1", "example.org", "localhost.example.org", ""))


@pytest.mark.parametrize(
    "address", ["/", "/id/entity/{keys.arkadien}", "/id/claim/{keys.claim}.ttl", "/api/network", "/messages/de.json"]
)
def test_a_copy_holds_until_the_store_changes(client: FlaskClient, keys: Keys, address: str) -> None:
    first = client.get(address.format(keys=keys))
    tag = first.headers["ETag"]
    again = client.get(address.format(keys=keys), headers={"If-None-Match": tag})

    assert (again.status_code, again.data) == (304, b"")
    assert client.get(address.format(keys=keys), headers={"If-None-Match": '"another"'}).status_code == 200


def test_a_copy_in_another_language_or_format_is_another(client: FlaskClient, keys: Keys) -> None:
    address = f"/id/claim/{keys.claim}"
    asked = [
        {"Accept": accept, "Accept-Language": language} for accept in ("text/html", "text/turtle") for language in ("de", "en")
    ]
    assert len({client.get(address, headers=headers).headers["ETag"] for headers in asked}) == 4


def test_a_change_of_the_store_is_another_copy(tmp_path: Path, static: Path) -> None:
    store = Store.create(tmp_path / "store")
    app = create_app(Settings(store=store.folder), Options(static=static))
    try:
        client = app.test_client()
        before = client.get("/api/network")
        with store.writing("test") as writer:
            writer.add(dispatches()[0], "test-reader")
        after = client.get("/api/network", headers={"If-None-Match": before.headers["ETag"]})
        # For a second the state before may still be shown; then it must not be kept under the new tag.
        assert after.status_code == 200
        assert "ETag" not in after.headers or len(after.json["nodes"]) == 2  # type: ignore[index]
    finally:
        app.extensions["depesche"].close()


def test_built_files_are_kept_for_ever_and_others_asked_for_again(client: FlaskClient) -> None:
    assert "immutable" in client.get("/static/assets/1-site.css", buffered=True).headers["Cache-Control"]
    assert client.get("/static/none.css").headers["Cache-Control"] == "no-cache"
