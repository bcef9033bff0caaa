"""With how much reserve a claim is told: how real, how sure, in whose voice, on a named or an unnamed source.

Pure; shared by what compares two versions of an article and what compares two outlets that tell one thing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Modality, Stance

_REALITY = {Modality.POSSIBLE: 0, Modality.INTENDED: 1, Modality.ACTUAL: 2}
_SURENESS = {Stance.DOUBTS: 0, Stance.ALLEGES: 1, Stance.ASSERTS: 2, Stance.DENIES: 2, Stance.CONFIRMS: 3}


@dataclass(frozen=True, slots=True)
class Strength:
    """One respect in which a claim is told more or less hard, and the words for how it is told here."""

    rank: int
    words: str


Strengths = tuple[Strength | None, ...]  # the weightiest respect first; None where a respect does not apply


@dataclass(frozen=True, slots=True)
class Difference:
    """One respect in which two tellings are not as hard."""

    before: Strength
    after: Strength

    @property
    def harder(self) -> bool:
        """Whether the later one is told with less reserve."""
        return self.after.rank > self.before.rank

    def __str__(self) -> str:
        return f"{self.before.words} → {self.after.words}"


def strengths(modality: Modality, stance: Stance, *, own: bool, named: bool) -> Strengths:
    """How hard a claim is told: `own` in the article's own voice, else on the word of a source that is `named` or not."""
    return (
        Strength(_REALITY[modality], modality.value),
        Strength(_SURENESS[stance], stance.value),
        Strength(int(own), "in its own voice" if own else "on somebody's word"),
        None if own else Strength(int(named), "named source" if named else "unnamed source"),
    )


def differences(before: Sequence[Strength | None], after: Sequence[Strength | None]) -> tuple[Difference, ...]:
    """In what the two differ, the weightiest first: it decides whether the later one is harder."""
    pairs = zip(before, after, strict=True)
    return tuple(Difference(old, new) for old, new in pairs if old and new and old.rank != new.rank)
