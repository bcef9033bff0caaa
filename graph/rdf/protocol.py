"""A small client of the SPARQL 1.1 Protocol: sends a query or an update, and says in our words what went wrong.

Everything goes as a form, which all engines take (Virtuoso 7 hangs on a query that is the body). What does not arrive is
sent again, a little later each time: queries change nothing, and our updates may be made twice. Redirects are not
followed, as credentials would travel along.
"""

import re
import time
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlencode
from urllib.request import AbstractDigestAuthHandler, HTTPPasswordMgrWithDefaultRealm, Request, parse_http_list, parse_keqv_list

import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError, ProtocolError, ReadTimeoutError, TimeoutError

from ..errors import QueryError, QueryTimeout, StoreError
from .endpoint import PASSWORD, TOKEN, USER, Endpoint

SOLUTIONS, TRIPLES = "application/sparql-results+json", "application/n-triples"
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 5.0  # seconds between two tries; each is twice the one before
_CONNECT = 10.0  # seconds to reach a machine that is there
_SHOWN = 300  # characters of what an engine says of its errors
_PASSING = re.compile(r"Virtuoso (?:40001|08\w{3}|S1T\w{2}) ")  # a deadlock, a lost connection, too slow this time
_VIRTUOSO = re.compile(r"Virtuoso (\w{5}) Error:? *")
_SLOW = re.compile(r"Virtuoso (?:S1T\w{2}|42000 Error The estimated execution time)|timeout|time-out|timed out", re.IGNORECASE)
_Form = Sequence[tuple[str, str]]  # its first field is what is asked or told


class Client:
    """Speaks with one engine, one request at a time; not to be shared by threads."""

    def __init__(self, endpoint: Endpoint, *, sleep: Callable[[float], None] = time.sleep) -> None:
        self.endpoint = endpoint
        self._open: urllib3.BaseHTTPResponse | None = None
        self._sleep = sleep
        self._http = urllib3.PoolManager(
            maxsize=1, retries=False, timeout=urllib3.Timeout(connect=min(_CONNECT, endpoint.seconds), read=endpoint.seconds)
        )
        self._identity = Identity(endpoint)

    def ask(self, query: str, media_type: str = SOLUTIONS, graphs: Sequence[tuple[str, str]] = ()) -> urllib3.BaseHTTPResponse:
        """The engine's answer to a query as `media_type`, its body still to be read; the answer before is closed.

        `graphs` are parameters of the protocol that name what is asked. QueryTimeout when it takes too long, QueryError
        when the engine refuses the query, StoreError when it is not there.
        """
        self.close()
        self._open = self._sent(self.endpoint.query, [("query", query), *graphs], media_type)
        return self._open

    def tell(self, update: str) -> None:
        """Send an update that may be made twice. StoreError when it was not made for certain."""
        self.close()
        try:
            response = self._sent(self.endpoint.update, [("update", update)], "*/*")
            response.read()
            response.release_conn()
        except QueryError as error:
            raise StoreError(f"{self.endpoint.update}: the engine does not take the update: {error}") from error
        except HTTPError as error:
            raise StoreError(f"{self.endpoint.update}: the engine broke off: {_cause(error)}") from error

    def close(self) -> None:
        """Read no more of the last answer."""
        if self._open is not None:
            self._open.close()
            self._open.release_conn()
            self._open = None

    def __del__(self) -> None:
        self.close()  # an answer that nobody read to its end would hold its connection

    def _sent(self, address: str, form: _Form, accepted: str) -> urllib3.BaseHTTPResponse:
        """The answer to one request, sent until it arrives or has been tried often enough."""
        pause = _FIRST_PAUSE
        for left in reversed(range(self.endpoint.tries)):
            try:
                response = self._posted(address, form, accepted)
                if response.status < 500:
                    return self._checked(address, form[0][0], response)
                said = _said(response)
                if not left or not _passes(said):
                    raise _refused(address, response.status, said)
            except HTTPError as error:
                if not left or isinstance(error, ReadTimeoutError):
                    raise self._lost(address, form[0][0], error) from error
            self._sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)
        raise AssertionError("unreachable")

    def _posted(self, address: str, form: _Form, accepted: str) -> urllib3.BaseHTTPResponse:
        body = urlencode(form).encode()
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accepted}
        response: urllib3.BaseHTTPResponse | None = None
        for _ in range(2):  # the second time with what the engine asked for
            sent = {**headers, **self._identity.header(address)}
            response = self._http.request("POST", address, body=body, headers=sent, redirect=False, preload_content=False)
            if response.status != 401 or not self._identity.challenged(response.headers):
                break
            response.drain_conn()
        assert response is not None
        return response

    def _checked(self, address: str, field: str, response: urllib3.BaseHTTPResponse) -> urllib3.BaseHTTPResponse:
        if response.status < 300:
            return response
        if response.status < 400:
            raise StoreError(f"{address}: the engine sends to {response.headers.get('Location', '?')}; name that address itself")
        said = _said(response)
        if response.status in (401, 403):
            raise StoreError(f"{address}: {self._identity.remedy(response.status)}")
        if response.status in (404, 405):
            raise StoreError(f"{address}: takes no {field} ({response.status}); see docs/remote.md for the addresses of engines")
        raise _refused(address, response.status, said)

    def _lost(self, address: str, field: str, error: HTTPError) -> Exception:
        if field == "query" and isinstance(error, ReadTimeoutError):
            return QueryTimeout(f"{address}: no answer in {self.endpoint.seconds:g} seconds; ask for less at a time")
        if isinstance(error, ReadTimeoutError):
            more = "the setting engine_seconds waits longer, what was cut off is made at the next try"
            return StoreError(f"{address}: no answer in {self.endpoint.seconds:g} seconds; {more}")
        return StoreError(f"{address}: the engine cannot be reached: {_cause(error)}; start it, or mend --store")


