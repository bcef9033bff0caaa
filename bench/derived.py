"""What is derived and counted of a million claims, and who their parties are, without the articles themselves.

Questions about the whole store look into nothing else, so that what they cost can be measured on a store that is made in a
third of the time. Its claims are those of `replay`; a reprint leans on what it reprints, as the store would find from the texts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Quad

from graph.commands.store import known
from graph.identity import digest, entity_key
from graph.model import Entity, Reading
from graph.rdf.census import Edge, Report, claim_entities, count_reports, reports_of
from graph.rdf.changes import Known
from graph.rdf.claims import publisher_of
from graph.rdf.edges import edge_quads, party_quads
from graph.rdf.entities import entity_quads
from graph.rdf.filling import Filling
from graph.rdf.pairs import Pair, pair_of, pair_quads
from graph.rdf.revision import read_revision, write_revision
from graph.rdf.sqlite import to_write, transaction
from graph.rdf.store import Store
from graph.rdf.tallies import row_of, tally
from graph.rdf.terms import Terms
from graph.rdf.update import revision_quad
from graph.vocabulary import Vocabulary


class _Reckoned:
    """Reports by edge, and how often each party is met."""

    def __init__(self, known: Known) -> None:
        self.edges: dict[Edge, list[Report]] = defaultdict(list)
        self.parties: dict[str, Entity] = {}
        self.claims: Counter[str] = Counter()
        self.acting: Counter[str] = Counter()
        self._known = known

    def add(self, number: int, root: int, reading: Reading) -> None:
        key, publisher = digest("article", str(number)), publisher_of(reading, self._known.publishers)
        own = entity_key(publisher, key) if publisher else None
        for claim, report in zip(reading.claims, reports_of(reading, key), strict=True):
            told = replace(report, root=digest("article", str(root)), publisher=own)
            self.edges[told.edge].append(told)
            who = {entity_key(each, key): each for each in claim_entities(claim)}
            self.parties |= who
            self.claims.update(who.keys())
            self.acting.update({end for end in (told.edge.actor, told.edge.recipient) if end})

    def quads(self, terms: Terms) -> Iterator[Quad]:
        relations, pairs = Vocabulary.load().relations, Counter[Pair]()
        for edge, reports in self.edges.items():
            found = tally(list(map(row_of, reports)), standing=relations[edge.relation].standing)
            yield from edge_quads(edge, found, terms)
            if pair := pair_of(edge):
                pairs[pair] += len(reports)
        for pair, claims in pairs.items():
            yield from pair_quads(pair, claims, terms)
        for key, entity in self.parties.items():
            row = self._known.rows.get(entity.gazetteer) if entity.gazetteer else None
            yield from entity_quads(key, [entity], terms, row)
            yield from party_quads(key, self.claims[key], self.acting[key], terms)


def fill(folder: Path, told: Iterable[tuple[int, int, Reading]]) -> None:
    """Make a store in `folder` that knows only what is derived of some readings: each with its number and its root's."""
    store, reckoned = Store.create(folder), _Reckoned(known())
    for number, root, reading in told:
        reckoned.add(number, root, reading)
    with to_write(folder / "articles.sqlite") as archive, transaction(archive):  # where one looks which edges there are
        count_reports(archive, (each for reports in reckoned.edges.values() for each in reports))
    revision, filling = read_revision(folder) + 1, Filling(folder)
    filling.put(reckoned.quads(store.terms))
    filling.put([revision_quad(revision, store.terms)])
    filling.replace()
    write_revision(folder, revision)
