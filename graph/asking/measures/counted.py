"""All edges of a store with their counts, or those of some days: what ties are made from.

One query for each relation, so that none takes long, and in it one row for each edge: the line that sums it up.
"""

from collections.abc import Iterable, Iterator
from dataclasses import astuple

from ...rdf.census import Edge
from ...rdf.derived import Counts, edge_key
from ...rdf.summaries import Summary, summary
from ..addresses import Asker, place, relation
from ..edges import Counted, tally
from .asked import Asked

EDGES = 150_000  # looked at at once, about 100 MB


def counted(asker: Asker, asked: Asked, relations: Iterable[str], limit: int = EDGES) -> tuple[tuple[Counted, ...], int]:
    """The edges of `relations` between two parties, and how many were left out.

    Where there are more than `limit`, those with the fewest claims are left out. Of some days, an edge has the sums of its
    episodes that touch them: an episode counts whole, one without days not at all, and a text that stands in two
    episodes is two roots.
    """
    kept: dict[Edge, Counts] = {}
    total = 0
    for code in sorted(relations):
        found = _of_relation(asker, asked, code)
        total += len(found)
        kept = _most_reported(kept | found, limit)
    edges = (_counted(edge, counts) for edge, counts in kept.items())
    return tuple(sorted(edges, key=lambda edge: edge.key)), total - len(kept)


def _most_reported(edges: dict[Edge, Counts], limit: int) -> dict[Edge, Counts]:
    """At most `limit` edges: those with more claims than the first one that has no place."""
    if len(edges) <= limit:
        return edges
    least = sorted((counts.claims for counts in edges.values()), reverse=True)[limit]
    return {edge: counts for edge, counts in edges.items() if counts.claims > least}


def _of_relation(asker: Asker, asked: Asked, code: str) -> dict[Edge, Counts]:
    """The edges of a relation between two parties with their counts, or with those of their episodes together."""
    summed: dict[Edge, Counts] = {}
    for told in _told(asker, asked, code):
        if told.edge.actor and told.edge.recipient:
            before = summed.get(told.edge)
            summed[told.edge] = _together(before, told.counts) if before else told.counts
    return summed


def _together(one: Counts, other: Counts) -> Counts:
    return Counts(*map(sum, zip(astuple(one), astuple(other), strict=True)))


def _told(asker: Asker, asked: Asked, code: str) -> Iterator[Summary]:
    """All edges of a relation, or those episodes of them that touch the days that are asked about."""
    name = "edgeSummary" if asked.whole else "episodeSummary"
    pattern = f"?about depesche:relation {relation(code)} ; depesche:{name} ?told"
    for (line,) in asker.rows(f"SELECT ?told {{ GRAPH {place(asker.base, 'derived')} {{ {pattern} }} }}"):
        told = summary(str(line))
        if asked.whole or _touches(told, asked):
            yield told


def _touches(told: Summary, asked: Asked) -> bool:
    if asked.since and (told.latest is None or told.latest < asked.since.isoformat()):
        return False
    return not (asked.until and (told.earliest is None or told.earliest > asked.until.isoformat()))


def _counted(edge: Edge, counts: Counts) -> Counted:
    return Counted(edge_key(edge), edge.actor or "", edge.relation, edge.recipient, tally(counts), counts.roots, None, None)
