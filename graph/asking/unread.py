"""Articles that name both of two parties although no claim about the two was read in them: what a reader may have missed.

A look into the texts of a bounded number of articles, word by word: there is no index of texts, and an absence is only
as sure as what was looked at. Names count as they stand in the store, with the s of a German genitive.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from .addresses import Asker, iri, key, values
from .answering import Desk

MOST_ARTICLES = 2000  # looked at for one answer, the newest first: six million characters, two seconds
_AT_ONCE = 500  # things in one query: keeps the text of a query below 50 KB
_SHOWN = 3  # titles in a cell; the question `unread` lists all
_SHORTEST = 2  # characters of a name: of fewer, any word may be one
_WORD = re.compile(r"\w+(?:[-.]\w+)*")


@dataclass(frozen=True, slots=True)
class Search:
    """Two parties by their keys, and the days between which articles may name them."""

    one: str
    other: str
    since: date
    until: date

    @property
    def pair(self) -> frozenset[str]:
        """The two, in whatever order."""
        return frozenset({self.one, self.other})


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that names both and tells nothing that was read about them."""

    key: str
    day: str
    outlet: str | None
    title: str | None
    url: str | None


def unread(desk: Desk, searches: Collection[Search]) -> Mapping[Search, tuple[Unread, ...]]:
    """For each search the articles that were missed by the reader, newest first, among the newest of all in that time."""
    if not searches:
        return {}
    articles = _articles(desk, min(each.since for each in searches), max(each.until for each in searches))
    names = _Names.of(desk, {party for each in searches for party in each.pair})
    named = {own: found for own, text in desk.archive.texts(list(articles)) if len(found := names.named(text)) > 1}
    read = _read(desk, named)
    return {each: tuple(_missed(each, articles, named, read)) for each in searches}


def titles(articles: Sequence[Unread]) -> str | None:
    """The newest of some articles, in a line; None without any."""
    told = [f"{each.outlet or '?'}, {each.day}: {each.title or each.url or each.key}" for each in articles[:_SHOWN]]
    return " · ".join([*told, *(["…"] if len(articles) > _SHOWN else [])]) or None


def _missed(
    search: Search, articles: Mapping[str, Unread], named: Mapping[str, frozenset[str]], read: Mapping[str, set[frozenset[str]]]
) -> Iterator[Unread]:
    for own, article in articles.items():
        there = search.since.isoformat() <= article.day <= search.until.isoformat()
        if there and search.pair <= named.get(own, frozenset()) and search.pair not in read[own]:
            yield article


def _articles(asker: Asker, since: date, until: date) -> dict[str, Unread]:
    """The newest articles of a time by their keys, newest first."""
    query = f"""SELECT ?article ?day ?outlet ?title ?url {{ GRAPH ?article {{ ?article schema:datePublished ?day
        FILTER(?day >= "{since}"^^xsd:date && ?day <= "{until}"^^xsd:date)
        OPTIONAL {{ ?article depesche:outletName ?outlet }} OPTIONAL {{ ?article schema:headline ?title }}
        OPTIONAL {{ ?article schema:url ?url }} }} }} ORDER BY DESC(?day) ?article LIMIT {MOST_ARTICLES}"""
    found = {}
    for article, day, *told in asker.rows(query):
        outlet, title, url = (str(each) if each is not None else None for each in told)
        found[key(str(article))] = Unread(key(str(article)), str(day), outlet, title, url)
    return found


def _read(asker: Asker, articles: Iterable[str]) -> dict[str, set[frozenset[str]]]:
    """The pairs of parties that the claims of each article tell of."""
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for some in _some(sorted(articles)):
        terms = values(iri(asker.base, "article", each) for each in some)
        query = f"""SELECT DISTINCT ?article ?one ?other {{ VALUES ?article {{ {terms} }}
            GRAPH ?article {{ ?claim depesche:reports ?proposition }}
            ?proposition depesche:actor ?one ; depesche:recipient ?other }}"""
        for article, one, other in asker.rows(query):
            found[key(str(article))].add(frozenset({key(str(one)), key(str(other))}))
    return found


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of parties, word by word: what a text names is found in one pass."""

    parties: Mapping[str, frozenset[str]]
    lengths: Mapping[str, tuple[int, ...]]  # how many words the names have that begin with a word

    @staticmethod
    def of(asker: Asker, parties: Collection[str]) -> "_Names":
        found: dict[str, set[str]] = defaultdict(set)
        lengths: dict[str, set[int]] = defaultdict(set)
        for some in _some(sorted(parties)):
            terms = values(iri(asker.base, "entity", each) for each in some)
            query = f"SELECT ?party ?name {{ VALUES ?party {{ {terms} }} ?party skos:prefLabel|skos:altLabel ?name }}"
            for party, name in asker.rows(query):
                words = _WORD.findall(str(name))
                for last in (words[-1], f"{words[-1]}s") if words and len(str(name)) >= _SHORTEST else ():
                    form = (*words[:-1], last)
                    found[" ".join(form)].add(key(str(party)))
                    lengths[form[0]].add(len(form))
        kept = {name: frozenset(who) for name, who in found.items()}
        return _Names(kept, {word: tuple(sorted(each)) for word, each in lengths.items()})

    def named(self, text: str) -> frozenset[str]:
        """The parties that a text names."""
        words = _WORD.findall(text)
        found: set[str] = set()
        for at, word in enumerate(words):
            for length in self.lengths.get(word, ()):
                found |= self.parties.get(" ".join(words[at : at + length]), frozenset())
        return frozenset(found)


def _some(things: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(things), _AT_ONCE):
        yield things[start : start + _AT_ONCE]
