"""Where quotation marks enclose something, found over the whole text: it knows marks, not who speaks.

Quotations go over sentence ends and stand within each other; texts forget marks and mix the ways of setting them. A
mark's form and its neighbours tell whether it opens or closes; what is never closed within its paragraph is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..model import Span
from .overlaps import Overlaps

_MARKS: Final = re.compile('[„“”"»«\n]')
_BEFORE_OPENING: Final = frozenset(' \t\n([–-:/„“”"»«')
_END: Final = "\n"


@dataclass(frozen=True, slots=True)
class Quotation:
    """`inner` is what stands between the marks, `outer` includes them; `depth` counts the quotations around it."""

    inner: Span
    outer: Span
    depth: int = 0


class Marked:
    """The outermost quotations of a text, and which of them is open at a place."""

    def __init__(self, text: str) -> None:
        self._spans = [q.outer for q in quotations(text) if q.depth == 0]
        self._overlaps = Overlaps(self._spans)

    def open_at(self, end: int) -> Span | None:
        """The quotation that has begun before `end`, an offset in the text, and goes on behind it."""
        around = (self._spans[i] for i in self._overlaps.of(Span(end, end + 1)))
        return next((s for s in around if s.start < end and s.end > end + 1), None)


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations in the order of the text, outer ones before those within them.

    >>> [q.inner.of("Er rief „Ja“ und „Nein") for q in quotations("Er rief „Ja“ und „Nein")]
    ['Ja']
    """
    return tuple(sorted(_pairs(text), key=lambda q: (q.outer.start, -q.outer.end)))


def _pairs(text: str) -> Iterator[Quotation]:
    open_at: list[int] = []
    for match in _MARKS.finditer(text):
        at = match.start()
        if match[0] == _END:
            open_at.clear()
        elif _opens(text, at, bool(open_at)):
            open_at.append(at)
        elif open_at:
            start = open_at.pop()
            if at - start > 1:
                yield Quotation(Span(start + 1, at), Span(start, at + 1), len(open_at))


def _opens(text: str, at: int, inside: bool) -> bool:
    """Whether the mark at `at` opens; `inside` tells that another one is open."""
    mark = text[at]
    if mark == "„":
        return True
    after_gap = at == 0 or text[at - 1] in _BEFORE_OPENING
    before_word = at + 1 < len(text) and not text[at + 1].isspace() and text[at + 1] not in ".,;:!?)"
    if mark in "“”" and inside:
        return False
    return after_gap and before_word
