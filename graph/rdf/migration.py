"""Tables of a store that an earlier version made, brought to what this one expects; nothing that was kept is lost.

Only the archive is carried over. What is counted is dropped and made anew by the rebuild that a change of format asks
for.
"""

import sqlite3

from ..addresses import canonical
from . import census
from .sqlite import transaction


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to this format, all or nothing; those of a new or current store stay as they are."""
    columns = _columns(connection, "articles")
    if not columns or "address" in columns:
        return
    with transaction(connection):  # format 1 knew neither bylines nor which addresses are the same
        connection.execute("ALTER TABLE articles ADD COLUMN author TEXT")
        connection.execute("ALTER TABLE articles ADD COLUMN address TEXT")
        known = connection.execute("SELECT key, url FROM articles WHERE url IS NOT NULL").fetchall()
        connection.executemany("UPDATE articles SET address = ? WHERE key = ?", [(canonical(url), key) for key, url in known])
        for table in census.TABLES:
            connection.execute(f"DROP TABLE IF EXISTS {table}")


def _columns(connection: sqlite3.Connection, table: str) -> frozenset[str]:
    return frozenset(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))
