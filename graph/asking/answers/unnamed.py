"""What leans on sources without a name: by which chain it came, whether anything else is known, what became of it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...rdf.derived import roots
from ..answering import Case, Found, Reply, reply
from ..reports import Source, Telling, by_episode, tellings
from .headings import Heading, begin, headings

_SHOWN = 5  # outlets named in a cell
_Sort = tuple[str, str | None]  # what they are, and whose


@dataclass(frozen=True, slots=True)
class Path(Heading):
    """A claim by its chain, outermost first; `depth` is its length, `only` tells that nothing else reports the episode."""

    path: str
    depth: int
    source_class: str | None
    affiliation: str | None
    only: bool
    day: str | None
    outlet: str | None
    sentence: str
    claim: str


@dataclass(frozen=True, slots=True)
class Profile:
    """Unnamed sources of one sort: how often they are cited, by whom, and what was said later of what they told.

    `episodes` are the things told; of these `confirmed` were later asserted or confirmed by somebody with a name,
    `denied` by anybody, and `alone` are those of which only such sources tell.
    """

    source: str
    source_class: str | None
    affiliation: str | None
    claims: int
    articles: int
    roots: int
    episodes: int
    confirmed: int
    denied: int
    alone: int
    outlets: str | None
    sentence: str
    claim: str


def paths(found: Found, case: Case) -> Reply:
    """The claims that a query found, each with its chain; those of episodes known otherwise too are left out on demand."""
    known = dict(headings(found))
    told = dict(by_episode(tellings(case.desk, known, case.language)))
    wanted = {str(claim): str(whose) if whose else None for claim, whose in found.each("claim", "affiliation")}
    only_unnamed = {episode for episode, group in told.items() if all(map(_leans_on_unnamed, group))}
    rows = [
        _path(known[episode], each, wanted[each.claim], episode in only_unnamed)
        for episode in known
        for each in told.get(episode, ())
        if each.claim in wanted and len(each.chain) >= int(case.given["depth"])
    ]
    if case.given["known"] == "only" and case.given["sources"] == "unnamed":
        rows = [row for row in rows if row.only]
    return reply(Path, rows)


def profiles(found: Found, case: Case) -> Reply:
    """Unnamed sources by sort and affiliation, those with the most claims first."""
    episodes = {str(episode) for (episode,) in found.each("episode")}
    told = dict(by_episode(tellings(case.desk, episodes, case.language)))
    by_claim = {each.claim: each for group in told.values() for each in group}
    sorts: dict[_Sort, list[tuple[str, Telling]]] = defaultdict(list)
    for claim, name, whose in found.each("claim", "source", "affiliation"):
        if (each := by_claim.get(str(claim))) and (source := _unnamed(each)):
            sorts[source.source_class or str(name), str(whose) if whose else None].append((str(name), each))
    rows = [_profile(sort, group, told) for sort, group in sorts.items()]
    return reply(Profile, sorted(rows, key=lambda row: (-row.claims, row.source, row.affiliation or "")))


def _path(heading: Heading, each: Telling, affiliation: str | None, only: bool) -> Path:
    steps = [link.source.name if link.source else "?" for link in each.chain]
    source, day = _unnamed(each), each.day.isoformat() if each.day else None
    return Path(
        *begin(heading), " → ".join([each.outlet or "?", *steps]), len(each.chain),
        source.source_class if source else None, affiliation, only, day, each.outlet, each.sentence, each.claim,
    )  # fmt: skip


def _profile(sort: _Sort, group: Sequence[tuple[str, Telling]], told: Mapping[str, Sequence[Telling]]) -> Profile:
    names, cited = Counter(name for name, _ in group), [each for _, each in group]
    episodes = sorted({each.episode for each in cited})
    outlets = Counter(each.outlet for each in cited if each.outlet)
    return Profile(
        source=min(names, key=lambda name: (-names[name], name)),
        source_class=next((source.source_class for each in cited if (source := _unnamed(each))), None),
        affiliation=sort[1],
        claims=len({each.claim for each in cited}),
        articles=len({each.article for each in cited}),
        roots=roots([[each.report for each in cited if each.episode == episode] for episode in episodes]),
        episodes=len(episodes),
        confirmed=sum(_confirmed(told[episode], _first(cited, episode)) for episode in episodes),
        denied=sum(_denied(told[episode], _first(cited, episode)) for episode in episodes),
        alone=sum(all(map(_leans_on_unnamed, told[episode])) for episode in episodes),
        outlets=", ".join(name for name, _ in outlets.most_common(_SHOWN)) or None,
        sentence=cited[0].sentence,
        claim=cited[0].claim,
    )


def _leans_on_unnamed(told: Telling) -> bool:
    """Whether the innermost source is one without a name."""
    return told.original is not None and told.original.anonymous


def _unnamed(told: Telling) -> Source | None:
    return next((link.source for link in reversed(told.chain) if link.source and link.source.anonymous), None)


def _first(told: Iterable[Telling], episode: str) -> date:
    return min((each.day or date.max for each in told if each.episode == episode), default=date.max)


def _confirmed(told: Sequence[Telling], day: date) -> bool:
    """Somebody with a name, who is no outlet, says so from that day on."""
    return any(
        each.voice == "asserting" and each.original is not None and not each.original.anonymous and not each.original.outlet
        for each in told
        if (each.day or date.min) >= day
    )


def _denied(told: Sequence[Telling], day: date) -> bool:
    return any(each.voice == "denying" for each in told if (each.day or date.min) >= day)
