"""The likeliest tags of a sentence's words: HanTa's search over pairs of tags, by the few tags that each word may have
instead of by all that the language has."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final

_START: Final = 1  # HanTa's pair of tags before the first word: nothing, which is 0, then the beginning
_END: Final = 2
_UNKNOWN: Final = 3
_FLOOR: Final = -1e6  # HanTa's lower bound
_BEAM: Final = 5  # as HanTa: pairs that are worse by more than
_SLACK: Final = 1  # this than the one behind the fifth are given up
_CACHED_WORDS: Final = 1 << 16  # types whose likely tags are kept, some 30 MB

_Pair = int  # the tag before the last one times _PLACES, and the last one
_PLACES: Final = 1 << 10  # more than there are tags; numbers are quicker to look up than pairs
_Likely = tuple[tuple[int, float], ...]


def _pair(before: int, last: int) -> _Pair:
    return before * _PLACES + last


class TagSequence:
    """Finds tags by a loaded HanoverTagger's table of which tag follows two others.

    `likely` gives the tags of a word with their log probabilities, with or without its first letter's case."""

    def __init__(self, model: Any, likely: Callable[[str, bool], Sequence[tuple[int, float]]]) -> None:
        table: Mapping[tuple[int, int], Mapping[int, float]] = model.LP_trans_word
        # by pair: what may follow, and the part of the number that every pair which follows begins with
        self._follows = {_pair(*pair): (follows, _pair(pair[1], 0)) for pair, follows in table.items()}
        self._order = tuple(tag for tag in self._follows[_START][0] if tag != _END)
        self._likely = likely
        self._of_word = lru_cache(_CACHED_WORDS)(self._ordered)

    def tags(self, words: Sequence[str], cased: bool = True) -> list[int]:
        """The numbers of the words' tags; `cased` is whether a capital counts, which it never does in first place."""
        row: dict[_Pair, float] = {_START: 0.0}
        backs: list[dict[_Pair, _Pair]] = []
        for place, word in enumerate(words):
            row, back = self._next(row, self._of_word(word, cased and place > 0))
            backs.append(back)
        pair = max(row, key=lambda p: row[p] + self._follows[p][0][_END])
        found = []
        for back in reversed(backs):
            found.append(pair % _PLACES)
            pair = back[pair]
        return found[::-1]

    def _next(self, row: Mapping[_Pair, float], likely: _Likely) -> tuple[dict[_Pair, float], dict[_Pair, _Pair]]:
        """The pairs behind a word, and from which pair each was reached."""
        bound = sorted(row.values(), reverse=True)[_BEAM] - _SLACK if len(row) > _BEAM else _FLOOR
        after: dict[_Pair, float] = {}
        back = {}
        best, of_pair = after.get, self._follows
        for pair, before in row.items():
            if before < bound:
                continue
            follows, last = of_pair[pair]
            for tag, p in likely:
                total = before + follows[tag] + p
                reached = last + tag
                if total > best(reached, _FLOOR):
                    after[reached] = total
                    back[reached] = pair
        return after, back

    def _ordered(self, word: str, cased: bool) -> _Likely:
        """A word's tags in the order of the table, so that of equally likely ones HanTa's stays; all if it has none."""
        likely = dict(self._likely(word, cased))
        if set(likely) <= {_UNKNOWN}:
            likely = dict.fromkeys(self._order, 0.0)
        return tuple((tag, likely[tag]) for tag in self._order if tag in likely)


__all__ = ["TagSequence"]
