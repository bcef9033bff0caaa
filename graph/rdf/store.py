"""A store: a folder of texts, readings, quads, labels and sentences that belong together, and the ways into it.

Anybody may read at any time, through snapshots; one at a time may write, holding the lock. Only the archive is truth:
quads, labels and sentences that do not agree with it are mended, or made anew, when the store is next opened for writing.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from ..errors import StoreError, UsageError
from . import archive, census, kinship
from .archive import ARTICLES, Archive
from .changes import Known, Surroundings
from .embedded import Embedded
from .engine import Engine, Standing
from .labels import Labels
from .loading import Loader, rebuild
from .lock import Holder, locked
from .migration import migrate
from .revision import FORMAT, Meta, is_free, read_meta, read_revision, write_meta
from .sentences import Sentences
from .snapshot import Latest, Snapshot, open_snapshot
from .sqlite import to_write
from .terms import DEFAULT_BASE, Terms
from .writer import Found, Writer, utc_now

Waiting = Callable[[Holder | None], None]


class Store:
    """The store in a folder; opening one opens no file. `known` is what the gazetteer tells, when quads are made.

    `engine` keeps the quads; all else stays in the folder, where without one the quads are too.
    """

    def __init__(self, folder: Path, base: str, known: Known, engine: Engine | None = None) -> None:
        self.folder, self.base, self._known = folder, base, known
        self.engine: Engine = engine or Embedded(folder)
        self.terms = Terms(base)
        self.articles = Archive(folder / ARTICLES)
        self.labels = Labels(folder / "labels.sqlite")
        self.sentences = Sentences(folder / "sentences.sqlite")
        self._latest = Latest(folder, engine=self.engine)

    @staticmethod
    def create(folder: Path, base: str = DEFAULT_BASE, known: Known | None = None, engine: Engine | None = None) -> "Store":
        """A new, empty store. UsageError when the folder or the engine holds anything, or for a base that is no IRI."""
        store = Store(folder, base, known or Known(), engine)
        try:
            if not is_free(folder):
                raise UsageError(f"{folder}: the folder is not empty; a new store needs one of its own")
            if engine and any(str(name).startswith(f"<{base}") for name in engine.read().named_graphs()):
                raise UsageError(f"{engine.address} holds a store with the base {base}; a new one needs another base or engine")
            folder.mkdir(parents=True, exist_ok=True)
            # first: what is cut off after it is mended by whoever writes next
            write_meta(folder, Meta(FORMAT, base, store.engine.address))
        except OSError as error:
            raise StoreError(f"{folder}: no store can be made here: {error.strerror}") from error
        store.rebuild()
        return store

    @staticmethod
    def open(folder: Path, known: Known | None = None, *, engine: Engine | None = None, older: bool = False) -> "Store":
        """The store in `folder`. StoreError with the remedy when there is none, or one of another format or engine.

        With `older`, a store of a format before this one, or of another engine, is opened too, to be rebuilt before
        anything else.
        """
        meta = read_meta(folder, older=older, at=engine.address if engine else None)
        return Store(folder, meta.base, known or Known(), engine)

    @property
    def revision(self) -> int:
        """How often the store was changed."""
        return read_revision(self.folder)

    def snapshot(self) -> Snapshot:
        """The quads as they stand now, to read; a new handle each time."""
        return open_snapshot(self.folder, self.engine)

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

    @contextmanager
    def loading(
        self,
        purpose: str = "depesche",
        *,
        wait: float | None = None,
        waiting: Waiting | None = None,
        now: Callable[[], datetime] = utc_now,
    ) -> Iterator[Loader]:
        """Write many articles at once, alone: three to five times as fast as `writing` where they are more than the store has.

        All of the store is made anew at the end, also when the block raises; until then nobody sees what was added.
        """
        with self._alone(purpose, wait, waiting) as around:
            if archive.read_state(around.connection, "rebuilding"):
                rebuild(self.folder, self.engine, around, self._found())  # what was cut off may not have been counted
            loader = Loader(self.folder, self.engine, around, self._found(), now)
            try:
                yield loader
            finally:
                loader.close()

    def rebuild(self, *, wait: float | None = None, waiting: Waiting | None = None) -> None:
        """Make quads, labels, sentences and all counts anew from the articles and their readings."""
        with self._alone("depesche rebuild", wait, waiting) as around:
            rebuild(self.folder, self.engine, around, self._found())

    @contextmanager
    def _alone(self, purpose: str, wait: float | None, waiting: Waiting | None) -> Iterator[Surroundings]:
        with locked(self.folder / "LOCK", purpose, wait=wait, waiting=waiting), self._tables() as around:
            yield around

    @contextmanager
    def _tables(self) -> Iterator[Surroundings]:
        with to_write(self.folder / ARTICLES) as connection:
            migrate(connection)
            connection.executescript(archive.SCHEMA + census.SCHEMA + kinship.SCHEMA)
            yield Surroundings(connection, self.terms, self._known)

    def _sound_quads(self, around: Surroundings) -> Standing:
        """The quads to write, made anew first when they differ from the archive in a way that the journal cannot tell."""
        connection = around.connection
        if not archive.read_state(connection, "rebuilding"):  # else a rebuild was cut off
            quads = self.engine.write(self.terms)
            kept, stands = archive.read_state(connection, "revision"), quads.revision()
            cut_off = archive.journal(connection) and stands in (kept, kept + 1)  # before or after the quads were written
            if cut_off or kept == stands == self._found().revision():
                return quads
            quads.close()  # files were lost, or put back from another day
        rebuild(self.folder, self.engine, around, self._found())
        return self.engine.write(self.terms)

    def _found(self) -> Found:
        return Found(self.labels, self.sentences)
