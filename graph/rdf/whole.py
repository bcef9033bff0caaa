"""All that the tables of a store call for, one thing after the other: what a store made anew holds.

The same pure functions as in `changes`, but each table is gone through once from end to end, so that nothing is looked up
and memory stays flat.
"""

from collections.abc import Iterator

from pyoxigraph import Quad

from ..identity import article_key
from ..model import Reading
from . import archive, census, tallies
from .articles import say_article
from .changes import Surroundings
from .claims import Publishers, publisher_of, say_propositions
from .edges import edge_lines, edge_quads
from .labels import Label
from .sheet import Lines
from .terms import Terms


def own(reading: Reading, terms: Terms, publishers: Publishers) -> bytes:
    """What an article says itself: its quads and those of the propositions that it reports, as lines of N-Quads."""
    article, propositions = Lines(terms.article(article_key(reading.article))), Lines(terms.graph("propositions"))
    say_article(article, reading, terms, publisher_of(reading, publishers))
    say_propositions(propositions, reading, terms)
    return article.told() + propositions.told()


def everything(around: Surroundings) -> Iterator[Quad]:
    """All quads but those of `…/meta`.

    A proposition that several articles report comes several times: who loads quads in bulk sorts them anyway.
    """
    for key in archive.keys(around.connection):
        mine, propositions = around.article(key)
        yield from mine
        yield from propositions
    yield from shared(around)
    for edge, found in tallies.all_rows(around.connection):
        yield from edge_quads(edge, around.tally(edge, found), around.terms)


def shared(around: Surroundings) -> Iterator[Quad]:
    """Of these, what no article says itself, edges aside."""
    for key in archive.keys(around.connection):
        yield from around.origin(key)
    for who in census.everybody(around.connection):
        yield from around.party(who)
    for pair, claims in census.all_between(around.connection):
        yield from around.pair(pair, claims)


def edges(around: Surroundings) -> Iterator[bytes]:
    """All edges as lines of N-Quads."""
    return (edge_lines(edge, around.tally(edge, found), around.terms) for edge, found in tallies.all_rows(around.connection))


def labels(around: Surroundings) -> Iterator[Label]:
    """How each party of the store is found."""
    return (label for who in census.everybody(around.connection) if (label := around.label(who)) is not None)
