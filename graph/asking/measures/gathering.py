"""The network of a store: its ties, who they join, to which groups these belong, and the claims behind."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ...model import Kind
from ..addresses import Asker, iri, key, place, relation
from ..facts import gather
from ..network import named
from ..views.parties import party
from .asked import Asked
from .counted import counted
from .networks import PAIRS, Group, Network, ends
from .ties import Scores, around, ties

_MEMBERSHIP = "MEMBER_OF"


def network(asker: Asker, asked: Asked, scores: Scores, language: str, limit: int = PAIRS) -> Network:
    """The `limit` strongest ties. `scores` names the relations that count: those without one (standing ties) do not."""
    edges, unseen = counted(asker, asked, scores)
    all_ties = ties(edges, scores, asked.voice)
    found = around(all_ties, asked.parties)
    kept = found[:limit]
    names = named(asker, ends(kept), language)
    spoken_of = {(edge.actor, edge.recipient) for edge in edges if edge.recipient != edge.actor}
    untied = 0 if asked.parties else len(spoken_of) - len(all_ties)
    return Network(kept, names, groups(asker, tuple(names), asked.blocs, language), len(found), untied, unseen)


def claims_behind(
    asker: Asker, pairs: Iterable[tuple[str, str]], relations: Iterable[str]
) -> Mapping[tuple[str, str, str], tuple[str, ...]]:
    """Keys of the claims from one party to another in `relations`, by actor, relation and recipient.

    Asked relation by relation: by pairs, the engine goes through all that is said of each party.
    """
    wanted = set(pairs)
    found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for code in sorted(relations):
        query = f"""SELECT ?actor ?recipient ?claim {{ GRAPH {place(asker.base, "propositions")} {{ ?proposition
            depesche:relation {relation(code)} ; depesche:actor ?actor ; depesche:recipient ?recipient }}
            GRAPH ?article {{ ?claim depesche:reports ?proposition }} }}"""
        for actor, recipient, claim in asker.rows(query):
            pair = key(str(actor)), key(str(recipient))
            if pair in wanted:
                found[pair[0], code, pair[1]].append(key(str(claim)))
    return {edge: tuple(sorted(claims)) for edge, claims in found.items()}


def groups(asker: Asker, parties: Sequence[str], blocs: Sequence[str], language: str) -> Mapping[str, Group]:
    """The group of each party that has one: the first of `blocs` that it, or its state, is asserted to be a member of;
    else its state; a state's own is itself."""
    facts = gather(asker, [f"{asker.base}entity/{each}" for each in parties])
    members, own = _members(asker, blocs), {}
    for each in parties:
        address = f"{asker.base}entity/{each}"
        state = facts.text(address, "depesche:state")
        home = key(state) if state else each if party(facts, address, language).kind is Kind.STATE else None
        if found := members.get(each) or (members.get(home) if home else None) or home:
            own[each] = found
    names = named(asker, sorted(set(own.values())), language)
    return {each: Group(group, names[group].name) for each, group in own.items() if group in names}


def _members(asker: Asker, blocs: Sequence[str]) -> Mapping[str, str]:
    """Who is asserted to be a member of which bloc; a bloc belongs to itself. Of several, the first named counts."""
    found: dict[str, str] = {}
    for bloc in blocs:
        query = f"""SELECT ?member {{ GRAPH {place(asker.base, "derived")} {{ ?edge a depesche:Edge ;
            depesche:relation {relation(_MEMBERSHIP)} ; depesche:recipient {iri(asker.base, "entity", bloc)} ;
            depesche:actor ?member ; depesche:assertingCount ?n }} }} ORDER BY ?member"""
        for member in (bloc, *(key(str(row[0])) for row in asker.rows(query))):
            found.setdefault(member, bloc)
    return found
