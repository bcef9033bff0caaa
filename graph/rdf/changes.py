"""What must change in the quads so that they agree with the archive about some articles, and about all they share.

Looks at what stands in the quads and at what the articles' readings and the census say; what it finds is right
whatever happened before, so it also mends what a crash left half done. Nothing is written here.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from ..errors import NotFoundError
from ..identity import entity_key, page_key, text_hash
from ..model import Entity, Reading
from ..vocabulary import PLOVER, Vocabulary
from . import archive, census, kinship
from .articles import article_quads, lines_of
from .census import Edge
from .claims import agencies_of, proposition_quads, publisher_of, seen_in
from .edges import edge_iri, edge_quads, party_quads
from .entities import Names, display_name, entity_quads, gazetteer_iri
from .labels import Label
from .leaning import origin_quads
from .names import depesche
from .origins import Member
from .sentences import Line
from .terms import Terms

_SHOWN = "de"  # of a gazetteer row's names, the one by which lists show it
Made = tuple[list[Quad], list[Quad]]  # of an article's own graph, and of the propositions that it reports
_About = tuple[NamedNode | None, NamedNode | None, NamedNode | None, NamedNode]  # a pattern of quads within one graph


@dataclass(slots=True)
class Change:
    """Quads to take out and to put in, graphs that are left empty, the labels of the parties that were touched, and the
    sentences of the articles that were.
    """

    out: set[Quad] = field(default_factory=set)
    put: set[Quad] = field(default_factory=set)
    vacated: set[NamedNode] = field(default_factory=set)
    labels: dict[str, Label | None] = field(default_factory=dict)
    lines: dict[str, tuple[Line, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.out or self.put)

    def differ(self, old: set[Quad], new: Collection[Quad]) -> None:
        """`old` is what stands and `new` what should."""
        wanted = set(new)
        self.out |= old - wanted
        self.put |= wanted - old


@dataclass(frozen=True, slots=True)
class Known:
    """What a gazetteer tells: the names of its rows by their ids, and the known outlets by their names."""

    rows: Mapping[str, Names] = field(default_factory=dict)
    publishers: Mapping[str, Entity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What every reckoning needs: the tables, the terms of the store, the gazetteer."""

    connection: sqlite3.Connection
    terms: Terms
    known: Known
    made: dict[str, Made] = field(default_factory=dict)

    def make(self, key: str, reading: Reading) -> Made:
        """The quads of an article, kept until they are written. ValueError when something in it cannot be a quad."""
        publisher = publisher_of(reading, self.known.publishers)
        for party, seen in seen_in(reading, self.known.publishers):
            entity_quads(party, {seen}, self.terms)  # only to see whether it can be said
        self.made[key] = article_quads(reading, self.terms, publisher), proposition_quads(reading, self.terms)
        return self.made[key]

    def article(self, key: str) -> Made:
        """The quads of an article's own graph, and of the propositions it reports; none when it is not stored."""
        if key in self.made and archive.has(self.connection, key):
            return self.made[key]
        try:
            reading = archive.standing_reading(self.connection, key)
        except NotFoundError:
            return [], []
        publisher = publisher_of(reading, self.known.publishers)
        return article_quads(reading, self.terms, publisher), proposition_quads(reading, self.terms)

    def count(self, key: str) -> frozenset[str]:
        """Count an article in the census as its standing reading has it; gives all whose origin is another now."""
        reading = archive.standing_reading(self.connection, key)
        census.record(self.connection, key, reading, seen_in(reading, self.known.publishers))
        return kinship.record(self.connection, self._birth(key, reading), reading.article.text)

    def forget(self, key: str) -> frozenset[str]:
        """Count an article no longer; gives all others whose origin is another now."""
        census.forget(self.connection, key)
        return kinship.forget(self.connection, key)

    def _birth(self, key: str, reading: Reading) -> kinship.Birth:
        article, publisher = reading.article, publisher_of(reading, self.known.publishers)
        told = agencies_of(reading, self.known.publishers)
        marks = tuple((entity_key(agency, key), words) for agency, words in told)
        named = tuple(sorted({agency for agency, _ in marks}))
        member = Member(key, text_hash(article.text), page_key(article), article.published, named)
        return kinship.Birth(member, entity_key(publisher, key) if publisher else None, marks)

    def origin(self, key: str) -> frozenset[Quad]:
        """All that is derived about where an article comes from; nothing when it is not stored."""
        found = kinship.origin(self.connection, key)
        return origin_quads(key, *found, census.cited_by(self.connection, key), self.terms) if found else frozenset()

    def edge(self, edge: Edge) -> frozenset[Quad]:
        """All that is derived about an edge."""
        relation = Vocabulary.load().relations.get(edge.relation)
        standing = relation is not None and relation.standing
        return edge_quads(edge, census.reports(self.connection, edge), self.terms, standing=standing)

    def party(self, key: str) -> frozenset[Quad]:
        """All quads whose subject is the party with this key; none when no article names it any more."""
        seen, about = census.seen_as(self.connection, key), self.terms.entity(key)
        state = census.state_of_others(self.connection, key)
        quads = frozenset(quad for quad in entity_quads(key, seen, self.terms, self._row(seen)) if quad.subject == about)
        if state:
            id_of_state = (gazetteer_iri(state, self.terms), depesche("gazetteerId"), Literal(state))
            quads |= {Quad(*id_of_state, self.terms.graph("gazetteer"))}
        return quads | party_quads(key, census.claims_of(self.connection, key), self.terms)

    def label(self, key: str) -> Label | None:
        """How the party is found; unnamed ones are the same only within their article and not to be looked for."""
        seen = [entity for entity in census.seen_as(self.connection, key) if not entity.local]
        if not seen:
            return None
        row, names = self._row(seen), {entity.name for entity in seen}
        labels = {**row.labels} if row else {}
        name = labels.get(_SHOWN) or next(iter(labels.values()), None) or display_name(names) or ""
        wikidata = min((entity.wikidata for entity in seen if entity.wikidata), default=None)
        others = names | set(labels.values()) | set(row.others if row else ())
        claims = census.claims_of(self.connection, key)
        return Label(key, name, min(entity.kind for entity in seen), claims, wikidata, tuple(sorted(others - {name})))

    def labels(self) -> dict[str, Label | None]:
        """How each party of the store is found."""
        return {key: self.label(key) for key in census.everything(self.connection)[0]}

    def lines(self) -> Iterator[tuple[str, tuple[Line, ...]]]:
        """The sentences of the claims of each article of the store."""
        for key in archive.keys(self.connection):
            yield key, lines_of(self.article(key)[0])

    def _row(self, seen: Iterable[Entity]) -> Names | None:
        ids = sorted(entity.gazetteer for entity in seen if entity.gazetteer)
        return next((self.known.rows[id] for id in ids if id in self.known.rows), None)


