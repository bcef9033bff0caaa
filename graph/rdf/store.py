"""A store: a folder of texts, readings, quads, labels and sentences that belong together, and the ways into it.

Anybody may read at any time, through snapshots; one at a time may write, holding the lock. Only the archive is truth:
quads, labels and sentences that do not agree with it are mended, or made anew, when the store is next opened for writing.
"""

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pyoxigraph

from ..errors import StoreError, UsageError
from . import archive, census, kinship
from .archive import Archive
from .changes import Known, Surroundings, everything
from .labels import Labels
from .lock import Holder, locked
from .migration import migrate
from .revision import FORMAT, Meta, is_free, read_meta, read_revision, write_meta, write_revision
from .sentences import Sentences
from .snapshot import QUADS, Latest, Snapshot, open_snapshot, stored_revision
from .sqlite import to_write, transaction
from .terms import DEFAULT_BASE, Terms
from .writer import Found, Writer, revision_quad, utc_now

_NEW, _OLD = "quads.new", "quads.old"  # beside `quads` while it is made anew
_TRIES, _PAUSE = 40, 0.05  # two seconds: long beside what it takes to let go of the engine
Waiting = Callable[[Holder | None], None]


class Store:
    """The store in a folder; opening one opens no file. `known` is what the gazetteer tells, when quads are made."""

    def __init__(self, folder: Path, base: str, known: Known) -> None:
        self.folder, self.base, self._known = folder, base, known
        self.terms = Terms(base)
        self.articles = Archive(folder / "articles.sqlite")
        self.labels = Labels(folder / "labels.sqlite")
        self.sentences = Sentences(folder / "sentences.sqlite")
        self._latest = Latest(folder)

    @staticmethod
    def create(folder: Path, base: str = DEFAULT_BASE, known: Known | None = None) -> "Store":
        """A new, empty store. UsageError when the folder holds anything, or for a base that is no IRI."""
        store = Store(folder, base, known or Known())
        try:
            if not is_free(folder):
                raise UsageError(f"{folder}: the folder is not empty; a new store needs one of its own")
            folder.mkdir(parents=True, exist_ok=True)
            write_meta(folder, Meta(FORMAT, base))  # first: what is cut off after it is mended by whoever writes next
        except OSError as error:
            raise StoreError(f"{folder}: no store can be made here: {error.strerror}") from error
        store.rebuild()
        return store

    @staticmethod
    def open(folder: Path, known: Known | None = None, *, older: bool = False) -> "Store":
        """The store in `folder`. StoreError with the remedy when there is none, or one of another format.

        With `older`, a store of a format before this one is opened too, to be rebuilt before anything else.
        """
        return Store(folder, read_meta(folder, older=older).base, known or Known())

    @property
    def revision(self) -> int:
        """How often the store was changed."""
        return read_revision(self.folder)

    def snapshot(self) -> Snapshot:
        """The quads as they stand now, to read; a new handle each time."""
        return open_snapshot(self.folder)

    def latest(self) -> Snapshot:
        """The quads as they stood at most a second ago; the same handle while nothing changes. For one thread."""
        return self._latest.get()

    @contextmanager
    def writing(
        self,
        purpose: str = "depesche",
        *,
        wait: float | None = None,
        waiting: Waiting | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> Iterator[Writer]:
        """Write, alone; what was added is flushed at the end, also when the block raises.

        While another process writes, `waiting` is told for whom one waits, up to `wait` seconds (None: for ever), then
        StoreBusyError. What a crash left half done is mended first.
        """
        with self._alone(purpose, wait, waiting) as around:
            writer = Writer(self.folder, self._sound_quads(around), around, self._found(), now)
            try:
                writer.mend()
                yield writer
            finally:
                writer.close()

    def rebuild(self, *, wait: float | None = None, waiting: Waiting | None = None) -> None:
        """Make quads, labels and all counts anew from the articles and their readings."""
        with self._alone("depesche rebuild", wait, waiting) as around:
            self._rebuild(around)

    @contextmanager
    def _alone(self, purpose: str, wait: float | None, waiting: Waiting | None) -> Iterator[Surroundings]:
        with locked(self.folder / "LOCK", purpose, wait=wait, waiting=waiting), self._tables() as around:
            yield around

    @contextmanager
    def _tables(self) -> Iterator[Surroundings]:
        with to_write(self.folder / "articles.sqlite") as connection:
            migrate(connection)
            connection.executescript(archive.SCHEMA + census.SCHEMA + kinship.SCHEMA)
            yield Surroundings(connection, self.terms, self._known)

    def _sound_quads(self, around: Surroundings) -> pyoxigraph.Store:
        """The quads to write, made anew first when they differ from the archive in a way that the journal cannot tell."""
        connection = around.connection
        if not archive.read_state(connection, "rebuilding"):  # else a rebuild was cut off
            quads = _opened(self.folder / QUADS)
            kept = archive.read_state(connection, "revision")
            if archive.journal(connection) or kept == stored_revision(quads, self.terms) == self._found().revision():
                return quads
            del quads  # files were lost, or put back from another day
        self._rebuild(around)
        return _opened(self.folder / QUADS)

    def _found(self) -> Found:
        return Found(self.labels, self.sentences)

    def _rebuild(self, around: Surroundings) -> None:
        connection = around.connection
        with transaction(connection):
            archive.write_state(connection, "rebuilding", 1)
            census.clear(connection)
            kinship.clear(connection)
            for key in archive.keys(connection):
                around.count(key)
        # Higher than any that a reader can have seen, so that it looks again.
        revision = max(archive.read_state(connection, "revision"), read_revision(self.folder)) + 1
        self._replace_quads(around, revision)
        self.labels.put(around.labels(), revision, anew=True)
        self.sentences.put(around.lines(), revision, anew=True)
        with transaction(connection):
            connection.execute("DELETE FROM journal")
            archive.write_state(connection, "revision", revision)
            archive.write_state(connection, "rebuilding", 0)
        write_revision(self.folder, revision)
        write_meta(self.folder, Meta(FORMAT, self.base))  # of a store of a format before, only now

    def _replace_quads(self, around: Surroundings, revision: int) -> None:
        """Make the quads in a folder beside the old ones, then let it take their place."""
        standing, fresh, old = (self.folder / name for name in (QUADS, _NEW, _OLD))
        for left in (fresh, old):
            shutil.rmtree(left, ignore_errors=True)
        _fill(_opened(fresh), around, revision)
        if standing.exists():
            standing.rename(old)
        fresh.rename(standing)
        shutil.rmtree(old, ignore_errors=True)


def _fill(quads: pyoxigraph.Store, around: Surroundings, revision: int) -> None:
    quads.bulk_extend(everything(around))
    quads.add(revision_quad(revision, around.terms))
    quads.flush()


def _opened(folder: Path) -> pyoxigraph.Store:
    """The engine on a folder, to write; it lets go of the folder when the last reference is gone."""
    refusal: Exception | None = None
    for _ in range(_TRIES):
        try:
            return pyoxigraph.Store(str(folder))
        except (OSError, RuntimeError) as error:
            refusal = error  # the writer before may not have let go of its last reference yet
            time.sleep(_PAUSE)
    raise StoreError(f"{folder}: cannot be opened: {refusal}")
