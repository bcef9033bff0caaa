"""Whether two texts are one text printed twice: cut, lightly edited, with another head or foot.

Texts are compared by their runs of four words. A few of these runs are each text's fingerprints, chosen by the texts
alone (winnowing, Schleimer et al. 2003), so that any two texts with 27 words in common have a fingerprint in common and
twins can be looked up. Pure functions of two texts: no order, no chance, no memory.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b

_RUN = 4  # words: three are idioms ("nach Angaben der"), five are lost twice as often where a word is changed
_WINDOW = 24  # runs, of which the least is a fingerprint; 32 fingerprints for 400 words
LEAST_WORDS = 40  # below that texts share formulas by chance; only equal ones are reprints
_LEAST = 32  # runs that stand for a text. Twins have at least 23 of 100 in common of all that both have (see the bounds below),
_LEAST_COMMON = 2  # so that of the least 32 of both fewer than two are common in one of 400 pairs at worst; of others hardly any
_CONTAINED = 0.5  # of the shorter text's runs; one word in eight may be changed
_COVERING = 0.3  # of the longer text's runs; who prints less of a dispatch than that, or adds more to it, quotes it

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """The share of the shorter and of the longer text that both have in common, each from 0 to 1."""

    shorter: float
    longer: float

    @property
    def is_reprint(self) -> bool:
        """Whether this much in common makes two texts one; the bounds are measured in `docs/roots.md`."""
        return self.shorter >= _CONTAINED and self.longer >= _COVERING


def words(text: str) -> list[str]:
    """The words of a text without case, as it is compared."""
    return _WORD.findall(unicodedata.normalize("NFC", text).casefold())


@dataclass(frozen=True, slots=True)
class Prints:
    """What a text is compared by: all its runs of four words, each as a number of 64 bits (signed, as SQLite has them), the
    fingerprints among them by which its twins are looked up, and the `least` of them, by which these are told from chance. A
    text that is too short to have twins has neither of the latter."""

    runs: frozenset[int]
    fingerprints: frozenset[int]
    least: frozenset[int]


def prints(text: str) -> Prints:
    """The runs and fingerprints of a text: both at once, as most of the time goes into the runs."""
    told = words(text)
    found = list(_runs(told))
    runs = frozenset(found)
    if len(told) < LEAST_WORDS:
        return Prints(runs, frozenset(), frozenset())
    return Prints(runs, frozenset(_fingerprints(found)), frozenset(sorted(runs)[:_LEAST]))


def resemble(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts are worth comparing, by their least runs."""
    common = one & other
    least = max(1, min(_LEAST_COMMON, len(one), len(other)))  # a text may be one run, told again and again
    return len(common) >= least and len(common.intersection(sorted(one | other)[:_LEAST])) >= least


def likeness(one: frozenset[int], other: frozenset[int]) -> Likeness:
    """How much two texts have in common, by their runs; nothing where one has none."""
    shorter, longer = sorted((len(one), len(other)))
    shared = len(one & other)
    return Likeness(shared / shorter, shared / longer) if shorter else Likeness(0.0, 0.0)


def _runs(told: list[str]) -> Iterator[int]:
    data = [word.encode() for word in told]
    for four in zip(*(data[at:] for at in range(_RUN)), strict=False):
        yield int.from_bytes(blake2b(b" ".join(four), digest_size=8).digest(), "big", signed=True)


def _fingerprints(hashes: list[int]) -> Iterator[int]:
    """The least hash of each window, told when it is another than before; of all of them where they are fewer."""
    place = -1
    for start in range(max(1, len(hashes) - _WINDOW + 1)):
        end = min(start + _WINDOW, len(hashes))
        if place < start:  # it left the window
            place = min(range(start, end), key=hashes.__getitem__)
        elif hashes[end - 1] < hashes[place]:
            place = end - 1
        else:
            continue
        yield hashes[place]
