"""How often the episode of a claim is told, and by what the sources say: as `…/derived` has it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from ..rdf.census import Report
from ..rdf.derived import Counts, counts
from .addresses import Asker, iri, key, place, values
from .facts import Facts

_AT_ONCE = 500  # claims in one query: keeps the text of a query below 50 KB
_COUNTS = ("articleCount", "rootCount", "assertingCount", "denyingCount")


@dataclass(frozen=True, slots=True)
class Figures:
    """The counts that stand in every row about an episode."""

    articles: int = 0
    roots: int = 0
    asserting: int = 0
    denying: int = 0

    @staticmethod
    def of(reports: Collection[Report]) -> "Figures":
        """Those of some reports."""
        found = counts(reports)
        return Figures(found.articles, found.roots, found.asserting, found.denying)


@dataclass(frozen=True, slots=True)
class Voices:
    """The counts of an episode with all that its sources say."""

    articles: int
    roots: int
    asserting: int
    alleging: int
    denying: int
    doubting: int

    @staticmethod
    def of(found: Counts) -> "Voices":
        """Those of counts."""
        return Voices(found.articles, found.roots, found.asserting, found.alleging, found.denying, found.doubting)


def figures(asker: Asker, claims: Iterable[str]) -> dict[str, Figures]:
    """The figures of the episodes of claims, by the claims' keys."""
    facts, episodes = Facts(), dict[str, str]()
    wanted = sorted(set(claims))
    for start in range(0, len(wanted), _AT_ONCE):
        terms = values(iri(asker.base, "claim", each) for each in wanted[start : start + _AT_ONCE])
        query = f"""SELECT ?claim ?episode ?name ?number {{ VALUES ?claim {{ {terms} }} GRAPH {place(asker.base, "derived")} {{
            ?claim depesche:episode ?episode . ?episode ?name ?number FILTER(isNumeric(?number)) }} }}"""
        for claim, episode, name, number in asker.rows(query):
            episodes[key(str(claim))] = str(episode)
            facts.add(str(episode), str(name), number, "")
    return {claim: Figures(*(facts.number(each, f"depesche:{name}") for name in _COUNTS)) for claim, each in episodes.items()}
