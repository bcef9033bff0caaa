"""Which of many spans share characters with one: found by their places, so that a long text has no more to look through."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate

from ..model import Span


class Overlaps:
    """Looks among spans that are in the order of their beginnings; they may lie within each other."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        self._starts = [span.start for span in self._spans]
        self._reach = list(accumulate((span.end for span in self._spans), max))  # the furthest end so far

    def of(self, span: Span) -> list[int]:
        """The numbers of those that share a character with `span`, in order.

        >>> Overlaps([Span(0, 9), Span(2, 4), Span(9, 12)]).of(Span(3, 9))
        [0, 1]
        """
        return list(self._backwards(span))[::-1]

    def _backwards(self, span: Span) -> Iterator[int]:
        for i in range(bisect_left(self._starts, span.end) - 1, -1, -1):
            if self._reach[i] <= span.start:
                return
            if self._spans[i].end > span.start:
                yield i
