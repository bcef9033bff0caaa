"""The worker process of a server: started with the first job, replaced when it is gone, ended with the server."""

from collections.abc import Callable
from threading import Lock

from ..errors import StoreError
from ..processes import Worker


class Hands:
    """At most one process that `hire` starts; safe to share between threads."""

    def __init__(self, hire: Callable[[], Worker]) -> None:
        self._hire, self._lock = hire, Lock()
        self._worker: Worker | None = None
        self._closed = False

    def wake(self) -> None:
        """Tell the worker that there is something to do."""
        with self._lock:
            if self._ready():
                self._nudge()

    def watch(self) -> None:
        """See to it that somebody works: what a worker that died was at is taken up by the next one."""
        with self._lock:
            self._ready()

    def dismiss(self) -> None:
        """End the worker in the middle of what it does; the next one goes on with the other jobs."""
        with self._lock:
            self._end()

    def close(self) -> None:
        """End the worker for good."""
        with self._lock:
            self._closed = True
            self._end()

    def _ready(self) -> bool:
        """Whether the worker was there already; else it is now, and looks for jobs by itself."""
        if self._closed:
            raise StoreError("the store is no longer served")
        if self._worker is not None and self._worker.process.poll() is None:
            return True
        self._end()
        self._worker = self._hire()
        return False

    def _nudge(self) -> None:
        assert self._worker is not None
        try:
            self._worker.link.send(None)
        except OSError:  # it ends just now
            self._end()
            self._worker = self._hire()

    def _end(self) -> None:
        if self._worker is not None:
            self._worker.end()
            self._worker = None
