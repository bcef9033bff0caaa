"""Whether a browser's copy still holds: a tag for each address, language, format and state of the store.

The tag is known before anything is asked, so that a copy that holds costs nothing. It is only handed out when every
answer came from the state of the store that it names: for a second after a write a worker may still show the one before.
"""

from collections.abc import Iterable
from hashlib import sha256

from flask import Response, request

from .language import current
from .writing import may_write


def tag(revision: int, *more: str) -> str:
    """The tag of what this request asks for."""
    parts = (
        str(revision),
        request.full_path,
        request.script_root,
        request.headers.get("Accept", ""),
        current(),
        str(may_write()),
        *more,
    )
    return sha256("\0".join(parts).encode()).hexdigest()[:32]


def held(etag: str) -> Response | None:
    """`304 Not Modified` when the browser has this state already."""
    if request.method in ("GET", "HEAD") and etag in request.if_none_match:
        return marked(Response(status=304), etag)
    return None


def marked(response: Response, etag: str, revision: int | None = None, answered: Iterable[int] = ()) -> Response:
    """`response` with its tag, unless something in it was answered from another revision than `revision`."""
    response.headers["Cache-Control"] = "no-cache"  # keep it, but ask each time whether it still holds
    if revision is None or set(answered) <= {revision}:
        response.set_etag(etag)
    return response
