"""Views whose address is too long to pass on, kept by the hash of what they say.

One SQLite file beside the store. Nothing that was kept is ever changed or dropped, since a link that was passed on shall go
on leading to the same view; so there is an end to how much is kept, and it is told, not made room for.
"""

from pathlib import Path

from ...errors import LinkUnknownError, UsageError, WritingRefused
from ...identity import digest
from ...rdf.sqlite import to_read, to_write, transaction
from ..addresses import is_key

LONGEST = 16_384  # characters: 300 parties, the most that are drawn, take 8,100
MOST = 10_000  # views, 160 MB at the very most; a desk that keeps ten a day needs years

_SCHEMA = "CREATE TABLE IF NOT EXISTS views(key TEXT PRIMARY KEY, view TEXT NOT NULL) WITHOUT ROWID"


class Bookmarks:
    """The views in `file`, which is made when the first one is kept; may be shared by threads and processes."""

    def __init__(self, file: Path, most: int = MOST) -> None:
        self._file, self._most = file, most

    def keep(self, view: str) -> str:
        """Keep what a view's address says after its `?`; gives the key, the same for the same view.

        UsageError when it is longer than LONGEST, WritingRefused when as many are kept as may be, StoreError where nothing
        can be written.
        """
        if len(view) > LONGEST:
            raise UsageError(f"a view of {len(view)} characters is too long to be kept; {LONGEST} may be")
        key = digest("view", view)
        with to_write(self._file) as connection:
            connection.execute(_SCHEMA)
            with transaction(connection):
                known = connection.execute("SELECT 1 FROM views WHERE key = ?", (key,)).fetchone()
                if known is None and connection.execute("SELECT count(*) FROM views").fetchone()[0] >= self._most:
                    raise WritingRefused(f"{self._most} links are kept, and no more may be", reason="full")
                connection.execute("INSERT OR IGNORE INTO views VALUES (?, ?)", (key, view))
        return key

    def view(self, key: str) -> str:
        """What is kept under a key. LinkUnknownError when nothing is."""
        found = self._found(key) if is_key(key) and self._file.exists() else None
        if found is None:
            raise LinkUnknownError(f"no view is kept under the link {key[:40]!r}; it may have been kept by another server")
        return found

    def _found(self, key: str) -> str | None:
        with to_read(self._file) as connection:
            row = connection.execute("SELECT view FROM views WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else None
