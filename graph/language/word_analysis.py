"""What a single word may be, and of which morphemes it is made: HanTa's analyses, to the letter, in a fraction of the time.

A word's likelihood in each class comes from the lattice of all known and guessed morphemes. Its parts in one class are
first sought among known morphemes alone, which is quick, and only where there is no such way in the lattice.
"""

import math
from operator import itemgetter
from typing import Any, Final

from .word_lattice import Lattice
from .word_model import Morphemes, States
from .word_parts import any_parts, known_parts

_UNKNOWN: Final = 3  # HanTa's class of what it cannot analyse, negative as the end of a word
_KEPT: Final = 1 << 16  # beginnings of words, some 80 MB; half of what is asked for is among them
_KEPT_BY_CLASS: Final = 1 << 12  # few words need the lattice of one class


class WordAnalysis:
    """The analyses of words by the tables of a loaded HanoverTagger; words are in lower case."""

    def __init__(self, model: Any) -> None:
        self._model, self._morphemes = model, Morphemes(model)
        self._lattice = Lattice(self._morphemes, States(model, self._morphemes.guessed), _KEPT)
        self._targets: dict[int, Lattice] = {}

    def likelihoods(self, word: str) -> list[tuple[int, float]]:
        """The classes that a word may have with their log probabilities, the likeliest first."""
        states = self._lattice.states
        ways: dict[tuple[int, int], float] = {}
        for state, before in self._lattice.last(word, self._lattice.columns(word)).items():
            for tag, step in states.closing[state]:
                way = states.tags[state], tag
                ways[way] = max(before + step, ways.get(way, -math.inf))
        found: dict[int, float] = {}
        for (_, tag), p in ways.items():
            found[-tag] = _either(found[-tag], p) if -tag in found else p
        return sorted(found.items(), key=itemgetter(1), reverse=True) or [(_UNKNOWN, 0.0)]

    def parts(self, word: str, target: int) -> list[tuple[int, int]]:
        """The likeliest morphemes of a word in a class: their classes, each with where it ends, then the word's own.

        `target` is the class, negative as the end of a word; where the word cannot have it, all is "unknown"."""
        lattice = self._targets.get(target)
        if lattice is None:
            states = States(self._model, self._morphemes.guessed, target)
            lattice = self._targets[target] = Lattice(self._morphemes, states, _KEPT_BY_CLASS)
        found = known_parts(word, self._morphemes, lattice.states) or any_parts(word, lattice)
        if not found:
            return [(_UNKNOWN, len(word)), (-_UNKNOWN, len(word) + 1)]
        return [*found, (target, len(word) + 1)]


def _either(one: float, other: float) -> float:
    """The log of the sum of two probabilities, as numpy's logaddexp without numpy's cost for single numbers."""
    if one == other:
        return one + math.log(2)
    return max(one, other) + math.log1p(math.exp(-abs(one - other)))


__all__ = ["WordAnalysis"]
