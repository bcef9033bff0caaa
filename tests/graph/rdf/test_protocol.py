"""The protocol's client: what it sends again, what it calls an error, and that no secret is ever said."""

import socket
import time
from http.server import BaseHTTPRequestHandler

import pytest

from graph.errors import DepescheError, QueryError, QueryTimeout, StoreError
from graph.rdf.endpoint import Credentials
from graph.rdf.protocol import SOLUTIONS, TRIPLES, Client
from graph.rdf.remote import RemoteQuads
from tests.hosts import Says

from .speaking import NOTHING, Speaking, speaking

SECRET = "süß:geheim"
ANNA = Credentials("anna", SECRET)
ROW = b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "a"}}%s'
FAILS = Says(b"out of order", "text/plain", 503)


def client(engine: Speaking, slept: list[float] | None = None, **more: object) -> Client:
    return Client(engine.endpoint(**more), sleep=([] if slept is None else slept).append)


def rows(engine: Speaking, **more: object) -> list[object]:
    return [row[0] for row in RemoteQuads(client(engine, **more)).query("SELECT ?x { ?x ?p ?o }")]  # type: ignore[union-attr]


def slow(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(1.5)


def cut(handler: BaseHTTPRequestHandler) -> None:
    """Hangs up before it has said anything."""
    handler.connection.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("trouble", [FAILS, cut, Says(b"Virtuoso 40001 Error SR172: Transaction deadlocked", "text/plain", 500)])
@pytest.mark.parametrize("way", ["ask", "tell"])
def test_what_may_be_better_next_time_is_sent_again_a_little_later(trouble: Says, way: str) -> None:
    slept: list[float] = []
    with speaking(trouble, trouble, NOTHING) as engine:
        getattr(client(engine, slept), way)("anything")
    assert slept == [0.2, 0.4]
    assert len(engine.told) == 3


def test_what_fails_again_and_again_is_an_error_with_the_engines_words() -> None:
    with speaking(FAILS) as engine, pytest.raises(StoreError, match=r"/update: the engine fails \(503\): out of order"):
        client(engine).tell("INSERT DATA {}")
    assert len(engine.told) == 3


@pytest.mark.parametrize(
    ("says", "error", "words"),
    [
        (Says(b"Virtuoso 37000 Error SP030: syntax error\n\nSPARQL query:\nASK", "text/plain", 500), QueryError, "SP030: syntax"),
        (Says(b"Parse error at line 1", "text/plain", 400), QueryError, "cannot evaluate this: Parse error at line 1"),
        (Says(b"Virtuoso 42000 Error SR186: No permission to execute", "text/plain", 500), StoreError, "what to grant"),
        (Says(b"Virtuoso S1T00 Error SR171: Transaction timed out", "text/plain", 500), QueryTimeout, "its own time limit"),
        (Says(b"", "text/plain", 404), StoreError, "takes no query"),
        (Says(b"<html>", "text/html"), StoreError, "answers a query with text/html; is this where"),
        (Says(b"", "text/html", 302, {"Location": "http://elsewhere.example/"}), StoreError, "sends to http://elsewhere.example/"),
        (Says(b"", "text/plain", 403), StoreError, "does not allow this"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_our_words(says: Says, error: type[DepescheError], words: str) -> None:
    with speaking(says) as engine, pytest.raises(error, match=words):
        rows(engine, tries=1)


@pytest.mark.parametrize("rest", [b"", b', {"x": {"ty', b"]}"])
def test_an_answer_that_breaks_off_is_a_time_out_and_not_a_shorter_answer(rest: bytes) -> None:
    with speaking(Says(ROW % rest, SOLUTIONS)) as engine, pytest.raises(QueryTimeout, match="broke off"):
        rows(engine)
    with speaking(Says(ROW % b"]}}", SOLUTIONS)) as engine:
        assert len(rows(engine)) == 1


def test_triples_that_break_off_are_a_time_out() -> None:
    with speaking(Says(b"<http://a/s> <http://a/p> <http://a/o> .\n<http://a/s> <htt", TRIPLES)) as engine:
        found = RemoteQuads(client(engine)).query("CONSTRUCT WHERE { ?s ?p ?o }")
        with pytest.raises(QueryTimeout, match="broke off"):
            list(found)  # type: ignore[arg-type]


def test_part_of_an_answer_that_virtuoso_calls_one_is_a_time_out() -> None:
    with speaking(Says(ROW % b"]}}", SOLUTIONS, headers={"X-SQL-State": "S1TAT"})) as engine, pytest.raises(QueryTimeout):
        rows(engine)


def test_an_engine_that_does_not_answer_in_time_is_not_asked_again() -> None:
    with speaking(slow) as engine, pytest.raises(QueryTimeout, match=r"no answer in 0\.5 seconds"):
        rows(engine, seconds=0.5)
    with speaking(slow) as engine, pytest.raises(StoreError, match="engine_seconds waits longer"):
        client(engine, seconds=0.5).tell("INSERT DATA {}")
    assert len(engine.told) == 1, "it may still be at it"


def test_a_user_is_named_where_the_engine_asks_for_one() -> None:
    asks = Says(status=401, headers={"WWW-Authenticate": 'Basic realm="store"'})
    with speaking(asks, NOTHING) as engine:
        one = client(engine, credentials=ANNA)
        one.tell("a")
        one.tell("b")
    assert [each.authorization for each in engine.told] == [None, *["Basic YW5uYTpzw7zDnzpnZWhlaW0="] * 2]


def test_a_digest_is_reckoned_anew_for_each_request() -> None:
    asks = Says(status=401, headers={"WWW-Authenticate": 'Digest realm="store", nonce="n1", qop="auth", algorithm=MD5'})
    with speaking(asks, NOTHING) as engine:
        one = client(engine, credentials=Credentials("anna", "geheim"))
        one.tell("a")
        one.tell("b")
    first, second = (each.authorization or "" for each in engine.told[1:])
    assert first.startswith('Digest username="anna"') and 'uri="/update"' in first and "nc=00000001" in first
    assert "nc=00000002" in second and first != second


def test_the_bearer_of_a_token_says_so_at_once() -> None:
    with speaking(NOTHING) as engine:
        client(engine, credentials=Credentials(token="t0k3n")).tell("a")
    assert [each.authorization for each in engine.told] == ["Bearer t0k3n"]


@pytest.mark.parametrize(
    ("credentials", "words"),
    [
        (Credentials(), "wants to know who asks; set DEPESCHE_ENGINE_USER"),
        (
            Credentials("anna", "geheim"),
            "does not know the user or the password; look at DEPESCHE_ENGINE_USER and DEPESCHE_ENGINE_PASSWORD",
        ),
        (Credentials(token=SECRET), "does not know the token; look at DEPESCHE_ENGINE_TOKEN"),
    ],
)
@pytest.mark.parametrize("scheme", ['Basic realm="a"', 'Digest realm="a", nonce="n", qop="auth"', "Bearer"])
def test_credentials_that_are_refused_are_an_error_without_them(credentials: Credentials, words: str, scheme: str) -> None:
    with speaking(Says(status=401, headers={"WWW-Authenticate": scheme})) as engine, pytest.raises(StoreError) as refused:
        client(engine, credentials=credentials).tell("a")
    assert words in str(refused.value)
    assert not any(secret in str(refused.value) + repr(credentials) for secret in (SECRET, "geheim"))
    assert len(engine.told) <= 2, "wrong passwords lock accounts"


def test_a_digest_of_other_letters_is_an_error_without_them() -> None:
    asks = Says(status=401, headers={"WWW-Authenticate": 'Digest realm="a", nonce="n", qop="auth"'})
    with speaking(asks) as engine, pytest.raises(StoreError, match="plain letters") as refused:
        client(engine, credentials=ANNA).tell("a")
    assert SECRET not in str(refused.value)


def test_the_graphs_of_a_query_are_told_apart_from_its_text() -> None:
    with speaking(NOTHING) as engine:
        client(engine).ask("SELECT * {}", SOLUTIONS, [("default-graph-uri", "http://a/g")])
    assert engine.told[0].form == [("query", "SELECT * {}"), ("default-graph-uri", "http://a/g")]
