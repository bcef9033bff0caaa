"""The JSON that the explorer asks for, as `payloads` says."""

from flask import Blueprint, Response, request

from .source import Edge, Opening, UsageError, lenses
from .visit import data, fresh, number, visit

blueprint = Blueprint("api", __name__)

_HITS, _MOST_HITS = 10, 50
_CLAIMS, _MOST_CLAIMS = 50, 200
_MOST_NODES = 300


@blueprint.get("/api/search")
def search() -> Response:
    """Parties that `q` may mean."""
    return fresh(lambda: data(visit().search(request.args.get("q", ""), number("limit", _HITS, _MOST_HITS))))


@blueprint.get("/api/claims")
def said() -> Response:
    """Claims whose sentence holds the words of `q`."""
    limit, offset = number("limit", _HITS, _MOST_CLAIMS), number("offset", 0, 1_000_000, least=0)
    return fresh(lambda: data(visit().said(request.args.get("q", ""), limit, offset)))


@blueprint.get("/api/network")
def network() -> Response:
    """The parties `entities`, the neighbours of `expand` (in the relation `by`), and all edges among them, through a lens."""
    limit = number("limit", _MOST_NODES, _MOST_NODES) if "limit" in request.args else None
    opened = Opening(request.args.get("expand") or None, request.args.get("by") or None, limit)
    return fresh(lambda: data(visit().network(_keys(), opened, _lens())))


@blueprint.get("/api/timeline")
def timeline() -> Response:
    """The claims among the parties `entities` by month, through a lens but in all time."""
    return fresh(lambda: data(visit().timeline(_keys()[:_MOST_NODES], _lens())))


@blueprint.get("/api/around/<key>")
def around(key: str) -> Response:
    """What there is around a party, counted by relation, stance, year and source, through a lens."""
    return fresh(lambda: data(visit().around(key, _lens())))


@blueprint.get("/api/path")
def path() -> Response:
    """The parties on a shortest path between the parties `start` and `end`, through a lens."""
    start, end = request.args.get("start"), request.args.get("end")
    if not start or not end:
        raise UsageError("a path needs a start and an end")
    return fresh(lambda: data(visit().path(start, end, _lens())))


@blueprint.get("/api/edge")
def edge() -> Response:
    """The claims from `actor` in `relation` to `recipient`."""
    actor, relation = request.args.get("actor"), request.args.get("relation")
    if not actor or not relation:
        raise UsageError("an edge needs an actor and a relation")
    limit, offset = number("limit", _CLAIMS, _MOST_CLAIMS), number("offset", 0, 1_000_000, least=0)
    recipient, through = request.args.get("recipient") or None, _lens()
    if through.clear:
        return fresh(lambda: data(visit().edge_claims(actor, relation, recipient, limit, offset)))
    return fresh(lambda: data(visit().edge_claims_through(through, Edge(relation, actor, recipient), limit, offset)))


@blueprint.get("/api/claim/<key>")
def claim(key: str) -> Response:
    """One claim."""
    return fresh(lambda: data(visit().claims([key])[0]))


def _keys() -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for key in request.args.get("entities", "").split(",") if key))


def _lens() -> lenses.Lens:
    return lenses.lens(request.args.items())
