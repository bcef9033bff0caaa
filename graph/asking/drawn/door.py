"""What the explorer's pages need of what is drawn: the sight, its files, its query and where it comes from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..answering import Desk
from . import files, turtle
from .bookmarks import LONGEST, Bookmarks
from .files import Stamp, Taken
from .origins import Origins, origins
from .query import query
from .quotes import MOST, quotes
from .sight import Filters, Sight, filters, sight

__all__ = [
    "FORMS", "LONGEST", "MOST", "Bookmarks", "Filters", "Form", "Origins", "Sight", "Stamp", "filters", "origins", "query",
    "sight", "written",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file: its media type, what it is called, and how it is written."""

    media_type: str
    label: str
    write: Callable[[Taken, Desk, bool], bytes]


FORMS: Mapping[str, Form] = {
    "csv": Form("text/csv; charset=utf-8", "CSV", lambda taken, _desk, _whole: files.as_csv(taken)),
    "gexf": Form("application/gexf+xml", "GEXF", lambda taken, _desk, _whole: files.as_gexf(taken)),
    "graphml": Form("application/graphml+xml", "GraphML", lambda taken, _desk, _whole: files.as_graphml(taken)),
    "ttl": Form("text/turtle; charset=utf-8", "Turtle", lambda taken, desk, whole: turtle.as_turtle(taken, desk, whole=whole)),
}


def written(desk: Desk, seen: Sight, form: str, stamp: Stamp, language: str, *, whole: bool) -> bytes:
    """What is seen as a file of one of FORMS; `whole` says that no lens left anything out. KeyError for another form."""
    told = quotes(desk, [report.claim for report in seen.every], language)
    return FORMS[form].write(Taken(seen, told, stamp, desk.base, language), desk, whole)
