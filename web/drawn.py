"""What the explorer shows, taken along: as files, as a query, and what files and pictures say of themselves.

The address is that of the explorer with a suffix (`/explore.csv?entities=…`), so that every view has its files.
"""

from flask import Blueprint, Response, current_app, redirect, request

from . import urls, views
from .language import message
from .payloads import StampPayload
from .source import NotFoundError, QueryTooLong, Source, drawn, lenses, wording
from .visit import Visit, data, fresh, visit

blueprint = Blueprint("drawn", __name__)

_NAMED = 8  # outlets that a stamp lists
QUERIES = ("rq", "sparql")


@blueprint.get("/explore.<form>")
def taken(form: str) -> Response:
    """What is on the screen as a file (csv, gexf, graphml, ttl), as a query (rq), or that query in the editor (sparql)."""
    if form not in drawn.FORMS and form not in QUERIES:
        known = ", ".join(f".{each}" for each in (*drawn.FORMS, *QUERIES))
        raise NotFoundError(f"there is no form .{form[:20]} of the explorer; there are {known}")
    if form == "sparql":
        return redirect(urls.at("/sparql", query=_query(visit())), 303)  # type: ignore[return-value]
    if form == "rq":
        return fresh(lambda: Response(_query(visit()), content_type="application/sparql-query; charset=utf-8"))
    return fresh(lambda: _file(visit(), form), request.host)


@blueprint.get("/api/stamp")
def stamp() -> Response:
    """What a picture says of itself: its lines."""

    def make() -> Response:
        here = visit()
        return data(StampPayload(list(_stamp(here, _sight(here)).lines)))

    return fresh(make, request.host)


def _file(here: Visit, form: str) -> Response:
    seen = _sight(here)
    body = drawn.written(here.reader, seen, form, _stamp(here, seen, in_file=True), here.language, whole=_lens().clear)
    response = Response(body, content_type=drawn.FORMS[form].media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="depesche.{form}"'
    return response


def _query(here: Visit) -> str:
    """The query behind the screen. QueryTooLong where the endpoint would refuse it."""
    text = drawn.query(here.source.base, _sight(here), _lens(), _filters(), here.language)
    most = _source().strangers.size
    if len(text.encode()) > most:
        raise QueryTooLong(f"the query of so many parties is longer than the {most} bytes that are answered; hide some of them")
    return text


def _sight(here: Visit) -> drawn.Sight:
    keys = tuple(dict.fromkeys(key for key in views.given().get("entities", "").split(",") if key))
    return drawn.sight(here.reader, keys, _lens(), _filters(), here.language)


def _lens() -> lenses.Lens:
    return lenses.lens(views.given().items())


def _filters() -> drawn.Filters:
    return drawn.filters(views.given().items())


def _stamp(here: Visit, seen: drawn.Sight, *, in_file: bool = False) -> drawn.Stamp:
    """What is told of a sight: what it is, from where, of when, through what, and what is missing."""
    found = drawn.origins(here.reader, seen.every)
    lines = [
        message("stamp_title"),
        message("stamp_claims", claims=found.claims, articles=found.articles),
        _outlets(found),
        _dates(here, found),
        *_looked_through(here),
        *_filtered(here),
        message("stamp_edges", n=seen.network.hidden_edges) if seen.network.hidden_edges else "",
        message("stamp_cut", n=found.claims - drawn.MOST) if in_file and found.claims > drawn.MOST else "",
        message("picture_samples") if found.samples else "",
    ]
    view = views.told(pair for pair in views.given().items() if pair[0] in views.SEEN)
    return drawn.Stamp(tuple(filter(None, lines)), urls.external("/explore") + (f"?{view}" if view else ""))


def _outlets(found: drawn.Origins) -> str:
    if not found.outlets:
        return ""
    named, more = found.outlets[:_NAMED], len(found.outlets) - _NAMED
    return message("stamp_sources", names=", ".join(named)) + (" " + message("stamp_more", n=more) if more > 0 else "")


def _dates(here: Visit, found: drawn.Origins) -> str:
    state = message("stamp_state", revision=here.revision)
    if not found.first or not found.last:
        return state
    first, last = (wording.day(day, here.language) for day in (found.first, found.last))
    return f"{message('stamp_printed', first=first, last=last)}, {state}"


def _looked_through(here: Visit) -> list[str]:
    """The lens in words."""
    through, found = _lens(), []
    if through.teller and through.of:
        name = here.name(through.of)
        found.append(f"{message('lens_through')} {message(f'lens_{through.teller.value}')} {name}")
    if through.since or through.until:
        bounds = [wording.day(day.isoformat(), here.language) if day else "…" for day in (through.since, through.until)]
        found.append(f"{message(f'clock_{through.clock.value}')} {' – '.join(bounds)}")
    if through.as_of:
        found.append(message("as_of_day", day=wording.day(through.as_of.isoformat(), here.language)))
    if through.modalities:
        found.append(", ".join(message(f"modality_{each.value}") for each in sorted(through.modalities)))
    if through.roots > 1:
        found.append(message("lens_firm"))
    return found


def _filtered(here: Visit) -> list[str]:
    """The filters in words."""
    only = _filters()
    told = [message(f"tally_{each}") for each in sorted(only.stances)]
    told += [here.words.relation(code, alone=True) for code in sorted(only.relations)]
    told += [message("standing_disputed")] if only.disputed else []
    return [f"{message('filter')}: {', '.join(told)}"] if told else []


def _source() -> Source:
    found: Source = current_app.extensions["depesche"]
    return found
