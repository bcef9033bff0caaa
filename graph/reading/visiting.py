"""Fetching as a guest: robots.txt is obeyed, hosts are left time between requests, and what did not change is not fetched.

Follows redirects, each of them checked like the first address. Clock and sleep are arguments.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from protego import Protego

from ..addresses import canonical
from ..errors import FetchError
from ..settings import Settings
from .fetching import Answer, Fetcher
from .guard import target
from .remembering import Remembered, Visit, conditions

_MOVED = (301, 302, 303, 307, 308)
_ROBOTS_BYTES = 512 * 1024  # what RFC 9309 asks to read of it at least
_LONGEST_DELAY = 60.0  # seconds: more is asked for only by sites that want nobody to come
_ACCEPT = (
    "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.1"
)


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was answered: where it was found in the end, what it is (media type), in which charset if told."""

    address: str
    body: bytes
    kind: str
    charset: str | None


class Visitor:
    """Visits pages of many hosts, one at a time. `memory` knows earlier visits."""

    def __init__(
        self, fetcher: Fetcher, memory: Remembered, *, delay: float, clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:  # fmt: skip
        self.memory, self.delay = memory, delay
        self._fetcher, self._clock, self._sleep = fetcher, clock, sleep
        self._rules: dict[str, Protego] = {}
        self._next: dict[str, float] = {}  # host → when it may be asked again

    @staticmethod
    def of(settings: Settings, memory: Remembered) -> "Visitor":
        """The visitor that the settings describe."""
        return Visitor(Fetcher.of(settings), memory, delay=settings.fetch_delay)

    def visit(self, address: str, stamp: str | None = None) -> Fetched | None:
        """The page at `address`; None when it did not change since the last visit. FetchError says why it cannot be had.

        The visit is noted with `stamp` in the memory.
        """
        own = canonical(address)
        before = self.memory.visit(own)
        where, answer = self._followed(address, {"Accept": _ACCEPT, **conditions(before)}, obey=True)
        if answer.status == 304:
            self.memory.note(own, Visit(before.etag, before.modified, stamp) if before else Visit(stamp=stamp))
            return None
        if answer.status != 200:
            raise FetchError(_refusal(answer), file=address)
        self.memory.note(own, Visit(answer.headers.get("etag"), answer.headers.get("last-modified"), stamp))
        kind, _, more = answer.headers.get("content-type", "").partition(";")
        return Fetched(where, answer.body, kind.strip().lower(), _charset(more))

    def _followed(self, address: str, headers: Mapping[str, str], *, obey: bool) -> tuple[str, Answer]:
        """Where the redirects end, and what is answered there; `obey` asks robots.txt at each step."""
        where, spent = address, 0.0
        for _ in range(self._fetcher.limits.redirects + 1):
            self._await_turn(where, obey=obey)
            began = self._clock()
            answer = self._fetcher.ask(where, headers, before=began + self._fetcher.limits.seconds - spent)
            spent += self._clock() - began
            if answer.status not in _MOVED or not answer.headers.get("location"):
                return where, answer
            where = urljoin(where, answer.headers["location"])
        raise FetchError(
            f"is redirected more than {self._fetcher.limits.redirects} times; fetch_redirects allows more", file=address
        )

    def _await_turn(self, address: str, *, obey: bool) -> None:
        asked = target(address, private=self._fetcher.limits.private)
        delay = self.delay
        if obey:
            rules = self._robots(asked.origin)
            if not rules.can_fetch(address, self._fetcher.agent):
                raise FetchError("its robots.txt asks not to fetch it; save the page yourself if you may", file=address)
            delay = max(delay, min(rules.crawl_delay(self._fetcher.agent) or 0.0, _LONGEST_DELAY))
        wait = self._next.get(asked.host, 0.0) - self._clock()
        if wait > 0:
            self._sleep(wait)
        if obey:  # else it is robots.txt, which comes before the first page and is not what wears a host out
            self._next[asked.host] = self._clock() + delay

    def _robots(self, origin: str) -> Protego:
        """The rules of a site: none where it has no robots.txt; FetchError where it cannot tell, as RFC 9309 has it."""
        if origin not in self._rules:
            _, answer = self._followed(f"{origin}/robots.txt", {"Accept": "text/plain"}, obey=False)
            if answer.status >= 500 or answer.status == 429:
                raise FetchError(f"its robots.txt cannot be read ({answer.status}), so it is left alone; try later", file=origin)
            text = answer.body[:_ROBOTS_BYTES].decode("utf-8", "replace") if answer.status == 200 else ""
            self._rules[origin] = Protego.parse(text)
        return self._rules[origin]


def _refusal(answer: Answer) -> str:
    words = {401: "asks for a login", 402: "is for payment", 403: "is forbidden to us", 404: "is not there", 410: "is gone"}
    if answer.status in (429, 503) and answer.headers.get("retry-after"):
        return f"asks to be left alone for now (Retry-After: {answer.headers['retry-after'][:40]})"
    return f"{words.get(answer.status, 'cannot be had')} (status {answer.status})"


def _charset(more: str) -> str | None:
    for part in more.split(";"):
        name, _, value = part.strip().partition("=")
        if name.lower() == "charset":
            return value.strip("\"' ").lower() or None
    return None
