"""The articles that name two parties although no claim about the two was read in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..addresses import iri, key, text
from ..answering import Case, Found, Reply, reply
from ..edge_reports import day_given, last_day
from ..recall import recall
from ..unread import MOST_ARTICLES, Search, unread
from ..wording import note


@dataclass(frozen=True, slots=True)
class Missed:
    """An article that names both."""

    actor: str
    recipient: str
    day: str
    outlet: str | None
    title: str | None
    url: str | None
    article: str


def unread_articles(found: Found, case: Case) -> Reply:
    """The articles for the two parties that were given, else for the pairs that most claims tell of, newest first."""
    pairs = _given(case) or {(key(str(one)), key(str(other))) for one, other in found.each("one", "other")}
    since, until = day_given(case, "since") or date.min, day_given(case, "until") or last_day(case.desk)
    searches = {frozenset(pair): Search(*pair, since, until) for pair in sorted(pairs) if pair[0] != pair[1]}
    names = _names(case, {party for pair in searches for party in pair})
    missed = unread(case.desk, list(searches.values()))
    rows = [
        Missed(names[search.one], names[search.other], each.day, each.outlet, each.title, each.url, _article(case, each.key))
        for search, articles in missed.items()
        for each in articles
    ]
    rows.sort(key=lambda row: row.day, reverse=True)
    return reply(Missed, rows, note("unread-limit", articles=MOST_ARTICLES), recall().note)


def _given(case: Case) -> set[tuple[str, str]]:
    ends = case.given.get("actor"), case.given.get("recipient")
    return {(ends[0], ends[1])} if ends[0] and ends[1] else set()


def _names(case: Case, parties: set[str]) -> dict[str, str]:
    """What the parties are called; by their keys where they have no name."""
    return {each: each for each in parties} | dict(_labels(case, parties))


def _labels(case: Case, parties: set[str]) -> Iterator[tuple[str, str]]:
    terms = " ".join(iri(case.desk.base, "entity", each) for each in sorted(parties))
    query = f"""SELECT ?party ?name {{ VALUES ?party {{ {terms} }} ?party skos:prefLabel ?name
        FILTER(LANG(?name) IN ("", {text(case.language)})) }} ORDER BY DESC(?name)"""
    for party, name in case.desk.rows(query):
        yield key(str(party)), str(name)


def _article(case: Case, own: str) -> str:
    return iri(case.desk.base, "article", own)[1:-1]
