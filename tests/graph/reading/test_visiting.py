"""Visiting as a guest: robots.txt, pauses, redirects checked one by one, and pages that did not change."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from graph.errors import FetchError
from graph.reading.fetching import Fetcher, Limits, resolved
from graph.reading.remembering import Remembered, Visit
from graph.reading.visiting import Visitor
from tests.hosts import Host, Says, host

PAGE = Says(b"hallo", headers={"ETag": '"1"', "Last-Modified": "Mon, 03 Jun 2024 08:00:00 GMT"})


class Clock:
    """Time that only sleeping moves."""

    def __init__(self) -> None:
        self.now, self.slept = 100.0, [0.0]

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def visitor(
    memory: Remembered | None = None, *, clock: Clock | None = None, private: bool = True, delay: float = 0,
    resolve: Callable[[str, int], tuple[str, ...]] = resolved,
) -> Visitor:  # fmt: skip
    clock = clock or Clock()
    fetcher = Fetcher(Limits(1_048_576, 10, 3, private), "Depesche", resolve=resolve, clock=clock)
    return Visitor(fetcher, memory or Remembered(), delay=delay, clock=clock, sleep=clock.sleep)


def refusal(address: str, using: Visitor | None = None) -> str:
    with pytest.raises(FetchError) as caught:
        (using or visitor()).visit(address)
    return str(caught.value)


@pytest.fixture
def here() -> Iterator[Host]:
    with host({"/a": PAGE}) as running:
        yield running


def test_a_page_is_handed_on_with_what_it_is(here: Host) -> None:
    found = visitor().visit(here.at("/a"))
    assert found is not None
    assert (found.address, found.body, found.kind, found.charset) == (here.at("/a"), b"hallo", "text/html", "utf-8")
    assert here.paths() == ["/robots.txt", "/a"]


# Robots


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        ("User-agent: *\nDisallow: /a", False),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /*a$", False),
        ("User-agent: depesche\nDisallow: /\n\nUser-agent: *\nAllow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: depesche\nAllow: /", True),
        ("User-agent: *\nDisallow: /b", True),
        ("User-agent: *\nDisallow: /\nAllow: /a", True),
        ("", True),
        ("\x00\xff nonsense", True),
    ],
)
def test_robots_txt_is_obeyed(here: Host, rules: str, allowed: bool) -> None:
    here.pages["/robots.txt"] = Says(rules.encode("latin-1"), "text/plain")
    if allowed:
        assert visitor().visit(here.at("/a"))
    else:
        assert (
            refusal(here.at("/a")) == f"{here.at('/a')}: its robots.txt asks not to fetch it; save the page yourself if you may"
        )
        assert here.paths() == ["/robots.txt"]


def test_robots_txt_is_read_once_for_a_host(here: Host) -> None:
    using = visitor()
    using.visit(here.at("/a"))
    using.visit(here.at("/a"))
    assert here.paths().count("/robots.txt") == 1


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_that_cannot_tell_its_rules_is_left_alone(here: Host, status: int) -> None:
    here.pages["/robots.txt"] = Says(status=status)
    assert f"its robots.txt cannot be read ({status}), so it is left alone; try later" in refusal(here.at("/a"))


@pytest.mark.parametrize("status", [404, 403, 401])
def test_a_site_without_rules_may_be_visited(here: Host, status: int) -> None:
    here.pages["/robots.txt"] = Says(status=status)
    assert visitor().visit(here.at("/a"))


# Pauses


def test_a_host_is_left_time_between_requests(here: Host) -> None:
    clock = Clock()
    using = visitor(clock=clock, delay=2)
    for _ in range(3):
        using.visit(here.at("/a"))
    assert sum(clock.slept) == 4


def test_a_host_may_ask_for_more_time_but_not_for_ever(here: Host) -> None:
    for asked, given in (("7", 7), ("1", 2), ("99999", 60)):
        here.pages["/robots.txt"] = Says(f"User-agent: *\nCrawl-delay: {asked}".encode(), "text/plain")
        clock = Clock()
        using = visitor(clock=clock, delay=2)
        using.visit(here.at("/a"))
        using.visit(here.at("/a"))
        assert sum(clock.slept) == given


# Redirects


def test_redirects_are_followed_and_the_last_address_is_told(here: Host) -> None:
    here.pages |= {
        "/x": Says(status=301, headers={"Location": "/y"}),
        "/y": Says(status=302, headers={"Location": here.at("/a")}),
    }
    found = visitor().visit(here.at("/x"))
    assert found is not None and found.address == here.at("/a")


def test_redirects_in_a_circle_end(here: Host) -> None:
    here.pages["/x"] = Says(status=301, headers={"Location": "/x"})
    assert "is redirected more than 3 times; fetch_redirects allows more" in refusal(here.at("/x"))


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://a.example/", "http://u:p@a.example/", "http://"])
def test_a_redirect_leads_nowhere_but_to_pages(here: Host, to: str) -> None:
    here.pages["/x"] = Says(status=302, headers={"Location": to})
    refusal(here.at("/x"))
    assert here.paths()[-1] == "/x"


def test_a_redirect_is_checked_like_the_first_address() -> None:
    """Stands in for the internet: the public host is on this machine, and only its name is let through."""
    with host({"/x": Says(status=302, headers={"Location": "http://intern.example/"})}) as running:
        names = {"public.example": "93.184.216.34", "intern.example": "169.254.169.254"}

        class Rerouted(Fetcher):
            def _connection(self, asked, where, seconds):  # type: ignore[no-untyped-def]
                assert where == "93.184.216.34"
                return super()._connection(asked, "127.0.0.1", seconds).__class__("127.0.0.1", running.port, timeout=seconds)

        clock = Clock()
        fetcher = Rerouted(Limits(1_048_576, 10, 3, False), "Depesche", resolve=lambda name, _: (names[name],), clock=clock)
        using = Visitor(fetcher, Remembered(), delay=0, clock=clock, sleep=clock.sleep)
        assert "leads to 169.254.169.254, which is not public" in refusal("http://public.example/x", using)


def test_robots_txt_is_asked_again_on_another_host(here: Host) -> None:
    with host({"/robots.txt": Says(b"User-agent: *\nDisallow: /", "text/plain"), "/b": PAGE}) as other:
        here.pages["/x"] = Says(status=302, headers={"Location": other.at("/b")})
        assert "robots.txt asks not to" in refusal(here.at("/x"))
        assert other.paths() == ["/robots.txt"]


# What did not change


def test_a_page_that_did_not_change_is_not_fetched_again(here: Host, tmp_path: Path) -> None:
    first = Remembered(tmp_path / "fetched.sqlite")
    assert visitor(first).visit(here.at("/a#oben"))
    first.keep()
    again = Remembered(tmp_path / "fetched.sqlite")
    assert visitor(again).visit(here.at("/a")) is None
    assert here.asked[-1].headers["if-none-match"] == '"1"'
    assert here.asked[-1].headers["if-modified-since"] == "Mon, 03 Jun 2024 08:00:00 GMT"


def test_a_page_that_changed_is(here: Host) -> None:
    memory = Remembered()
    visitor(memory).visit(here.at("/a"))
    here.pages["/a"] = Says(b"neu", headers={"ETag": '"2"'})
    found = visitor(memory).visit(here.at("/a"), "stamp")
    assert found is not None and found.body == b"neu"
    assert memory.visit(here.at("/a")) == Visit('"2"', None, "stamp")


def test_what_was_not_kept_is_forgotten(here: Host, tmp_path: Path) -> None:
    visitor(Remembered(tmp_path / "fetched.sqlite")).visit(here.at("/a"))
    assert Remembered(tmp_path / "fetched.sqlite").visit(here.at("/a")) is None
    memory = Remembered(tmp_path / "fetched.sqlite")
    memory.note("x", Visit("1"))
    memory.forget("x")
    memory.keep()
    assert memory.visit("x") is None


@pytest.mark.parametrize(
    ("says", "message"),
    [
        (Says(status=404), "is not there (status 404)"),
        (Says(status=401), "asks for a login (status 401)"),
        (Says(status=418), "cannot be had (status 418)"),
        (Says(status=503, headers={"Retry-After": "120"}), "asks to be left alone for now (Retry-After: 120)"),
    ],
)
def test_what_cannot_be_had_is_named_with_the_reason(here: Host, says: Says, message: str) -> None:
    here.pages["/a"] = says
    assert refusal(here.at("/a")) == f"{here.at('/a')}: {message}"
