"""The value of a standing tie: who holds which office, who is a member, what belongs to which state."""

from dataclasses import dataclass
from typing import Final

from ..model import Party, Span

_CONFIDENCE: Final = 0.8  # expected share of right ones; titles and appositions are nearly deterministic


@dataclass(frozen=True, slots=True)
class Tie:
    """A standing tie, before it is known on whose word; `phrase` tells it. Where a clause tells it ("wurde ernannt",
    "ist Mitglied"), `clause` is its index, and `denied` says that the words for the office do not hold ("kein")."""

    relation: str
    actor: Party
    recipient: Party
    evidence: Span
    phrase: int
    rule: str
    confidence: float = _CONFIDENCE
    clause: int | None = None
    denied: bool = False
