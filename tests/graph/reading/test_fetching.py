"""Fetching from hosts on this machine: to the address that was checked, within limits, and never by accident."""

import gzip
import ssl
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler

import pytest
import trustme

from graph.errors import FetchError
from graph.reading.fetching import Fetcher, Limits, resolved, trusted
from tests.hosts import Host, Says, host

MB = 1_048_576


def fetcher(
    *, private: bool = True, size: int = MB, seconds: float = 10.0, resolve: Callable[[str, int], tuple[str, ...]] = resolved
) -> Fetcher:
    return Fetcher(Limits(size, seconds, 3, private), "Depesche", resolve=resolve)


def body(address: str, using: Fetcher | None = None) -> bytes:
    using = using or fetcher()
    return using.ask(address, {}, before=time.monotonic() + using.limits.seconds).body


def refusal(address: str, using: Fetcher | None = None) -> str:
    with pytest.raises(FetchError) as caught:
        body(address, using)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.fixture(scope="module")
def here() -> Iterator[Host]:
    """A host with one page."""
    with host({"/": Says(b"hallo")}) as running:
        yield running


def test_a_page_is_fetched_and_we_say_who_we_are(here: Host) -> None:
    assert body(here.at("/")) == b"hallo"
    assert here.asked[-1].headers["user-agent"] == "Depesche"


def test_this_machine_is_not_asked_unless_allowed(here: Host) -> None:
    before = len(here.asked)
    closed = Fetcher(Limits(MB, 10.0, 3, private=False), "Depesche", resolve=lambda host, port: ("127.0.0.1",))
    assert "which is not public" in refusal("http://innocent.example/", closed)
    assert f"port {here.port} is not fetched from" in refusal(here.at("/"), closed)
    assert len(here.asked) == before


def test_the_connection_goes_to_the_address_that_was_checked(here: Host) -> None:
    asked: list[str] = []

    def resolve(name: str, port: int) -> tuple[str, ...]:
        asked.append(name)
        return ("127.0.0.1",) if len(asked) == 1 else ("127.0.0.2",)

    assert body(f"http://rebound.example:{here.port}/", fetcher(resolve=resolve)) == b"hallo"
    assert asked == ["rebound.example"], "a name is asked for once, so that a second answer cannot differ"
    assert here.asked[-1].headers["host"] == f"rebound.example:{here.port}"


def test_no_proxy_is_taken_from_the_environment(here: Host, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert body(here.at("/")) == b"hallo"


def test_certificates_are_checked_against_the_name_and_not_the_address() -> None:
    authority, context = trustme.CA(), trusted()
    authority.configure_trust(context)
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("blatt.example").configure_cert(server)
    with host({"/": Says(b"sicher")}, server) as running:
        using = Fetcher(
            Limits(MB, 10.0, 3, True), "Depesche", resolve=lambda name, port: ("127.0.0.1",), certificates=lambda: context
        )
        assert body(f"https://blatt.example:{running.port}/", using) == b"sicher"
        assert "certificate is for somebody else" in refusal(f"https://anderes.example:{running.port}/", using)
        strangers = Fetcher(Limits(MB, 10.0, 3, True), "Depesche", resolve=lambda name, port: ("127.0.0.1",))
        assert "certificate is not valid" in refusal(f"https://blatt.example:{running.port}/", strangers)


@pytest.mark.parametrize(
    "says",
    [
        Says(b"a" * (MB + 1)),
        Says(gzip.compress(b"a" * 300 * MB, 1), headers={"Content-Encoding": "gzip"}),
        Says(gzip.compress(gzip.compress(b"a" * 300 * MB, 1)), headers={"Content-Encoding": "gzip, gzip"}),
    ],
    ids=["large", "bomb", "bomb in a bomb"],
)
def test_what_is_too_large_is_refused_also_after_unpacking(says: Says) -> None:
    with host({"/": says}) as running:
        assert any(
            words in refusal(running.at("/"))
            for words in ("is larger than 1 MB; fetch_size allows more", "is packed as gzip, gzip")
        )


def test_an_answer_without_end_is_cut_at_the_limit() -> None:
    def endless(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(100):
            handler.wfile.write(b"a" * MB)

    with host({"/": endless}) as running:
        assert "is larger than 1 MB" in refusal(running.at("/"))


@pytest.mark.parametrize(
    "part", [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n"], ids=["silent", "head", "body"]
)
def test_a_host_that_drips_runs_out_of_time(part: bytes) -> None:
    def dripping(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(part)
        for _ in range(200):
            if part:
                handler.wfile.write(b"a")
            time.sleep(0.05)

    began = time.monotonic()
    with host({"/": dripping}) as running:
        assert "took longer than 0.5 seconds; fetch_seconds allows more" in refusal(running.at("/"), fetcher(seconds=0.5))
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("bytes_", "message"),
    [
        (b"nonsense\r\n\r\n", "cannot be fetched"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", "cannot be fetched"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain", "cannot be fetched"),
        (
            b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nplain",
            "is packed as br, which was not asked for",
        ),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", "cannot be fetched"),
    ],
)
def test_a_host_that_breaks_the_rules_is_named(bytes_: bytes, message: str) -> None:
    with host({"/": lambda handler: handler.wfile.write(bytes_) and None}) as running:
        said = refusal(running.at("/"))
    assert said.startswith(running.at("/")) and message in said


def test_nobody_at_home_is_named() -> None:
    with host({}) as running:
        gone = running.at("/")
    assert refusal(gone) == f"{gone}: cannot be fetched: Connection refused"


def test_the_bodies_of_errors_and_redirects_are_not_read() -> None:
    with host({"/": Says(b"a" * 2 * MB, status=500), "/moved": Says(b"x", status=302, headers={"Location": "/"})}) as running:
        assert body(running.at("/")) == body(running.at("/moved")) == b""


def test_a_name_that_nobody_knows_has_no_address() -> None:
    assert resolved("a" * 70 + ".example", 80) == ()
