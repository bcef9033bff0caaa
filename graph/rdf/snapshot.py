"""The quads as they stood at one revision, to read: what everything but a writer opens.

Within the store's folder a snapshot stays as it is whatever is written; what another machine keeps is the newest there.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph
from oxrdflib import OxigraphStore
from rdflib import Dataset

from ..errors import UsageError
from .embedded import Embedded
from .engine import Engine, Quads, stored_revision
from .revision import read_meta, read_revision
from .terms import Terms

_REOPEN = 1.0  # seconds between two openings: a busy writer raises the revision every two seconds or oftener


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The quads, to read, and the revision that they show."""

    quads: Quads
    revision: int
    base: str

    def dataset(self) -> Dataset:
        """The same as an rdflib dataset whose default graph is the union; ask it with plain strings (see oxrdflib).

        UsageError for quads on another machine, which rdflib would ask in ways that break on named graphs.
        """
        if not isinstance(self.quads, pyoxigraph.Store):
            raise UsageError("rdflib can be given only the quads of a store that keeps them in its own folder")
        return Dataset(store=OxigraphStore(store=self.quads), default_union=True)

    def graphs(self) -> Iterator[pyoxigraph.NamedNode]:
        """The names of all graphs of the store, sorted; an engine may keep others too."""
        names = (name for name in self.quads.named_graphs() if isinstance(name, pyoxigraph.NamedNode))
        yield from sorted((name for name in names if name.value.startswith(self.base)), key=lambda name: name.value)


class Latest:
    """The newest snapshot of a store, opened anew when the revision has changed, but at most once a second.

    Not to be shared by threads while they open; `clock` gives seconds.
    """

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic, engine: Engine | None = None) -> None:
        self._folder, self._clock, self._engine = folder, clock, engine or Embedded(folder)
        self._snapshot: Snapshot | None = None
        self._opened = 0.0

    def get(self) -> Snapshot:
        """The newest snapshot, or one not older than a second. StoreError when there is no store to open."""
        now = self._clock()
        if self._snapshot is None or (now - self._opened >= _REOPEN and self._is_old(self._snapshot)):
            self._snapshot, self._opened = open_snapshot(self._folder, self._engine), now
        return self._snapshot

    def forget(self) -> None:
        """Open anew next time, come what may."""
        self._snapshot = None

    def _is_old(self, snapshot: Snapshot) -> bool:
        return read_revision(self._folder) != snapshot.revision


def open_snapshot(folder: Path, engine: Engine | None = None) -> Snapshot:
    """The store in `folder` as it stands now, its quads kept by `engine` (else in the folder).

    StoreError when there is none, or none that can be read.
    """
    engine = engine or Embedded(folder)
    base = read_meta(folder, at=engine.address).base
    quads = engine.read()
    return Snapshot(quads, stored_revision(quads, Terms(base)), base)
