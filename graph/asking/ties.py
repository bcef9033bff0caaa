"""All parties and all edges of a store as plain rows, read straight from a snapshot: what files of the network hold.

Nothing that is counted is lost on the way: an edge keeps its counts by stance, its days and the claims behind it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ..model import disputed
from ..rdf.names import ALT_LABEL, EXACT_MATCH, PREF_LABEL, TYPE, WIKIDATA, depesche
from ..rdf.sheet import Facts
from ..rdf.snapshot import Snapshot
from ..rdf.terms import Terms
from ..vocabulary import PLOVER, Vocabulary

COUNTS = ("claim", "article", "root", "asserting", "alleging", "denying", "doubting", "intended", "possible")


@dataclass(frozen=True, slots=True)
class Party:
    """A party with its names in the two languages, its other names, and in how many claims it stands."""

    key: str
    name: str
    name_de: str
    name_en: str
    others: tuple[str, ...]
    kind: str
    wikidata: str
    state: str
    anonymous: bool
    claims: int


@dataclass(frozen=True, slots=True)
class Tie:
    """An edge; `counts` are in the order of COUNTS, `claims` the keys of the claims behind it, `first` and `last` its days.

    `actor` or `recipient` is empty where the claims name none.
    """

    key: str
    actor: str
    relation: str
    recipient: str
    counts: tuple[int, ...]
    disputed: bool
    first: str
    last: str
    claims: tuple[str, ...]


def all_parties(snapshot: Snapshot) -> tuple[Party, ...]:
    """All parties, by key."""
    terms = Terms(snapshot.base)
    graphs = [terms.graph(name) for name in ("entities", "gazetteer", "derived")]
    facts = Facts(quad for name in graphs for quad in snapshot.quads.quads_for_pattern(None, None, None, name))
    names = _Names.read(snapshot, graphs[:2])
    nodes = {quad.subject for name in graphs[:2] for quad in snapshot.quads.quads_for_pattern(None, TYPE, None, name)}
    ours = sorted((node for node in nodes if isinstance(node, NamedNode)), key=lambda node: node.value)
    return tuple(_party(node, facts, names) for node in ours)


def all_ties(snapshot: Snapshot) -> tuple[Tie, ...]:
    """All edges, by key."""
    terms = Terms(snapshot.base)
    derived = terms.graph("derived")
    facts = Facts(snapshot.quads.quads_for_pattern(None, None, None, derived))
    found = snapshot.quads.quads_for_pattern(None, TYPE, depesche("Edge"), derived)
    nodes = sorted((quad.subject for quad in found if isinstance(quad.subject, NamedNode)), key=lambda node: node.value)
    days, behind = _days(snapshot, facts, derived), _claims(snapshot, terms)
    return tuple(_tie(node, facts, days.get(node, ("", "")), behind) for node in nodes)


_End = tuple[str, str, str]


def _tie(node: NamedNode, facts: Facts, days: tuple[str, str], behind: dict[_End, list[str]]) -> Tie:
    relation = facts.needed_node(node, depesche("relation")).value.removeprefix(PLOVER)
    actor, recipient = (_key(facts.node(node, depesche(name))) for name in ("actor", "recipient"))
    counts = tuple(int(facts.text(node, depesche(f"{name}Count")) or 0) for name in COUNTS)
    told = dict(zip(COUNTS, counts, strict=True))
    contested = disputed(**{name: told[name] for name in ("asserting", "alleging", "denying", "doubting")})
    claims = tuple(sorted(behind.get((relation, actor, recipient), ())))
    return Tie(_key(node), actor, relation, recipient, counts, contested, *days, claims)


def _days(snapshot: Snapshot, facts: Facts, derived: NamedNode) -> dict[NamedNode, tuple[str, str]]:
    """From the first day of the first episode to the last day of the last one."""
    found: dict[NamedNode, list[tuple[str, str]]] = defaultdict(list)
    for quad in snapshot.quads.quads_for_pattern(None, depesche("edge"), None, derived):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            first, last = (facts.text(quad.subject, depesche(name)) for name in ("earliest", "latest"))
            found[quad.object] += [(first, last)] if first and last else []
    return {edge: (min(a for a, _ in days), max(b for _, b in days)) for edge, days in found.items() if days}


def _claims(snapshot: Snapshot, terms: Terms) -> dict[_End, list[str]]:
    facts = Facts(snapshot.quads.quads_for_pattern(None, None, None, terms.graph("propositions")))
    found: dict[_End, list[str]] = defaultdict(list)
    for quad in snapshot.quads.quads_for_pattern(None, depesche("reports"), None, None):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            relation = facts.needed_node(quad.object, depesche("relation")).value.removeprefix(PLOVER)
            actor, recipient = (_key(facts.node(quad.object, depesche(name))) for name in ("actor", "recipient"))
            found[relation, actor, recipient].append(_key(quad.subject))
    return found


@dataclass(frozen=True, slots=True)
class _Names:
    """What parties are called: by party and language tag, and by party alone."""

    preferred: dict[tuple[str, str], str]
    others: dict[str, set[str]]

    @staticmethod
    def read(snapshot: Snapshot, graphs: Iterable[NamedNode]) -> "_Names":
        found = _Names({}, defaultdict(set))
        for name in graphs:
            for quad in snapshot.quads.quads_for_pattern(None, PREF_LABEL, None, name):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                    found.preferred[quad.subject.value, quad.object.language or ""] = quad.object.value
            for quad in snapshot.quads.quads_for_pattern(None, ALT_LABEL, None, name):
                if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                    found.others[quad.subject.value].add(quad.object.value)
        return found


def _party(node: NamedNode, facts: Facts, names: _Names) -> Party:
    kinds = {concept.iri: code for code, concept in Vocabulary.load().kinds.items()}
    types = [kinds[each.value] for each in facts.nodes(node, TYPE) if each.value in kinds]
    item = facts.node(node, EXACT_MATCH)
    german, plain, english = (names.preferred.get((node.value, tag), "") for tag in ("de", "", "en"))
    return Party(
        key=_key(node),
        name=german or plain or english,
        name_de=german,
        name_en=english,
        others=tuple(sorted(names.others.get(node.value, ()))),
        kind=types[0] if types else "",
        wikidata=item.value.removeprefix(WIKIDATA) if item else "",
        state=_key(facts.node(node, depesche("state"))),
        anonymous=facts.text(node, depesche("anonymous")) == "true",
        claims=int(facts.text(node, depesche("claimCount")) or 0),
    )


def _key(node: NamedNode | None) -> str:
    return node.value.rpartition("/")[2] if node else ""
