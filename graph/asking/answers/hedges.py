"""Hedge loss: the same root told with less reserve further down, with both sentences.

Compared are two articles of one episode of which the later leans on the earlier: it is one text with it, or cites its
outlet. Who adds a word of his own ("confirmed") without leaning on the other loses nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ...model import Reason
from ..answering import Case, Found, Reply, reply
from ..clock import iso
from ..hardness import Strengths, differences, strengths
from ..reports import Telling, by_episode, tellings
from .headings import Heading, begin, headings


@dataclass(frozen=True, slots=True)
class Loss(Heading):
    """Two tellings of one thing: `before` with reserve, `after` without it; `lost` says in what they differ."""

    from_outlet: str | None
    from_day: str | None
    before: str
    to_outlet: str | None
    to_day: str | None
    after: str
    lost: str
    reason: str
    claim_before: str
    claim_after: str


def hedge_loss(found: Found, case: Case) -> Reply:
    """All losses in the episodes that a query found, the latest episode first."""
    known = dict(headings(found))
    told = dict(by_episode(tellings(case.desk, known, case.language)))
    rows = [_loss(known[episode], *pair) for episode in known for pair in _pairs(told.get(episode, ()))]
    if outlet := case.given.get("outlet"):
        wanted = {each.claim for group in told.values() for each in group if each.report.publisher == outlet}
        rows = [row for row in rows if row.claim_after in wanted]
    return reply(Loss, rows)


_Pair = tuple[Telling, Telling, Reason]


def _pairs(told: Sequence[Telling]) -> Iterator[_Pair]:
    """Each telling that is harder than what it leans on, beside the hardest telling that it can have had it from."""
    for after in told:
        before = [(each, reason) for each in told if (reason := _leans(after, each)) and _harder(each, after)]
        if before:
            best, why = max(before, key=lambda pair: (_ranks(pair[0]), pair[0].claim))
            yield best, after, why


def _leans(later: Telling, earlier: Telling) -> Reason | None:
    """By what the one leans on the other, if it does: it comes after it in another article, about the same outcome."""
    if later.article == earlier.article or (later.day or date.max) < (earlier.day or date.min):
        return None
    if later.report.negated != earlier.report.negated or _refuses(later) or _refuses(earlier):
        return None
    if later.report.cited and later.report.cited == earlier.report.publisher:
        return Reason.CITED_OUTLET
    if later.report.root == earlier.report.root and later.report.publisher != earlier.report.publisher:
        return Reason.NEAR_TEXT if later.report.article != later.report.root else None
    return None


def _refuses(told: Telling) -> bool:
    return told.voice in ("denying", "doubting")


def _harder(before: Telling, after: Telling) -> bool:
    told = differences(_strengths(before), _strengths(after))
    return bool(told) and told[0].harder


def _strengths(told: Telling) -> Strengths:
    """Who passes on the other's words with its name speaks in that one's voice, not in its own."""
    chain = [link for link in told.chain if not (link.source and link.source.outlet)]
    named = any(link.source is not None and not link.source.anonymous for link in chain)
    return strengths(told.report.modality, told.report.stance, own=not chain, named=named)


def _ranks(told: Telling) -> tuple[int, ...]:
    return tuple(strength.rank if strength else -1 for strength in _strengths(told))


def _loss(heading: Heading, before: Telling, after: Telling, reason: Reason) -> Loss:
    lost = "; ".join(str(each) for each in differences(_strengths(before), _strengths(after)) if each.harder)
    return Loss(
        *begin(heading), before.outlet, iso(before.day), before.sentence, after.outlet, iso(after.day), after.sentence, lost,
        reason.value, before.claim, after.claim,
    )  # fmt: skip
