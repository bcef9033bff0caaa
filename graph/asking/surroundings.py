"""What there is around a party, counted before anything of it is drawn: by relation, by whom, by stance, by year."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..rdf.census import Report
from ..rdf.derived import roots, voice
from . import lenses
from .addresses import Asker, iri, key, place
from .facts import gather
from .lenses import Lens
from .recounting import Archivist

_TOLD = 8  # sources that are named: the rest is counted


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the claims around a party: what they have in common, how many, on how many texts they lean, how many parties
    they lead to."""

    key: str
    name: str
    claims: int
    roots: int
    parties: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All claims in which a party acts or is acted upon. `relations`, `stances` and `years` divide them, most claims first
    (years in order); of `sources`, on whose word they are told, only the most frequent are listed."""

    claims: int
    roots: int
    parties: int
    relations: tuple[Share, ...]
    stances: tuple[Share, ...]
    years: tuple[Share, ...]
    sources: tuple[Share, ...]


def around(asker: Archivist, own: str, through: Lens, language: str) -> Surroundings:
    """What stands around the party with the key `own`, as the lens shows it."""
    told = list(lenses.reports(asker, through, [own], either=True))
    found = _Around(own, told)
    speakers = _speakers(asker, own)
    names = gather(asker, {f"{asker.base}entity/{who}" for whose in speakers.values() for who in whose})

    def called(who: str) -> str:
        return names.label(f"{asker.base}entity/{who}", language) or who

    sources = found.shares(lambda report: speakers.get(report.claim, ()), called)
    return Surroundings(
        claims=len(told),
        roots=found.roots(told),
        parties=len(found.others(told)),
        relations=found.shares(lambda report: (report.edge.relation,)),
        stances=found.shares(lambda report: (voice(report),)),
        years=tuple(sorted(found.shares(lambda report: _year(report, through)), key=lambda share: share.key)),
        sources=sources[:_TOLD],
    )


@dataclass(frozen=True, slots=True)
class _Around:
    """The reports around a party, with the episodes they are counted in."""

    own: str
    told: Sequence[tuple[str, Report]]

    def shares(self, of: Callable[[Report], Iterable[str]], name: Callable[[str], str] = str) -> tuple[Share, ...]:
        """The reports by what `of` says of each, most claims first."""
        groups: dict[str, list[tuple[str, Report]]] = defaultdict(list)
        for episode, report in self.told:
            for each in of(report):
                groups[each].append((episode, report))
        found = (
            Share(each, name(each), len(group), self.roots(group), len(self.others(group))) for each, group in groups.items()
        )
        return tuple(sorted(found, key=lambda share: (-share.claims, share.name, share.key)))

    def roots(self, group: Iterable[tuple[str, Report]]) -> int:
        """On how many texts some of the reports lean."""
        by_episode: dict[str, list[Report]] = defaultdict(list)
        for episode, report in group:
            by_episode[episode].append(report)
        return roots(by_episode.values())

    def others(self, group: Iterable[tuple[str, Report]]) -> frozenset[str]:
        """The parties at the other ends."""
        ends = {end for _, report in group for end in (report.edge.actor, report.edge.recipient)}
        return frozenset(str(end) for end in ends - {None, self.own})


def _year(report: Report, through: Lens) -> tuple[str, ...]:
    first, _ = through.clock.days(report)
    return (str(first.year),) if first else ()


def _speakers(asker: Asker, own: str) -> Mapping[str, Sequence[str]]:
    """Who is cited in each claim around a party, by the claim's key."""
    who, derived = iri(asker.base, "entity", own), place(asker.base, "derived")
    found: dict[str, list[str]] = defaultdict(list)
    for role in ("actor", "recipient"):
        rows = asker.rows(f"""SELECT DISTINCT ?claim ?source {{
            GRAPH {derived} {{ ?episode depesche:{role} {who} ; a depesche:Episode . ?claim depesche:episode ?episode }}
            GRAPH ?article {{ ?claim prov:wasAttributedTo ?source }} }} ORDER BY ?claim LIMIT {lenses.MOST}""")
        for claim, source in rows:
            found[key(str(claim))].append(key(str(source)))
    return {claim: tuple(dict.fromkeys(sources)) for claim, sources in found.items()}
