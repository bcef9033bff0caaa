"""The explorer's view as its address says it: in full, or by the key under which this server keeps a long one."""

from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode

from flask import Blueprint, Response, current_app, request

from . import urls, writing
from .payloads import LinkPayload
from .source import Source, UsageError
from .visit import data

blueprint = Blueprint("views", __name__)

KEPT = "state"
# What decides what is drawn, and what is chosen, drawn beside it or bundled.
SEEN = ("entities", "stance", "relation", "disputed", "lens", "clock", "from", "to", "modality", "roots", "asof")
_NAMES = (*SEEN, "node", "edge", "claim", "beside", "bundles", "bundle")


def given() -> Mapping[str, str]:
    """What the address of this request says of the view. LinkUnknownError for a link that nobody kept."""
    return dict(parse_qsl(kept())) if KEPT in request.args else request.args


def kept() -> str:
    """The view that the address of this request names by its key; empty when it says the view itself."""
    return _source().bookmarks.view(request.args[KEPT]) if KEPT in request.args else ""


def told(pairs: Iterable[tuple[str, str]]) -> str:
    """A view as an address says it, with commas and colons as they are, and without what is no part of a view."""
    said = dict(pairs)
    return urlencode([(name, said[name]) for name in _NAMES if said.get(name)], safe=",:")


@blueprint.post("/explore/links")
def keep() -> Response:
    """Keep the view that the form gives; tells its key and the short address."""
    writing.sent_from_here()
    writing.marked_form()
    view = told(parse_qsl(request.form.get("view", "")))
    if not view:
        raise UsageError("there is no view to keep")
    key = _source().bookmarks.keep(view)
    response = data(LinkPayload(key, urls.at("/explore", state=key)))
    response.headers["Cache-Control"] = "no-store"
    return response


def _source() -> Source:
    found: Source = current_app.extensions["depesche"]
    return found
