"""The counts of an edge as quads of the graph `…/derived`: the edge, its episodes, and how much is said of a party.

The same reports give the same quads, so that keeping them and making them anew cannot differ.

An engine finds what has a given value at once, but goes through all there is to find the most of something. So whatever is
asked for by size also tells its magnitude, and what is asked for by its last day tells it once more by a name of its own:
questions walk from the highest magnitude down, or through one index, until they have enough.
"""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from pyoxigraph import Literal, NamedNode, Quad

from .census import Edge
from .derived import Counts, edge_key
from .magnitudes import magnitude
from .names import BOOLEAN, DATE, INTEGER, TYPE, depesche, plover
from .pairs import pair_iri, pair_of
from .sheet import spelled
from .summaries import line
from .tallies import Tally, Told
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


def edge_quads(edge: Edge, found: Tally, terms: Terms) -> frozenset[Quad]:
    """All that is derived about an edge; nothing when nobody reports it any more."""
    return frozenset(
        chain(figure_quads(edge, found, terms), *(tie_quads(edge, each, each.claims(), terms) for each in found.episodes))
    )


def edge_lines(edge: Edge, found: Tally, terms: Terms) -> bytes:
    """The same as lines of N-Quads, which a bulk loader takes: most edges have one claim, and a store has as many."""
    end = f" {terms.graph('derived')} .\n"
    lines = [f"{subject} {spelled(name)} {value}{end}" for subject, name, value in _statements(edge, found, terms)]
    for episode in found.episodes:
        tie = f" {spelled(depesche('episode'))} {episode_iri(edge, episode, terms)}{end}"
        lines += [f"{terms.claim(claim)}{tie}" for claim in episode.claims()]
    return "".join(lines).encode()


def figure_quads(edge: Edge, found: Tally, terms: Terms) -> frozenset[Quad]:
    """Of these, the figures of the edge and of its episodes."""
    where = terms.graph("derived")
    return frozenset(Quad(subject, name, value, where) for subject, name, value in _statements(edge, found, terms))


def _statements(edge: Edge, found: Tally, terms: Terms) -> Iterator[tuple[NamedNode, NamedNode, NamedNode | Literal]]:
    if not found.episodes:
        return
    about = edge_iri(edge, terms)
    told = (*_ends(edge, terms), *_figures("Edge", found.counts), *_pair(edge, terms))
    summary = depesche("edgeSummary"), Literal(line(edge, found.counts, found.episodes))
    yield from ((about, *each) for each in (*told, summary))
    for episode in found.episodes:
        node, own = episode_iri(edge, episode, terms), episode.counts
        yield node, depesche("edge"), about
        told = (*_ends(edge, terms), *_figures("Episode", own), *_days(episode), *_found_by(edge, own, episode))
        summary = depesche("episodeSummary"), Literal(line(edge, own, [episode]))
        yield from ((node, *each) for each in (*told, summary))


def tie_quads(edge: Edge, episode: Told, claims: Iterable[str], terms: Terms) -> Iterator[Quad]:
    """What ties these claims, by their keys, to an episode of the edge."""
    node, name, where = episode_iri(edge, episode, terms), depesche("episode"), terms.graph("derived")
    return (Quad(terms.claim(claim), name, node, where) for claim in claims)


def party_quads(entity: str, claims: int, acting: int, terms: Terms) -> frozenset[Quad]:
    """In how many claims a party stands, as actor, recipient or source, and in how many it acts or is acted upon."""
    told = {"claimCount": claims} if claims else {}
    if acting:
        told |= {"partyCount": acting, "partyMagnitude": magnitude(acting)}
    about, where = terms.entity(entity), terms.graph("derived")
    return frozenset(Quad(about, depesche(name), _integer(number), where) for name, number in told.items())


_FROM, _UNDATED = "from-", "unknown"  # of the parts of an edge that are its episodes
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


def _found_by(edge: Edge, figures: Counts, episode: Told) -> Iterator[_Statement]:
    """By what disputes, and what was told again, are found, where somebody is said to have acted."""
    if not edge.actor:
        return
    until = Literal(episode.latest.isoformat(), datatype=DATE) if episode.latest else depesche("undated")
    if figures.disputed:
        yield depesche("disputedUntil"), until
        yield depesche("contested"), _integer(figures.contested)
    if figures.articles > 1 and figures.asserting:
        yield depesche("retoldUntil"), until


def _days(episode: Told) -> Iterator[_Statement]:
    for name, day in (("earliest", episode.earliest), ("latest", episode.latest)):
        if day:
            yield depesche(name), Literal(day.isoformat(), datatype=DATE)


def moved_episodes(edge: Edge, found: Tally, before: Collection[NamedNode], terms: Terms) -> frozenset[NamedNode]:
    """The episodes that may have claims of another one from `before`: those that begin on a day of their own, and those that
    took over one that is gone. As an episode reaches to where the next one begins, no other has."""
    now = {episode_iri(edge, each, terms): each for each in found.episodes}
    begun = {node.value.rpartition(_FROM)[2] for node in before if node not in now} - {_UNDATED}
    dated = [(each.earliest.isoformat(), node) for node, each in now.items() if each.earliest]
    took_over = {node for day in begun for node in [node for first, node in dated if first <= day][-1:]}
    return frozenset(took_over | (now.keys() - set(before)))


def episode_iri(edge: Edge, episode: Told, terms: Terms) -> NamedNode:
    """Where it begins tells an episode from the others of its edge."""
    return terms.part(edge_iri(edge, terms), f"{_FROM}{episode.earliest.isoformat() if episode.earliest else _UNDATED}")


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=INTEGER)
