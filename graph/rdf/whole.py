"""All that the tables of a store call for, one thing after the other: what a store made anew holds.

The same pure functions as in `changes`, but each table is gone through once from end to end, so that nothing is looked up
and memory stays flat.
"""

from collections.abc import Collection, Iterator

from pyoxigraph import Quad

from . import archive, census
from .changes import Surroundings
from .labels import Label
from .sentences import Line


def everything(around: Surroundings, *, without: Collection[str] = ()) -> Iterator[Quad]:
    """All quads but those of `…/meta`, and without what the articles with the keys `without` say themselves.

    A proposition that several articles report comes several times: who loads quads in bulk sorts them anyway.
    """
    for key in archive.keys(around.connection):
        if key not in without:
            own, propositions = around.article(key)
            yield from own
            yield from propositions
        yield from around.origin(key)
    for who in census.everybody(around.connection):
        yield from around.party(who)
    for edge, reports in census.all_reports(around.connection):
        yield from around.edge(edge, reports)
    for pair, claims in census.all_between(around.connection):
        yield from around.pair(pair, claims)


def labels(around: Surroundings) -> Iterator[Label]:
    """How each party of the store is found."""
    return (label for who in census.everybody(around.connection) if (label := around.label(who)) is not None)


def lines(around: Surroundings) -> Iterator[tuple[str, tuple[Line, ...]]]:
    """The sentences of the claims of each article of the store."""
    return ((key, around.lines(key)) for key in archive.keys(around.connection))
