"""Lenses: the network as one speaker, one outlet or the outlets of one state tell it, within a window of time.

Through a lens, everything is counted anew from the claims that it lets through: stances, articles, roots. Nothing is
added to what was said, and nothing said of what is left out but how much it is.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ..errors import UsageError
from ..model import Modality
from ..rdf.census import Edge, Report
from ..rdf.derived import counts, edge_key
from .addresses import Asker, iri, place, values
from .clock import Clock, iso
from .edges import Counted, tally
from .recounting import Archivist, Said, day, kept, report

MOST = 50_000  # claims of one teller that are counted: about two seconds, and more than 600 edges show
_AT_ONCE = 300  # parties in one query


class Teller(StrEnum):
    """Through whom one looks: somebody who is cited, an outlet, or all outlets of a state."""

    SPEAKER = "speaker"
    OUTLET = "outlet"
    STATE = "state"


@dataclass(frozen=True, slots=True)
class Lens:
    """What is let through. `teller` and `of` (a key) name through whom; `since` and `until` are days on `clock`, both
    included; of an empty `modalities` all are meant; `roots` is on how many texts an edge must lean at least. `as_of` is a
    day: only what had been printed by then, whatever the clock of the window."""

    teller: Teller | None = None
    of: str | None = None
    clock: Clock = Clock.PUBLISHED
    since: date | None = None
    until: date | None = None
    modalities: frozenset[Modality] = frozenset()
    roots: int = 1
    as_of: date | None = None

    @property
    def clear(self) -> bool:
        """Whether it lets everything through, so that nothing need be counted anew."""
        return not (self.of or self.since or self.until or self.modalities or self.roots > 1 or self.as_of)


CLEAR = Lens()


def lens(given: Iterable[tuple[str, str]]) -> Lens:
    """The lens that the parameters of an address say: `lens=speaker:KEY`, `clock`, `from`, `to`, `modality`, `roots`,
    `asof`.

    UsageError for what cannot be one; parameters of others are let be.
    """
    told = dict(given)
    teller, _, of = told.get("lens", "").partition(":")
    try:
        return Lens(
            Teller(teller) if teller else None,
            of or None,
            Clock(told.get("clock") or Clock.PUBLISHED),
            day(told.get("from")),
            day(told.get("to")),
            frozenset(Modality(each) for each in told.get("modality", "").split(",") if each),
            int(told.get("roots") or 1),
            day(told.get("asof")),
        )
    except ValueError as error:
        raise UsageError(f"this is no lens: {error}") from None


def seen(
    asker: Archivist, through: Lens, parties: Sequence[str] = (), *, either: bool = False, among: bool = False
) -> tuple[Counted, ...]:
    """The edges as the lens shows them, those with the most claims first.

    If `parties` (keys) are given, only those whose actor is one of them, or, with `either`, their actor or recipient; with
    `among` only those that lead to one of them or to nobody.
    """
    by_edge: dict[Edge, dict[str, list[Report]]] = defaultdict(lambda: defaultdict(list))
    for episode, told in reports(asker, through, parties, either=either, among=among):
        by_edge[told.edge][episode].append(told)
    found = (_counted(edge, tuple(episodes.values()), through.clock) for edge, episodes in by_edge.items())
    kept = (each for each in found if each.roots >= through.roots)
    return tuple(sorted(kept, key=lambda each: (-each.tally.claims, each.key)))


def behind(asker: Archivist, through: Lens, edge: Edge) -> tuple[str, ...]:
    """Keys of the claims of an edge that the lens lets through, newest article first."""
    found = [told for _, told in reports(asker, through, [edge.actor or ""]) if told.edge == edge]
    newest = sorted(found, key=lambda told: told.claim)
    return tuple(told.claim for told in sorted(newest, key=lambda told: told.published or date.min, reverse=True))


def parties(found: Sequence[Counted], limit: int, without: str | None = None) -> tuple[tuple[str, ...], int]:
    """The keys of the parties of some edges, those with the most claims first, and how many there are in all."""
    claims: Counter[str] = Counter()
    for edge in found:
        for party in {edge.actor, edge.recipient} - {None, without}:
            claims[str(party)] += edge.tally.claims
    ordered = sorted(claims, key=lambda party: (-claims[party], party))
    return tuple(ordered[:limit]), len(ordered)


def reports(
    asker: Archivist, through: Lens, parties: Sequence[str] = (), *, either: bool = False, among: bool = False
) -> Iterator[tuple[str, Report]]:
    """The reports that the lens lets through, each once, with a name for its episode; of `parties` as in `seen`, with `among`
    only those that lead to one of them or to nobody.

    Those of a teller are found by the quads; all others stand in the archive side by side, ten times as quick to count.
    """
    if through.of is None:
        for episode, counted in kept(asker.archive, parties, either=either, among=among):
            if _fits(counted, through) and _within(counted, through):
                yield episode, counted
        return
    wanted = {*parties, None}
    for episode, counted in _by_teller(asker, through, parties, either=either):
        if not among or counted.edge.recipient in wanted:
            yield episode, counted


def _fits(counted: Report, through: Lens) -> bool:
    return not through.modalities or counted.modality in through.modalities


def _by_teller(asker: Asker, through: Lens, parties: Sequence[str], *, either: bool) -> Iterator[tuple[str, Report]]:
    told: dict[str, tuple[str, Report]] = {}
    chunks = [parties[start : start + _AT_ONCE] for start in range(0, len(parties), _AT_ONCE)] or [()]
    for chunk in chunks:
        rows = [row for role in ("actor", "recipient")[: 1 + either] for row in asker.rows(_query(asker, through, chunk, role))]
        for row in rows:
            counted = report(Said(*row[1:]), asker.base)
            if counted.claim not in told and _within(counted, through):
                told[counted.claim] = str(row[0]), counted
    yield from told.values()


def _query(asker: Asker, through: Lens, parties: Sequence[str], role: str) -> str:
    derived = place(asker.base, "derived")
    among = f"VALUES ?{role} {{ {values(iri(asker.base, 'entity', each) for each in parties)} }}" if parties else ""
    # An episode without a recipient must not be joined with any that is asked for.
    known = "; depesche:recipient ?recipient" if role == "recipient" and parties else ""
    other = "" if known else f"OPTIONAL {{ GRAPH {derived} {{ ?episode depesche:recipient ?recipient }} }}"
    return f"""SELECT ?episode ?claim ?article ?actor ?relation ?recipient ?stance ?polarity ?modality ?from ?to ?day
          ?publisher ?root ?cited {{
        {_teller(asker, through)} {among}
        GRAPH {derived} {{ ?claim depesche:episode ?episode .
          ?episode depesche:actor ?actor ; depesche:relation ?relation {known} }}
        GRAPH ?article {{ ?claim depesche:stance ?stance ; depesche:polarity ?polarity ; depesche:modality ?modality }}
        GRAPH {derived} {{ ?article depesche:root ?root }}
        {_window(through)} {_modalities(through)} {other}
        OPTIONAL {{ GRAPH ?article {{ ?claim depesche:earliest ?from }} }}
        OPTIONAL {{ GRAPH ?article {{ ?claim depesche:latest ?to }} }}
        OPTIONAL {{ GRAPH ?article {{ ?claim prov:wasQuotedFrom ?cited }} }}
        OPTIONAL {{ GRAPH ?article {{ ?article schema:publisher ?publisher }} }}
        }} ORDER BY ?claim LIMIT {MOST}"""


def _teller(asker: Asker, through: Lens) -> str:
    """The claims of whom one looks through, found first: they are few beside all that is told of a party."""
    if through.of is None or through.teller is None:
        return ""
    who = iri(asker.base, "entity", through.of)
    if through.teller is Teller.SPEAKER:
        return f"{{ SELECT DISTINCT ?claim {{ ?step depesche:source {who} . ?claim depesche:step ?step }} }}"
    outlet = f"?outlet depesche:state {who} ; a depesche:Outlet . ?article schema:publisher ?outlet ."
    if through.teller is Teller.OUTLET:
        outlet = f"?article schema:publisher {who} ."
    return f"{{ SELECT DISTINCT ?claim {{ {outlet} ?claim depesche:inArticle ?article }} }}"


def _modalities(through: Lens) -> str:
    """Which modalities are let through."""
    wanted = values(f"depesche:{each.value}" for each in sorted(through.modalities))
    return f"VALUES ?modality {{ {wanted} }}" if wanted else ""


def _window(through: Lens) -> str:
    """The day of publication, of which those outside the window need not be looked at; events are compared in `_within`."""
    told = "GRAPH ?article { ?article schema:datePublished ?day }"
    by_report = through.clock is Clock.PUBLISHED
    bounds = [(">=", through.since if by_report else None), ("<=", through.until if by_report else None), ("<=", through.as_of)]
    filters = [f'FILTER(?day {sign} "{bound.isoformat()}"^^xsd:date)' for sign, bound in bounds if bound]
    return " ".join([told, *filters]) if filters else f"OPTIONAL {{ {told} }}"


def _within(told: Report, through: Lens) -> bool:
    """Whether the report's time meets the window; an event that nobody dates happened when it was reported, at the latest."""
    if through.as_of and (told.published is None or told.published > through.as_of):
        return False
    first, last = through.clock.days(told)
    if through.since and (last is None or last < through.since):
        return False
    return not (through.until and (first is None or first > through.until))


def _counted(edge: Edge, episodes: Sequence[Sequence[Report]], clock: Clock) -> Counted:
    every = [each for group in episodes for each in group]
    spans = [clock.days(each) for each in every]
    return Counted(
        key=edge_key(edge),
        actor=edge.actor or "",
        relation=edge.relation,
        recipient=edge.recipient,
        tally=tally(counts(every, episodes)),
        roots=counts(every, episodes).roots,
        first=iso(min((first for first, _ in spans if first), default=None)),
        last=iso(max((last for _, last in spans if last), default=None)),
    )
