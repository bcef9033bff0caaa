"""The counts of an edge as quads of the graph `…/derived`: the edge, its episodes, and how much is said of a party.

The same reports give the same quads, so that keeping them and making them anew cannot differ.

An engine finds what has a given value at once, but goes through all there is to find the most of something. So whatever is
asked for by size also tells its magnitude, and what is asked for by its last day tells it once more by a name of its own:
questions walk from the highest magnitude down, or through one index, until they have enough.
"""

from collections.abc import Collection, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from .census import Edge, Report
from .derived import Counts, Episode, counts, edge_key, episodes
from .magnitudes import magnitude
from .names import BOOLEAN, DATE, INTEGER, TYPE, depesche, plover
from .pairs import pair_iri, pair_of
from .summaries import line
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
    told = (*_ends(edge, terms), *_figures("Edge", figures), *_pair(edge, terms))
    statements = [(about, *each) for each in (*told, (depesche("edgeSummary"), Literal(line(edge, figures, found))))]
    for episode in found:
        node = _episode_iri(about, episode, terms)
        statements.append((node, depesche("edge"), about))
        own = figures if len(found) == 1 else counts(episode.reports)  # most edges have one episode, and most of these one claim
        told = (*_ends(edge, terms), *_figures("Episode", own), *_days(episode), *_found_by(edge, own, episode))
        statements += [(node, *each) for each in (*told, (depesche("episodeSummary"), Literal(line(edge, own, [episode]))))]
        statements += [(terms.claim(report.claim), depesche("episode"), node) for report in episode.reports]
    return frozenset(Quad(subject, name, value, where) for subject, name, value in statements)


def party_quads(entity: str, claims: int, acting: int, terms: Terms) -> frozenset[Quad]:
    """In how many claims a party stands, as actor, recipient or source, and in how many it acts or is acted upon."""
    told = {"claimCount": claims} if claims else {}
    if acting:
        told |= {"partyCount": acting, "partyMagnitude": magnitude(acting)}
    about, where = terms.entity(entity), terms.graph("derived")
    return frozenset(Quad(about, depesche(name), _integer(number), where) for name, number in told.items())


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
    yield depesche(f"{kind.lower()}Magnitude"), _integer(magnitude(figures.claims))
    if figures.disputed:
        yield depesche("disputed"), Literal("true", datatype=BOOLEAN)


def _pair(edge: Edge, terms: Terms) -> Iterator[_Statement]:
    if pair := pair_of(edge):
        yield depesche("pair"), pair_iri(pair, terms)


def _found_by(edge: Edge, figures: Counts, episode: Episode) -> Iterator[_Statement]:
    """By what disputes, and what was told again, are found, where somebody is said to have acted."""
    if not edge.actor:
        return
    until = Literal(episode.latest.isoformat(), datatype=DATE) if episode.latest else depesche("undated")
    if figures.disputed:
        yield depesche("disputedUntil"), until
        yield depesche("contested"), _integer(figures.contested)
    if figures.articles > 1 and figures.asserting:
        yield depesche("retoldUntil"), until


def _days(episode: Episode) -> Iterator[_Statement]:
    for name, day in (("earliest", episode.earliest), ("latest", episode.latest)):
        if day:
            yield depesche(name), Literal(day.isoformat(), datatype=DATE)


def _episode_iri(about: NamedNode, episode: Episode, terms: Terms) -> NamedNode:
    """Where it begins tells an episode from the others of its edge."""
    return terms.part(about, f"from-{episode.earliest.isoformat() if episode.earliest else 'unknown'}")


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=INTEGER)
