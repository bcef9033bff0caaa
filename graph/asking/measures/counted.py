"""All edges of a store with their counts, or those of some days: what ties are made from.

One query for each relation, so that none takes long, and in it one row for each edge with all that is said of it in one
text: a column for each count would be eight optional parts, and a row for each statement eight times as many rows.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from ..addresses import Asker, key, place, relation, word
from ..edges import Counted
from ..views.values import Tally
from .asked import Asked

EDGES = 150_000  # looked at at once, about 100 MB
_COUNTS = ("claim", "article", "root", "asserting", "alleging", "denying", "doubting", "intended", "possible")
_Told = Mapping[str, str]  # what is said of an edge or episode, by the last word of the property
_Edge = tuple[str, str, str, str]  # its address, the actor's, the relation, the recipient's address


def counted(asker: Asker, asked: Asked, relations: Iterable[str], limit: int = EDGES) -> tuple[tuple[Counted, ...], int]:
    """The edges of `relations` between two parties, and how many were left out.

    Where there are more than `limit`, those with the fewest claims are left out. Of some days, an edge has the sums of its
    episodes that touch them: an episode counts whole, one without days not at all, and a text that stands in two
    episodes is two roots.
    """
    kept: dict[_Edge, Counter[str]] = {}
    total = 0
    for code in sorted(relations):
        found = _of_relation(asker, asked, code)
        total += len(found)
        kept = _most_reported(kept | found, limit)
    return tuple(_edge(edge, kept[edge]) for edge in sorted(kept)), total - len(kept)


def _most_reported(edges: dict[_Edge, Counter[str]], limit: int) -> dict[_Edge, Counter[str]]:
    """At most `limit` edges: those with more claims than the first one that has no place."""
    if len(edges) <= limit:
        return edges
    least = sorted((counts["claim"] for counts in edges.values()), reverse=True)[limit]
    return {edge: counts for edge, counts in edges.items() if counts["claim"] > least}


def _of_relation(asker: Asker, asked: Asked, code: str) -> dict[_Edge, Counter[str]]:
    """The edges of a relation with their counts, or with those of their episodes together."""
    summed: dict[_Edge, Counter[str]] = {}
    for edge, told in _told(asker, asked, code):
        if "actor" in told and "recipient" in told:
            own = summed.setdefault((edge, told["actor"], code, told["recipient"]), Counter())
            own.update({name: int(told.get(f"{name}Count", 0)) for name in _COUNTS})
    return summed


def _told(asker: Asker, asked: Asked, code: str) -> Iterator[tuple[str, _Told]]:
    """Each edge of a relation, or each episode of it by the edge that it belongs to, with all that is said of it."""
    kind = "depesche:Edge" if asked.whole else "depesche:Episode"
    pattern = f"?about depesche:relation {relation(code)} ; a {kind} ; ?property ?value {_days(asked)}"
    text = "GROUP_CONCAT(CONCAT(STR(?property), ' ', STR(?value)); SEPARATOR = ' ')"
    here = f"GRAPH {place(asker.base, 'derived')} {{ {pattern} }}"
    for about, said in asker.rows(f"SELECT ?about ({text} AS ?said) {{ {here} }} GROUP BY ?about"):
        words = str(said).split(" ")  # no address, number or day has a space
        told = {word(name): value for name, value in zip(words[::2], words[1::2], strict=True)}
        yield told.get("edge", str(about)), told


def _days(asked: Asked) -> str:
    since = f'?about depesche:latest ?to FILTER(?to >= "{asked.since.isoformat()}"^^xsd:date)' if asked.since else ""
    until = f'?about depesche:earliest ?from FILTER(?from <= "{asked.until.isoformat()}"^^xsd:date)' if asked.until else ""
    return "".join(f" . {each}" for each in (since, until) if each)


def _edge(edge: _Edge, counts: Counter[str]) -> Counted:
    about, actor, code, recipient = edge
    tally = Tally(counts["claim"], counts["article"], **{name: counts[name] for name in _COUNTS[3:]})
    return Counted(key(about), key(actor), code, key(recipient), tally, counts["root"], None, None)
