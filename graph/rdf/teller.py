"""A process that tells quads beside the one that writes: what each article says itself, and then all edges.

Both are lines of text, made of what is kept and of nothing else, and the larger half of what there is to tell. Whoever
writes is left with the tables, on a processor of its own.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, BinaryIO, cast

from ..errors import DepescheError, WorkerError
from ..processes import end_with, start
from .archive import Kept
from .changes import Known, Surroundings
from .sqlite import to_read
from .terms import Terms
from .whole import edges, own

_TOGETHER = 32  # articles handed over at once: 200 KB
_CHUNK = 1 << 20  # bytes of lines that are written at once


@dataclass(frozen=True, slots=True)
class _Job:
    """What the process needs: where its lines go, and what quads are made with."""

    way: int
    terms: Terms
    known: Known


@dataclass(frozen=True, slots=True)
class _Edges:
    """Tell all edges that the tables in `file` call for."""

    file: Path


class Teller:
    """Tells quads in a process of its own into `way`, the descriptor of a pipe, which it closes.

    WorkerError from any of these when there is no such process or it is lost: then nothing that it told counts.
    """

    def __init__(self, way: int, terms: Terms, known: Known) -> None:
        try:
            self._worker = start(work, way)
        except OSError as error:
            raise WorkerError(f"no process that tells quads can be started: {error.strerror}") from error
        finally:
            os.close(way)  # else whoever reads it waits for us
        self._waiting: list[Kept] = []
        try:
            self._send(_Job(way, terms, Known(publishers=known.publishers)))
        except BaseException:
            self.drop()
            raise

    def article(self, kept: Kept) -> None:
        """Tell what the article says itself."""
        self._waiting.append(kept)
        if len(self._waiting) >= _TOGETHER:
            self._hand_over()

    def edges(self, file: Path) -> None:
        """Tell all edges, of tables that stay as they are until `end`."""
        self._hand_over()
        self._send(_Edges(file))

    def end(self) -> None:
        """Wait until all is told. Raises what went wrong there."""
        self._hand_over()
        self._send(None)
        try:
            failed: DepescheError | None = self._worker.link.recv()
        except (EOFError, OSError):
            raise self._lost() from None
        self._worker.end()
        if failed:
            raise failed

    def drop(self) -> None:
        """Tell nothing more."""
        self._worker.end()

    def _hand_over(self) -> None:
        together, self._waiting = tuple(self._waiting), []
        if together:
            self._send(together)

    def _send(self, message: object) -> None:
        try:
            self._worker.link.send(message)
        except OSError:
            raise self._lost() from None
        except BaseException:
            self._worker.kill()  # it may have half a message, and would take the next one for the rest
            raise

    def _lost(self) -> DepescheError:
        """Why it takes nothing any more: what it said before it ended, else how it ended."""
        with suppress(EOFError, OSError):
            if self._worker.link.poll() and (failed := self._worker.link.recv()) is not None:
                return cast("DepescheError", failed)
        return WorkerError(f"the process that tells quads {self._worker.fate()}")


def work(descriptor: int) -> None:
    """The process's part."""
    end_with(descriptor)
    link: Connection[Any, Any] = Connection(descriptor)
    with link, suppress(EOFError):
        job: _Job = link.recv()
        try:
            _tell_all(link, job)
        except DepescheError as error:
            link.send(error)
        except Exception as error:  # whatever it is, the other end says it
            link.send(WorkerError(f"the process that tells quads failed: {type(error).__name__}: {error}"))
        else:
            link.send(None)


def _tell_all(link: "Connection[Any, Any]", job: _Job) -> None:
    """All that is asked for, up to the end of it; when nobody reads the lines any more, for nothing: whoever does says why."""
    with suppress(BrokenPipeError), open(job.way, "wb", buffering=_CHUNK) as into:
        is_read = True
        while (message := link.recv()) is not None:
            is_read = is_read and _written(into, _told(message, job))


def _written(into: BinaryIO, lines: Iterable[bytes]) -> bool:
    try:
        into.writelines(lines)
    except BrokenPipeError:
        return False
    return True


def _told(message: tuple[Kept, ...] | _Edges, job: _Job) -> Iterator[bytes]:
    if isinstance(message, _Edges):
        with to_read(message.file) as connection:
            yield from edges(Surroundings(connection, job.terms, job.known))
    else:
        for kept in message:
            yield own(kept.reading(), job.terms, job.known.publishers)
