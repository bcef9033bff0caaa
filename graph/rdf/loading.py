"""Making all quads of a store anew, and adding many articles at once by the same way.

A writer keeps every count right after each batch, so that an edge which a thousand batches touch is counted a thousand
times. Here articles are kept and counted as they come, and what depends on several of them is reckoned once, at the end.
Others see nothing of it before. A crash loses no article that was committed: the archive is the truth, and says that the
quads are to be made from it.
"""

from collections.abc import Callable, Collection
from datetime import datetime
from pathlib import Path

from ..model import Reading
from . import archive, census, kinship
from .changes import Surroundings
from .engine import Engine
from .filling import Filling
from .revision import FORMAT, Meta, read_revision, write_meta, write_revision
from .sqlite import transaction
from .update import revision_quad
from .whole import everything, labels, lines
from .writer import Added, Found, Writer, utc_now

BATCH_ARTICLES = 5000  # between two commits, of which each writes pages all over the file


class Loader(Writer):
    """Adds articles as a `Writer` does, to be seen by others once all are added; made by `Store.loading` only."""

    def __init__(
        self, folder: Path, engine: Engine, around: Surroundings, found: Found, now: Callable[[], datetime] = utc_now
    ) -> None:
        begin(around)
        census.drop_indexes(around.connection)
        self._engine, self._filling = engine, _filling(folder, engine)
        self._filled: set[str] = set()  # keys of the articles whose own quads are made
        self._outdated = False
        super().__init__(folder, engine.write(around.terms), around, found, now)

    def close(self) -> None:
        """Make all that is not made yet, and let it be seen."""
        super().close()
        if self._filling and self._outdated:
            self._filling.drop()
            self._filling, self._filled = Filling(self._folder), set()
        renew(self._folder, self._engine, self._around, self._found, self._filling, self._filled)

    def add(self, reading: Reading, reader: str = "") -> Added:
        """As a writer does, but seen by others only at the end; safe every 5,000 articles."""
        added = super().add(reading, reader)
        self._make()
        return added

    def _settle(self, keys: Collection[str], *, mending: bool = False) -> None:
        """Nothing: what depends on several articles is reckoned at the end."""

    def _is_due(self, articles: int, seconds: float) -> bool:
        return articles >= BATCH_ARTICLES

    def _make(self) -> None:
        """Make what a new article says itself; an engine elsewhere is told all of it at the end."""
        for key, (own, propositions) in self._around.made.items():
            if self._filling and archive.has(self._connection, key):
                self._outdated |= key in self._filled  # read anew, so that the quads of before must go
                self._filling.put([*own, *propositions])
                self._filled.add(key)
        self._around.made.clear()

    def _unmake(self, keys: Collection[str]) -> None:
        super()._unmake(keys)
        self._outdated |= not self._filled.isdisjoint(keys)


def rebuild(folder: Path, engine: Engine, around: Surroundings, found: Found) -> None:
    """Make quads, labels, sentences and all counts of the store in `folder` anew from the articles and their readings."""
    begin(around)
    connection = around.connection
    census.drop_indexes(connection)
    with transaction(connection):
        census.clear(connection)
        kinship.clear(connection)
        for key in archive.keys(connection):
            around.count(key)
    renew(folder, engine, around, found, _filling(folder, engine), ())


def begin(around: Surroundings) -> None:
    """Say that what is made of the archive is not to be trusted until all of it is made anew."""
    with transaction(around.connection):
        archive.write_state(around.connection, "rebuilding", 1)


def _filling(folder: Path, engine: Engine) -> Filling | None:
    return None if engine.address else Filling(folder)


def renew(
    folder: Path, engine: Engine, around: Surroundings, found: Found, filling: Filling | None, filled: Collection[str]
) -> None:
    """Make quads, labels and sentences anew from what is kept and counted.

    `filling` has the own quads of the articles `filled` already.
    """
    connection = around.connection
    census.make_indexes(connection)
    # Higher than any that a reader can have seen, so that it looks again.
    revision = max(archive.read_state(connection, "revision"), read_revision(folder)) + 1
    quads = everything(around, without=filled)
    if filling is None:
        engine.replace(quads, revision, around.terms)
    else:
        filling.put(quads)
        filling.put([revision_quad(revision, around.terms)])
        filling.replace()
    found.labels.put_all(labels(around), revision)
    found.sentences.put(lines(around), revision, anew=True)
    with transaction(connection):
        connection.execute("DELETE FROM journal")
        archive.write_state(connection, "revision", revision)
        archive.write_state(connection, "rebuilding", 0)
    write_revision(folder, revision)
    write_meta(folder, Meta(FORMAT, around.terms.base, engine.address))  # of a format or engine before, only now
