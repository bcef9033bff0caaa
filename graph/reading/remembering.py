"""What was fetched before, so that a host is asked only for what is new: the marks that hosts gave their answers.

One SQLite file beside a store. Losing it costs nothing but fetching everything once more.
"""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ..errors import StoreError

_SCHEMA = """CREATE TABLE IF NOT EXISTS visits(
  address TEXT PRIMARY KEY, etag TEXT, modified TEXT, stamp TEXT) WITHOUT ROWID"""
_WAIT = 10.0  # seconds to wait for another process that is writing


@dataclass(frozen=True, slots=True)
class Visit:
    """What a host said of a page: its `ETag`, its `Last-Modified`, and the `stamp` by which a feed tells its version."""

    etag: str | None = None
    modified: str | None = None
    stamp: str | None = None


class Remembered:
    """The visits of a store's folder; without a file nothing is remembered longer than this object lives.

    With `anew`, earlier visits are as if they had not been, and are written over by those that are made now.
    """

    def __init__(self, file: Path | None = None, *, anew: bool = False) -> None:
        self._file, self._anew = file, anew
        self._new: dict[str, Visit] = {}

    def visit(self, address: str) -> Visit | None:
        """How the page was when it was last fetched, by its address; None when it never was."""
        if address in self._new or self._anew or self._file is None or not self._file.exists():
            return self._new.get(address)
        with self._open() as connection:
            row = connection.execute("SELECT etag, modified, stamp FROM visits WHERE address = ?", (address,)).fetchone()
        return Visit(*row) if row else None

    def note(self, address: str, visit: Visit) -> None:
        """Remember a visit, for good once `keep` is called."""
        self._new[address] = visit

    def forget(self, address: str) -> None:
        """Take back what was noted of a page and not yet kept."""
        self._new.pop(address, None)

    def keep(self) -> None:
        """Write down what was noted; to be called when all that was fetched is stored, not before: else a crash loses it."""
        if self._file is not None and self._new:
            rows = [(address, each.etag, each.modified, each.stamp) for address, each in sorted(self._new.items())]
            with self._open() as connection, connection:
                connection.execute(_SCHEMA)
                connection.executemany("INSERT OR REPLACE INTO visits VALUES (?, ?, ?, ?)", rows)
            self._new.clear()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        assert self._file is not None
        try:
            with closing(sqlite3.connect(self._file, timeout=_WAIT)) as connection:
                yield connection
        except sqlite3.Error as error:
            raise StoreError(f"{self._file}: {error}; delete the file, and all is fetched once more") from error


def conditions(visit: Visit | None) -> Mapping[str, str]:
    """The headers that ask a host to answer only if the page changed since."""
    told = {"If-None-Match": visit.etag, "If-Modified-Since": visit.modified} if visit else {}
    return {name: value for name, value in told.items() if value}
