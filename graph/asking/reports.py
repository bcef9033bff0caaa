"""The claims of some episodes as they were told: by whom, where, when, leaning on what.

Three plain look-ups for all of them, put together here: what roots, echoes, disputes and everything else that looks
behind an episode's figures is made from.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ..model import Reason, Stance
from ..rdf.census import Report
from ..rdf.derived import voice
from ..vocabulary import DEPESCHE
from .addresses import Asker, address, key, place, values, word
from .facts import Facts, gather
from .recounting import Said, day, report
from .results import Row, Value

_AT_ONCE = 200  # episodes in one query: keeps its text below 30 KB


@dataclass(frozen=True, slots=True)
class Source:
    """Who is named or described as a source: its address and name, whether it is an outlet, whether it stays unnamed.

    `source_class` says what sort of people unnamed ones are.
    """

    address: str
    name: str
    outlet: bool
    anonymous: bool
    source_class: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a chain, outermost first; `source` is None where the words leave it out."""

    source: Source | None
    stance: Stance
    scope: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim of an episode: where it stands, the words, its chain, and the report that is counted."""

    episode: str
    claim: str
    article: str
    outlet: str | None
    language: str | None
    day: date | None
    sentence: str
    chain: tuple[Link, ...]
    report: Report

    @property
    def voice(self) -> str:
        """`asserting`, `alleging`, `denying` or `doubting`."""
        return voice(self.report)

    @property
    def original(self) -> Source | None:
        """The innermost source that is known; None where the article says it in its own voice."""
        return next((link.source for link in reversed(self.chain) if link.source), None)


@dataclass(frozen=True, slots=True)
class Leaning:
    """That an article leans on another article or on an outlet (`on`, an address), and how one can tell."""

    on: str
    reason: Reason
    likeness: float | None
    words: str | None


def tellings(asker: Asker, episodes: Iterable[str], language: str) -> tuple[Telling, ...]:
    """The claims of these episodes (addresses), by day, then by article and claim; names are in `language`."""
    wanted = sorted(set(episodes))
    found: list[Telling] = []
    for start in range(0, len(wanted), _AT_ONCE):
        terms = values(address(each) for each in wanted[start : start + _AT_ONCE])
        chains = _chains(asker, terms, language)
        found += [_telling(row, chains.get(str(row[4]), ()), asker.base) for row in asker.rows(_claims(asker, terms))]
    return tuple(sorted(found, key=lambda told: (told.day or date.max, told.article, told.claim)))


def leanings(asker: Asker, articles: Iterable[str]) -> Mapping[str, tuple[Leaning, ...]]:
    """What each of these articles (addresses) leans on, the surest reason first."""
    found: dict[str, list[Leaning]] = defaultdict(list)
    wanted, derived = sorted(set(articles)), place(asker.base, "derived")
    for start in range(0, len(wanted), _AT_ONCE):
        terms = values(address(each) for each in wanted[start : start + _AT_ONCE])
        rows = asker.rows(f"""SELECT ?article ?on ?reason ?likeness ?words {{ VALUES ?article {{ {terms} }}
            GRAPH {derived} {{ ?article depesche:leans ?link . ?link depesche:on ?on ; depesche:reason ?reason }}
            OPTIONAL {{ GRAPH {derived} {{ ?link depesche:likeness ?likeness }} }}
            OPTIONAL {{ GRAPH {derived} {{ ?link depesche:words ?words }} }} }}
            ORDER BY ?article ?link""")
        for article, on, reason, likeness, words in rows:
            likely = float(str(likeness)) if likeness is not None else None
            found[str(article)].append(Leaning(str(on), Reason(word(str(reason))), likely, str(words) if words else None))
    return {article: tuple(sorted(each, key=lambda one: _SURENESS.index(one.reason))) for article, each in found.items()}


_SURENESS = tuple(Reason)


def _claims(asker: Asker, episodes: str) -> str:
    """What must be there first, then each thing that may be missing by itself: groups of OPTIONAL within GRAPH are looked up
    for the whole store, which takes twenty times as long."""
    derived = place(asker.base, "derived")
    return f"""SELECT ?episode ?sentence ?outlet ?language ?claim ?article ?actor ?relation ?recipient ?stance ?polarity
          ?modality ?from ?to ?day ?publisher ?root {{
        VALUES ?episode {{ {episodes} }}
        GRAPH {derived} {{ ?claim depesche:episode ?episode . ?episode depesche:relation ?relation }}
        GRAPH ?article {{ ?claim depesche:stance ?stance ; depesche:polarity ?polarity ; depesche:modality ?modality ;
          depesche:sentence ?sentence ; depesche:inArticle ?article }}
        GRAPH {derived} {{ ?article depesche:root ?root }}
        OPTIONAL {{ GRAPH ?article {{ ?claim depesche:earliest ?from }} }}
        OPTIONAL {{ GRAPH ?article {{ ?claim depesche:latest ?to }} }}
        OPTIONAL {{ GRAPH ?article {{ ?article schema:datePublished ?day }} }}
        OPTIONAL {{ GRAPH ?article {{ ?article depesche:outletName ?outlet }} }}
        OPTIONAL {{ GRAPH ?article {{ ?article schema:publisher ?publisher }} }}
        OPTIONAL {{ GRAPH ?article {{ ?article schema:inLanguage ?language }} }}
        OPTIONAL {{ GRAPH {derived} {{ ?episode depesche:actor ?actor }} }}
        OPTIONAL {{ GRAPH {derived} {{ ?episode depesche:recipient ?recipient }} }} }}"""


def _chains(asker: Asker, episodes: str, language: str) -> Mapping[str, tuple[Link, ...]]:
    """The chains of the claims of some episodes, by the claim's address."""
    rows = asker.rows(f"""SELECT ?claim ?position ?stance ?scope ?source ?anonymous ?class {{
        VALUES ?episode {{ {episodes} }}
        GRAPH {place(asker.base, "derived")} {{ ?claim depesche:episode ?episode }}
        GRAPH ?article {{ ?claim depesche:step ?step . ?step depesche:position ?position ; depesche:stance ?stance }}
        OPTIONAL {{ GRAPH ?article {{ ?step depesche:scope ?scope }} }}
        OPTIONAL {{ GRAPH ?article {{ ?step depesche:source ?source }} }}
        OPTIONAL {{ GRAPH ?article {{ ?step depesche:anonymous ?anonymous }} }}
        OPTIONAL {{ GRAPH ?article {{ ?step depesche:sourceClass ?class }} }} }}
        ORDER BY ?claim ?position""")
    named = gather(asker, {str(row[4]) for row in rows if row[4]})
    found: dict[str, list[Link]] = defaultdict(list)
    for claim, _, stance, scope, source, anonymous, source_class in rows:
        who = _source(named, str(source), bool(anonymous), source_class, language) if source else None
        found[str(claim)].append(Link(who, Stance(word(str(stance))), str(scope) if scope else None))
    return {claim: tuple(chain) for claim, chain in found.items()}


def _source(named: Facts, about: str, anonymous: bool, source_class: Value, language: str) -> Source:
    name = named.label(about, language) or key(about)
    outlet = f"{DEPESCHE}Outlet" in named.every(about, "rdf:type")
    return Source(about, name, outlet, anonymous, str(source_class) if source_class else None)


def _telling(row: Row, chain: Sequence[Link], base: str) -> Telling:
    episode, sentence, outlet, language, *said = row
    outlets = [link.source.address for link in chain if link.source and link.source.outlet]
    told = Said(*[*said, outlets[-1] if outlets else None])
    return Telling(
        str(episode), str(told.claim), str(told.article), str(outlet) if outlet else None, str(language) if language else None,
        day(told.day), str(sentence), tuple(chain), report(told, base),
    )  # fmt: skip


def by_episode(told: Iterable[Telling]) -> Iterator[tuple[str, tuple[Telling, ...]]]:
    """The tellings of each episode, in the order in which episodes first come."""
    groups: dict[str, list[Telling]] = defaultdict(list)
    for each in told:
        groups[each.episode].append(each)
    return ((episode, tuple(group)) for episode, group in groups.items())
