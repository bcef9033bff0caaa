"""When things are told: claims by month on one of the two clocks, by what their sources say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..rdf.derived import voice
from . import lenses
from .addresses import is_key
from .clock import Clock
from .lenses import Lens
from .recounting import Archivist


@dataclass(frozen=True, slots=True)
class Month:
    """The claims of one month, `2024-03`, by voice."""

    month: str
    asserting: int
    alleging: int
    denying: int
    doubting: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Months with claims in order of time; `undated` counts the claims that no month can be told of."""

    clock: Clock
    months: tuple[Month, ...]
    undated: int


def timeline(asker: Archivist, parties: Sequence[str], through: Lens) -> Timeline:
    """The claims among `parties` (keys) as the lens shows them, but in all time, whatever window it has.

    A claim counts in the month in which its event begins.
    """
    whole = replace(through, since=None, until=None, roots=1)
    wanted = {each for each in parties if is_key(each)}
    counted: dict[str, Counter[str]] = {}
    undated = 0
    if not wanted:
        return Timeline(through.clock, (), 0)
    for _, told in lenses.reports(asker, whole, sorted(wanted), among=True):
        first, _ = through.clock.days(told)
        if first is None:
            undated += 1
        else:
            counted.setdefault(f"{first:%Y-%m}", Counter())[voice(told)] += 1
    months = (Month(month, c["asserting"], c["alleging"], c["denying"], c["doubting"]) for month, c in sorted(counted.items()))
    return Timeline(through.clock, tuple(months), undated)
