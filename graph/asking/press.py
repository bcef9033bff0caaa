"""Whose article it is: outlets with their states, the languages of articles, and how much each outlet printed when."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from .addresses import Asker, iri, key, text, values

_AT_ONCE = 500  # things in one query: keeps the text of a query below 50 KB


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet by its key, with its name, and the key of its state where that is known."""

    key: str
    name: str
    state: str | None


@dataclass(frozen=True, slots=True)
class Printed:
    """How many articles an outlet (by its key) printed in a language on a day."""

    outlet: str
    language: str
    articles: int


@dataclass(frozen=True, slots=True)
class Press:
    """Some outlets: those of a state (by its key), printing in a language, or both."""

    state: str | None = None
    language: str | None = None

    @property
    def named(self) -> bool:
        """Whether it says which."""
        return bool(self.state or self.language)

    def holds(self, outlet: Outlet, language: str | None) -> bool:
        """Whether an article of this outlet in this language is theirs."""
        return self.state in (None, outlet.state) and self.language in (None, language)


@dataclass(frozen=True, slots=True)
class Sides:
    """Those who report, and the others, who may be silent: all others, where nobody says which (of an outlet without a
    state nobody knows whether it is another's)."""

    reporting: Press
    others: Press

    def reports(self, outlet: Outlet, language: str | None) -> bool:
        """Whether an article is of those who report."""
        return self.reporting.holds(outlet, language)

    def other(self, outlet: Outlet, language: str | None) -> bool:
        """Whether an article is of the others."""
        if self.reporting.holds(outlet, language):
            return False
        return self.others.holds(outlet, language) and (self.others.named or not self.reporting.state or bool(outlet.state))


def outlets(asker: Asker, language: str) -> dict[str, Outlet]:
    """All outlets of the store by their keys, named in `language`."""
    query = f"""SELECT ?outlet ?name ?state {{ ?outlet a depesche:Outlet .
        OPTIONAL {{ ?outlet skos:prefLabel ?name FILTER(LANG(?name) IN ("", {text(language)})) }}
        OPTIONAL {{ ?outlet depesche:state ?state }} }} ORDER BY DESC(?name) DESC(?state)"""
    found = ((key(str(outlet)), name, state) for outlet, name, state in asker.rows(query))
    return {own: Outlet(own, str(name or own), key(str(state)) if state else None) for own, name, state in found}


def languages(asker: Asker, articles: Iterable[str]) -> dict[str, str]:
    """The languages of articles by the articles' keys."""
    found: dict[str, str] = {}
    wanted = sorted(set(articles))
    for start in range(0, len(wanted), _AT_ONCE):
        terms = values(iri(asker.base, "article", each) for each in wanted[start : start + _AT_ONCE])
        query = f"SELECT ?a ?language {{ VALUES ?a {{ {terms} }} GRAPH ?a {{ ?a schema:inLanguage ?language }} }}"
        found |= {key(str(article)): str(language) for article, language in asker.rows(query)}
    return found


def printed(asker: Asker, since: date, until: date) -> Mapping[date, tuple[Printed, ...]]:
    """What all outlets printed in a time, by day."""
    query = f"""SELECT ?outlet ?language ?day (COUNT(?article) AS ?n) {{ GRAPH ?article {{
        ?article schema:publisher ?outlet ; schema:inLanguage ?language ; schema:datePublished ?day
        FILTER(?day >= "{since}"^^xsd:date && ?day <= "{until}"^^xsd:date) }} }} GROUP BY ?outlet ?language ?day"""
    found: dict[date, tuple[Printed, ...]] = defaultdict(tuple)
    for outlet, language, day, number in asker.rows(query):
        found[date.fromisoformat(str(day))] += (Printed(key(str(outlet)), str(language), int(number or 0)),)
    return found


def printed_by_others(
    known: Mapping[date, tuple[Printed, ...]], outlets: Mapping[str, Outlet], sides: Sides, days: Iterable[date]
) -> Counter[str]:
    """How many articles each outlet of the others printed on some days, by the outlets' names."""
    found: Counter[str] = Counter()
    for each in (each for day in days for each in known.get(day, ())):
        if each.outlet in outlets and sides.other(outlets[each.outlet], each.language):
            found[outlets[each.outlet].name] += each.articles
    return found
