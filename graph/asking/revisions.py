"""What changed in the claims between two versions of an article: added, dropped, hardened, softened.

Two claims are the same when they report the same relation between the same parties, affirmed or denied; who is said to
say so may change. Pure functions of two readings; knows no store.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..identity import folded
from ..model import Claim, Party, Reading, Stance
from .hardness import Strengths, differences, strengths


class ChangeKind(StrEnum):
    """What became of a claim."""

    ADDED = "added"
    DROPPED = "dropped"
    HARDENED = "hardened"
    SOFTENED = "softened"


@dataclass(frozen=True, slots=True)
class Change:
    """One claim that is not as it was; `before` is missing when it was added, `after` when it was dropped.

    `reasons` say in a few words each what makes it harder or softer, the weightiest first.
    """

    kind: ChangeKind
    before: Claim | None
    after: Claim | None
    reasons: tuple[str, ...] = ()


def compare(before: Reading, after: Reading) -> tuple[Change, ...]:
    """The changes from one version to the next: those of the claims in `after`, in their order, then what was dropped."""
    old, pairs = _by_content(before.claims), dict[int, int]()
    for content, places in _by_content(after.claims).items():
        pairs |= _paired(places, old.get(content, []), after.claims, before.claims)
    found: list[Change] = []
    for place, claim in enumerate(after.claims):
        met = before.claims[pairs[place]] if place in pairs else None
        found += _change(met, claim) if met else [Change(ChangeKind.ADDED, None, claim)]
    left = [claim for place, claim in enumerate(before.claims) if place not in pairs.values()]
    return (*found, *(Change(ChangeKind.DROPPED, claim, None) for claim in left))


_Content = tuple[str, object, object, bool]


def _by_content(claims: Sequence[Claim]) -> dict[_Content, list[int]]:
    """The places of claims of one content."""
    found: dict[_Content, list[int]] = defaultdict(list)
    for place, claim in enumerate(claims):
        found[claim.relation, _party(claim.actor), _party(claim.recipient), _denied(claim)].append(place)
    return found


def _party(party: Party | None) -> object:
    """What tells a party from others within one article: unnamed ones too keep their words."""
    if party is None:
        return None
    entity = party.entity
    return entity.gazetteer or (entity.kind, folded(entity.name), entity.state)


def _denied(claim: Claim) -> bool:
    """Whether it is told as not so, by the words or by the source."""
    return claim.negated != (_stance(claim) in (Stance.DENIES, Stance.DOUBTS))


def _paired(new: Sequence[int], old: Sequence[int], after: Sequence[Claim], before: Sequence[Claim]) -> dict[int, int]:
    """Claims of one content two by two: those told alike first, then by their order; the rest stays alone."""
    left, pairs = list(old), dict[int, int]()
    for place in new:
        alike = next((each for each in left if _told(before[each]) == _told(after[place])), None)
        if alike is not None:
            left.remove(alike)
            pairs[place] = alike
    rest = [place for place in new if place not in pairs]
    return pairs | dict(zip(rest, left, strict=False))


def _told(claim: Claim) -> object:
    return _strengths(claim), claim.theme


def _change(before: Claim, after: Claim) -> list[Change]:
    """How much harder or softer; nothing when both are as hard."""
    told = differences(_strengths(before), _strengths(after))
    if not told:
        return []
    return [Change(ChangeKind.HARDENED if told[0].harder else ChangeKind.SOFTENED, before, after, tuple(map(str, told)))]


def _strengths(claim: Claim) -> Strengths:
    named = any(step.source is not None and not step.anonymous for step in claim.attribution)
    return strengths(claim.modality, _stance(claim), own=not claim.attribution, named=named)


def _stance(claim: Claim) -> Stance:
    return claim.attribution[-1].stance if claim.attribution else Stance.ASSERTS
