"""How two parties hang together in what is told: a shortest chain of edges between them.

Breadth first from both ends over the aggregated edges, the side with the smaller rim first. A path is one of reports,
not of facts: through a lens it is the one that a speaker tells, or the one that two texts tell of each step.
"""

from collections.abc import Collection, Mapping

from . import lenses
from .addresses import iri, key, place, values
from .lenses import Lens
from .recounting import Archivist

_STEPS = 6  # edges of a path at most: beyond it everybody knows everybody
_RIM = 2_000  # parties from which one looks further at most, those that were found first
_AT_ONCE = 300  # parties in one query


def path(asker: Archivist, start: str, end: str, through: Lens) -> tuple[str, ...]:
    """The keys of the parties on a shortest path, both ends included; none when there is none of six steps or fewer."""
    if start == end:
        return (start,)
    sides: tuple[dict[str, str | None], dict[str, str | None]] = ({start: None}, {end: None})
    rims = [[start], [end]]
    for _ in range(_STEPS):
        side = 0 if len(rims[0]) <= len(rims[1]) else 1
        found = _ties(asker, rims[side][:_RIM], through)
        rims[side] = _grown(sides[side], rims[side], found)
        if met := sorted(set(rims[side]) & sides[1 - side].keys()):
            return (*reversed(_back(sides[0], met[0])), *_back(sides[1], met[0])[1:])
        if not rims[side]:
            return ()
    return ()


def _grown(known: dict[str, str | None], rim: Collection[str], ties: Mapping[str, Collection[str]]) -> list[str]:
    """The parties one step further out, noted with the one that leads back."""
    fresh: list[str] = []
    for own in rim:
        for other in sorted(ties.get(own, ())):
            if other not in known:
                known[other] = own
                fresh.append(other)
    return fresh


def _back(known: Mapping[str, str | None], own: str) -> list[str]:
    """From a party back to where its side began."""
    steps: list[str] = []
    here: str | None = own
    while here is not None:
        steps.append(here)
        here = known[here]
    return steps


def _ties(asker: Archivist, own: Collection[str], through: Lens) -> Mapping[str, Collection[str]]:
    """Whom each of these parties has a tie to: an edge that some source asserts or alleges."""
    found: dict[str, set[str]] = {each: set() for each in own}
    for one, other in _pairs(asker, list(own), through):
        for here, there in ((one, other), (other, one)):
            if here in found and here != there:
                found[here].add(there)
    return found


def _pairs(asker: Archivist, own: list[str], through: Lens) -> list[tuple[str, str]]:
    if not through.clear:
        shown = lenses.seen(asker, through, own, either=True)
        return [(edge.actor, edge.recipient) for edge in shown if edge.recipient and edge.tally.asserting + edge.tally.alleging]
    pairs: list[tuple[str, str]] = []
    for start in range(0, len(own), _AT_ONCE):
        terms = values(iri(asker.base, "entity", each) for each in own[start : start + _AT_ONCE])
        for role in ("actor", "recipient"):
            rows = asker.rows(f"""SELECT DISTINCT ?actor ?recipient {{ VALUES ?{role} {{ {terms} }}
                GRAPH {place(asker.base, "derived")} {{ ?edge depesche:{role} ?{role} ; a depesche:Edge ; depesche:actor ?actor ;
                depesche:recipient ?recipient
                FILTER EXISTS {{ ?edge depesche:assertingCount|depesche:allegingCount ?said }} }} }}""")
            pairs += [(key(str(actor)), key(str(recipient))) for actor, recipient in rows]
    return pairs
