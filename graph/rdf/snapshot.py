"""The quads as they stood at one revision, to read: what everything but a writer opens.

A handle never sees later writes, and it never blocks them. Never fork a process that has opened one: the child hangs;
start children by spawn or a fork server.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Dataset

from ..errors import StoreError
from .revision import read_meta, read_revision
from .terms import Terms

QUADS = "quads"  # the engine's folder within the store's
_TRIES, _PAUSE = 10, 0.02  # a writer may delete a file between listing and opening: seen now and then, gone within 50 ms
_REOPEN = 1.0  # seconds between two openings: a busy writer raises the revision every two seconds or oftener


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A read-only handle of the engine, and the revision that it shows."""

    quads: pyoxigraph.Store
    revision: int
    base: str

    def dataset(self) -> Dataset:
        """The same as an rdflib dataset whose default graph is the union; ask it with plain strings (see oxrdflib)."""
        return Dataset(store=OxigraphStore(store=self.quads), default_union=True)

    def graphs(self) -> Iterator[pyoxigraph.NamedNode]:
        """The names of all graphs, sorted."""
        names = (name for name in self.quads.named_graphs() if isinstance(name, pyoxigraph.NamedNode))
        yield from sorted(names, key=lambda name: name.value)


class Latest:
    """The newest snapshot of a store, opened anew when the revision has changed, but at most once a second.

    Not to be shared by threads while they open; `clock` gives seconds.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder, self._clock = folder, clock
        self._snapshot: Snapshot | None = None
        self._opened = 0.0

    def get(self) -> Snapshot:
        """The newest snapshot, or one not older than a second. StoreError when there is no store to open."""
        now = self._clock()
        if self._snapshot is None or (now - self._opened >= _REOPEN and self._is_old(self._snapshot)):
            self._snapshot, self._opened = open_snapshot(self._folder), now
        return self._snapshot

    def forget(self) -> None:
        """Open anew next time, come what may."""
        self._snapshot = None

    def _is_old(self, snapshot: Snapshot) -> bool:
        return read_revision(self._folder) != snapshot.revision


def open_snapshot(folder: Path) -> Snapshot:
    """The store in `folder` as it stands now. StoreError when there is none, or none that can be read."""
    base = read_meta(folder).base
    quads = _opened(folder / QUADS)
    return Snapshot(quads, stored_revision(quads, Terms(base)), base)


def stored_revision(quads: pyoxigraph.Store, terms: Terms) -> int:
    """The revision that stands in the quads themselves; 0 when they were never written."""
    about = terms.graph("meta")
    found = [quad.object for quad in quads.quads_for_pattern(about, terms.depesche("revision"), None, about)]
    return max((int(value.value) for value in found if isinstance(value, pyoxigraph.Literal)), default=0)


def _opened(folder: Path) -> pyoxigraph.Store:
    refusal: Exception | None = None
    for _ in range(_TRIES):
        try:
            return pyoxigraph.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            refusal = error  # also "Corruption … No such file", which is none: a file that the writer just replaced
        time.sleep(_PAUSE)
    raise StoreError(f"{folder}: cannot be opened: {refusal}; `depesche rebuild` makes it anew from the articles")