class Identity:
    """Who speaks, as the engine wants to hear it: a bearer's token, or a user by basic or digest authentication."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._credentials = endpoint.credentials
        self._basic = True
        self._challenge: Mapping[str, str] | None = None
        passwords = HTTPPasswordMgrWithDefaultRealm()
        for address in {endpoint.query, endpoint.update}:
            passwords.add_password(None, address, self._credentials.user or "", self._credentials.password or "")
        self._digest = AbstractDigestAuthHandler(passwords)

    def header(self, address: str) -> dict[str, str]:
        """What a request says of who sends it; nothing for nobody, nor before a digest was asked for."""
        if self._credentials.token is not None:
            return {"Authorization": f"Bearer {self._credentials.token}"}
        if self._credentials.user is None or self._challenge is None:
            return {}
        if self._basic:
            pair = f"{self._credentials.user}:{self._credentials.password}"
            return {"Authorization": f"Basic {b64encode(pair.encode()).decode()}"}
        try:
            answer = self._digest.get_authorization(Request(address, method="POST", data=b""), self._challenge)
        except UnicodeEncodeError:
            raise StoreError(f"{address}: asks for a digest, which here only a password in plain letters makes") from None
        return {"Authorization": f"Digest {answer}"} if answer else {}

    def challenged(self, headers: Mapping[str, str]) -> bool:
        """Whether there is another way to say who one is, now that the engine has asked for it."""
        scheme, _, rest = headers.get("WWW-Authenticate", "").partition(" ")
        told = parse_keqv_list(parse_http_list(rest))
        if self._credentials.user is None or scheme.lower() not in ("basic", "digest"):
            return False
        again = self._challenge is not None and not (scheme.lower() == "digest" and told.get("stale", "").lower() == "true")
        self._basic, self._challenge = scheme.lower() == "basic", told
        return not again

    def remedy(self, status: int) -> str:
        """What to do about a refusal."""
        if status == 403:
            return "the engine does not allow this; grant it to the user there"
        if self._credentials == type(self._credentials)():
            return f"the engine wants to know who asks; set {USER} and {PASSWORD}, or {TOKEN}"
        return f"the engine does not know the {'token' if self._credentials.token else 'user or the password'}; look at " + (
            TOKEN if self._credentials.token else f"{USER} and {PASSWORD}"
        )


def _said(response: urllib3.BaseHTTPResponse) -> str:
    """What the engine says of an error, without the query that it repeats."""
    try:
        text = response.read(64 * _SHOWN).decode(errors="replace")
    except HTTPError as error:
        return _cause(error)
    finally:
        response.close()
        response.release_conn()
    return " ".join(text.partition("SPARQL query:")[0].split())[:_SHOWN] or f"status {response.status}"


def _passes(said: str) -> bool:
    """Whether it may be better next time: Virtuoso answers 500 to what is wrong with a query, too."""
    return not _VIRTUOSO.match(said) or bool(_PASSING.match(said))


def _refused(address: str, status: int, said: str) -> Exception:
    found = _VIRTUOSO.match(said)
    if _SLOW.search(said) and (found or status in (408, 500, 503, 504)):
        return QueryTimeout("the engine ended the query at its own time limit; ask for less at a time")
    if found and found[1] == "42000" and "permission" in said.lower():
        return StoreError(f"{address}: the engine does not allow this: {said}; see docs/remote.md for what to grant")
    if status >= 500 and not found:
        return StoreError(f"{address}: the engine fails ({status}): {said}")
    return QueryError(f"the engine cannot evaluate this: {_VIRTUOSO.sub('', said)}")


def _cause(error: HTTPError) -> str:
    if isinstance(error, NewConnectionError | TimeoutError):
        return "no connection" if isinstance(error, NewConnectionError) else "no answer"
    if isinstance(error, ProtocolError):
        return "the connection was cut"
    return str(error)
