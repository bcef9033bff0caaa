"""Which party does a cell of somebody's table mean? Candidates by name, with scores, and what we know of each.

The questions of the Reconciliation API 0.2 without its JSON: names go through the labels of the store, facts through
plain look-ups.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..model import Kind
from ..rdf.labels import Found, Labels
from ..vocabulary import Vocabulary
from .addresses import Asker, is_key
from .facts import gather
from .views.parties import party
from .views.values import PartyView

# What the way of finding is worth, from a guess at a typo to the whole name; the last alone makes a match.
_SCORES = (40.0, 50.0, 60.0, 75.0, 85.0, 100.0)
_SURE = 100.0
_OTHER_ITEM = 0.5  # of the score of a party that is known to be another Wikidata item than the one asked for
_LOOKED_AT = 20  # candidates that are weighed for each cell


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell: a name, the kinds it may be of (none: any), the Wikidata item if another column tells it."""

    name: str
    kinds: frozenset[Kind] = frozenset()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party that a cell may mean; `score` runs to 100. `match`: nobody else is as likely, and the name is whole."""

    key: str
    name: str
    kind: Kind
    claims: int
    score: float
    match: bool


@dataclass(frozen=True, slots=True)
class Property:
    """What a table can be extended by: `values` are `text`, `number`, or `party`, which is again an entity."""

    code: str
    labels: Mapping[str, str]
    values: str = "text"


def _properties() -> Mapping[str, Property]:
    terms, words = Vocabulary.load().terms, {"wikidata": {"de": "Wikidata", "en": "Wikidata"}}
    return {
        "wikidata": Property("wikidata", words["wikidata"]),
        "kind": Property("kind", {"de": "Art", "en": "kind"}),
        "state": Property("state", terms["state"].labels, "party"),
        "names": Property("names", {"de": "andere Namen", "en": "other names"}),
        "claims": Property("claims", terms["claimCount"].labels, "number"),
    }


PROPERTIES: Mapping[str, Property] = _properties()
Value = str | int | PartyView


def candidates(labels: Labels, cell: Cell, limit: int) -> tuple[Candidate, ...]:
    """The parties that a cell may mean, likeliest first."""
    hits = labels.search(cell.name, max(limit, _LOOKED_AT), cell.kinds) if cell.name.strip() else ()
    scored = [(_score(hit, cell.wikidata), hit) for hit in hits]
    best = max((score for score, _ in scored), default=0.0)
    alone = best == _SURE and sum(score == best for score, _ in scored) == 1
    found = [
        Candidate(hit.key, hit.name, hit.kind, hit.claims, score, alone and score == best)
        for score, hit in sorted(scored, key=lambda pair: -pair[0])
    ]
    return tuple(found[:limit])


def _score(hit: Found, wikidata: str | None) -> float:
    """An item that agrees makes sure; one that differs speaks against; a name alone is less sure where an item was asked for."""
    score = _SCORES[hit.score]
    if wikidata is None:
        return score
    if hit.wikidata == wikidata:
        return _SURE
    return score * _OTHER_ITEM if hit.wikidata else min(score, _SCORES[-2])


def extended(
    asker: Asker, keys: Sequence[str], properties: Collection[str], language: str
) -> dict[str, dict[str, tuple[Value, ...]]]:
    """The values of `properties` for each party; none for a key that the store does not know."""
    places = {key: f"{asker.base}entity/{key}" for key in keys if is_key(key)}
    facts = gather(asker, places.values())
    states = {str(state) for place in places.values() for state in facts.every(place, "depesche:state")}
    gather(asker, states, facts)

    def values(key: str, code: str) -> tuple[Value, ...]:
        place = places.get(key, "")
        if place not in facts:
            return ()
        match code:
            case "wikidata":
                return tuple(str(item).rpartition("/")[2] for item in facts.every(place, "skos:exactMatch"))
            case "kind":
                return (Vocabulary.load().kinds[party(facts, place, language).kind.value].labels[language],)
            case "state":
                return tuple(party(facts, str(state), language) for state in facts.every(place, "depesche:state"))
            case "names":
                shown = party(facts, place, language).name
                names = {*facts.every(place, "skos:prefLabel"), *facts.every(place, "skos:altLabel")}
                return tuple(sorted(str(name) for name in names if name != shown))
            case _:
                return (facts.number(place, "depesche:claimCount"),)

    return {key: {code: values(key, code) for code in properties} for key in keys}
