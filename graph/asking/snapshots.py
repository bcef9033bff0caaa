"""The newest readable state of a store's quads, kept open between queries.

A handle never sees later writes, so it is opened anew when the store's revision has changed; at most once a second,
and the old one serves meanwhile.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pyoxigraph

from ..rdf.revision import read_revision

_PAUSE = 1.0  # seconds between two openings: a busy writer raises the revision every two seconds or oftener


class Latest:
    """The store in `folder` as a read-only handle; `clock` gives seconds."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder, self._clock = folder, clock
        self._store: pyoxigraph.Store | None = None
        self._revision, self._opened = -1, 0.0

    def get(self) -> tuple[pyoxigraph.Store, int]:
        """A handle and the revision it shows. Raises StoreError when there is no store to open."""
        now = self._clock()
        if self._store is None or (read_revision(self._folder) != self._revision and now - self._opened >= _PAUSE):
            self._revision = read_revision(self._folder)
            self._store, self._opened = pyoxigraph.Store.read_only(str(self._folder / "quads")), now
        return self._store, self._revision

    def forget(self) -> None:
        """Open anew next time, come what may: the files under the handle are gone."""
        self._store = None
