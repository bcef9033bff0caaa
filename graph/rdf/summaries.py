"""All that is counted of an edge or an episode in one line of text: a page about hundreds of edges would else read a dozen
statements of each, and a network measure a million.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .census import Edge
from .derived import Counts
from .tallies import Told

_NONE = "-"
_COUNTS = ("claims", "articles", "roots", "asserting", "alleging", "denying", "doubting", "intended", "possible")


@dataclass(frozen=True, slots=True)
class Summary:
    """What a line says; days as they are written, None where none is known."""

    edge: Edge
    counts: Counts
    earliest: str | None
    latest: str | None


def line(edge: Edge, figures: Counts, episodes: Sequence[Told]) -> str:
    """The relation, the keys of actor and recipient, the counts, the first and the last day; `-` for what is not known."""
    first = min((each.earliest for each in episodes if each.earliest), default=None)
    last = max((each.latest for each in episodes if each.latest), default=None)
    numbers = (str(getattr(figures, name)) for name in _COUNTS)
    return " ".join((edge.relation, edge.actor or _NONE, edge.recipient or _NONE, *numbers, _day(first), _day(last)))


def summary(text: str) -> Summary:
    """What such a line says.

    >>> summary("AID a - 3 2 2 3 0 0 0 0 0 2024-03-01 2024-03-09").counts.articles
    2
    """
    relation, actor, recipient, *numbers, first, last = text.split(" ")
    return Summary(Edge(relation, _known(actor), _known(recipient)), Counts(*map(int, numbers)), _known(first), _known(last))


def _day(day: date | None) -> str:
    return day.isoformat() if day else _NONE


def _known(word: str) -> str | None:
    return None if word == _NONE else word
