"""Readings to quads and back: `from_quads(to_quads(reading), …) == reading` is a law.

Every triple stands in exactly one named graph: what one article says in the graph that the article names; content
without truth value in `…/propositions`; parties in `…/entities` or `…/gazetteer`. The text itself is in no quad.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from pyoxigraph import Quad

from ..identity import article_key, entity_key, proposition_key
from ..model import Entity, Kind, Proposition, Reading
from ..reading.marks import Mark, marks
from .articles import article_quads, parties
from .entities import Names, entity_quads
from .names import TYPE, depesche, plover
from .parsing import parse
from .sheet import Saying, Sheet
from .terms import Terms

Publishers = Mapping[str, Entity]
Rows = Mapping[str, Names]


def to_quads(
    reading: Reading, terms: Terms, *, publishers: Publishers | None = None, rows: Rows | None = None
) -> tuple[Quad, ...]:
    """The quads of one reading as if it were alone in the store: all graphs, sorted, none twice.

    `publishers` gives the known outlet of an outlet's name, `rows` the gazetteer's names for a row's id; what is in
    neither is known by what the article calls it.
    """
    return all_quads((reading,), terms, publishers=publishers, rows=rows)


def all_quads(
    readings: Iterable[Reading], terms: Terms, *, publishers: Publishers | None = None, rows: Rows | None = None
) -> tuple[Quad, ...]:
    """As `to_quads`, for a store of several readings; their order does not matter."""
    quads: set[Quad] = set()
    seen: dict[str, set[Entity]] = defaultdict(set)
    for reading in readings:
        publisher = publisher_of(reading, publishers)
        quads.update(article_quads(reading, terms, publisher), proposition_quads(reading, terms))
        for key, entity in seen_in(reading, publishers):
            seen[key].add(entity)
    for key, descriptions in seen.items():
        ids = (entity.gazetteer for entity in descriptions if entity.gazetteer)
        row = next((rows[id] for id in ids if id in rows), None) if rows else None
        quads.update(entity_quads(key, descriptions, terms, row))
    return tuple(sorted(quads, key=str))


def from_quads(quads: Iterable[Quad], key: str, terms: Terms, text: str) -> Reading:
    """The reading of the article with this key, whose text is `text`.

    Of `quads` only those of the article's graph and of the shared graphs count. Raises StoreError when something that
    must be there is missing, or when the text is not the article's.
    """
    return parse(quads, key, terms, text)


def publisher_of(reading: Reading, publishers: Publishers | None = None) -> Entity | None:
    """The outlet of a reading's article as a party: the known one of that name, else one by its name."""
    outlet = reading.article.outlet
    if outlet is None:
        return None
    return (publishers or {}).get(outlet) or Entity(outlet, Kind.OUTLET)


def agencies_of(reading: Reading, publishers: Publishers | None = None) -> list[tuple[Entity, str]]:
    """The agencies that a reading's article says it comes from, each with the words that say so."""
    told = _marks(reading.article.text)
    return [((publishers or {}).get(mark.agency) or Entity(mark.agency, Kind.OUTLET), mark.words) for mark in told]


@lru_cache(maxsize=4)
def _marks(text: str) -> tuple[Mark, ...]:
    """Asked for several times while an article is written."""
    return tuple(marks(text))


def seen_in(reading: Reading, publishers: Publishers | None = None) -> Iterable[tuple[str, Entity]]:
    """Each description of a party that an article gives, by the party's key: its outlet, its agencies, all parties of claims."""
    publisher = publisher_of(reading, publishers)
    key = article_key(reading.article)
    found = {*parties(reading), *([publisher] if publisher else []), *(agency for agency, _ in agencies_of(reading, publishers))}
    return [(entity_key(entity, key), entity) for entity in found]


def proposition_quads(reading: Reading, terms: Terms) -> list[Quad]:
    """The propositions that a reading's claims report."""
    sheet = Sheet(terms.graph("propositions"))
    say_propositions(sheet, reading, terms)
    return sheet.quads


def say_propositions(sheet: Saying, reading: Reading, terms: Terms) -> None:
    """Say all of it on a sheet of the graph of propositions."""
    key = article_key(reading.article)
    for proposition in {claim.proposition for claim in reading.claims}:
        _proposition(sheet, proposition, key, terms)


def _proposition(sheet: Saying, proposition: Proposition, key: str, terms: Terms) -> None:
    about = terms.proposition(proposition_key(proposition, key))
    actor, recipient, theme_class = proposition.actor, proposition.recipient, proposition.theme_class
    sheet.say(about, TYPE, depesche("Proposition"))
    sheet.say(about, depesche("relation"), plover(proposition.relation))
    sheet.say(about, depesche("actor"), terms.entity(entity_key(actor, key)) if actor else None)
    sheet.say(about, depesche("recipient"), terms.entity(entity_key(recipient, key)) if recipient else None)
    sheet.say(about, depesche("themeClass"), depesche(theme_class) if theme_class else None)
