"""Disputes with their sides: who asserts, alleges, denies and doubts, who only passes on, since when, and what is denied.

Nothing here says who is right. A side is the innermost source that the words name; where an article speaks in its own
voice, it is the outlet. An outlet that never does so in an episode only passes on.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...rdf.derived import roots
from ..answering import Case, Found, Reply, reply, text
from ..clock import iso
from ..reports import Telling, by_episode, tellings
from ..results import Row
from .headings import Heading, begin, headings

VOICES = ("asserting", "alleging", "denying", "doubting")


@dataclass(frozen=True, slots=True)
class Dispute(Heading):
    """An episode that some assert and others do not; names stand by how many claims they have in it.

    `since` is the day by which both sides had spoken. `scope` tells what the denials and doubts are about, where their
    words say it: that it happened at all (`event`), who did it (`agent`), how many (`number`), why (`intent`).
    """

    alleging: int
    doubting: int
    since: str | None
    first: str | None
    last: str | None
    asserters: str | None
    allegers: str | None
    deniers: str | None
    doubters: str | None
    relays: str | None
    scope: str | None
    episode: str


@dataclass(frozen=True, slots=True)
class Side(Heading):
    """One source in an episode: what it says (`relaying` for an outlet that only passes on), since when, how often."""

    source: str
    voice: str
    since: str | None
    claims: int
    texts: int
    outlets: str | None
    scope: str | None
    sentence: str
    claim: str


def disputes(found: Found, case: Case) -> Reply:
    """The disputes that a query found, with their sides."""
    more = {str(row[0]): row[1:] for row in found.each("episode", "alleging", "doubting", "from", "to")}
    told = dict(by_episode(tellings(case.desk, more, case.language)))
    return reply(Dispute, (_dispute(each, more[episode], told.get(episode, ())) for episode, each in headings(found)))


def sides(found: Found, case: Case) -> Reply:
    """All sources of one episode: those who assert first, then those who allege, deny, doubt, and pass on."""
    rows: list[Side] = []
    for episode, heading in headings(found):
        told = tellings(case.desk, [episode], case.language)
        for voice in VOICES:
            spoken = [each for each in told if each.voice == voice]
            rows += [_side(heading, name, voice, group) for name, group in _grouped(spoken, speaker)]
        passing = [each for each in told if (each.outlet or "") in _relaying(told)]
        rows += [_side(heading, name, "relaying", group) for name, group in _grouped(passing, lambda each: each.outlet or "?")]
    return reply(Side, rows)


def speaker(told: Telling) -> str:
    """Whose word a claim is: its innermost source, else the outlet that says it in its own voice."""
    return told.original.name if told.original else told.outlet or "?"


def since(told: Iterable[Telling]) -> date | None:
    """The day by which both sides had spoken."""
    days = [(each.voice in ("asserting", "alleging"), each.day) for each in told if each.day]
    began = [min((day for side, day in days if side is which), default=None) for which in (True, False)]
    return max(day for day in began if day) if all(began) else None


def _dispute(heading: Heading, more: Row, told: Sequence[Telling]) -> Dispute:
    alleging, doubting, first, last = more
    names = {voice: _names([each for each in told if each.voice == voice], speaker) for voice in VOICES}
    return Dispute(
        *begin(heading), int(str(alleging)), int(str(doubting)), iso(since(told)), text(first), text(last),
        names["asserting"], names["alleging"], names["denying"], names["doubting"],
        ", ".join(_relaying(told)) or None, _scopes(told), told[0].episode if told else "",
    )  # fmt: skip


def _side(heading: Heading, name: str, voice: str, group: Sequence[Telling]) -> Side:
    days = [each.day for each in group if each.day]
    outlets = _names(group, lambda each: each.outlet or "?")
    counted = roots([[each.report for each in group]])
    day = iso(min(days, default=None))
    return Side(
        *begin(heading), name, voice, day, len(group), counted, outlets, _scopes(group), group[0].sentence, group[0].claim
    )


def _relaying(told: Iterable[Telling]) -> list[str]:
    """The outlets that say nothing in their own voice."""
    own = {each.outlet for each in told if not each.chain}
    return sorted({each.outlet for each in told if each.outlet and each.chain} - own)


def _grouped(told: Sequence[Telling], name: Callable[[Telling], str]) -> list[tuple[str, list[Telling]]]:
    """By name, those with the most claims first."""
    groups: dict[str, list[Telling]] = {}
    for each in told:
        groups.setdefault(name(each), []).append(each)
    return sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))


def _names(told: Sequence[Telling], name: Callable[[Telling], str]) -> str | None:
    return ", ".join(each for each, _ in _grouped(told, name)) or None


def _scopes(told: Iterable[Telling]) -> str | None:
    scopes = {link.scope for each in told for link in each.chain if link.scope}
    return ", ".join(sorted(scopes)) or None
