"""One writer at a time: a lock on a folder that says for whom one waits.

The operating system holds the lock and drops it when its process dies, however it dies; the file's content only tells
others who holds it. Knows nothing of what is written.
"""

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import StoreBusyError, StoreError

try:
    import fcntl
except ImportError:  # pragma: no cover - only on Windows
    fcntl = None  # type: ignore[assignment]

_PAUSE = 0.05  # seconds between two tries: short beside a batch (2 s), long beside a system call


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes: the process and what it does, such as `depesche add`."""

    process: int
    purpose: str

    def __str__(self) -> str:
        return f"“{self.purpose}” (process {self.process})"


@contextmanager
def locked(
    file: Path, purpose: str, *, wait: float | None = None, waiting: Callable[[Holder | None], None] | None = None
) -> Iterator[None]:
    """Hold the lock on `file` for `purpose`; wait up to `wait` seconds (None: for ever).

    `waiting` is called once for each holder that one waits for. StoreBusyError names the holder when the time is up.
    """
    try:
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise StoreError(f"{file.parent}: cannot be written: {error.strerror}") from error
    try:
        _acquire(descriptor, file, wait, waiting)
        _sign(descriptor, Holder(os.getpid(), purpose))
        yield
    finally:
        os.close(descriptor)  # lets go of the lock too


def holder(file: Path) -> Holder | None:
    """Who last signed the lock file; None when nobody can be read from it."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        return Holder(int(data["process"]), str(data["purpose"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None  # another process is just signing it: who it is can wait, the lock itself is certain


def _acquire(descriptor: int, file: Path, wait: float | None, waiting: Callable[[Holder | None], None] | None) -> None:
    deadline = None if wait is None else time.monotonic() + wait
    told: list[Holder | None] = []
    while not _try(descriptor):
        current = holder(file)
        if deadline is not None and time.monotonic() >= deadline:
            raise StoreBusyError(f"{file.parent}: {current or 'another process'} is writing; try again when it is done")
        if waiting and current not in told:
            told.append(current)
            waiting(current)
        time.sleep(_PAUSE)


def _try(descriptor: int) -> bool:
    if fcntl is None:  # pragma: no cover - only on Windows
        raise StoreError("a store can be written only where POSIX file locks exist")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _sign(descriptor: int, who: Holder) -> None:
    data = json.dumps(asdict(who)).encode()
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, data, 0)
