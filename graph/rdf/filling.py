"""Making all quads of a store anew, in a folder beside the standing ones, which readers have until the new take their place.

The engine's bulk loader does the work, in a thread of its own, while what comes next is reckoned; it is three times as
fast as an update, as it looks nothing up. It reads from a pipe as from one long file, so that it begins with the first
quad and sorts as many at a time as it likes. What is made here is worth nothing until it is whole: whatever cuts it off,
it is thrown away and made again.

Another process may fill in quads too, by a pipe of its own, which a second loader reads beside the first.

The loader leaves a table for every million quads, and a question looks into each: merged, they are answered three to five
times as fast. Left to itself the engine merges some of them, in more than one pass; asked to, all of them in one.
"""

import os
import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from queue import Queue
from typing import cast

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, serialize

from ..errors import StoreError

QUADS = "quads"  # the engine's folder within the store's
_NEW, _OLD = "quads.new", "quads.old"  # beside `quads`
_CHUNK = 1 << 20  # bytes handed over at once
_PIPES = "/dev/fd"  # where open files have names; not on Windows
_THREADS = 4  # a loader for each of two ways, a feeder for one of them, and the merging
_AHEAD = 128  # chunks that may wait while the loader sorts: more than it takes in a second


class Filling:
    """New quads for the store in a folder: `put` as many as there are, `merge`, then `replace`; or `drop` them."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._fresh = folder, folder / _NEW
        for left in (_NEW, _OLD):
            shutil.rmtree(folder / left, ignore_errors=True)
        self._quads = pyoxigraph.Store(str(self._fresh))
        self._waiting: Queue[bytes] = Queue(_AHEAD)
        self._chunk = bytearray()
        self._threads = ThreadPoolExecutor(_THREADS, "loading")
        self._loaded: list[Future[None]] = []
        self._threads.submit(_feed, self._waiting, self.way())
        self._merged: Future[None] | None = None

    def way(self) -> int:
        """A way in, as the descriptor of a pipe that lines of N-Quads are written into, and closed; besides our own there is room
        for one more, for another process. All that is written there is loaded once every copy of it is closed."""
        out, into = os.pipe()
        self._loaded.append(self._threads.submit(_load, self._quads, out))
        return into

    def put(self, quads: Iterable[Quad]) -> None:
        """Add quads; the same one twice does no harm."""
        for piece in _pieces(quads):
            self.tell(serialize(piece, format=RdfFormat.N_QUADS) or b"")

    def tell(self, lines: bytes) -> None:
        """Add quads as lines of N-Quads."""
        self._chunk += lines
        if len(self._chunk) >= _CHUNK:
            self._hand_over()

    def merge(self) -> None:
        """Let the engine merge its tables beside whatever the caller does until `replace`; no more quads come."""
        self._end()
        self._merged = self._threads.submit(_merge, self._quads, self._loaded)

    def replace(self) -> None:
        """Let the new quads take the place of the standing ones. StoreError when they could not be written."""
        if self._merged is None:
            self.merge()
        try:
            cast("Future[None]", self._merged).result()
        except (OSError, RuntimeError, SyntaxError) as error:
            raise StoreError(
                f"{self._fresh}: the quads cannot be written: {error}; they are made anew at the next try"
            ) from error
        finally:
            self._let_go()
        standing, old = self._folder / QUADS, self._folder / _OLD
        if standing.exists():
            standing.rename(old)
        self._fresh.rename(standing)
        shutil.rmtree(old, ignore_errors=True)

    def drop(self) -> None:
        """Throw the new quads away, whatever became of them."""
        if self._merged is None:
            self._end()
        self._let_go()
        shutil.rmtree(self._fresh, ignore_errors=True)

    def _hand_over(self) -> None:
        self._waiting.put(bytes(self._chunk))
        self._chunk.clear()

    def _end(self) -> None:
        if self._chunk:
            self._hand_over()
        self._waiting.put(b"")

    def _let_go(self) -> None:
        """Close the engine, so that its folder can be moved."""
        self._threads.shutdown()
        if hasattr(self, "_quads"):
            del self._quads


def _load(quads: pyoxigraph.Store, out: int) -> None:
    """Let the engine read all that comes out of a pipe, by its name: it then needs no turn of Python's for each piece.

    It need not check addresses again: they were when they were made.
    """
    with open(out, "rb") as pipe:
        if (named := Path(_PIPES, str(out))).exists():
            quads.bulk_load(path=str(named), format=RdfFormat.N_QUADS, lenient=True)
        else:
            quads.bulk_load(pipe, RdfFormat.N_QUADS, lenient=True)


def _merge(quads: pyoxigraph.Store, loaded: "Iterable[Future[None]]") -> None:
    """Make all tables of each index one, once they are loaded."""
    for each in loaded:
        each.result()
    quads.optimize()
    quads.flush()


def _feed(waiting: "Queue[bytes]", into: int) -> None:
    """Write all that waits into a pipe, up to an empty chunk; when nobody reads any more, throw it away."""
    try:
        with open(into, "wb") as pipe:
            while chunk := waiting.get():
                pipe.write(chunk)
    except BrokenPipeError:  # the loader failed, and says why
        while waiting.get():
            pass


def _pieces(quads: Iterable[Quad]) -> Iterator[list[Quad]]:
    stream = iter(quads)
    while piece := list(islice(stream, 10_000)):
        yield piece
