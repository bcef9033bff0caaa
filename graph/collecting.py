"""Less work for Python's garbage collector: a rest while much is made that stays, or much that is dropped as a whole.

It looks through what is young after every 700 objects, and finds nothing: a tenth of the time of reading an article. References
that go in circles are all it is needed for, and it finds those when the rest is over.
"""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar
from weakref import ref

_W = TypeVar("_W")
_A = TypeVar("_A")
_R = TypeVar("_R")


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Within it nothing is searched for garbage; one rest within another ends with the outer one."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def loosely(whole: _W, method: Callable[[_W, _A], _R]) -> Callable[[_A], _R]:
    """The method of `whole`, which does not keep it: a part that asks its whole would else make a circle, and all that hangs
    on it stay until the collector comes. Whoever calls it must know that the whole is still there."""
    kept = ref(whole)

    def ask(argument: _A) -> _R:
        found = kept()
        assert found is not None, "the part outlived the whole"
        return method(found, argument)

    return ask


def keep_for_good() -> None:
    """What was loaded stays as long as the process: the collector, which would look through all of it now and then, passes it
    by from now on. What is garbage already is collected first."""
    gc.collect()
    gc.freeze()


__all__ = ["collector_at_rest", "keep_for_good", "loosely"]
