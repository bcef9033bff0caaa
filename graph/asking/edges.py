"""Aggregated edges: all claims of one relation from one party to another, counted by what the sources say.

The writer keeps the counts in the graph `…/derived`, so that a question about the whole store stays quick.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from ..errors import NotFoundError
from ..rdf.census import Edge
from ..rdf.derived import edge_key
from ..rdf.magnitudes import HIGHEST
from ..rdf.pairs import circle, pair_key
from .addresses import Asker, address, iri, key, place, relation, values, word
from .views.values import Tally

Said = Mapping[str, str]  # what is said of an edge or episode, by the last word of the property
Days = Mapping[str, tuple[str | None, str | None]]
_SIZES = " ".join(str(size) for size in range(HIGHEST, -1, -1))  # all magnitudes, the largest first
_FEW = 900_000  # tells the engine, which takes a property to have a million values, where to begin; no store has as many disputes
_AT_ONCE = 500  # edges in one query: keeps its text below 50 KB
_PAIRS = 2000  # in one query: keeps its text below 200 KB
_COUNTS = ("claim", "article", "asserting", "alleging", "denying", "doubting", "intended", "possible")


@dataclass(frozen=True, slots=True)
class Counted:
    """An edge, or one episode of it, by the keys of its parties; `first` and `last` are its days, where known."""

    key: str
    actor: str
    relation: str
    recipient: str | None
    tally: Tally
    roots: int
    first: str | None
    last: str | None


def most_reported(asker: Asker, limit: int, without: Iterable[str] = ()) -> tuple[Counted, ...]:
    """The edges with the most claims, those of the relations `without` left out."""
    codes = ", ".join(relation(code) for code in sorted(without))
    others = f"FILTER(?relation NOT IN ({codes}))" if codes else ""
    pattern = f"?edge depesche:edgeMagnitude ?size ; depesche:actor ?actor ; depesche:relation ?relation {others}"
    query = f"""SELECT ?edge {{ {_largest(asker, pattern, limit)}
        GRAPH {place(asker.base, "derived")} {{ {pattern} . ?edge depesche:claimCount ?n }} }}
        ORDER BY DESC(?n) ?edge LIMIT {int(limit)}"""
    return _edges(asker, query)


def _largest(asker: Asker, pattern: str, limit: int) -> str:
    """Binds ?size to the magnitudes down to that of the `limit`th thing that fits the pattern, the largest first.

    Any so many things show how far down one must go at most; that the engine gives the largest first makes it few.
    """
    sizes = f"VALUES ?size {{ {_SIZES} }}"
    least = f"{{ SELECT ?size {{ {sizes} GRAPH {place(asker.base, 'derived')} {{ {pattern} }} }} LIMIT {int(limit)} }}"
    return f"{{ SELECT ?size {{ {{ SELECT (MIN(?size) AS ?least) {least} }} {sizes} FILTER(?size >= ?least) }} }}"


def disputes(asker: Asker, limit: int, offset: int = 0) -> tuple[Counted, ...]:
    """Episodes that some sources assert or allege and others deny or doubt, the latest first."""
    derived, found = place(asker.base, "derived"), "?episode depesche:disputedUntil ?until"
    latest = f"SELECT ?until {{ GRAPH {derived} {{ {found} }} }} ORDER BY DESC(?until) LIMIT {int(limit) + int(offset)}"
    query = f"""SELECT ?episode {{ {{ SELECT ?episode {{ {{ SELECT (MIN(?until) AS ?least) {{ {latest} }} }}
          GRAPH {derived} {{ {found} }} FILTER(COALESCE(?until >= ?least, true)) }} LIMIT {_FEW} }}
        GRAPH {derived} {{ ?episode depesche:claimCount ?n }}
        OPTIONAL {{ GRAPH {derived} {{ ?episode depesche:latest ?day }} }} }}
        ORDER BY DESC(?day) DESC(?n) ?episode LIMIT {int(limit)} OFFSET {int(offset)}"""
    return _edges(asker, query)


def count_disputes(asker: Asker) -> int:
    """How many disputes there are."""
    return _count(asker, "?episode depesche:contested ?claims")


def among(asker: Asker, entities: Iterable[str], limit: int) -> tuple[tuple[Counted, ...], int]:
    """The `limit` edges with the most claims whose parties are all among `entities` (keys), and how many there are in all.

    Asked by pairs, whose addresses follow from their parties': the busiest parties have a large part of all edges.
    """
    parties, derived = sorted(set(entities)), place(asker.base, "derived")
    counted: list[tuple[int, str]] = []
    for pairs, known in (([(each,) for each in parties], " ; depesche:actor ?actor"), (list(combinations(parties, 2)), "")):
        for start in range(0, len(pairs), _PAIRS):
            terms = values(f"<{asker.base}pair/{pair_key(pair)}>" for pair in pairs[start : start + _PAIRS])
            pattern = f"?edge depesche:pair ?pair ; depesche:claimCount ?n{known}"
            rows = asker.rows(f"SELECT ?edge ?n {{ VALUES ?pair {{ {terms} }} GRAPH {derived} {{ {pattern} }} }}")
            counted += [(-int(n or 0), str(edge)) for edge, n in rows]
    return _described(asker, [edge for _, edge in sorted(counted)[:limit]]), len(counted)


def strongest(asker: Asker, entities: Collection[str], limit: int) -> tuple[tuple[str, str | None], ...]:
    """Actor and recipient (keys) of the `limit` edges with the most claims whose parties are all among `entities` (keys)."""
    wanted, derived = {None, *entities}, place(asker.base, "derived")
    found: list[tuple[int, str, str, str | None]] = []
    for size in range(HIGHEST, -1, -1):
        pattern = f"?edge depesche:edgeMagnitude {size} ; depesche:actor ?one ; depesche:claimCount ?n"
        other = f"OPTIONAL {{ GRAPH {derived} {{ ?edge depesche:recipient ?other }} }}"
        for edge, one, two, n in asker.rows(f"SELECT ?edge ?one ?other ?n {{ GRAPH {derived} {{ {pattern} }} {other} }}"):
            ends = key(str(one)), key(str(two)) if two else None
            found += [(-int(n or 0), str(edge), *ends)] if wanted.issuperset(ends) else []
        if len(found) >= limit:
            break
    return tuple((one, other) for _, _, one, other in sorted(found, key=lambda each: each[:2])[:limit])


def neighbours(asker: Asker, own: str, limit: int, relations: Iterable[str] = ()) -> tuple[tuple[str, ...], int]:
    """Keys of the parties that most claims tie to the one with the key `own`, and how many there are in all."""
    if relations:
        return _neighbours_by(asker, own, limit, relations)
    this, derived = iri(asker.base, "entity", own), place(asker.base, "derived")
    circles = " ".join(f"(<{asker.base}{circle(own, size)}> {size})" for size in range(HIGHEST, -1, -1))
    walk, pattern = f"VALUES (?circle ?size) {{ {circles} }}", f"GRAPH {derived} {{ ?pair depesche:circle ?circle }}"
    least = f"SELECT (MIN(?size) AS ?least) {{ SELECT ?size {{ {walk} {pattern} }} LIMIT {int(limit)} }}"
    rows = asker.rows(f"""SELECT ?other {{ {{ SELECT ?circle {{ {{ {least} }} {walk} FILTER(?size >= ?least) }} }}
        GRAPH {derived} {{ ?pair depesche:circle ?circle ; depesche:party ?other ; depesche:claimCount ?n }}
        FILTER(?other != {this}) }} ORDER BY DESC(?n) ?other LIMIT {int(limit)}""")
    total = asker.rows(f"SELECT (COUNT(*) AS ?n) {{ {walk} {pattern} }}")
    return tuple(key(str(other)) for (other,) in rows), int(total[0][0] or 0)


def _neighbours_by(asker: Asker, own: str, limit: int, relations: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """The same by some relations only, which goes through all edges of the party."""
    this, derived = iri(asker.base, "entity", own), place(asker.base, "derived")
    only = f"VALUES ?relation {{ {values(relation(code) for code in relations)} }} ?edge depesche:relation ?relation ."
    said = f"a depesche:Edge ; depesche:claimCount ?claims . {only}"
    pattern = f"""{{ GRAPH {derived} {{ ?edge depesche:actor {this} ; depesche:recipient ?other ; {said} }} }} UNION
        {{ GRAPH {derived} {{ ?edge depesche:recipient {this} ; depesche:actor ?other ; {said} }} }} FILTER(?other != {this})"""
    rows = asker.rows(f"SELECT ?other (SUM(?claims) AS ?n) {{ {pattern} }} GROUP BY ?other ORDER BY DESC(?n) ?other")
    return tuple(key(str(other)) for other, _ in rows[:limit]), len(rows)


def busiest(asker: Asker, limit: int) -> tuple[tuple[str, ...], int]:
    """Keys of the parties that act or are acted upon in the most claims, and how many such parties there are."""
    pattern = "?party depesche:partyMagnitude ?size"
    rows = asker.rows(f"""SELECT ?party {{ {_largest(asker, pattern, limit)}
        GRAPH {place(asker.base, "derived")} {{ {pattern} ; depesche:partyCount ?n }} }}
        ORDER BY DESC(?n) ?party LIMIT {int(limit)}""")
    return tuple(key(str(party)) for (party,) in rows), _count(asker, pattern)


def _count(asker: Asker, pattern: str) -> int:
    """How often a pattern is met in what is derived."""
    return int(asker.rows(f"SELECT (COUNT(*) AS ?n) {{ GRAPH {place(asker.base, 'derived')} {{ {pattern} }} }}")[0][0] or 0)


def claim_counts(asker: Asker, entities: Iterable[str]) -> dict[str, int]:
    """In how many claims each of `entities` (keys) stands, in whatever role."""
    terms = values(iri(asker.base, "entity", each) for each in sorted(set(entities)))
    where = f"GRAPH {place(asker.base, 'derived')} {{ ?party depesche:claimCount ?n }}"
    rows = asker.rows(f"SELECT ?party ?n {{ VALUES ?party {{ {terms} }} {where} }}")
    return {key(str(party)): int(n or 0) for party, n in rows}


def edge(asker: Asker, own: str) -> Counted:
    """The edge with this key. NotFoundError when there is none."""
    about = iri(asker.base, "edge", own)[1:-1]
    found = _described(asker, [about])
    if not found:
        raise NotFoundError(f"there is no edge {own} in the store")
    return found[0]


def key_of(actor: str, code: str, recipient: str | None) -> str:
    """The key of the edge between two parties, given theirs."""
    return edge_key(Edge(code, actor, recipient))


def claims_behind(asker: Asker, actor: str, code: str, recipient: str | None, limit: int, offset: int = 0) -> tuple[str, ...]:
    """Keys of the claims that an edge counts, newest article first."""
    other = f" ; depesche:recipient {iri(asker.base, 'entity', recipient)}" if recipient else ""
    absent = "" if recipient else "FILTER NOT EXISTS { ?proposition depesche:recipient ?anybody }"
    query = f"""SELECT DISTINCT ?claim ?day {{ GRAPH {place(asker.base, "propositions")} {{ ?proposition
        depesche:actor {iri(asker.base, "entity", actor)} ; depesche:relation {relation(code)}{other} . {absent} }}
        GRAPH ?article {{ ?claim depesche:reports ?proposition OPTIONAL {{ ?article schema:datePublished ?day }} }} }}
        ORDER BY DESC(?day) ?claim LIMIT {int(limit)} OFFSET {int(offset)}"""
    return tuple(key(str(claim)) for claim, _ in asker.rows(query))


def _edges(asker: Asker, query: str) -> tuple[Counted, ...]:
    """The edges or episodes that `query` lists in its only column, in its order."""
    return _described(asker, [str(row[0]) for row in asker.rows(query)])


def _described(asker: Asker, addresses: Sequence[str]) -> tuple[Counted, ...]:
    """The edges or episodes at these addresses that the store knows, in their order."""
    told, days = _told(asker, addresses), _days(asker, addresses)
    return tuple(_counted(about, told[about], days) for about in addresses if "actor" in told.get(about, ()))


def _told(asker: Asker, addresses: Sequence[str]) -> dict[str, Said]:
    """What is said of edges or episodes, in one row for each: their dozen statements take twice as long as rows."""
    found: dict[str, Said] = {}
    text = "GROUP_CONCAT(CONCAT(STR(?name), ' ', STR(?value)); SEPARATOR = ' ')"
    for start in range(0, len(addresses), _AT_ONCE):
        terms = values(address(each) for each in addresses[start : start + _AT_ONCE])
        where = f"VALUES ?about {{ {terms} }} GRAPH {place(asker.base, 'derived')} {{ ?about ?name ?value }}"
        for about, said in asker.rows(f"SELECT ?about ({text} AS ?said) {{ {where} }} GROUP BY ?about"):
            words = str(said).split(" ")  # no address, number or day has a space
            found[str(about)] = {word(name): value for name, value in zip(words[::2], words[1::2], strict=True)}
    return found


def _days(asker: Asker, addresses: Iterable[str]) -> Days:
    """From when to when the episodes of each edge run."""
    terms = values(address(each) for each in addresses)
    query = f"""SELECT ?edge (MIN(?from) AS ?first) (MAX(?to) AS ?last) {{ VALUES ?edge {{ {terms} }}
        GRAPH {place(asker.base, "derived")} {{ ?episode depesche:edge ?edge ; depesche:earliest ?from ; depesche:latest ?to }} }}
        GROUP BY ?edge"""
    return {str(edge): (str(first), str(last)) for edge, first, last in asker.rows(query)}


def _counted(about: str, told: Said, days: Days) -> Counted:
    counts = {name: int(told.get(f"{name}Count", 0)) for name in _COUNTS}
    first, last = days.get(about, (told.get("earliest"), told.get("latest")))
    return Counted(
        key=key(about),
        actor=key(told["actor"]),
        relation=word(told["relation"]),
        recipient=key(told["recipient"]) if "recipient" in told else None,
        tally=Tally(counts.pop("claim"), counts.pop("article"), **counts),
        roots=int(told.get("rootCount", 0)),
        first=first,
        last=last,
    )
