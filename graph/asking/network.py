"""A piece of the network of parties, small enough to draw: given parties, the neighbours of one of them, all edges among them.

What is left out is counted, never silently dropped: parties beyond the limit are `hidden`, edges `hidden_edges`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..rdf.census import Edge
from . import edges, lenses
from .addresses import Asker, is_key
from .edges import Counted
from .facts import Facts, gather
from .layout import positions
from .lenses import CLEAR, Lens
from .recounting import Archivist
from .views.parties import party
from .views.values import EdgeView, NetworkView, NodeView, PartyView

NODES = 300  # more cannot be told apart on a screen, and a browser needs seconds to draw them
EDGES = 600
_EACH, _FEW = 6, 100  # edges for each party, beyond which lines hide what they join; between a few parties all can be seen
_FIRST = 26  # parties shown when nobody asked for any: as many as a screen shows with legible names
_AROUND = 25  # neighbours shown when one party is opened


@dataclass(frozen=True, slots=True)
class Opening:
    """What is added to the parties that are there: the neighbours of the party `expand` (in the relation `by` only, if
    one is given), at most `limit` parties."""

    expand: str | None = None
    by: str | None = None
    limit: int | None = None


def network(
    asker: Archivist, own: Sequence[str], language: str, opened: Opening = Opening(), through: Lens = CLEAR
) -> NetworkView:
    """The parties with the keys `own`, those that are added, and all edges among them, as `through` shows them.

    NODES parties at most, those with the most claims first; where nothing is asked for, the most reported ones of the
    store. Keys that the store does not know are left out and counted. Where neighbours are added to parties that stand
    already, nobody gets a place: whoever draws those knows where they are, and what is free around them.
    """
    expand = opened.expand
    asked = list(dict.fromkeys([*own, *([expand] if expand else [])]))[:NODES]
    found: tuple[str, ...] = ()
    total = 0
    room = min(opened.limit or (_AROUND if asked else _FIRST), NODES - len(asked))
    if expand and is_key(expand):
        most = room if asked == [expand] else NODES  # some of the first may be there already
        found, total = _neighbours(asker, expand, opened.by, through, most)
    if not asked:
        found, total = _busiest(asker, through)
        found = _tied_first(asker, found, room, through)
    fresh = [each for each in found if each not in asked]
    hidden = total - len(found) + max(0, len(fresh) - room)
    facts = _facts(asker, [*asked, *fresh[:room]])
    parties = _parties(asker, facts, [*asked, *fresh[:room]], language)
    drawn, edges_found = _drawn(asker, parties, through)
    places = {} if own and expand else positions(parties, _weights(drawn))
    nodes = (NodeView(each, _claims(asker, facts, key), *places.get(key, (0.0, 0.0))) for key, each in parties.items())
    unknown = sum(key not in parties for key in asked)
    return NetworkView(tuple(nodes), drawn, hidden, edges_found - len(drawn), unknown)


def _neighbours(asker: Archivist, own: str, by: str | None, through: Lens, most: int) -> tuple[tuple[str, ...], int]:
    """The parties that most claims tie to this one, `most` of them, and how many there are in all."""
    if through.clear:
        return edges.neighbours(asker, own, most, [by] if by else ())
    shown = [edge for edge in lenses.seen(asker, through, [own], either=True) if by in (None, edge.relation)]
    return lenses.parties(shown, most, without=own)


def _busiest(asker: Archivist, through: Lens) -> tuple[tuple[str, ...], int]:
    """The parties with the most claims, and how many there are in all."""
    return edges.busiest(asker, NODES) if through.clear else lenses.parties(lenses.seen(asker, through), NODES)


def _among(asker: Archivist, keys: Iterable[str], through: Lens) -> tuple[tuple[Counted, ...], int]:
    """The edges with the most claims among these parties, and how many there are in all."""
    wanted = set(keys)
    most = min(EDGES, max(_FEW, _EACH * len(wanted)))
    if not through.clear:
        seen = lenses.seen(asker, through, sorted(wanted), among=True)
        return seen[:most], len(seen)
    # The engine takes ten to a hundred times as long to find which edges there are among hundreds of parties.
    found, total = asker.archive.edges_among(sorted(wanted), most)
    return edges.told_of(asker, found), total


def _tied_first(asker: Archivist, found: Sequence[str], room: int, through: Lens) -> tuple[str, ...]:
    """The parties in their order, but first those with a tie to one of the first `room`: parties alone tell little."""
    core = set(found[:room])
    if through.clear:
        drawn: Sequence[Edge | Counted] = asker.archive.edges_among(found, EDGES)[0]
    else:
        drawn = lenses.seen(asker, through, sorted(found), among=True)[:EDGES]
    pairs = [(edge.actor, edge.recipient) for edge in drawn if edge.recipient not in (None, edge.actor)]
    tied = {a for a, b in pairs if b in core} | {b for a, b in pairs if a in core}
    return tuple(sorted(found, key=lambda key: key not in tied))


def _drawn(asker: Archivist, parties: dict[str, PartyView], through: Lens) -> tuple[tuple[EdgeView, ...], int]:
    """The edges to draw among these parties, and how many there are in all."""
    found, total = _among(asker, parties, through)
    return edge_views(found, parties), total


def _weights(drawn: Iterable[EdgeView]) -> Mapping[tuple[str, str], int]:
    """How many claims tie each two parties."""
    weights: dict[tuple[str, str], int] = {}
    for edge in drawn:
        pair = (edge.actor.key, edge.recipient.key if edge.recipient else edge.actor.key)
        weights[pair] = weights.get(pair, 0) + edge.tally.claims
    return weights


def named(asker: Asker, keys: Iterable[str], language: str) -> dict[str, PartyView]:
    """The parties with these keys that the store knows, in their order."""
    every = tuple(keys)
    return _parties(asker, _facts(asker, every), every, language)


def _facts(asker: Asker, keys: Iterable[str]) -> Facts:
    """What the drawing tells of parties: it is half of what there is."""
    addresses = [f"{asker.base}entity/{key}" for key in keys if is_key(key)]
    return gather(asker, addresses, only=("skos:prefLabel", "rdf:type", "depesche:claimCount"))


def _claims(asker: Asker, facts: Facts, key: str) -> int:
    return facts.number(f"{asker.base}entity/{key}", "depesche:claimCount")


def _parties(asker: Asker, facts: Facts, keys: Iterable[str], language: str) -> dict[str, PartyView]:
    addresses = {key: f"{asker.base}entity/{key}" for key in keys if is_key(key)}
    return {key: party(facts, address, language) for key, address in addresses.items() if address in facts}


def edge_views(found: Iterable[Counted], parties: dict[str, PartyView]) -> tuple[EdgeView, ...]:
    """Counted edges with their parties; those with a party that is not among `parties` are left out."""
    return tuple(
        EdgeView(
            e.key, parties[e.actor], e.relation, parties[e.recipient] if e.recipient else None, e.tally, e.roots, e.first, e.last
        )
        for e in found
        if e.actor in parties and (e.recipient is None or e.recipient in parties)
    )


def with_parties(asker: Asker, found: Sequence[Counted], language: str) -> tuple[EdgeView, ...]:
    """Counted edges with their parties looked up."""
    keys = {key for edge in found for key in (edge.actor, edge.recipient) if key}
    return edge_views(found, named(asker, sorted(keys), language))
