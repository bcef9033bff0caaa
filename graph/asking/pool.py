"""A few worker processes that answer queries, each killed and replaced when it passes the deadline or its memory.

A worker is a fresh interpreter (see `processes`).
"""

import queue
import time
from pathlib import Path

from ..errors import DepescheError, QueryTimeout, QueryTooLarge, StoreError
from ..processes import Worker, start
from ..rdf.embedded import Embedded
from ..rdf.engine import Engine
from . import guard
from .results import Row
from .worker import Answer, Ask, Place, too_large, work

DEADLINE = 10.0  # seconds
MEMORY = 1 << 30  # bytes
LIMIT = 10_000  # rows or triples
OWN_LIMIT = 200_000  # of our own queries, which say their limits themselves: a net, not a limit


class Pool:
    """Answers queries over the store in `folder`, at most `workers` at once; safe to share between threads.

    `engine` keeps the quads, where they are not in the folder; the workers then check, refuse and hand on.
    A query is ended after `deadline` seconds, counted from when it is asked, or when it needs more than `memory` bytes.
    """

    def __init__(
        self,
        folder: Path,
        *,
        engine: Engine | None = None,
        workers: int = 2,
        deadline: float = DEADLINE,
        memory: int = MEMORY,
        limit: int = LIMIT,
        size: int = guard.SIZE,
    ) -> None:
        self.deadline, self.limit, self.workers = deadline, limit, workers
        self.size = size
        self._place = Place(folder, engine or Embedded(folder), memory, size)
        self._closed = False
        self._idle: queue.Queue[Worker] = queue.Queue()
        for _ in range(workers):
            self._idle.put(self._start())

    def answer(
        self, query: str, formats: tuple[str, ...] = (), *, limit: int | None = None, graphs: guard.Graphs | None = None
    ) -> Answer:
        """A stranger's query, guarded; `formats` are media types in order of preference, none for plain rows.

        `graphs` names the dataset to ask, by default the whole store.

        Raises the errors of `QueryError`, and StoreError when the store cannot be opened.
        """
        guard.check_size(query, self.size)
        return self._run(Ask(query, formats, min(limit or self.limit, self.limit), graphs=graphs))

    def trust(self, query: str, formats: tuple[str, ...] = (), *, limit: int = OWN_LIMIT) -> Answer:
        """The answer to one of our own queries, not guarded."""
        return self._run(Ask(query, formats, limit, trusted=True))

    def rows(self, query: str) -> tuple[Row, ...]:
        """The plain rows of one of our own queries."""
        return self.trust(query).rows

    def __enter__(self) -> "Pool":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End all workers; later questions raise StoreError."""
        if self._closed:
            return
        self._closed = True
        for _ in range(self.workers):
            self._idle.get().end()  # one that is busy comes back at its deadline

    def _run(self, ask: Ask) -> Answer:
        if self._closed:
            raise StoreError("the store is no longer served")
        end = time.monotonic() + self.deadline
        try:
            worker = self._idle.get(timeout=self.deadline)
        except queue.Empty:
            raise QueryTimeout(f"all {self.workers} workers were busy for {self.deadline:g} seconds; try again later") from None
        keep = False
        try:
            found = self._exchange(worker, ask, end)
            keep = True
        finally:
            if not keep:
                worker.end()
                worker = self._start()  # at once, so that it is ready when the next query comes
            self._idle.put(worker)
        if isinstance(found, DepescheError):
            raise found
        return found

    def _exchange(self, worker: Worker, ask: Ask, end: float) -> Answer | DepescheError:
        """What the worker says; raises when it has to be replaced."""
        try:
            worker.link.send(ask)
            if not worker.link.poll(max(0.0, end - time.monotonic())):
                raise QueryTimeout(f"the query took longer than {self.deadline:g} seconds and was ended; ask for less at a time")
            found: Answer | DepescheError = worker.link.recv()
        except (EOFError, ConnectionError):
            raise too_large(self._place.memory) from None  # the engine aborts where memory ends
        if isinstance(found, QueryTooLarge):
            raise found  # a worker that has been at its limit stays near it
        return found

    def _start(self) -> Worker:
        worker = start(work)
        worker.link.send(self._place)
        return worker