def changes(quads: Store, around: Surroundings, keys: Iterable[str]) -> Change:
    """What makes `quads` agree with the tables about the articles with these keys, stored or removed."""
    reckoning, key_of = _Reckoning(quads, around.terms), around.terms.key
    for key in sorted(set(keys)):
        own, propositions = around.article(key)
        reckoning.article(key, own, propositions)
        reckoning.change.lines[key] = lines_of(own)
        reckoning.origin(key, around.origin(key))
    for iri in reckoning.propositions:
        reckoning.proposition(iri, census.is_reported(around.connection, key_of(iri)))
    done: set[NamedNode] = set()
    while left := reckoning.parties - done:  # a party touches the state it belongs to
        for iri in left:
            reckoning.party(iri, around.party(key_of(iri)))
            reckoning.change.labels[key_of(iri)] = around.label(key_of(iri))
        done |= left
    for edge in reckoning.edges:
        reckoning.edge(edge, around.edge(edge))
    return reckoning.change


class _Reckoning:
    """Goes from articles to the propositions, parties and edges that they touch, as they were and as they will be."""

    def __init__(self, quads: Store, terms: Terms) -> None:
        self.change = Change()
        self.propositions: set[NamedNode] = set()
        self.parties: set[NamedNode] = set()
        self.edges: set[Edge] = set()
        self._quads, self._terms = quads, terms
        self._wanted: dict[NamedNode, set[Quad]] = {}

    def article(self, key: str, own: Collection[Quad], propositions: Iterable[Quad]) -> None:
        about = self._terms.article(key)
        old = self._standing((None, None, None, about))
        self._differ(old, own)
        if old and not own:
            self.change.vacated.add(about)
        for quad in propositions:
            if isinstance(quad.subject, NamedNode):
                self._wanted.setdefault(quad.subject, set()).add(quad)

    def origin(self, key: str, wanted: Collection[Quad]) -> None:
        about, derived = self._terms.article(key), self._terms.graph("derived")
        standing = self._standing((about, None, None, derived))
        links = [quad.object for quad in standing if quad.predicate == depesche("leans") and isinstance(quad.object, NamedNode)]
        self._differ(standing | self._standing(*((link, None, None, derived) for link in links)), wanted)

    def proposition(self, iri: NamedNode, reported: bool) -> None:
        old = self._standing((iri, None, None, self._terms.graph("propositions")))
        new = self._wanted.get(iri, old) if reported else set()
        self._differ(old, new)
        self.edges |= {edge for edge in (_edge(old, self._terms), _edge(new, self._terms)) if edge}

    def party(self, iri: NamedNode, wanted: Collection[Quad]) -> None:
        graphs = ("entities", "gazetteer", "derived")
        self._differ(self._standing(*((iri, None, None, self._terms.graph(name)) for name in graphs)), wanted)

    def edge(self, edge: Edge, wanted: Collection[Quad]) -> None:
        about, derived = edge_iri(edge, self._terms), self._terms.graph("derived")
        parts = {quad.subject for quad in self._quads.quads_for_pattern(None, depesche("edge"), about, derived)}
        nodes = tuple(node for node in parts if isinstance(node, NamedNode))
        told = [(node, None, None, derived) for node in (about, *nodes)]
        counted = [(None, depesche("episode"), node, derived) for node in nodes]
        self._differ(self._standing(*told, *counted), wanted)

    def _standing(self, *patterns: _About) -> set[Quad]:
        return {quad for pattern in patterns for quad in self._quads.quads_for_pattern(*pattern)}

    def _differ(self, old: set[Quad], new: Collection[Quad]) -> None:
        self.change.differ(old, new)
        self._touch(old)
        self._touch(new)

    def _touch(self, quads: Iterable[Quad]) -> None:
        for quad in quads:
            if isinstance(quad.object, NamedNode) and (address := self._terms.parse(quad.object)) and address.part is None:
                if address.kind == "entity":
                    self.parties.add(quad.object)
                elif address.kind == "proposition":
                    self.propositions.add(quad.object)


