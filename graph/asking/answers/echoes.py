"""Who had it first and who leans on whom: the echo tree of an episode; how few texts stand behind many articles."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...model import Reason
from ..addresses import key
from ..answering import Case, Found, Reply, reply, text
from ..facts import gather
from ..reports import Leaning, Telling, by_episode, leanings, tellings
from .headings import Heading, begin, headings

_OF_TEXT = (Reason.SAME_TEXT, Reason.SAME_PAGE, Reason.NEAR_TEXT)


@dataclass(frozen=True, slots=True)
class Rooted(Heading):
    """An episode with how much stands behind its articles: texts (roots), and the sources that these cite (originals)."""

    claims: int
    originals: int
    first: str | None
    last: str | None
    episode: str


@dataclass(frozen=True, slots=True)
class Echo(Heading):
    """One article of an episode in its place in the tree: `depth` 0 stands on its own text, 1 leans on such a one.

    `on` names whom it leans on, which may be an outlet with no article in the store; `reason` is how one can tell.
    """

    depth: int
    day: str | None
    outlet: str | None
    on: str | None
    reason: str | None
    likeness: float | None
    words: str | None
    voice: str
    sentence: str
    claim: str


def rooted(found: Found, case: Case) -> Reply:
    """The episodes that a query found, with the number of their original sources."""
    more = {str(row[0]): row[1:] for row in found.each("episode", "claims", "from", "to")}
    told = dict(by_episode(tellings(case.desk, more, case.language)))
    rows = []
    for episode, heading in headings(found):
        claims, first, last = more[episode]
        behind = originals(told.get(episode, ()))
        rows.append(Rooted(*begin(heading), int(str(claims)), behind, text(first), text(last), episode))
    return reply(Rooted, rows)


def originals(told: Sequence[Telling]) -> int:
    """How many sources the claims go back to: people, bodies and unnamed ones, but no outlets.

    An unnamed source is another one in each article, but in reprints of one text it is the same.
    """
    found = set()
    for each in told:
        for link in each.chain:
            if link.source and not link.source.outlet:
                source = link.source
                found.add((each.report.root, source.name) if source.anonymous else source.address)
    return len(found)


def echo(found: Found, case: Case) -> Reply:
    """The echo tree of one episode, each article below the one it leans on, the earliest first."""
    rows: list[Echo] = []
    for episode, heading in headings(found):
        told = _first_of_each_article(tellings(case.desk, [episode], case.language))
        parents = _parents(told, leanings(case.desk, [each.article for each in told]))
        names = _Names.of(case, parents)
        rows += [_row(heading, each, depth, parents.get(each.article), names) for each, depth in _tree(told, parents)]
    return reply(Echo, rows)


def _first_of_each_article(told: Sequence[Telling]) -> tuple[Telling, ...]:
    found: dict[str, Telling] = {}
    for each in told:
        found.setdefault(each.article, each)
    return tuple(found.values())


def _parents(told: Sequence[Telling], leaning: Mapping[str, Sequence[Leaning]]) -> Mapping[str, Leaning]:
    """What each article leans on in this episode: the outlet that the claim cites, else its text, else its agency."""
    found: dict[str, Leaning] = {}
    for each in told:
        links = leaning.get(each.article, ())
        cited = [link for link in links if link.reason is Reason.CITED_OUTLET and key(link.on) == each.report.cited]
        of_text = [link for link in links if link.reason in _OF_TEXT]
        marked = [link for link in links if link.reason is Reason.AGENCY_MARK]
        for link in (*cited, *of_text, *marked)[:1]:
            found[each.article] = _met(link, each, told)
    return found


def _met(link: Leaning, by: Telling, told: Sequence[Telling]) -> Leaning:
    """A link to an outlet as a link to its own article of the episode, the latest before this one, where there is one."""
    if link.reason in _OF_TEXT:
        return link
    day = by.day or date.max
    others = [each for each in told if each.report.publisher == key(link.on) and each.article != by.article]
    own = [each for each in others if (each.day or day) <= day]
    return Leaning(own[-1].article, link.reason, link.likeness, link.words) if own else link


def _tree(told: Sequence[Telling], parents: Mapping[str, Leaning]) -> Iterator[tuple[Telling, int]]:
    """Depth first; an article that leans on something outside the episode stands one below the top."""
    below: dict[str, list[Telling]] = defaultdict(list)
    known = {each.article for each in told}
    tops = []
    for each in told:
        link = parents.get(each.article)
        if link and link.on in known:
            below[link.on].append(each)
        else:
            tops.append(each)
    seen: set[str] = set()
    for top in (*tops, *told):  # two that name each other have no top
        waiting = [(top, 1 if parents.get(top.article) and parents[top.article].on not in known else 0)]
        while waiting:
            each, depth = waiting.pop()
            if each.article not in seen:
                seen.add(each.article)
                yield each, depth
                waiting += [(child, depth + 1) for child in reversed(below[each.article])]


@dataclass(frozen=True, slots=True)
class _Names:
    """What the articles and outlets that are leant on are called."""

    names: Mapping[str, str]

    @staticmethod
    def of(case: Case, parents: Mapping[str, Leaning]) -> "_Names":
        facts = gather(case.desk, {link.on for link in parents.values()})
        ons = {link.on for link in parents.values()}
        return _Names({on: facts.text(on, "depesche:outletName") or facts.label(on, case.language) or key(on) for on in ons})


def _row(heading: Heading, each: Telling, depth: int, link: Leaning | None, names: _Names) -> Echo:
    on = names.names[link.on] if link else None
    reason, likeness, words = (link.reason.value, link.likeness, link.words) if link else (None, None, None)
    day = each.day.isoformat() if each.day else None
    return Echo(*begin(heading), depth, day, each.outlet, on, reason, likeness, words, each.voice, each.sentence, each.claim)
