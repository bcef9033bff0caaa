"""Aggregated edges: all claims of one relation from one party to another, counted by what the sources say.

The writer keeps the counts in the graph `…/derived`, so that a question about the whole store stays quick.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from ..errors import NotFoundError
from ..rdf.census import Edge
from ..rdf.derived import Counts, edge_key
from ..rdf.magnitudes import HIGHEST
from ..rdf.pairs import circle
from ..rdf.summaries import Summary, summary
from .addresses import Asker, iri, key, place, relation, values
from .views.values import Tally

_SIZES = " ".join(str(size) for size in range(HIGHEST, -1, -1))  # all magnitudes, the largest first


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
    rows = asker.rows(f"""SELECT ?edge ?told {{ {_largest(asker, pattern, limit)}
        GRAPH {place(asker.base, "derived")} {{ {pattern} . ?edge depesche:claimCount ?n ; depesche:edgeSummary ?told }} }}
        ORDER BY DESC(?n) ?edge LIMIT {int(limit)}""")
    return tuple(counted(str(edge), str(told)) for edge, told in rows)


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
    rows = asker.rows(f"""SELECT ?episode ?told {{ {{ SELECT DISTINCT ?until {{ {latest} }} }}
        GRAPH {derived} {{ {found} ; depesche:claimCount ?n ; depesche:episodeSummary ?told }}
        OPTIONAL {{ GRAPH {derived} {{ ?episode depesche:latest ?day }} }} }}
        ORDER BY DESC(?day) DESC(?n) ?episode LIMIT {int(limit)} OFFSET {int(offset)}""")
    return tuple(counted(str(episode), str(told)) for episode, told in rows)


def count_disputes(asker: Asker) -> int:
    """How many disputes there are."""
    return _count(asker, "?episode depesche:contested ?claims")


def told_of(asker: Asker, found: Iterable[Edge]) -> tuple[Counted, ...]:
    """Some edges as they are counted, in their order; those that the store does not know are left out."""
    addresses = [f"{asker.base}edge/{edge_key(each)}" for each in found]
    pattern = f"GRAPH {place(asker.base, 'derived')} {{ ?edge depesche:edgeSummary ?told }}"
    query = f"SELECT ?edge ?told {{ VALUES ?edge {{ {values(f'<{each}>' for each in addresses)} }} {pattern} }}"
    told = {str(edge): str(each) for edge, each in asker.rows(query)}
    return tuple(counted(each, told[each]) for each in addresses if each in told)


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
    about = iri(asker.base, "edge", own)
    rows = asker.rows(f"SELECT ?told {{ GRAPH {place(asker.base, 'derived')} {{ {about} depesche:edgeSummary ?told }} }}")
    found = [counted(about[1:-1], told) for (each,) in rows if (told := summary(str(each))).edge.actor]
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


def counted(about: str, told: Summary | str) -> Counted:
    """The edge, or episode, at this address, by the line that sums it up."""
    found = told if isinstance(told, Summary) else summary(told)
    figures = found.counts
    return Counted(
        key=key(about),
        actor=found.edge.actor or "",
        relation=found.edge.relation,
        recipient=found.edge.recipient,
        tally=tally(figures),
        roots=figures.roots,
        first=found.earliest,
        last=found.latest,
    )


def tally(found: Counts) -> Tally:
    """The figures as views show them."""
    return Tally(
        found.claims, found.articles, found.asserting, found.alleging, found.denying, found.doubting, found.intended,
        found.possible,
    )  # fmt: skip
