"""Addresses on this site, ready to print: the only place where they are put together outside the templates."""

from urllib.parse import urlencode

from flask import request

from .negotiation import LABELS, SUFFIXES
from .page_models import Alternate, Paging
from .source import FORMS, EdgeView, Site, results

_SHOWN = ("ttl", "jsonld", "json")  # of all formats, those that a page offers
_DOWNLOADS = {
    "json": "JSON", "xml": "XML", "csv": "CSV", "tsv": "TSV",
    "ttl": "Turtle", "nt": "N-Triples", "rdf": "RDF/XML", "jsonld": "JSON-LD",
}  # fmt: skip


def at(path: str, **parameters: str | int | None) -> str:
    """`path` below the site's root, with those parameters that are not None or empty."""
    query = urlencode({name: value for name, value in parameters.items() if value not in (None, "")})
    return f"{request.script_root}{path}{'?' + query if query else ''}"


def external(path: str) -> str:
    """`path` below the site's root with the host by which we were called, for documents that leave it."""
    return f"{request.host_url.rstrip('/')}{request.script_root}{path}"


def site() -> Site:
    """Where this store is served, for its descriptions."""
    return Site(
        external("/sparql"), external("/.well-known/void"), tuple(external(f"/dump/{each}") for each in FORMS if FORMS[each].rdf)
    )


def thing(kind: str, key: str) -> str:
    """The page of an entity, a claim, a proposition or an article."""
    return at(f"/id/{kind}/{key}")


def explore_edge(view: EdgeView) -> str:
    """The explorer with both parties of an edge, and the edge open."""
    parties = [view.actor.key] + ([view.recipient.key] if view.recipient and view.recipient != view.actor else [])
    address = at("/explore", entities=",".join(parties), edge=view.key)
    return address.replace("%2C", ",")


def alternates(kind: str, key: str) -> list[Alternate]:
    """The same thing in other formats."""
    return [Alternate(SUFFIXES[each], LABELS[each], f"{thing(kind, key)}.{each}") for each in _SHOWN]


def nanopub(key: str) -> Alternate:
    """A claim as a nanopublication."""
    return Alternate(results.TRIG, "Nanopub", f"{thing('claim', key)}/nanopub")


def downloads(query: str, form: str) -> list[Alternate]:
    """The answer to a query of this form in every format that fits."""
    offered = {"select": results.SOLUTION_TYPES, "ask": results.TRUTH_TYPES}.get(form, results.TRIPLE_TYPES)
    short = {media_type: name for name, media_type in results.SHORT.items()}
    return [Alternate(each, _DOWNLOADS[short[each]], at("/sparql", query=query, format=short[each])) for each in offered]


def paging(page: int, size: int, total: int) -> Paging:
    """Where this page stands among those of the same address; `size` things on each."""
    pages = max(1, -(-total // size))

    def to(number: int) -> str | None:
        if not 1 <= number <= pages:
            return None
        parameters = {name: value for name, value in request.args.items() if name != "page"}
        return at(request.path, **parameters, page=number if number > 1 else None)

    return Paging(page, pages, total, to(page - 1), to(page + 1))
