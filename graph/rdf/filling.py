"""Making all quads of a store anew, in a folder beside the standing ones, which readers have until the new take their place.

The engine's bulk loader does the work, in a thread of its own, while what comes next is reckoned; it is three times as
fast as an update, as it looks nothing up. What is made here is worth nothing until it is whole: whatever cuts it off, it
is thrown away and made again.
"""

import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, serialize

from ..errors import StoreError

QUADS = "quads"  # the engine's folder within the store's
_NEW, _OLD = "quads.new", "quads.old"  # beside `quads`
_PIECE = 500_000  # quads handed to the loader at once: 80 MB, and few files that the engine must merge


class Filling:
    """New quads for the store in a folder: `put` as many as there are, then `replace`; or `drop` them."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._fresh = folder, folder / _NEW
        for left in (_NEW, _OLD):
            shutil.rmtree(folder / left, ignore_errors=True)
        self._quads = pyoxigraph.Store(str(self._fresh))
        self._loader = ThreadPoolExecutor(1, "loading")
        self._under_way: Future[None] | None = None
        self._waiting: list[bytes] = []
        self._count = 0

    def put(self, quads: Iterable[Quad]) -> None:
        """Add quads; the same one twice does no harm."""
        for piece in _pieces(quads):
            self._waiting.append(serialize(piece, format=RdfFormat.N_QUADS) or b"")
            self._count += len(piece)
            if self._count >= _PIECE:
                self._hand_over()

    def replace(self) -> None:
        """Let the new quads take the place of the standing ones. StoreError when they could not be written."""
        self._hand_over()
        self._wait()
        self._quads.flush()
        self._close()
        standing, old = self._folder / QUADS, self._folder / _OLD
        if standing.exists():
            standing.rename(old)
        self._fresh.rename(standing)
        shutil.rmtree(old, ignore_errors=True)

    def drop(self) -> None:
        """Throw the new quads away."""
        try:
            self._wait()
        finally:
            self._close()
            shutil.rmtree(self._fresh, ignore_errors=True)

    def _hand_over(self) -> None:
        data, self._waiting, self._count = b"".join(self._waiting), [], 0
        self._wait()  # no more than two pieces are in memory
        self._under_way = self._loader.submit(self._quads.bulk_load, data, RdfFormat.N_QUADS)

    def _wait(self) -> None:
        before, self._under_way = self._under_way, None
        try:
            if before is not None:
                before.result()
        except (OSError, RuntimeError, SyntaxError) as error:
            raise StoreError(
                f"{self._fresh}: the quads cannot be written: {error}; they are made anew at the next try"
            ) from error

    def _close(self) -> None:
        self._loader.shutdown()
        del self._quads  # lets go of the folder


def _pieces(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    stream = iter(quads)
    while piece := list(islice(stream, 10_000)):
        yield piece
