"""What every answer says about itself: what it may load, who may read it, how long it may be kept; and for whom we answer.

On a loopback address only our own names are answered: else a page elsewhere could point its name at this machine and
read the store (DNS rebinding). For the same reason scripts of other sites may read data there only if that was asked for.
"""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

from .options import is_loopback

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_ALWAYS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# Data for programs anywhere.
_OPEN = (
    "/sparql", "/id/", "/ns", "/plover", "/api/", "/reconcile", "/dump", "/context.jsonld", "/.well-known/void", "/openapi.json",
)  # fmt: skip
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match",
    "Access-Control-Max-Age": "3600",  # seconds
}
_EXPOSED = "Content-Disposition, Depesche-Revision, Depesche-Truncated, ETag, Link, Retry-After"
_FOREVER = "public, max-age=31536000, immutable"  # a year: the name changes with the content


def shares(cors: str, host: str) -> bool:
    """Whether scripts of other sites may read the data of a server on `host`, for a setting of auto, on or off."""
    return cors == "on" or (cors == "auto" and not is_loopback(host))


def install(app: Flask, host: str, names: tuple[str, ...], cors: str) -> None:
    """Add the headers to every answer; on a loopback `host` refuse requests for other names than ours and `names`."""
    allowed = {name.lower() for name in names}
    app.config["DEPESCHE_SHARES"] = shared = shares(cors, host)

    @app.before_request
    def check_host() -> None:
        name = (urlsplit(f"//{request.host}").hostname or "").lower()
        if is_loopback(host) and not (is_loopback(name) or name in allowed):
            abort(421, f"this server does not answer for the host {name[:100]!r}; start it with that name allowed")

    @app.after_request
    def add(response: Response) -> Response:
        response.headers.update(_ALWAYS)
        opened = shared and request.path.startswith(_OPEN)
        if opened and request.endpoint == "reconcile.preview":  # made to be shown in a frame of another program
            response.headers["Content-Security-Policy"] = CSP.replace("frame-ancestors 'none'", "frame-ancestors *")
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin" if opened else "same-origin"
        if opened:
            response.headers["Access-Control-Allow-Origin"] = "*"
            response.headers["Access-Control-Expose-Headers"] = _EXPOSED
            if request.method == "OPTIONS":
                response.headers.update(_PREFLIGHT)
        if request.endpoint == "static":
            hashed = request.path.startswith("/static/assets/")
            response.headers["Cache-Control"] = _FOREVER if hashed and response.status_code == 200 else "no-cache"
        else:
            response.vary.update(("Accept", "Accept-Language", "Cookie"))
        return response
