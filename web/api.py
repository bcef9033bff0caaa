"""The JSON that the explorer asks for, as `payloads` says."""

from flask import Blueprint, Response, request

from .source import UsageError
from .visit import data, fresh, number, visit

blueprint = Blueprint("api", __name__)

_HITS, _MOST_HITS = 10, 50
_CLAIMS, _MOST_CLAIMS = 50, 200
_MOST_NODES = 300


@blueprint.get("/api/search")
def search() -> Response:
    """Parties that `q` may mean."""
    return fresh(lambda: data(visit().search(request.args.get("q", ""), number("limit", _HITS, _MOST_HITS))))


@blueprint.get("/api/network")
def network() -> Response:
    """The parties `entities`, the neighbours of `expand`, and all edges among them."""
    keys = tuple(dict.fromkeys(key for key in request.args.get("entities", "").split(",") if key))
    limit = number("limit", _MOST_NODES, _MOST_NODES) if "limit" in request.args else None
    return fresh(lambda: data(visit().network(keys, request.args.get("expand") or None, limit)))


@blueprint.get("/api/edge")
def edge() -> Response:
    """The claims from `actor` in `relation` to `recipient`."""
    actor, relation = request.args.get("actor"), request.args.get("relation")
    if not actor or not relation:
        raise UsageError("an edge needs an actor and a relation")
    limit, offset = number("limit", _CLAIMS, _MOST_CLAIMS), number("offset", 0, 1_000_000)
    return fresh(lambda: data(visit().edge_claims(actor, relation, request.args.get("recipient") or None, limit, offset)))


@blueprint.get("/api/claim/<key>")
def claim(key: str) -> Response:
    """One claim."""
    return fresh(lambda: data(visit().claims([key])[0]))
