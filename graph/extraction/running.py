"""Speech that runs on: what one sentence leaves behind for the next."""

from dataclasses import dataclass, replace
from typing import Final

from ..model import Span, Stance, Step

_JUDGING: Final = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.CONFIRMS})


@dataclass(frozen=True, slots=True)
class Running:
    """The chain that a sentence leaves behind for the next one, and whether it ended inside a quotation.

    `likely` is whom speech in the next sentence belongs to where `chain` is empty: Konjunktiv I and "demnach" are
    somebody's words, and it is the one who spoke last, or who acted. `quotation` is the one that is still open: `chain`
    is then on whose word it stands, empty while nobody has been named."""

    chain: tuple[Step, ...] = ()
    in_quotation: bool = False
    likely: tuple[Step, ...] = ()
    quotation: Span | None = None

    def unnamed(self) -> tuple[Step, ...]:
        """On whose word a quotation stands of which nobody says whose it is: his who spoke or acted before it, else nobody's."""
        return self.chain or self.likely or (Step(None, Stance.ASSERTS, anonymous=True),)


def asserting(chain: tuple[Step, ...]) -> tuple[Step, ...]:
    """Who denied or confirmed something goes on asserting: "X bestritt das. Man habe nie …"."""
    last = chain[-1]
    return (*chain[:-1], replace(last, stance=Stance.ASSERTS)) if last.stance in _JUDGING else chain
