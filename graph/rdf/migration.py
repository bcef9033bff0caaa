"""Tables of a store that an earlier version made, brought to what this one expects; nothing that was kept is lost.

Only the archive is carried over. What is counted is dropped and made anew by the rebuild that a change of format asks
for.
"""

import sqlite3

from ..identity import page_key
from . import archive, census, kinship
from .sqlite import transaction


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to this format, all or nothing; those of a new or current store stay as they are."""
    if not _columns(connection, "articles"):
        return
    with transaction(connection):
        if "page" not in _columns(connection, "articles"):  # format 1
            _give_pages(connection)
        if "acting" not in _columns(connection, "roles"):  # nor did format 3 count who acts
            for table in census.TABLES:
                connection.execute(f"DROP TABLE IF EXISTS {table}")
        if "text" in _columns(connection, "fingerprints"):  # as formats before 6 had them
            for table in kinship.TABLES:
                connection.execute(f"DROP TABLE IF EXISTS {table}")


def _give_pages(connection: sqlite3.Connection) -> None:
    """Bylines, and which articles are versions of one page."""
    connection.execute("ALTER TABLE articles ADD COLUMN author TEXT")
    connection.execute("ALTER TABLE articles ADD COLUMN page TEXT")
    pages = [(page_key(archive.stored(connection, key).article), key) for key in archive.keys(connection)]
    connection.executemany("UPDATE articles SET page = ? WHERE key = ?", pages)


def _columns(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    return frozenset(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
