"""The engine within the store's folder: Oxigraph on a folder of files, which one process writes and any may read."""

import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad

from ..errors import StoreError
from .engine import Pattern, stored_revision
from .filling import QUADS as QUADS
from .filling import Filling
from .terms import Terms
from .update import Change, as_update, raise_revision, revision_quad

_READS, _PAUSE = 10, 0.02  # a writer may delete a file between listing and opening: seen now and then, gone within 50 ms
_WRITES, _LONGER = 40, 0.05  # two seconds: long beside what it takes to let go of the engine


@dataclass(frozen=True, slots=True)
class Embedded:
    """The engine of the store in `folder`."""

    folder: Path

    @property
    def address(self) -> None:
        return None

    def read(self) -> pyoxigraph.Store:
        """A handle that never sees later writes and never blocks them.

        Never fork a process that has one: the child hangs; start children by spawn or a fork server.
        """
        folder = self.folder / QUADS
        try:
            return _insist(lambda: pyoxigraph.Store.read_only(str(folder)), _READS, _PAUSE)
        except (OSError, RuntimeError) as error:  # also "Corruption … No such file": a file that the writer just replaced
            remedy = "`depesche rebuild` makes it anew from the articles"
            raise StoreError(f"{folder}: cannot be opened: {error}; {remedy}") from error

    def write(self, terms: Terms) -> "_Standing":
        return _Standing(_opened(self.folder / QUADS), self.folder, terms)

    def replace(self, quads: Iterable[Quad], revision: int, terms: Terms) -> None:
        filling = Filling(self.folder)
        filling.put(quads)
        filling.put([revision_quad(revision, terms)])
        filling.replace()


class _Standing:
    """The quads to write; the engine lets go of its folder when the last reference to them is gone."""

    def __init__(self, quads: pyoxigraph.Store, folder: Path, terms: Terms) -> None:
        self._quads, self._folder, self._terms = quads, folder, terms

    def revision(self) -> int:
        return stored_revision(self._quads, self._terms)

    def matching(self, patterns: Collection[Pattern]) -> Mapping[Pattern, set[Quad]]:
        return {pattern: set(self._quads.quads_for_pattern(*pattern)) for pattern in patterns}

    def apply(self, change: Change, revision: int) -> None:
        """All of it or nothing."""
        try:
            self._quads.update(f"{as_update(change)} ;\n{raise_revision(revision, self._terms)}")
            self._quads.flush()
        except (OSError, RuntimeError, SyntaxError) as error:
            raise StoreError(f"{self._folder}: the quads cannot be written: {error}; they are mended at the next try") from error

    def close(self) -> None:
        if hasattr(self, "_quads"):
            del self._quads


def _opened(folder: Path) -> pyoxigraph.Store:
    """The engine on a folder, to write: the writer before may not have let go of its last reference yet."""
    try:
        return _insist(lambda: pyoxigraph.Store(str(folder)), _WRITES, _LONGER)
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{folder}: cannot be opened: {error}") from error


def _insist(open: Callable[[], pyoxigraph.Store], tries: int, pause: float) -> pyoxigraph.Store:
    for _ in range(tries - 1):
        try:
            return open()
        except (OSError, RuntimeError):
            time.sleep(pause)
    return open()
