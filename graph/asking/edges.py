"""Aggregated edges: all claims of one relation from one party to another, counted by what the sources say.

The writer keeps the counts in the graph `…/derived`, so that a question about the whole store stays quick.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..errors import NotFoundError
from ..rdf.census import Edge
from ..rdf.derived import edge_key
from .addresses import Asker, address, iri, key, place, relation, values, word
from .facts import Facts, gather
from .views.values import Tally

Days = Mapping[str, tuple[str | None, str | None]]
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
    query = f"""SELECT ?edge {{ GRAPH {place(asker.base, "derived")} {{ ?edge a depesche:Edge ; depesche:actor ?actor ;
        depesche:relation ?relation ; depesche:claimCount ?n {others} }} }} ORDER BY DESC(?n) ?edge LIMIT {int(limit)}"""
    return _edges(asker, query)


def disputes(asker: Asker, limit: int, offset: int = 0) -> tuple[Counted, ...]:
    """Episodes that some sources assert or allege and others deny or doubt, the latest first."""
    query = f"""SELECT ?episode {{ {_disputed(asker)} ?episode depesche:claimCount ?n
        OPTIONAL {{ ?episode depesche:latest ?day }} }} }}
        ORDER BY DESC(?day) DESC(?n) ?episode LIMIT {int(limit)} OFFSET {int(offset)}"""
    return _edges(asker, query)


def count_disputes(asker: Asker) -> int:
    """How many disputes there are."""
    return int(asker.rows(f"SELECT (COUNT(*) AS ?n) {{ {_disputed(asker)} }} }}")[0][0] or 0)


def _disputed(asker: Asker) -> str:
    return f"""GRAPH {place(asker.base, "derived")} {{
        ?episode a depesche:Episode ; depesche:disputed true ; depesche:actor ?actor ."""


def among(asker: Asker, entities: Iterable[str], limit: int) -> tuple[tuple[Counted, ...], int]:
    """The `limit` edges with the most claims whose parties are all among `entities` (keys), and how many there are in all.

    Asked in two plain joins and put together here: with an optional recipient the engine takes 15 s for 300 parties.
    """
    wanted = {f"{asker.base}entity/{each}" for each in entities}
    pattern = f"""VALUES ?actor {{ {values(address(each) for each in sorted(wanted))} }}
        GRAPH {place(asker.base, "derived")} {{ ?edge depesche:actor ?actor ; a depesche:Edge"""
    recipients = {
        str(edge): str(other) for edge, other in asker.rows(f"SELECT ?edge ?r {{ {pattern} ; depesche:recipient ?r }} }}")
    }
    counted = asker.rows(f"SELECT ?edge ?n {{ {pattern} ; depesche:claimCount ?n }} }}")
    found = [(-int(n or 0), str(edge)) for edge, n in counted if recipients.get(str(edge)) in wanted | {None}]
    return _described(asker, [edge for _, edge in sorted(found)[:limit]]), len(found)


def neighbours(asker: Asker, own: str, limit: int, relations: Iterable[str] = ()) -> tuple[tuple[str, ...], int]:
    """Keys of the parties that most claims tie to the one with the key `own`, and how many there are in all."""
    this, derived = iri(asker.base, "entity", own), place(asker.base, "derived")
    codes = values(relation(code) for code in relations)
    only = f"VALUES ?relation {{ {codes} }} ?edge depesche:relation ?relation ." if codes else ""
    said = f"a depesche:Edge ; depesche:claimCount ?claims . {only}"
    pattern = f"""{{ GRAPH {derived} {{ ?edge depesche:actor {this} ; depesche:recipient ?other ; {said} }} }} UNION
        {{ GRAPH {derived} {{ ?edge depesche:recipient {this} ; depesche:actor ?other ; {said} }} }} FILTER(?other != {this})"""
    rows = asker.rows(f"SELECT ?other (SUM(?claims) AS ?n) {{ {pattern} }} GROUP BY ?other ORDER BY DESC(?n) ?other")
    return tuple(key(str(other)) for other, _ in rows[:limit]), len(rows)


def busiest(asker: Asker, limit: int) -> tuple[tuple[str, ...], int]:
    """Keys of the parties that act or are acted upon in the most claims, and how many such parties there are."""
    derived, said = place(asker.base, "derived"), "?edge a depesche:Edge ; depesche:claimCount ?claims"
    pattern = f"""{{ GRAPH {derived} {{ {said} ; depesche:actor ?party }} }} UNION
        {{ GRAPH {derived} {{ {said} ; depesche:recipient ?party }} }}"""
    rows = asker.rows(f"SELECT ?party (SUM(?claims) AS ?n) {{ {pattern} }} GROUP BY ?party ORDER BY DESC(?n) ?party")
    return tuple(key(str(party)) for party, _ in rows[:limit]), len(rows)


def claim_counts(asker: Asker, entities: Iterable[str]) -> dict[str, int]:
    """In how many claims each of `entities` (keys) stands, in whatever role."""
    terms = values(iri(asker.base, "entity", each) for each in sorted(set(entities)))
    where = f"GRAPH {place(asker.base, 'derived')} {{ ?party depesche:claimCount ?n }}"
    rows = asker.rows(f"SELECT ?party ?n {{ VALUES ?party {{ {terms} }} {where} }}")
    return {key(str(party)): int(n or 0) for party, n in rows}


def edge(asker: Asker, own: str) -> Counted:
    """The edge with this key. NotFoundError when there is none."""
    about = iri(asker.base, "edge", own)[1:-1]
    facts = gather(asker, [about])
    if facts.text(about, "depesche:actor") is None:
        raise NotFoundError(f"there is no edge {own} in the store")
    return _counted(facts, about, _days(asker, [about]))


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
    facts, days = gather(asker, addresses), _days(asker, addresses)
    return tuple(_counted(facts, about, days) for about in addresses)


def _days(asker: Asker, addresses: Iterable[str]) -> Days:
    """From when to when the episodes of each edge run."""
    terms = values(address(each) for each in addresses)
    query = f"""SELECT ?edge (MIN(?from) AS ?first) (MAX(?to) AS ?last) {{ VALUES ?edge {{ {terms} }}
        GRAPH {place(asker.base, "derived")} {{ ?episode depesche:edge ?edge ; depesche:earliest ?from ; depesche:latest ?to }} }}
        GROUP BY ?edge"""
    return {str(edge): (str(first), str(last)) for edge, first, last in asker.rows(query)}


def _counted(facts: Facts, about: str, days: Days) -> Counted:
    recipient = facts.text(about, "depesche:recipient")
    counts = {name: facts.number(about, f"depesche:{name}Count") for name in _COUNTS}
    own = (facts.text(about, "depesche:earliest"), facts.text(about, "depesche:latest"))
    first, last = days.get(about, own)
    return Counted(
        key=key(about),
        actor=key(str(facts.one(about, "depesche:actor"))),
        relation=word(str(facts.one(about, "depesche:relation"))),
        recipient=key(recipient) if recipient else None,
        tally=Tally(counts.pop("claim"), counts.pop("article"), **counts),
        roots=facts.number(about, "depesche:rootCount"),
        first=first,
        last=last,
    )
