"""Making all quads of a store anew, and adding many articles at once by the same way.

A writer keeps every count right after each batch, so that an edge which a thousand batches touch is counted a thousand
times. Here articles are kept and counted as they come, and what depends on several of them is reckoned once, at the end.
Others see nothing of it before. A crash loses no article that was committed: the archive is the truth, and says that the
quads are to be made from it.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

from ..errors import WorkerError
from ..model import Reading
from . import archive, census, kinship
from .archive import ARTICLES, Kept
from .articles import lines_of
from .changes import Surroundings
from .engine import Engine
from .filling import Filling
from .revision import FORMAT, Meta, read_revision, write_meta, write_revision
from .sqlite import transaction
from .teller import Teller
from .update import revision_quad
from .whole import edges, everything, labels, own, shared
from .writer import Added, Found, Writer, utc_now

_ALONE = 1000  # articles whose quads one process tells before another helps: to start one takes as long as half of them
BATCH_ARTICLES = 5000  # between two commits, of which each writes pages all over the file


class Loader(Writer):
    """Adds articles as a `Writer` does, to be seen by others once all are added; made by `Store.loading` only."""

    def __init__(
        self, folder: Path, engine: Engine, around: Surroundings, found: Found, now: Callable[[], datetime] = utc_now
    ) -> None:
        begin(around)
        census.drop_indexes(around.connection)
        self._making = _Making(folder, engine, around, found)
        self._read: list[tuple[str, Reading, Kept]] = []  # of the article at hand
        try:
            super().__init__(folder, engine.write(around.terms), around, found, now)
        except BaseException:
            self._making.drop()  # its threads would wait for ever
            raise

    def close(self) -> None:
        """Make all that is not made yet, and let it be seen."""
        try:
            super().close()
            self._making.finish()
        except BaseException:
            self._making.drop()
            raise

    def add(self, reading: Reading, reader: str = "") -> Added:
        """As a writer does, but seen by others only at the end; safe every 5,000 articles."""
        self._read.clear()
        added = super().add(reading, reader)
        for key, read, kept in self._read:
            self._making.put(key, read, kept)
        return added

    def _settle(self, keys: Collection[str], *, mending: bool = False) -> None:
        """Nothing: what depends on several articles is reckoned at the end."""

    def _is_due(self, articles: int, seconds: float) -> bool:
        return articles >= BATCH_ARTICLES

    def _make(self, key: str, reading: Reading, kept: Kept) -> None:
        self._around.check(reading)  # text that is none, SQLite has refused
        self._making.forget({key})  # read anew, so that the quads of before must go
        self._read.append((key, reading, kept))

    def _unmake(self, keys: Collection[str]) -> None:
        super()._unmake(keys)
        self._making.forget(keys)


def rebuild(folder: Path, engine: Engine, around: Surroundings, found: Found) -> None:
    """Make quads, labels, sentences and all counts of the store in `folder` anew from the articles and their readings."""
    begin(around)
    connection = around.connection
    census.drop_indexes(connection)
    making = _Making(folder, engine, around, found)
    try:
        with transaction(connection):
            census.clear(connection)
            kinship.clear(connection)
            for key in archive.keys(connection):
                kept = archive.standing(connection, key)
                reading = kept.reading()
                around.count(key, reading)
                making.put(key, reading, kept)
        making.finish()
    except BaseException:
        making.drop()
        raise


def begin(around: Surroundings) -> None:
    """Say that what is made of the archive is not to be trusted until all of it is made anew."""
    with transaction(around.connection):
        archive.write_state(around.connection, "rebuilding", 1)


class _Making:
    """Quads, labels and sentences while they are made anew from what is kept and counted.

    Another process helps with many articles. Where it is lost, or cannot be had, all is made anew without it.
    """

    def __init__(self, folder: Path, engine: Engine, around: Surroundings, found: Found) -> None:
        self._folder, self._engine, self._around, self._found = folder, engine, around, found
        self._helped, self._outdated = True, False
        self._begin()

    def put(self, key: str, reading: Reading, kept: Kept) -> None:
        """Make what an article says itself; an engine elsewhere is told all of it at the end."""
        try:
            self._put(key, reading, kept)
        except WorkerError:  # what was made before is made again at the end
            self._begin_alone()
            self._put(key, reading, kept)

    def forget(self, keys: Collection[str]) -> None:
        """What was made of these articles no longer holds."""
        self._outdated |= not self._made.isdisjoint(keys)

    def drop(self) -> None:
        """Throw away what was made; what others see already stays."""
        if self._teller:
            self._teller.drop()
        if self._filling:
            self._filling.drop()
        self._sentences.drop()

    def finish(self) -> None:
        """Make all that is left, and let others see it."""
        if self._outdated:
            self._begin_again()
        try:
            self._finish()
        except WorkerError:
            self._begin_alone()
            self._finish()

    def _begin(self) -> None:
        self._made: set[str] = set()  # the articles of which all is made that they say themselves, by their keys
        self._sentences = self._found.sentences.anew()
        self._filling = None if self._engine.address else Filling(self._folder)
        self._teller: Teller | None = None

    def _begin_again(self) -> None:
        self.drop()
        self._begin()

    def _begin_alone(self) -> None:
        self._helped = False
        self._begin_again()

    def _put(self, key: str, reading: Reading, kept: Kept) -> None:
        self._tell(reading, kept)
        self._sentences.put(key, lines_of(reading))
        self._made.add(key)

    def _tell(self, reading: Reading, kept: Kept) -> None:
        around = self._around
        if self._filling and self._helped and not self._teller and len(self._made) >= _ALONE:
            self._teller = Teller(self._filling.way(), around.terms, around.known)
        if self._teller:
            self._teller.article(kept)
        elif self._filling:
            self._filling.tell(own(reading, around.terms, around.known.publishers))

    def _finish(self) -> None:
        around, connection = self._around, self._around.connection
        census.make_indexes(connection)
        for key in archive.keys(connection):
            if key not in self._made:
                kept = archive.standing(connection, key)
                self._put(key, kept.reading(), kept)  # if the other process is lost now, from the first one again
        # Higher than any that a reader can have seen, so that it looks again.
        revision = max(archive.read_state(connection, "revision"), read_revision(self._folder)) + 1
        self._replace(revision)
        self._found.labels.put_all(labels(around), revision)
        self._sentences.keep(revision)
        with transaction(connection):
            connection.execute("DELETE FROM journal")
            archive.write_state(connection, "revision", revision)
            archive.write_state(connection, "rebuilding", 0)
        write_revision(self._folder, revision)
        # of a format or engine before, only now
        write_meta(self._folder, Meta(FORMAT, around.terms.base, self._engine.address))

    def _replace(self, revision: int) -> None:
        if self._filling is None:
            self._engine.replace(everything(self._around), revision, self._around.terms)
        else:
            self._tell_the_rest(self._filling, revision)
            self._filling.merge()
            self._sentences.index()  # meanwhile
            self._filling.replace()

    def _tell_the_rest(self, filling: Filling, revision: int) -> None:
        """All that no article says itself, and the revision."""
        around = self._around
        if self._teller:
            self._teller.edges(self._folder / ARTICLES)
        filling.put(shared(around))
        filling.put([revision_quad(revision, around.terms)])
        if self._teller:
            self._teller.end()
        else:
            for lines in edges(around):
                filling.tell(lines)
