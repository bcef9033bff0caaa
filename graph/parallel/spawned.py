"""Reading in several processes of this machine.

A thread here waits for each process there. A process is started when an article wants one and none is idle, so a call
that finds everything stored starts none; one that died is replaced in the same way, and only the article that it was
reading fails.
"""

import queue
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any

from ..errors import DepescheError, InputError, WorkerError
from ..model import Article
from ..processes import Worker, start
from .readers import Load, Read, agreed, attempt, named

# Articles handed in for each process: a process reads some 30 a second, and a batch takes up to two to be written.
AHEAD = 64
_PLACE = "a process of this machine"


class Spawned:
    """Reads in up to `count` processes, each with the reader that `load` gives there; made by `spawned`."""

    def __init__(self, load: Load, version: str, count: int) -> None:
        self.ahead = count * AHEAD
        self._load, self._version = load, version
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="reading")
        self._idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
        self._workers: set[Worker] = set()
        self._changing = threading.Lock()  # of the set, and of `closed`: a worker that starts now must not be overlooked
        self._closed = False

    def submit(self, article: Article) -> Future[Read]:
        return self._threads.submit(self._read, article)

    def close(self) -> None:
        """End all processes, whatever they are reading."""
        with self._changing:
            self._closed = True
            for worker in self._workers:
                worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in self._workers:
            worker.end()

    def _read(self, article: Article) -> Read:
        """The thread's part: WorkerError when no process can be had."""
        worker = self._worker()
        try:
            worker.link.send(article)
            found: Read = worker.link.recv()
        except (EOFError, OSError):
            return InputError(f"{named(article)}: the process that read it {self._lost(worker)}; add it again to try once more")
        self._idle.put(worker)
        return found

    def _worker(self) -> Worker:
        try:
            return self._idle.get_nowait()
        except queue.Empty:
            return self._ready(self._start())

    def _start(self) -> Worker:
        with self._changing:
            if self._closed:
                raise WorkerError("reading was ended")
            worker = start(work)
            self._workers.add(worker)
            return worker

    def _ready(self, worker: Worker) -> Worker:
        """The worker once its reader is loaded."""
        try:
            worker.link.send(self._load)
            told: str | DepescheError = worker.link.recv()
        except (EOFError, OSError):
            fate = self._lost(worker)
            raise WorkerError(f"a process that should read {fate} before it could; fewer workers need less memory") from None
        if isinstance(told, DepescheError):
            raise told
        agreed(told, self._version, _PLACE)
        return worker

    def _lost(self, worker: Worker) -> str:
        """How a worker ended that is no more, and no longer ours."""
        fate = worker.fate()
        with self._changing:
            self._workers.discard(worker)
        worker.end()
        return fate


@contextmanager
def spawned(load: Load, version: str, count: int) -> Iterator[Spawned]:
    """Readers in `count` processes, which end with the block."""
    readers = Spawned(load, version, count)
    try:
        yield readers
    finally:
        readers.close()


def work(descriptor: int) -> None:
    """The process's part: load the reader, say its version, then read what comes until the other end is gone."""
    link: Connection[Any, Any] = Connection(descriptor)
    with link, suppress(EOFError, ConnectionError):
        load: Load = link.recv()
        try:
            reader = load()
        except DepescheError as error:
            link.send(error)
            return
        link.send(reader.version)
        while True:
            link.send(attempt(reader, link.recv()))
