"""The queue: one SQLite file beside the store, which servers write jobs to and one worker takes them from.

What was read is kept as records until somebody stores or discards it; bounded, so that nobody fills the disk. No clock
is asked: who holds the workers' lock knows that jobs which still run were left by one that is gone.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import DepescheError, FetchError, InputError, NotFoundError, StoreBusyError, TooManyJobsError, UsageError
from ..model import Reading
from ..pipeline import Outcome
from ..rdf.sqlite import to_read, to_write, transaction
from ..records import reading_from_json, reading_to_json
from .job import Failure, Fault, Job, Means, Offer, Result, State, Step

MOST_WAITING = 10  # jobs; one at a time is done, and each may hold megabytes
KEPT = 20  # jobs that are done stay to be looked at until so many newer ones came
_LARGEST = 2**63 - 1  # what SQLite takes for a number
TRIES = 2  # a job at which two processes ended will end a third

_SCHEMA = """
CREATE TABLE IF NOT EXISTS jobs(
  number INTEGER PRIMARY KEY AUTOINCREMENT, step TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL, means TEXT NOT NULL,
  name TEXT NOT NULL, about TEXT NOT NULL, content BLOB NOT NULL, expected INTEGER, reader TEXT, waiting TEXT,
  cut INTEGER NOT NULL, fault TEXT, detail TEXT);
CREATE TABLE IF NOT EXISTS results(
  job INTEGER NOT NULL, position INTEGER NOT NULL, record TEXT, claims INTEGER NOT NULL, fault TEXT, detail TEXT, outcome TEXT,
  PRIMARY KEY(job, position)) WITHOUT ROWID;