def _edge(quads: Iterable[Quad], terms: Terms) -> Edge | None:
    """The edge of the proposition that these quads describe."""
    found = {quad.predicate: quad.object for quad in quads}
    relation, *parties = (found.get(depesche(name)) for name in ("relation", "actor", "recipient"))
    if not isinstance(relation, NamedNode):
        return None
    actor, recipient = (terms.key(each) if isinstance(each, NamedNode) else None for each in parties)
    return Edge(relation.value.removeprefix(PLOVER), actor, recipient)


def everything(around: Surroundings) -> Iterator[Quad]:
    """All quads that the tables call for, once each: what a store made anew holds, but for `…/meta`."""
    told: set[Quad] = set()
    for key in archive.keys(around.connection):
        own, propositions = around.article(key)
        yield from dict.fromkeys(own)
        yield from around.origin(key)
        fresh = set(propositions) - told
        told |= fresh
        yield from fresh
    parties, edges = census.everything(around.connection)
    for key in parties:
        yield from around.party(key)
    for edge in edges:
        yield from around.edge(edge)


def as_update(change: Change) -> str:
    """The change as one SPARQL update: the engine does all of it or nothing."""
    left = {quad for quad in change.out if quad.graph_name not in change.vacated}
    drops = [f"DROP SILENT GRAPH {name}" for name in sorted(change.vacated, key=str)]
    return " ;\n".join([*drops, f"DELETE DATA {{ {_blocks(left)} }}", f"INSERT DATA {{ {_blocks(change.put)} }}"])


def _blocks(quads: Collection[Quad]) -> str:
    by_graph: dict[str, list[Triple]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(quad.triple)
    blocks = ((name, serialize(triples, format=RdfFormat.N_TRIPLES)) for name, triples in sorted(by_graph.items()))
    # Sorted: the engine's keys then come in order, which halves the time of writing.
    told = ((name, b"\n".join(sorted((block or b"").split(b"\n"))).decode()) for name, block in blocks)
    return "\n".join(f"GRAPH {name} {{{lines}\n}}" for name, lines in told)
