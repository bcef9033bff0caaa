"""One request to one host: resolved once, checked, and sent to the very address that was checked.

A name is asked for only once, so that a host that answers the check with a public address and the connection with a
private one gains nothing. Size, time and unpacking are bounded; redirects are handed back and not followed. By urllib3,
which reads no proxy and no login from the environment.
"""

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse
from urllib3.util.ssl_match_hostname import CertificateError

from ..errors import FetchError
from ..settings import Settings
from .guard import Target, checked, target

Resolve = Callable[[str, int], tuple[str, ...]]
_PIECE = 65_536  # bytes of a body that are unpacked at a time
_UNPACKED = ("", "identity", "gzip", "x-gzip", "deflate")
# The last two are what reading from a connection that was shut ends in.
_BROKEN = (HTTPError, HTTPException, OSError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class Limits:
    """How large (bytes, also unpacked) an answer may be, how long (seconds) all of it may take, and whom one may ask."""

    size: int
    seconds: float
    redirects: int
    private: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered; `headers` by their names in lower case. The body of a redirect or an error is not read."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def resolved(host: str, port: int) -> tuple[str, ...]:
    """The network addresses of a host, as the system knows them; none when it knows none."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(each[4][0]) for each in found))


def trusted() -> ssl.SSLContext:
    """Whom to believe: the system's authorities and those of certifi, for systems that have none."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


class Fetcher:
    """Sends requests within limits; how names are resolved, whose certificates count and the clock are arguments."""

    def __init__(
        self, limits: Limits, agent: str, *, resolve: Resolve = resolved, clock: Callable[[], float] = time.monotonic,
        certificates: Callable[[], ssl.SSLContext] = trusted,
    ) -> None:  # fmt: skip
        self.limits, self.agent = limits, agent
        self._resolve, self._clock, self._certificates = resolve, clock, certificates

    @staticmethod
    def of(settings: Settings) -> "Fetcher":
        """The fetcher that the settings describe."""
        private = settings.fetch_private == "on"
        limits = Limits(settings.fetch_size * 1_048_576, settings.fetch_seconds, settings.fetch_redirects, private)
        return Fetcher(limits, settings.fetch_agent)

    def ask(self, address: str, headers: Mapping[str, str], *, before: float) -> Answer:
        """What the host of `address` answers until `before` (of the clock). FetchError says why there is no answer."""
        asked = target(address, private=self.limits.private)
        where = checked(self._resolve(asked.host, asked.port), address, private=self.limits.private)
        left = before - self._clock()
        if left <= 0:
            raise self._late(address)
        sent = {"Host": asked.place, "User-Agent": self.agent, "Accept-Encoding": "gzip", "Connection": "close", **headers}
        connection = self._connection(asked, where, left)
        watch = _Watch(connection)
        try:
            with watch.ending(left):
                connection.connect()
                watch.held = connection.sock  # the connection lets go of it while the body is read
                connection.request("GET", asked.path, headers=sent, preload_content=False)
                answer = self._answer(connection.getresponse(), address)
            if watch.late:  # shut in the middle of the head, which then looks like its end
                raise self._late(address)
            return answer
        except FetchError:
            raise
        except _BROKEN as error:
            if watch.late or self._clock() >= before:
                raise self._late(address) from None
            raise FetchError(f"cannot be fetched: {_reason(error)}", file=address) from None
        finally:
            connection.close()

    def _connection(self, asked: Target, where: str, seconds: float) -> HTTPConnection:
        """To the checked address; certificates are checked against the name that was asked for."""
        if asked.scheme == "http":
            return HTTPConnection(where, asked.port, timeout=seconds)
        return HTTPSConnection(
            where, asked.port, timeout=seconds, ssl_context=self._certificates(), server_hostname=asked.host,
            assert_hostname=asked.host,
        )  # fmt: skip

    def _answer(self, response: BaseHTTPResponse, address: str) -> Answer:
        headers = {name.lower(): value for name, value in response.headers.items()}
        try:
            return Answer(response.status, headers, self._body(response, address) if response.status == 200 else b"")
        finally:
            response.close()

    def _body(self, response: BaseHTTPResponse, address: str) -> bytes:
        packing = response.headers.get("Content-Encoding", "").strip().lower()
        if packing not in _UNPACKED:
            raise FetchError(f"is packed as {packing}, which was not asked for", file=address)
        body = bytearray()
        for piece in response.stream(_PIECE, decode_content=True):
            body += piece
            if len(body) > self.limits.size:
                most = self.limits.size // 1_048_576
                raise FetchError(f"is larger than {most} MB; fetch_size allows more", file=address)
        return bytes(body)

    def _late(self, address: str) -> FetchError:
        return FetchError(f"took longer than {self.limits.seconds:g} seconds; fetch_seconds allows more", file=address)


class _Watch:
    """Ends a connection when its time is up: one that sends a byte now and then never runs into a socket's own time-out."""

    def __init__(self, connection: HTTPConnection) -> None:
        self.late = False
        self.held: socket.socket | None = None
        self._connection = connection

    @contextmanager
    def ending(self, seconds: float) -> Iterator[None]:
        """The block has so many seconds; then its connection is shut, and what it does with it fails."""
        timer = threading.Timer(seconds, self._shut)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
            timer.join()

    def _shut(self) -> None:
        self.late = True
        if (open_ := self.held or self._connection.sock) is not None:
            try:
                socket.socket.shutdown(open_, socket.SHUT_RDWR)  # of a TLS socket too: its own would change it under the reader
            except OSError:  # closed meanwhile
                return


def _reason(error: Exception) -> str:
    """What went wrong, in the few words that a person can use."""
    cause: BaseException = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({cause.verify_message})"
    if isinstance(cause, CertificateError):
        return f"its certificate is for somebody else ({cause})"
    if isinstance(cause, OSError) and cause.strerror:
        return cause.strerror
    return next(iter(str(cause).splitlines()), "") or type(cause).__name__
