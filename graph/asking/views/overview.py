"""The whole store at a glance: how much it holds, who publishes, and who is cited."""

from collections import defaultdict
from dataclasses import dataclass

from ...model import Kind, Stance
from ..addresses import Asker, word
from ..facts import gather
from .parties import party
from .values import PartyView


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many things the store holds; `samples` of the articles are examples."""

    articles: int
    claims: int
    entities: int
    outlets: int
    samples: int


@dataclass(frozen=True, slots=True)
class SourceView:
    """An outlet or a cited source with its claims by stance; `anonymous` counts claims with a source left unnamed."""

    party: PartyView
    articles: int
    claims: int
    anonymous: int
    stances: tuple[int, ...]  # in the order of Stance


_PUBLISHED = "?article schema:publisher ?party"
_IN_OUTLET = f"{_PUBLISHED} . ?claim depesche:inArticle ?article ; depesche:stance ?stance"
_CITED = "?claim depesche:step ?step . ?step depesche:source ?party ; depesche:stance ?stance"


def holdings(asker: Asker) -> Holdings:
    """The counts for the start page."""

    def count(pattern: str, what: str) -> int:
        return int(asker.rows(f"SELECT (COUNT(DISTINCT {what}) AS ?n) {{ {pattern} }}")[0][0] or 0)

    return Holdings(
        articles=count("GRAPH ?article { ?article depesche:textHash ?hash }", "?article"),
        claims=count("GRAPH ?article { ?claim a depesche:Claim }", "?claim"),
        entities=count("GRAPH ?place { ?entity a depesche:Entity }", "?entity"),
        outlets=count(f"GRAPH ?article {{ {_PUBLISHED} }}", "?party"),
        samples=count("GRAPH ?article { ?article a depesche:SampleArticle }", "?article"),
    )


def outlets(asker: Asker, language: str) -> tuple[SourceView, ...]:
    """All outlets, those with the most claims first."""
    anonymous = f"{_PUBLISHED} . ?claim depesche:inArticle ?article ; depesche:step ?step . ?step depesche:anonymous true"
    return _sources(asker, language, _IN_OUTLET, _PUBLISHED, anonymous)


def cited(asker: Asker, language: str) -> tuple[SourceView, ...]:
    """All sources that claims cite, those with the most claims first."""
    return _sources(asker, language, _CITED, _CITED, f"{_CITED} . ?step depesche:anonymous true")


def _sources(asker: Asker, language: str, claims: str, articles: str, anonymous: str) -> tuple[SourceView, ...]:
    stances: dict[str, dict[str, int]] = defaultdict(dict)
    for address, stance, n in asker.rows(_grouped(claims, "?party ?stance", "?claim")):
        stances[str(address)][word(str(stance))] = int(n or 0)
    published = {str(address): int(n or 0) for address, n in asker.rows(_grouped(articles, "?party", "?article"))}
    unnamed = {str(address): int(n or 0) for address, n in asker.rows(_grouped(anonymous, "?party", "?claim"))}
    facts = gather(asker, published)
    found = (
        SourceView(
            party=party(facts, address, language),
            articles=number,
            claims=sum(stances[address].values()),
            anonymous=unnamed.get(address, 0),
            stances=tuple(stances[address].get(stance.value, 0) for stance in Stance),
        )
        for address, number in published.items()
    )
    return tuple(sorted(found, key=lambda view: (-view.claims, view.party.kind is Kind.GROUP, view.party.name, view.party.key)))


def _grouped(pattern: str, by: str, what: str) -> str:
    return f"SELECT {by} (COUNT(DISTINCT {what}) AS ?n) {{ GRAPH ?article {{ {pattern} }} }} GROUP BY {by}"