"""
_JOB = """SELECT number, step, state, means, name, (SELECT count(*) FROM results WHERE job = number),
  (SELECT coalesce(sum(claims), 0) FROM results WHERE job = number),
  (SELECT count(*) FROM results WHERE job = number AND outcome IS NOT NULL), expected, waiting, cut, fault, detail FROM jobs"""
_LIVE = (State.QUEUED, State.RUNNING)


class Queue:
    """The jobs in `file`; may be shared by threads and processes."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def add(self, offer: Offer) -> int:
        """A new job that reads what is offered; gives its number. TooManyJobsError while too many others wait."""
        about = json.dumps(dict(offer.about), ensure_ascii=False)
        row = (Step.READ, State.QUEUED, offer.means, offer.name, about, offer.content)
        with self._writing() as connection:
            self._make_room(connection)
            made = connection.execute(
                "INSERT INTO jobs(step, state, tries, means, name, about, content, cut) VALUES (?, ?, 0, ?, ?, ?, ?, 0)", row
            )
        assert made.lastrowid is not None
        return made.lastrowid

    def job(self, number: int) -> Job:
        """The job with this number. NotFoundError when there is none, or none any more."""
        with self._reading() as connection:
            return _job(connection, number)

    def recent(self) -> tuple[Job, ...]:
        """All jobs there are, the newest first."""
        with self._reading() as connection:
            return tuple(map(_job_of, connection.execute(f"{_JOB} ORDER BY number DESC")))

    def results(self, number: int, limit: int = -1, offset: int = 0) -> tuple[Result, ...]:
        """What became of a job's articles, in their order; `limit` of them (-1: all) after the first `offset`."""
        query = "SELECT position, record, fault, detail, outcome FROM results WHERE job = ? ORDER BY position LIMIT ? OFFSET ?"
        with self._reading() as connection:
            return tuple(map(_result, connection.execute(query, (number, limit, offset))))

    def store(self, number: int) -> None:
        """Have what was read stored. UsageError when nothing was read, or it is under way already."""
        with self._writing() as connection:
            found = _job(connection, number)
            ready = found.finished and (found.step is Step.STORE or found.state is State.DONE)
            if not ready or found.read == 0:
                raise UsageError(f"there is nothing to store of job {number}")
            _set(connection, number, step=Step.STORE, state=State.QUEUED, tries=0, fault=None, detail=None)

    def discard(self, number: int) -> None:
        """Forget a job and what was read for it. UsageError while it is being stored."""
        with self._writing() as connection:
            found = _job(connection, number)
            if found.step is Step.STORE and not found.finished:
                raise UsageError(f"job {number} is being stored")
            _erase(connection, number)

    # For the worker

    def requeue(self) -> None:
        """Queue again what a worker that is gone left half done; give up what ended too many of them."""
        lost = "the process that worked on it ended twice; give it less at a time"
        with self._writing() as connection:
            ended = "state = ? AND tries >= ?"
            change = f"UPDATE jobs SET state = ?, fault = ?, detail = ?, waiting = NULL WHERE {ended}"
            connection.execute(change, (State.FAILED, Fault.LOST, lost, State.RUNNING, TRIES))
            connection.execute("UPDATE jobs SET state = ?, waiting = NULL WHERE state = ?", (State.QUEUED, State.RUNNING))

    def take(self) -> Job | None:
        """The job that has been here longest and waits, now running; None when none waits."""
        with self._writing() as connection:
            row = connection.execute(
                "SELECT number FROM jobs WHERE state = ? ORDER BY number LIMIT 1", (State.QUEUED,)
            ).fetchone()
            if row is None:
                return None
            found = _job(connection, row[0])
            if found.step is Step.READ:  # begun anew as a whole: reading is pure
                connection.execute("DELETE FROM results WHERE job = ?", row)
            connection.execute("UPDATE jobs SET state = ?, tries = tries + 1 WHERE number = ?", (State.RUNNING, *row))
            return _job(connection, row[0])

    def offer(self, number: int) -> Offer:
        """What is to be read for a job."""
        with self._reading() as connection:
            row = connection.execute("SELECT means, name, about, content FROM jobs WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise _gone(number)
        means, name, about, content = row
        return Offer(Means(means), name, tuple(json.loads(about).items()), content)

    def reader(self, number: int) -> str:
        """The version of the reader that read for a job."""
        with self._reading() as connection:
            row = connection.execute("SELECT reader FROM jobs WHERE number = ?", (number,)).fetchone()
        if row is None:
            raise _gone(number)
        return str(row[0])

    def expect(self, number: int, expected: int | None, reader: str) -> None:
        """Note about how many articles there will be, and who reads them."""
        with self._writing() as connection:
            _set(connection, number, expected=expected, reader=reader)

    def put(self, number: int, position: int, found: Reading | InputError) -> None:
        """Keep what became of an article. NotFoundError when the job was discarded meanwhile."""
        record, claims, failure = None, 0, None
        if isinstance(found, InputError):
            failure = failure_of(found)
        else:
            record, claims = reading_to_json(found), len(found.claims)
        row = (number, position, record, claims, failure and failure.fault, failure and failure.detail)
        with self._writing() as connection:
            _job(connection, number)
            connection.execute("INSERT INTO results(job, position, record, claims, fault, detail) VALUES (?, ?, ?, ?, ?, ?)", row)

    def told(self, number: int, position: int, outcome: Outcome) -> None:
        """Keep what became of an article in the store."""
        failure = failure_of(outcome.error) if outcome.error else None
        row = (outcome.result, failure and failure.fault, failure and failure.detail, number, position)
        with self._writing() as connection:
            connection.execute("UPDATE results SET outcome = ?, fault = ?, detail = ? WHERE job = ? AND position = ?", row)

    def wait(self, number: int, holder: str | None) -> None:
        """Say for whom a job waits; None when it goes on."""
        with self._writing() as connection:
            _set(connection, number, waiting=holder)

    def done(self, number: int, *, cut: bool = False) -> None:
        """A step is done; what was given is needed no more. `cut`: there was more than is read at a time."""
        with self._writing() as connection:
            _set(connection, number, state=State.DONE, content=b"", waiting=None)
            connection.execute("UPDATE jobs SET cut = max(cut, ?) WHERE number = ?", (cut, number))

    def fail(self, number: int, failure: Failure) -> None:
        """A step cannot be done."""
        with self._writing() as connection:
            _set(connection, number, state=State.FAILED, fault=failure.fault, detail=failure.detail, waiting=None)

    def _make_room(self, connection: sqlite3.Connection) -> None:
        waiting = connection.execute("SELECT count(*) FROM jobs WHERE state IN (?, ?)", _LIVE).fetchone()[0]
        if waiting >= MOST_WAITING:
            raise TooManyJobsError(f"{waiting} jobs are waiting; give more when some of them are done")
        over = "SELECT number FROM jobs WHERE state NOT IN (?, ?) ORDER BY number DESC LIMIT -1 OFFSET ?"
        for (number,) in connection.execute(over, (*_LIVE, KEPT - 1)).fetchall():
            _erase(connection, number)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with to_write(self._file) as connection:
            connection.executescript(_SCHEMA)
            with transaction(connection):
                yield connection

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        if not self._file.exists():
            with self._writing():
                pass
        with to_read(self._file) as connection:
            yield connection


def failure_of(error: DepescheError) -> Failure:
    """An error as a job keeps it."""
    kinds = ((FetchError, Fault.REFUSED), (InputError, Fault.UNREADABLE), (StoreBusyError, Fault.BUSY))
    return Failure(next((fault for kind, fault in kinds if isinstance(error, kind)), Fault.BROKEN), str(error))


def _job(connection: sqlite3.Connection, number: int) -> Job:
    row = connection.execute(f"{_JOB} WHERE number = ?", (number,)).fetchone() if number <= _LARGEST else None
    if row is None:
        raise _gone(number)
    return _job_of(row)


def _job_of(row: tuple) -> Job:  # type: ignore[type-arg]  # whatever SQLite gives
    number, step, state, means, name, read, claims, stored, expected, waiting, cut, fault, detail = row
    failure = Failure(Fault(fault), detail) if fault else None
    return Job(number, Step(step), State(state), Means(means), name, read, claims, stored, expected, waiting, bool(cut), failure)


def _result(row: tuple) -> Result:  # type: ignore[type-arg]
    position, record, fault, detail, outcome = row
    failure = Failure(Fault(fault), detail) if fault else None
    return Result(position, reading_from_json(record) if record else None, failure, outcome)


def _set(connection: sqlite3.Connection, number: int, **values: object) -> None:
    columns = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE jobs SET {columns} WHERE number = ?", (*values.values(), number))


def _erase(connection: sqlite3.Connection, number: int) -> None:
    connection.execute("DELETE FROM results WHERE job = ?", (number,))
    connection.execute("DELETE FROM jobs WHERE number = ?", (number,))


def _gone(number: int) -> NotFoundError:
    return NotFoundError(f"there is no job {number}, or not any more")
