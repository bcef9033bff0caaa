"""What is worked out once for each word type, and kept."""

from collections.abc import Callable, Hashable
from typing import TypeVar

_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V")

TYPES = 1 << 17  # about 130,000 types, some 100 MB of a tagger's analyses; a year of one newspaper has about as many


class Kept(dict[_K, _V]):
    """`kept[key]` is what `make` gives for the key, made when it is asked for the first time.

    For what is asked with every word: `lru_cache` moves all that it finds to the front of a list, which costs twice the look
    itself. Words follow Zipf's law, so that one may as well forget all of them now and then as the rarest all the time.

    >>> lengths = Kept(len, bound=2)
    >>> lengths["Abkommen"], lengths["Rat"], lengths["Amt"], sorted(lengths)
    (8, 3, 3, ['Amt'])
    """

    __slots__ = ("_bound", "_make")

    def __init__(self, make: Callable[[_K], _V], bound: int = TYPES) -> None:
        super().__init__()
        self._make, self._bound = make, bound

    def __missing__(self, key: _K) -> _V:
        value = self._make(key)  # before anything is forgotten: it may ask for other keys, or raise
        if len(self) >= self._bound:
            self.clear()
        self[key] = value
        return value


__all__ = ["TYPES", "Kept"]
