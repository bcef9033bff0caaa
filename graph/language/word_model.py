"""The tagger's model of words as tables to search in: which class of morpheme may follow which, and how likely a stretch
of letters is as a morpheme of a class, known or guessed from its length and ending.

The numbers are HanTa's; what is ours is their layout. States, pairs of classes, become whole numbers, and what is kept
per state or stretch holds nothing but numbers: the garbage collector has nothing to follow in it.
"""

import math
from collections.abc import Collection
from typing import Any, Final

START: Final = (0, 1)  # HanTa's state before the first morpheme: nothing, then the beginning of the word
_ENDING: Final = 4  # letters; the longest endings that HanTa's model guesses by
LONGEST: Final = 24  # letters; longer morphemes are as likely as one of these
LEAST: Final = 3  # letters of an unknown morpheme,
SHORT: Final = 4  # but in words shorter than this it may have fewer
_WHOLE: Final = 4.6  # log probability that HanTa takes from the guess that a whole word is one unknown morpheme


# A known stretch of letters: the highest of its log probabilities, and all of them by class.
Known = tuple[float, tuple[tuple[int, float], ...]]


class Morphemes:
    """Log probabilities of stretches of letters as morphemes.

    Guesses are tuples with one value for each of `guessed`, the classes that have unknown morphemes. Every known morpheme
    is likelier in its class than any guess is, so that the two can be weighed against one another without care."""

    def __init__(self, model: Any) -> None:
        """`model` is a loaded HanoverTagger."""
        classes: dict[str, list[tuple[int, float]]] = {}
        for tag, stretches in model.LP_m_t.items():
            for text, likelihood in stretches.items():
                if tag > 0:
                    classes.setdefault(text, []).append((tag, likelihood))
        self.known: dict[str, Known] = {text: (max(p for _, p in found), tuple(found)) for text, found in classes.items()}
        self.guessed: tuple[int, ...] = tuple(tag for tag in model.LP_hapax_t if tag in model.LP_s_t)
        endings = {ending for tag in self.guessed for ending in model.LP_s_t[tag]}
        self.guesses = {ending: _guesses(model, self.guessed, ending) for ending in endings}
        self.peaks = {ending: tuple(max(guess) for guess in guesses) for ending, guesses in self.guesses.items()}

    def ending(self, text: str) -> str:
        """What the guess that `text` is a morpheme goes by: the longest ending of the model that is shorter than it."""
        ending = text[1:][-_ENDING:]
        while ending not in self.guesses:
            ending = ending[1:]
        return ending

    def guess(self, text: str) -> tuple[float, ...]:
        """The guess that `text` is a morpheme within a word."""
        return self.guesses[self.ending(text)][min(len(text), LONGEST)]

    def whole(self, text: str) -> tuple[float, ...]:
        """The guess that a whole word is one unknown morpheme."""
        return tuple([p - _WHOLE for p in self.guess(text)])


def _guesses(model: Any, guessed: Collection[int], ending: str) -> tuple[tuple[float, ...], ...]:
    """The guesses for morphemes of 0, 1, 2 … letters with an ending."""
    return tuple(
        tuple(
            model.Int_t + model.LP_hapax_t[tag] + model.LP_len_t[tag][length] + model.LP_s_t[tag].get(ending, -math.inf)
            for tag in guessed
        )
        for length in range(LONGEST + 1)
    )


class States:
    """Which state follows on which with which class of morpheme, in lists by state; with a `target`, only what leads
    there.

    `after`: by class, the log probability and the state that is reached. `guessed`: the same for the classes that have
    unknown morphemes, each with its place among them. `closing`: word classes that the word may end with, with their log
    probabilities. `alive`: whether anything follows. `tags`: the class that led to a state."""

    def __init__(self, model: Any, guessed: tuple[int, ...], target: int | None = None) -> None:
        """`model` is a loaded HanoverTagger; `target` the negative number of a word class in it."""
        wanted = None if target is None else model.reachability.get(target, frozenset())
        pairs = dict.fromkeys(model.LP_trans)
        pairs.update(dict.fromkeys((last, tag) for (_, last), after in model.LP_trans.items() for tag in after if tag > 0))
        number = {pair: i for i, pair in enumerate(pairs)}
        self.start = number[START]
        self.tags = [tag for _, tag in pairs]
        self.after: list[dict[int, tuple[float, int]]] = []
        self.closing: list[tuple[tuple[int, float], ...]] = []
        for pair in pairs:
            after = model.LP_trans.get(pair, {})
            inside = ((tag, p) for tag, p in after.items() if tag > 0 and (wanted is None or tag in wanted))
            self.after.append({tag: (p, number[pair[1], tag]) for tag, p in inside})
            self.closing.append(tuple((tag, p) for tag, p in after.items() if tag < 0 and target in (None, tag)))
        self.alive = [bool(after) for after in self.after]
        self.guessed = [tuple((i, *after[tag]) for i, tag in enumerate(guessed) if tag in after) for after in self.after]


__all__ = ["LEAST", "LONGEST", "SHORT", "START", "Known", "Morphemes", "States"]
