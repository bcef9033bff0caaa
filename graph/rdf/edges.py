"""The counts of an edge as quads of the graph `…/derived`: the edge, its episodes, and how much is said of a party.

The same reports give the same quads, so that keeping them and making them anew cannot differ.
"""

from collections.abc import Collection, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from .census import Edge, Report
from .derived import Counts, Episode, counts, edge_key, episodes
from .names import BOOLEAN, DATE, INTEGER, TYPE, depesche, plover
from .terms import Terms

_COUNTS = {  # figures of `Counts` and the properties that tell them
    "claims": "claimCount",
    "articles": "articleCount",
    "roots": "rootCount",
    "asserting": "assertingCount",
    "alleging": "allegingCount",
    "denying": "denyingCount",
    "doubting": "doubtingCount",
    "intended": "intendedCount",
    "possible": "possibleCount",
}


def edge_iri(edge: Edge, terms: Terms) -> NamedNode:
    """The address of an edge; its episodes hang below it as fragments."""
    return NamedNode(f"{terms.base}edge/{edge_key(edge)}")


def edge_quads(edge: Edge, reports: Collection[Report], terms: Terms, *, standing: bool) -> frozenset[Quad]:
    """All that is derived about an edge; nothing when nobody reports it any more."""
    if not reports:
        return frozenset()
    about, where = edge_iri(edge, terms), terms.graph("derived")
    found = episodes(reports, standing=standing)
    figures = counts(reports, [episode.reports for episode in found])
    statements = [(about, *each) for each in (*_ends(edge, terms), *_figures("Edge", figures))]
    for episode in found:
        node = _episode_iri(about, episode, terms)
        statements.append((node, depesche("edge"), about))
        own = figures if len(found) == 1 else counts(episode.reports)  # most edges have one episode, and most of these one claim
        told = (*_ends(edge, terms), *_figures("Episode", own), *_days(episode))
        statements += [(node, *each) for each in told]
        statements += [(terms.claim(report.claim), depesche("episode"), node) for report in episode.reports]
    return frozenset(Quad(subject, name, value, where) for subject, name, value in statements)


def party_quads(entity: str, claims: int, terms: Terms) -> frozenset[Quad]:
    """In how many claims a party stands, as actor, recipient or source."""
    if not claims:
        return frozenset()
    return frozenset({Quad(terms.entity(entity), depesche("claimCount"), _integer(claims), terms.graph("derived"))})


_Statement = tuple[NamedNode, NamedNode | Literal]


def _ends(edge: Edge, terms: Terms) -> Iterator[_Statement]:
    yield depesche("relation"), plover(edge.relation)
    if edge.actor:
        yield depesche("actor"), terms.entity(edge.actor)
    if edge.recipient:
        yield depesche("recipient"), terms.entity(edge.recipient)


def _figures(kind: str, figures: Counts) -> Iterator[_Statement]:
    """What is not told is 0 or false: most edges have one claim, and the store should not double for them."""
    yield TYPE, depesche(kind)
    for name, property_name in _COUNTS.items():
        if number := getattr(figures, name):
            yield depesche(property_name), _integer(number)
    if figures.disputed:
        yield depesche("disputed"), Literal("true", datatype=BOOLEAN)


def _days(episode: Episode) -> Iterator[_Statement]:
    for name, day in (("earliest", episode.earliest), ("latest", episode.latest)):
        if day:
            yield depesche(name), Literal(day.isoformat(), datatype=DATE)


def _episode_iri(about: NamedNode, episode: Episode, terms: Terms) -> NamedNode:
    """Where it begins tells an episode from the others of its edge."""
    return terms.part(about, f"from-{episode.earliest.isoformat() if episode.earliest else 'unknown'}")


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=INTEGER)
