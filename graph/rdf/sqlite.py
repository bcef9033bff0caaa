"""Opening SQLite files the way a store needs it: readers beside one writer, safe against power loss, errors in our words."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..errors import StoreError

_CACHE = 256 << 10  # KiB that a writer keeps of the file: its keys are hashes, so that each batch touches pages all over it
_WAIT = 10.0  # seconds that a statement waits for another process's short transaction


@contextmanager
def to_write(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection in explicit transactions (`BEGIN` … `COMMIT`); what is not committed at the end is undone."""
    with translated(file), closing(sqlite3.connect(file, timeout=_WAIT, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")  # readers go on while one writes
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
        connection.execute("PRAGMA synchronous = FULL")  # the file is the truth: it must survive a power cut
        connection.execute("PRAGMA secure_delete = ON")  # a removed article's words are gone from the disk too
        yield connection


@contextmanager
def to_read(file: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. In a folder that cannot be written, nobody else writes either."""
    mode = "mode=ro" if os.access(file.parent, os.W_OK) else "mode=ro&immutable=1"
    address = f"{file.absolute().as_uri()}?{mode}"
    with translated(file), closing(sqlite3.connect(address, uri=True, timeout=_WAIT, isolation_level=None)) as connection:
        yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of the block's changes, or none of them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """What SQLite complains of in the block as a StoreError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{file}: {error}") from error
