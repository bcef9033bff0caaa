"""What must change in the quads so that they agree with the archive about some articles, and about all they share.

Looks at what stands in the quads and at what the articles' readings and the census say; what it finds is right
whatever happened before, so it also mends what a crash left half done. Nothing is written here.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from pyoxigraph import Literal, NamedNode, Quad

from ..errors import NotFoundError
from ..identity import entity_key, page_key, text_hash
from ..model import Entity, Reading
from ..vocabulary import PLOVER, Vocabulary
from . import archive, census, kinship, tallies
from .articles import article_quads, lines_of, parties
from .census import Described, Edge
from .claims import agencies_of, proposition_quads, publisher_of, seen_in
from .edges import edge_iri, episode_iri, figure_quads, moved_episodes, party_quads, tie_quads
from .engine import Pattern, Standing
from .entities import Names, check, display_name, entity_quads, gazetteer_iri
from .labels import Label
from .leaning import origin_quads
from .names import depesche, plover
from .origins import Member
from .pairs import Pair, pair_iri, pair_of, pair_quads
from .sentences import Line
from .tallies import Row, Tally
from .terms import Terms
from .update import Change

_SHOWN = "de"  # of a gazetteer row's names, the one by which lists show it
Made = tuple[list[Quad], list[Quad]]  # of an article's own graph, and of the propositions that it reports
_ARTICLES = 50  # whose quads are held in memory at a time: about 25,000
_EDGES = 100  # whose reports are: a tenth of all articles may tell one of them
_Thing = TypeVar("_Thing")


@dataclass(slots=True)
class Reckoned(Change):
    """What has to change, the labels of the parties that it touches, and the sentences of the articles."""

    labels: dict[str, Label | None] = field(default_factory=dict)
    lines: dict[str, tuple[Line, ...]] = field(default_factory=dict)


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
        self.check(reading)
        publisher = publisher_of(reading, self.known.publishers)
        self.made[key] = article_quads(reading, self.terms, publisher), proposition_quads(reading, self.terms)
        return self.made[key]

    def check(self, reading: Reading) -> None:
        """ValueError when a party of an article, or what it tells of one, cannot be said in quads."""
        for seen in set(parties(reading)):
            check(seen, self.terms)
        for claim in reading.claims:
            plover(claim.relation)
            depesche(claim.theme_class or "")

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

    def count(self, key: str, standing: Reading | None = None) -> frozenset[str]:
        """Count an article in the census as its `standing` reading has it; gives all whose origin is another now."""
        reading = standing or archive.standing_reading(self.connection, key)
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

    def tally(self, edge: Edge, rows: Sequence[Row] | None = None) -> Tally:
        """What the reports of an edge come to, which are looked up unless they are given."""
        relation = Vocabulary.load().relations.get(edge.relation)
        found = tallies.rows(self.connection, edge) if rows is None else rows
        return tallies.tally(found, standing=relation is not None and relation.standing)

    def pair(self, pair: Pair, claims: int | None = None) -> frozenset[Quad]:
        """All that is derived about a pair of which so many `claims` tell, which are counted unless they are given."""
        return pair_quads(pair, census.count_between(self.connection, pair) if claims is None else claims, self.terms)

    def party(self, who: Described) -> frozenset[Quad]:
        """All quads whose subject is this party; none when no article names it any more."""
        about = self.terms.entity(who.key)
        quads = {quad for quad in entity_quads(who.key, who.seen, self.terms, self._row(who.seen)) if quad.subject == about}
        if who.state:
            id_of_state = (gazetteer_iri(who.state, self.terms), depesche("gazetteerId"), Literal(who.state))
            quads.add(Quad(*id_of_state, self.terms.graph("gazetteer")))
        return frozenset(quads | party_quads(who.key, who.claims, who.acting, self.terms))

    def label(self, who: Described) -> Label | None:
        """How the party is found; unnamed ones are the same only within their article and not to be looked for."""
        seen = [entity for entity in who.seen if not entity.local]
        if not seen:
            return None
        row, names = self._row(seen), {entity.name for entity in seen}
        labels = {**row.labels} if row else {}
        name = labels.get(_SHOWN) or next(iter(labels.values()), None) or display_name(names) or ""
        wikidata = min((entity.wikidata for entity in seen if entity.wikidata), default=None)
        others = names | set(labels.values()) | set(row.others if row else ())
        return Label(who.key, name, min(entity.kind for entity in seen), who.claims, wikidata, tuple(sorted(others - {name})))

    def lines(self, key: str) -> tuple[Line, ...]:
        """The sentences of the claims of an article; none when it is not stored."""
        try:
            return lines_of(archive.standing_reading(self.connection, key))
        except NotFoundError:
            return ()

    def _row(self, seen: Iterable[Entity]) -> Names | None:
        ids = sorted(entity.gazetteer for entity in seen if entity.gazetteer)
        return next((self.known.rows[id] for id in ids if id in self.known.rows), None)


def changes(quads: Standing, around: Surroundings, keys: Iterable[str]) -> Reckoned:
    """What makes `quads` agree with the tables about the articles with these keys, stored or removed."""
    reckoning, key_of = _Reckoning(quads, around.terms), around.terms.key
    wanted = frozenset(keys)
    for some in _portions(sorted(wanted), _ARTICLES):
        reckoning.articles({key: around.article(key) for key in some})
        reckoning.change.lines |= {key: around.lines(key) for key in some}
        reckoning.origins({key: around.origin(key) for key in some})
    reckoning.propositions({iri: census.is_reported(around.connection, key_of(iri)) for iri in reckoning.touched})
    done: set[NamedNode] = set()
    while left := reckoning.parties - done:  # a party touches the state it belongs to
        found = {iri: census.described(around.connection, key_of(iri)) for iri in left}
        reckoning.named({iri: around.party(who) for iri, who in found.items()})
        reckoning.change.labels |= {who.key: around.label(who) for who in found.values()}
        done |= left
    for edges in _portions(sorted(reckoning.edges, key=str), _EDGES):
        reckoning.counted({edge: around.tally(edge) for edge in edges}, wanted)
    reckoning.tied()
    reckoning.paired({pair: around.pair(pair) for edge in reckoning.edges if (pair := pair_of(edge))})
    return reckoning.change


class _Reckoning:
    """Goes from articles to the propositions, parties and edges that they touch, as they were and as they will be.

    What stands is asked for many things at once: the engine may be on another machine.
    """

    def __init__(self, quads: Standing, terms: Terms) -> None:
        self.change = Reckoned()
        self.touched: set[NamedNode] = set()  # propositions
        self.parties: set[NamedNode] = set()
        self.edges: set[Edge] = set()
        self._claims: set[NamedNode] = set()  # of the articles, before and now
        self._ties: set[Quad] = set()  # of claims to their episodes, as they will be
        self._gone: set[NamedNode] = set()  # episodes
        self._quads, self._terms = quads, terms
        self._wanted: dict[NamedNode, set[Quad]] = {}

    def articles(self, wanted: Mapping[str, Made]) -> None:
        places, reports = {key: self._terms.article(key) for key in wanted}, depesche("reports")
        standing = self._standing({key: [(None, None, None, place)] for key, place in places.items()})
        for key, (own, propositions) in wanted.items():
            self._differ(standing[key], own)
            self._claims |= {
                q.subject for q in (*standing[key], *own) if q.predicate == reports and isinstance(q.subject, NamedNode)
            }
            if standing[key] and not own:
                self.change.vacated.add(places[key])
            for quad in propositions:
                if isinstance(quad.subject, NamedNode):
                    self._wanted.setdefault(quad.subject, set()).add(quad)

    def origins(self, wanted: Mapping[str, Collection[Quad]]) -> None:
        derived, leans = self._terms.graph("derived"), depesche("leans")
        told = self._standing({key: [(self._terms.article(key), None, None, derived)] for key in wanted})
        links = {key: [q.object for q in quads if q.predicate == leans] for key, quads in told.items()}
        linked = self._standing({key: _about(nodes, derived) for key, nodes in links.items()})
        for key, quads in wanted.items():
            self._differ(told[key] | linked[key], quads)

    def propositions(self, reported: Mapping[NamedNode, bool]) -> None:
        standing = self._standing({iri: _about([iri], self._terms.graph("propositions")) for iri in reported})
        for iri, old in standing.items():
            new = self._wanted.get(iri, old) if reported[iri] else set()
            self._differ(old, new)
            self.edges |= {edge for edge in (_edge(old, self._terms), _edge(new, self._terms)) if edge}

    def named(self, wanted: Mapping[NamedNode, Collection[Quad]]) -> None:
        places = [self._terms.graph(name) for name in ("entities", "gazetteer", "derived")]
        standing = self._standing({iri: [(iri, None, None, place) for place in places] for iri in wanted})
        for iri, quads in wanted.items():
            self._differ(standing[iri], quads)

    def counted(self, wanted: Mapping[Edge, Tally], articles: Collection[str]) -> None:
        """Count edges anew, and tie to their episodes the claims of some `articles` and those whose episode is another now."""
        derived, terms = self._terms.graph("derived"), self._terms
        abouts = {edge: edge_iri(edge, terms) for edge in wanted}
        parts = self._standing({edge: [(None, depesche("edge"), about, derived)] for edge, about in abouts.items()})
        nodes = {edge: {q.subject for q in parts[edge] if isinstance(q.subject, NamedNode)} for edge in wanted}
        told = self._standing({edge: _about([about, *nodes[edge]], derived) for edge, about in abouts.items()})
        for edge, found in wanted.items():
            self._differ(told[edge], figure_quads(edge, found, terms))
            moved = moved_episodes(edge, found, nodes[edge], terms)
            now = {episode_iri(edge, episode, terms): episode for episode in found.episodes}
            for node, episode in now.items():
                self._ties |= set(tie_quads(edge, episode, episode.claims(None if node in moved else articles), terms))
            self._gone |= nodes[edge] - now.keys()

    def tied(self) -> None:
        """Tie all these claims, and no others that were tied before."""
        derived, tie = self._terms.graph("derived"), depesche("episode")
        claims = self._claims | {quad.subject for quad in self._ties if isinstance(quad.subject, NamedNode)}
        patterns: list[Pattern] = [(claim, tie, None, derived) for claim in claims]
        patterns += [(None, tie, node, derived) for node in self._gone]
        self._differ(self._standing({"ties": patterns})["ties"], self._ties)

    def paired(self, wanted: Mapping[Pair, Collection[Quad]]) -> None:
        derived = self._terms.graph("derived")
        standing = self._standing({pair: _about([pair_iri(pair, self._terms)], derived) for pair in wanted})
        for pair, quads in wanted.items():
            self._differ(standing[pair], quads)

    def _standing(self, patterns: Mapping[_Thing, Collection[Pattern]]) -> dict[_Thing, set[Quad]]:
        """The quads that fit any of each thing's patterns."""
        found = self._quads.matching({pattern for several in patterns.values() for pattern in several})
        return {thing: set().union(*(found[pattern] for pattern in several)) for thing, several in patterns.items()}

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
                    self.touched.add(quad.object)


def _about(subjects: Iterable[object], place: NamedNode) -> list[Pattern]:
    """Patterns of all that a graph says of these."""
    return [(subject, None, None, place) for subject in subjects if isinstance(subject, NamedNode)]


def _portions(things: Sequence[_Thing], most: int) -> Iterator[Sequence[_Thing]]:
    return (things[start : start + most] for start in range(0, len(things), most))


def _edge(quads: Iterable[Quad], terms: Terms) -> Edge | None:
    """The edge of the proposition that these quads describe."""
    found = {quad.predicate: quad.object for quad in quads}
    relation, *parties = (found.get(depesche(name)) for name in ("relation", "actor", "recipient"))
    if not isinstance(relation, NamedNode):
        return None
    actor, recipient = (terms.key(each) if isinstance(each, NamedNode) else None for each in parties)
    return Edge(relation.value.removeprefix(PLOVER), actor, recipient)
