"""Parties as quads: a pure function of all the ways in which articles describe them.

What one article calls a party stands in that article's graph. Here stands what follows from its identity, and what
can be joined from all articles that name it, whatever their order: add an article or remove one, and the quads of the
parties it names are made anew from what remains. Rows of the gazetteer stand in a graph of their own.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from ..identity import digest
from ..model import Entity, Kind
from ..vocabulary import Vocabulary
from . import names
from .names import depesche
from .sheet import Sheet
from .terms import Terms


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a gazetteer row gives a party: one by language, and others in no language in particular."""

    labels: Mapping[str, str]
    others: tuple[str, ...] = ()


@cache
def kind_class(kind: Kind) -> NamedNode:
    """The class of a kind, such as `depesche:State`."""
    return NamedNode(Vocabulary.load().kinds[kind].iri)


@cache
def class_kinds() -> Mapping[NamedNode, Kind]:
    """The kind that each class stands for."""
    return {kind_class(kind): kind for kind in Kind}


def entity_quads(key: str, seen: Iterable[Entity], terms: Terms, row: Names | None = None) -> tuple[Quad, ...]:
    """All quads about the party with this key, from every description of it in all articles; each once.

    The order and the number of descriptions do not matter. With a gazetteer `row`, its labels go before names seen.
    """
    descriptions = set(seen)
    listed = any(entity.gazetteer for entity in descriptions)
    sheet, about = Sheet(terms.graph("gazetteer" if listed else "entities")), terms.entity(key)
    if descriptions:
        sheet.say(about, names.TYPE, depesche("Entity"))
    for entity in descriptions:
        _describe(sheet, about, entity, terms)
    states = {entity.state for entity in descriptions if entity.state}
    _label(sheet, about, {entity.name for entity in descriptions}, row)
    return tuple(dict.fromkeys((*sheet.quads, *(_id_of_state(state, terms) for state in states))))


def check(entity: Entity, terms: Terms) -> None:
    """ValueError when this description of a party cannot be said in quads."""
    if entity.wikidata:
        terms.wikidata(entity.wikidata)
    for told in (entity.name, entity.gazetteer, entity.state):
        if told:
            told.encode()


def display_name(spellings: Iterable[str]) -> str | None:
    """The spelling to show of one name, whose spellings differ in case, accents and spaces only; None without any.

    Not shouted, with its accents, without capitals that only the beginning of a sentence lent it.

    >>> display_name(["ANA ÇELIK", "Ana Celik", "Ana Çelik"])
    'Ana Çelik'
    """
    return min(spellings, key=_oddness, default=None)


def gazetteer_iri(row: str, terms: Terms) -> NamedNode:
    """The party that the gazetteer row with this id is."""
    return terms.entity(digest("gazetteer", row))


def _describe(sheet: Sheet, about: NamedNode, entity: Entity, terms: Terms) -> None:
    sheet.say(about, names.TYPE, kind_class(entity.kind))
    sheet.say(about, depesche("gazetteerId"), entity.gazetteer)
    sheet.say(about, names.EXACT_MATCH, terms.wikidata(entity.wikidata) if entity.wikidata else None)
    sheet.say(about, depesche("state"), gazetteer_iri(entity.state, terms) if entity.state else None)
    sheet.say(about, depesche("anonymous"), True if entity.local else None)


def _id_of_state(state: str, terms: Terms) -> Quad:
    """The id of the state that somebody belongs to: without it the reference could not be read back."""
    return Quad(gazetteer_iri(state, terms), depesche("gazetteerId"), Literal(state), terms.graph("gazetteer"))


def _label(sheet: Sheet, about: NamedNode, spellings: set[str], row: Names | None) -> None:
    if row is None:
        shown = {best} if (best := display_name(spellings)) is not None else set()
        sheet.quads.extend(Quad(about, names.PREF_LABEL, Literal(label), sheet.name) for label in shown)
    else:
        shown, spellings = set(row.labels.values()), spellings | set(row.others)
        tagged = (Literal(label, language=language) for language, label in row.labels.items())
        sheet.quads.extend(Quad(about, names.PREF_LABEL, label, sheet.name) for label in tagged)
    for name in spellings - shown:
        sheet.say(about, names.ALT_LABEL, name)


def _oddness(name: str) -> tuple[bool, int, int, int, str]:
    shouted = name.isupper() and len(name.split()) > 1  # a single word in capitals may well be an acronym
    accents = sum(map(bool, map(unicodedata.combining, unicodedata.normalize("NFD", name))))
    return shouted, -accents, sum(map(str.isupper, name)), len(name), name
