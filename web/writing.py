"""Who may write from a browser: whoever opened the address that was printed when the server began, on this machine alone.

There are no users yet, so writing needs three things. The server listens on loopback and is called by a loopback name.
The token of the printed address was exchanged for a cookie that scripts cannot read and other sites cannot send. And
every form carries a mark bound to that cookie, and comes from a page of ours. The token itself is kept nowhere: the
address that holds it leads at once to one that does not.
"""

import hmac
import secrets
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, current_app, g, redirect, request

from .language import messages
from .options import is_loopback
from .source import WritingRefused

_PARAMETER = "token"
FIELD = "mark"


class Permission:
    """What this run of the server gives to whoever knows its `token`; another run honours none of it."""

    def __init__(self, token: str) -> None:
        self._token, self._secret = token, secrets.token_bytes(32)

    def knows(self, token: str) -> bool:
        """Whether this is the token that was printed."""
        return hmac.compare_digest(token.encode("utf-8", "replace"), self._token.encode())

    def cookie(self) -> str:
        """A new cookie of somebody who may write."""
        name = secrets.token_urlsafe(16)
        return f"{name}.{self._signed('cookie', name)}"

    def holds(self, cookie: str) -> bool:
        """Whether this server made the cookie."""
        name, _, signature = cookie.partition(".")
        return hmac.compare_digest(signature.encode("utf-8", "replace"), self._signed("cookie", name).encode())

    def mark(self, cookie: str) -> str:
        """What a form of the holder of `cookie` must carry."""
        return self._signed("form", cookie)

    def _signed(self, purpose: str, words: str) -> str:
        data = f"{purpose}\0{words}".encode("utf-8", "replace")
        return hmac.new(self._secret, data, "sha256").hexdigest()


def install(app: Flask, host: str, token: str | None) -> None:
    """Let those write who may: nobody where there is no `token` or the server listens on another address than loopback."""
    app.extensions["depesche-writing"] = Permission(token) if token and is_loopback(host) else None
    app.before_request(_exchange)
    app.context_processor(lambda: {"may_write": may_write(), "form_mark": form_mark})


def may_write() -> bool:
    """Whether whoever asks may write; for links that lead nowhere else."""
    return _refusal() is None


def required() -> None:
    """WritingRefused, with the reason and the remedy, when whoever asks may not even look at the forms."""
    if reason := _refusal():
        raise _refused(reason)


def sent_from_here() -> None:
    """WritingRefused when the request comes from a page of another site, as far as a browser tells; asks not for its body."""
    required()
    origin = request.headers.get("Origin")
    elsewhere = origin is not None and urlsplit(origin).netloc.lower() != request.host.lower()
    if elsewhere or request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        raise _refused("elsewhere")


def marked_form() -> None:
    """WritingRefused when the form was not made for whoever sends it."""
    expected = form_mark()
    if not hmac.compare_digest(request.form.get(FIELD, "").encode("utf-8", "replace"), expected.encode()):
        raise _refused("form")


def form_mark() -> str:
    """What forms on this page must carry; empty for those who may not write."""
    permission = _permission()
    return permission.mark(request.cookies.get(_cookie_name(), "")) if permission and may_write() else ""


def _refusal() -> str | None:
    """Why whoever asks may not write; None where they may."""
    if "writing" not in g:
        g.writing = _why_not()
    found: str | None = g.writing
    return found


def _why_not() -> str | None:
    permission = _permission()
    if permission is None or not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
        return "bind"
    return None if permission.holds(request.cookies.get(_cookie_name(), "")) else "cookie"


def _exchange() -> Response | None:
    """A request with a token leads to the same address without it, with a cookie if it was the right one."""
    token, permission = request.args.get(_PARAMETER), _permission()
    if token is None or permission is None or request.method != "GET":
        return None
    if not permission.knows(token):
        raise _refused("token")
    rest = urlencode([(name, value) for name, value in request.args.items(multi=True) if name != _PARAMETER])
    response = redirect(request.script_root + request.path + (f"?{rest}" if rest else ""), 303)
    response.set_cookie(_cookie_name(), permission.cookie(), httponly=True, samesite="Strict", secure=request.is_secure)
    response.headers["Cache-Control"] = "no-store"
    return response  # type: ignore[return-value]  # werkzeug's and flask's are one here


def _refused(reason: str) -> WritingRefused:
    return WritingRefused(messages("en")[f"refused_{reason}"], reason=reason)


def _cookie_name() -> str:
    """Cookies do not tell ports apart, servers do."""
    return f"depesche-{urlsplit(f'//{request.host}').port or 80}"


def _permission() -> Permission | None:
    found: Permission | None = current_app.extensions["depesche-writing"]
    return found
