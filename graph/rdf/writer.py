"""Writing articles into a store, in batches that come whole or not at all.

A batch goes through four files, in this order: the archive (with a journal of the articles whose quads may not agree
yet), the quads (the revision with them), the labels and sentences; then the journal is cleared and the revision mirrored.
Whatever was cut off in between, the journal tells what to reckon anew when the store is next opened for writing.
"""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ..errors import InputError
from ..identity import article_key
from ..model import Reading
from . import archive
from .archive import Kept
from .changes import Surroundings, changes
from .engine import Standing
from .labels import Labels
from .revision import read_revision, write_revision
from .sentences import Sentences
from .sqlite import transaction
from .whole import labels

BATCH_ARTICLES = 200  # about 100,000 quads: a second of writing, 100 MB of memory
BATCH_SECONDS = 2.0  # how long an added article may stay unseen, and how much a crash may lose


def utc_now() -> datetime:
    """The time, to the second: nobody needs to know more about when an article was first seen."""
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class Found:
    """By what things are found: parties by their names, claims by their sentences."""

    labels: Labels
    sentences: Sentences

    def revision(self) -> int | None:
        """The revision that both belong to; None when they differ or one was never written."""
        revision = self.labels.revision()
        return revision if revision == self.sentences.revision() else None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a reading: `new` when its article was not stored, `changed` when anything was written at all."""

    article: str
    new: bool
    changed: bool
    claims: int


class Writer:
    """Adds and removes articles; made by `Store.writing` only, which holds the lock."""

    def __init__(
        self, folder: Path, quads: Standing, around: Surroundings, found: Found, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._folder, self._quads, self._around, self._found, self._now = folder, quads, around, found, now
        self._connection = around.connection
        self._touched: set[str] = set()
        self._since = 0.0

    def add(self, reading: Reading, reader: str = "") -> Added:
        """Store an article with what `reader` (a version) got out of it; the same again changes nothing.

        Another reading of a stored article takes the place of the one before. Seen by others after `flush`, which
        comes by itself every 2 seconds or 200 articles. InputError when the article cannot be stored: then nothing is.
        """
        try:
            key = article_key(reading.article)
            new = not archive.has(self._connection, key)
            changed = self._whole(lambda: self._record(key, reading, reader))
        except ValueError as error:  # also UnicodeError: no text, no address
            title = reading.article.title or reading.article.identifier or reading.article.url or "an article"
            raise InputError(f"{title}: cannot be stored: {error}") from error
        self._flush_if_due()
        return Added(key, new, bool(changed), len(reading.claims))

    def remove(self, key: str) -> None:
        """Take out an article with all that only it used. NotFoundError when there is none."""
        self._whole(lambda: self._erase(key))
        self._flush_if_due()

    def flush(self) -> None:
        """Make everything added so far visible to others, and safe."""
        if self._connection.in_transaction:
            self._connection.execute("COMMIT")
        if self._touched:
            touched, self._touched = self._touched, set()
            self._settle(touched)

    def close(self) -> None:
        """Flush, and let go of the engine."""
        try:
            self.flush()
        finally:
            self._quads.close()

    def mend(self) -> None:
        """Finish what a crash cut off, if one did."""
        if left := archive.journal(self._connection):
            self._settle(left, mending=True)
        revision = self._quads.revision()
        if read_revision(self._folder) != revision:
            write_revision(self._folder, revision)

    def _settle(self, keys: Collection[str], *, mending: bool = False) -> None:
        """Make quads and labels agree with the archive about these articles."""
        change = changes(self._quads, self._around, keys)
        revision = self._quads.revision()
        self._around.made.clear()
        if change:
            revision += 1
            self._quads.apply(change, revision)
        # When mending, the quads may agree already, and then they do not tell which labels were not written.
        if mending:
            self._found.labels.put_all(labels(self._around), revision)
        else:
            self._found.labels.put(change.labels, revision)
        self._found.sentences.put(change.lines.items(), revision)
        with transaction(self._connection):
            self._connection.execute("DELETE FROM journal")
            archive.write_state(self._connection, "revision", revision)
        write_revision(self._folder, revision)

    def _whole(self, write: Callable[[], frozenset[str]]) -> frozenset[str]:
        """Do all of `write`, which gives the keys it touched, or nothing."""
        connection = self._connection
        if not connection.in_transaction:
            connection.execute("BEGIN IMMEDIATE")
        connection.execute("SAVEPOINT article")
        try:
            touched = write()
            connection.executemany("INSERT OR IGNORE INTO journal VALUES (?)", [(key,) for key in sorted(touched)])
        except BaseException:
            connection.execute("ROLLBACK TO article")
            self._around.made.clear()  # all can be made again; which of it still holds is not worth telling
            raise
        finally:
            connection.execute("RELEASE article")
            if not self._touched:
                self._since = time.monotonic()
        self._touched |= touched
        return touched

    def _record(self, own: str, reading: Reading, reader: str) -> frozenset[str]:
        kept = Kept.of(reading)
        changed = archive.write(self._connection, kept, reader, self._now())
        if own in changed:
            self._make(own, reading, kept)  # now, so that what cannot be said in quads fails here and alone
        others = frozenset[str]().union(*(self._around.count(key, reading if key == own else None) for key in sorted(changed)))
        self._unmake(changed - {own})
        return changed | others

    def _make(self, key: str, reading: Reading, kept: Kept) -> None:
        """Make what the article itself says. ValueError when it cannot be said in quads."""
        self._around.make(key, reading)

    def _unmake(self, keys: Collection[str]) -> None:
        """What was made of these articles no longer holds."""
        for key in keys:
            self._around.made.pop(key, None)

    def _erase(self, key: str) -> frozenset[str]:
        archive.erase(self._connection, key)
        self._unmake({key})
        return frozenset({key}) | self._around.forget(key)

    def _flush_if_due(self) -> None:
        if self._is_due(len(self._touched), time.monotonic() - self._since):
            self.flush()

    def _is_due(self, articles: int, seconds: float) -> bool:
        return articles >= BATCH_ARTICLES or seconds >= BATCH_SECONDS
