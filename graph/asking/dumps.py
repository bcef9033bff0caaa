"""Whole copies of a store as files, each made once for each revision by a process of its own, one at a time.

A large store takes its time and its memory: not in the process that answers, and not for ever. The files live in a
folder of the server's own and go with it; the store's folder is never written.
"""

import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any

from ..errors import DepescheError, StoreBusyError, StoreError
from ..processes import start
from ..rdf.revision import read_revision
from .exports import FORMS, write

DEADLINE = 300.0  # seconds: about ten million quads
_KEPT = 2  # copies of one form: the newest, and the one that somebody may still be fetching


@dataclass(frozen=True, slots=True)
class _Job:
    folder: Path
    form: str
    file: Path


class Dumps:
    """Copies of the store in `folder`, to be shared by threads; `close` removes them."""

    def __init__(self, folder: Path, deadline: float = DEADLINE) -> None:
        self._folder, self._deadline = folder, deadline
        self._scratch: Path | None = None
        self._lock = Lock()

    def file(self, form: str) -> tuple[Path, int]:
        """A file with the whole store as one of FORMS, and a revision that it is not older than.

        StoreBusyError while another copy is being made, StoreError when it cannot be made or takes too long.
        """
        if not self._lock.acquire(blocking=False):
            raise StoreBusyError("a copy of the store is being made; try again in a minute")
        try:
            if self._scratch is None:
                self._scratch = Path(tempfile.mkdtemp(prefix="depesche-dumps-"))
            revision = read_revision(self._folder)
            file = self._scratch / f"{revision:012}.{FORMS[form].suffix}"
            if not file.exists():
                self._make(_Job(self._folder, form, file))
                for old in sorted(self._scratch.glob(f"*.{FORMS[form].suffix}"))[:-_KEPT]:
                    old.unlink()
            return file, revision
        finally:
            self._lock.release()

    def close(self) -> None:
        """Remove all copies."""
        if self._scratch is not None:
            shutil.rmtree(self._scratch, ignore_errors=True)

    def _make(self, job: _Job) -> None:
        worker = start(work)
        try:
            worker.link.send(job)
            if not worker.link.poll(self._deadline):
                raise StoreError(f"a copy of the store takes longer than {self._deadline:g} seconds; use `depesche export`")
            found: DepescheError | None = worker.link.recv()
        except (EOFError, ConnectionError):
            raise StoreError("the copy of the store was cut off; use `depesche export`") from None
        finally:
            worker.end()
        if found is not None:
            raise found


def work(descriptor: int) -> None:
    """Writes the one file that it is told of through the socket `descriptor`; says None, or the error."""
    link: Connection[Any, Any] = Connection(descriptor)
    job: _Job = link.recv()
    os.nice(10)  # whoever asks a question goes first
    draft = job.file.with_name(f".{job.form}-{time.monotonic_ns()}")
    try:
        with draft.open("wb") as stream:
            write(job.folder, job.form, stream)
        draft.replace(job.file)
        link.send(None)
    except DepescheError as error:
        link.send(error)
    except OSError as error:
        link.send(StoreError(f"the copy of the store cannot be written: {error.strerror}"))
    finally:
        draft.unlink(missing_ok=True)
