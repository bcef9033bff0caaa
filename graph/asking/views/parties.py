"""One party: who it is, and the claims in which it acts, is acted upon or is cited."""

from collections.abc import Mapping
from dataclasses import dataclass

from ...errors import NotFoundError, UsageError
from ...model import Kind
from ..addresses import Asker, iri, key, place, relation, word
from ..facts import Facts, gather
from .values import PartyView

ROLES = ("actor", "recipient", "source")
_KINDS = {kind.value for kind in Kind}


@dataclass(frozen=True, slots=True)
class EntityView:
    """One entity. `wikidata` is the bare id; `counts` says for each role how many claims there are of each relation."""

    party: PartyView
    aliases: tuple[str, ...]
    state: PartyView | None
    wikidata: str | None
    anonymous: bool
    counts: Mapping[str, Mapping[str, int]]


def party(facts: Facts, address: str, language: str) -> PartyView:
    """The entity at this address as it is linked to, from facts that hold it."""
    kinds = {word(str(kind)).lower() for kind in facts.every(address, "rdf:type")} & _KINDS
    name = facts.label(address, language) or key(address)
    return PartyView(key(address), name, Kind(min(kinds, default=Kind.GROUP)))


def entity(asker: Asker, own: str, language: str) -> EntityView:
    """The entity with the key `own`. NotFoundError when there is none."""
    address = iri(asker.base, "entity", own)[1:-1]
    facts = gather(asker, [address])
    if address not in facts:
        raise NotFoundError(f"there is no entity {own} in the store")
    state = facts.text(address, "depesche:state")
    if state:
        gather(asker, [state], facts)
    this = party(facts, address, language)
    names = {*facts.every(address, "skos:prefLabel"), *facts.every(address, "skos:altLabel")}
    matches = (str(match) for match in facts.every(address, "skos:exactMatch"))
    return EntityView(
        party=this,
        aliases=tuple(sorted(str(name) for name in names if name != this.name)),
        state=party(facts, state, language) if state else None,
        wikidata=next((word(match) for match in matches if "wikidata.org/" in match), None),
        anonymous=facts.one(address, "depesche:anonymous") is True,
        counts=_counts(asker, own),
    )


def claims_of(asker: Asker, own: str, role: str, counts: Mapping[str, int], limit: int, offset: int) -> tuple[str, ...]:
    """Keys of the claims in which the entity has the role: by relation in the order of `counts`, then newest first.

    `counts` says how many there are of each relation, so that only the relations of this page are sorted.
    """
    found: list[str] = []
    for code, number in counts.items():
        if offset < number and len(found) < limit:
            found += _of_relation(asker, own, role, code, limit - len(found), offset)
        offset = max(0, offset - number)
    return tuple(found)


def _of_relation(asker: Asker, own: str, role: str, code: str, limit: int, offset: int) -> list[str]:
    query = f"""SELECT DISTINCT ?claim ?day {{ {_in_role(asker, own, role)}
        GRAPH {place(asker.base, "propositions")} {{ ?proposition depesche:relation {relation(code)} }}
        OPTIONAL {{ GRAPH ?article {{ ?article schema:datePublished ?day }} }} }}
        ORDER BY DESC(?day) ?claim LIMIT {int(limit)} OFFSET {int(offset)}"""
    return [key(str(claim)) for claim, _ in asker.rows(query)]


def _counts(asker: Asker, own: str) -> dict[str, dict[str, int]]:
    return {role: _cited(asker, own) if role == "source" else _acting(asker, own, role) for role in ROLES}


def _acting(asker: Asker, own: str, role: str) -> dict[str, int]:
    """From the counts that the writer keeps: each claim belongs to one edge."""
    query = f"""SELECT ?relation (SUM(?claims) AS ?n) {{ GRAPH {place(asker.base, "derived")} {{
        ?edge depesche:{role} {iri(asker.base, "entity", own)} ; a depesche:Edge ;
            depesche:relation ?relation ; depesche:claimCount ?claims }} }} GROUP BY ?relation ORDER BY ?relation"""
    return {word(str(code)): int(n or 0) for code, n in asker.rows(query)}


def _cited(asker: Asker, own: str) -> dict[str, int]:
    query = f"""SELECT ?relation (COUNT(DISTINCT ?claim) AS ?n) {{ {_in_role(asker, own, "source")}
        GRAPH {place(asker.base, "propositions")} {{ ?proposition depesche:relation ?relation }} }}
        GROUP BY ?relation ORDER BY ?relation"""
    return {word(str(code)): int(n or 0) for code, n in asker.rows(query)}


def _in_role(asker: Asker, own: str, role: str) -> str:
    """The pattern that binds ?claim, ?article and ?proposition."""
    this = iri(asker.base, "entity", own)
    if role not in ROLES:
        raise UsageError(f"role must be one of {', '.join(ROLES)}, not {role[:40]!r}")
    if role == "source":
        return f"GRAPH ?article {{ ?step depesche:source {this} . ?claim depesche:step ?step ; depesche:reports ?proposition }}"
    content = f"GRAPH {place(asker.base, 'propositions')} {{ ?proposition depesche:{role} {this} }}"
    return f"{content} GRAPH ?article {{ ?claim depesche:reports ?proposition }}"
