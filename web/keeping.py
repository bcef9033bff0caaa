"""What is worked out once and asked for often: kept, and made by one even where many ask for it at the same time."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar

_Value = TypeVar("_Value")


class Keeping:
    """At most `most` values, those that were used last. For all threads of a server."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], _Value], lasts: Callable[[], bool]) -> _Value:
        """What `make` gives, which is kept if it then `lasts`; whoever asks meanwhile waits for it and does not make it too."""
        with self._lock:
            making = self._making.setdefault(key, Lock())
        try:
            with making:
                return self._found(key, make, lasts)
        finally:
            with self._lock:
                self._making.pop(key, None)

    def _found(self, key: Hashable, make: Callable[[], _Value], lasts: Callable[[], bool]) -> _Value:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                found: _Value = self._kept[key]
                return found
        made = make()
        if lasts():
            with self._lock:
                self._kept[key] = made
                while len(self._kept) > self._most:
                    self._kept.popitem(last=False)
        return made
