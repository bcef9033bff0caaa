"""Citations of a store: from outlet to the first source of a claim's chain, from each source to the next; texts taken over.

Asked outlet by outlet, so that no query takes long, and counted here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ...model import Reason, Stance
from ..addresses import Asker, address, key, place, word
from ..network import named
from ..results import Row
from .asked import Asked
from .citing import Citation, Citations, by_roots
from .networks import PAIRS

_COPIES = (Reason.SAME_TEXT, Reason.NEAR_TEXT)  # another version of one page is no citation
_DAY = "OPTIONAL { ?article schema:datePublished ?day }"
_Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Chain:
    """The chain of one claim: whose article it stands in, when that was published, which text or agency it leans on.

    `steps` are sources with their stance, outermost first; None for a source that is left out or unnamed. All by keys.
    """

    claim: str
    publisher: str | None
    day: str | None
    root: str
    steps: tuple[tuple[str | None, Stance], ...]


@dataclass(slots=True)
class _Counts:
    """What is counted of one pair while chains are gone through."""

    stances: dict[str, Stance] = field(default_factory=dict)  # by claim
    roots: set[str] = field(default_factory=set)
    taken_over: int = 0
    days: set[str] = field(default_factory=set)


def citations(asker: Asker, asked: Asked, language: str, limit: int = PAIRS) -> Citations:
    """The `limit` citations with the most roots. Sources left unnamed are counted, never nodes: nobody knows who they are."""
    chains = tuple(_chains(asker, asked))
    taken_over = ((key(str(a)), key(str(b)), int(n or 0), _known(first, last)) for a, b, n, first, last in _copies(asker, asked))
    every, roots_of = counted(chains, taken_over)
    found = tuple(each for each in every if not asked.parties or {each.citing, each.cited} & set(asked.parties))
    kept = found[:limit]
    names = named(asker, sorted({end for each in kept for end in (each.citing, each.cited)}), language)
    unnamed = sum(any(source is None for source, _ in chain.steps) for chain in chains)
    return Citations(kept, names, roots_of, len(found), None if asked.parties else unnamed)


def counted(
    chains: Iterable[Chain], taken_over: Iterable[tuple[str, str, int, Sequence[str]]]
) -> tuple[tuple[Citation, ...], Mapping[str, int]]:
    """All citations, those with the most roots first, and the roots behind each source; the order of `chains` does not matter.

    `taken_over` says who printed whose text, how often, and on which days. An unnamed source cites nobody that is known.
    """
    counts: dict[_Pair, _Counts] = defaultdict(_Counts)
    roots: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        citing = chain.publisher
        for cited, stance in chain.steps:
            if citing and cited and citing != cited:
                own = counts[citing, cited]
                own.stances.setdefault(chain.claim, stance)
                own.roots.add(chain.root)
                own.days |= {chain.day} if chain.day else set()
                roots[cited].add(chain.root)
            citing = cited
    for citing, cited, number, days in taken_over:
        counts[citing, cited].taken_over += number
        counts[citing, cited].days |= set(days)
    found = by_roots(_citation(pair, each) for pair, each in counts.items())
    return found, {cited: len(each) for cited, each in roots.items()}


def _citation(pair: _Pair, counts: _Counts) -> Citation:
    by_stance = Counter(counts.stances.values())
    asserts, confirms, alleges, denies, doubts = (by_stance[stance] for stance in Stance)
    stances = (asserts, confirms, alleges, denies, doubts)
    first, last = min(counts.days, default=None), max(counts.days, default=None)
    return Citation(*pair, tuple(sorted(counts.stances)), len(counts.roots), stances, counts.taken_over, first, last)


def _chains(asker: Asker, asked: Asked) -> Iterator[Chain]:
    for outlet in _outlets(asker):
        articles = {str(article): (day, str(root)) for article, day, root in asker.rows(_articles(asker, asked, outlet))}
        claims: dict[_Pair, dict[int, tuple[str | None, Stance]]] = defaultdict(dict)
        for article, claim, number, stance, unnamed, source in asker.rows(_steps(outlet)):
            known = key(str(source)) if source and not unnamed else None
            claims[str(article), str(claim)][int(number or 0)] = (known, Stance(word(str(stance))))
        for (where, claim), steps in claims.items():
            if where in articles:
                day, root = articles[where]
                ordered = tuple(steps[number] for number in sorted(steps))
                yield Chain(key(claim), key(outlet) if outlet else None, str(day) if day else None, root, ordered)


def _outlets(asker: Asker) -> tuple[str | None, ...]:
    """The addresses of all outlets, and None for articles without one."""
    rows = asker.rows("SELECT DISTINCT ?outlet { GRAPH ?article { ?article schema:publisher ?outlet } } ORDER BY ?outlet")
    return (*(str(row[0]) for row in rows), None)


def _articles(asker: Asker, asked: Asked, outlet: str | None) -> str:
    root = f"GRAPH {place(asker.base, 'derived')} {{ ?article depesche:root ?root }}"
    return f"SELECT ?article ?day ?root {{ GRAPH ?article {{ {_of(outlet)} {_DAY} }} {root} {_days(asked)} }}"


def _steps(outlet: str | None) -> str:
    told = "?step depesche:position ?n ; depesche:stance ?stance ; depesche:anonymous ?unnamed"
    where = f"{_of(outlet)} ?claim depesche:step ?step . {told} OPTIONAL {{ ?step depesche:source ?source }}"
    return f"SELECT ?article ?claim ?n ?stance ?unnamed ?source {{ GRAPH ?article {{ {where} }} }}"


def _of(outlet: str | None) -> str:
    """The articles of an outlet, or those without one."""
    if outlet:
        return f"?article schema:publisher {address(outlet)} ."
    return "?article a depesche:Article FILTER NOT EXISTS { ?article schema:publisher ?any }"


def _copies(asker: Asker, asked: Asked) -> Iterator[Row]:
    """Whose texts outlets print: the outlet that had an equal or similar text first, or the agency that a text names."""
    copies = ", ".join(f"depesche:{reason.value}" for reason in _COPIES)
    head = "SELECT ?citing ?cited (COUNT(DISTINCT ?article) AS ?n) (MIN(?day) AS ?first) (MAX(?day) AS ?last)"
    lean = "?article depesche:leans ?link . ?link depesche:reason ?reason ; depesche:on"
    own = f"GRAPH ?article {{ ?article schema:publisher ?citing . {_DAY} }} {_days(asked)}"
    derived = f"GRAPH {place(asker.base, 'derived')}"
    other = f"{derived} {{ {lean} ?lender }} FILTER(?reason IN ({copies})) GRAPH ?lender {{ ?lender schema:publisher ?cited }}"
    agency = f"{derived} {{ {lean} ?cited }} FILTER(?reason = depesche:{Reason.AGENCY_MARK.value})"
    for pattern in (other, agency):
        yield from asker.rows(f"{head} {{ {pattern} {own} }} GROUP BY ?citing ?cited")


def _days(asked: Asked) -> str:
    since = f'FILTER(?day >= "{asked.since.isoformat()}"^^xsd:date)' if asked.since else ""
    until = f'FILTER(?day <= "{asked.until.isoformat()}"^^xsd:date)' if asked.until else ""
    return f"{since} {until}"


def _known(*days: object) -> tuple[str, ...]:
    return tuple(str(day) for day in days if day)
