"""Finding claims by the words of their sentences: whole words, beginnings, phrases, whatever the spelling of umlauts.

One SQLite file beside the quads, written with each batch and rebuilt from the articles; it can be thrown away. What is
indexed comes from the writer: this module knows no article and no RDF.
"""

import re
import sqlite3
import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from ..errors import QueryTimeout, StoreError, UsageError
from .spellings import searchable
from .sqlite import to_read, to_write, transaction, translated

_SCHEMA = """
CREATE TABLE IF NOT EXISTS claims(
  id INTEGER PRIMARY KEY, claim TEXT NOT NULL, article TEXT NOT NULL, position INTEGER NOT NULL, published TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS claims_article ON claims(article);
CREATE VIRTUAL TABLE IF NOT EXISTS sentences USING fts5(text, prefix='3', tokenize='unicode61');
CREATE TABLE IF NOT EXISTS state(revision INTEGER NOT NULL);
"""
_WAITING = "temp.waiting"
LONGEST = 300  # characters of what is typed
MOST_TERMS = 20
SHORTEST_PREFIX = 2  # characters: one letter begins a tenth of all words
_DEADLINE = 5.0  # seconds; a word that stands in every sentence takes one second a million sentences
_STEPS = 10_000  # of the engine, between two looks at the clock
_TERM = re.compile(r'(-?)(?:"([^"]*)(?:"|$)|(\S+))')
_LETTER = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Line:
    """The sentence of a claim; `position` is the claim's place in its article, `published` an ISO date or empty."""

    claim: str
    position: int
    published: str
    text: str


@dataclass(frozen=True, slots=True)
class Said:
    """Keys of claims whose sentences hold what was looked for, newest article first; `total` counts the others too."""

    claims: tuple[str, ...]
    total: int


class Sentences:
    """The sentences of all claims of a store; may be shared by threads."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def search(self, text: str, limit: int = 20, offset: int = 0) -> Said:
        """The claims whose sentence holds every word of `text`; nothing for a text without words.

        `word*` finds beginnings, `"several words"` a phrase, `-word` leaves out. UsageError for more than LONGEST
        characters or MOST_TERMS terms, StoreError when the sentences were never indexed.
        """
        wanted = expression(text)
        if wanted is None:
            return Said((), 0)
        if not self._file.exists():
            raise StoreError(f"{self._file}: the sentences are not indexed yet; run `depesche rebuild`")
        found = "FROM sentences JOIN claims ON claims.id = sentences.rowid WHERE sentences MATCH ?"
        with to_read(self._file) as connection:
            _end_at(connection, time.monotonic() + _DEADLINE)
            try:
                total = connection.execute("SELECT count(*) FROM sentences WHERE sentences MATCH ?", (wanted,)).fetchone()[0]
                rows = connection.execute(
                    f"SELECT claim {found} ORDER BY published DESC, article, position LIMIT ? OFFSET ?", (wanted, limit, offset)
                )
                return Said(tuple(claim for (claim,) in rows), int(total))
            except sqlite3.OperationalError as error:
                if "interrupted" in str(error):
                    raise QueryTimeout(f"the search took longer than {_DEADLINE:g} seconds; give more or longer words") from None
                raise

    def revision(self) -> int | None:
        """The store's revision that the sentences belong to; None when they were never written."""
        if not self._file.exists():
            return None
        with to_read(self._file) as connection:
            row = connection.execute("SELECT revision FROM state").fetchone()
            return row[0] if row else None

    def anew(self) -> "Fresh":
        """A way to make all of them anew."""
        return Fresh(self._file)

    def put(self, articles: Iterable[tuple[str, Sequence[Line]]], revision: int) -> None:
        """Write all lines of the articles that changed (none: gone) in one transaction."""
        with to_write(self._file) as connection:
            connection.executescript(_SCHEMA)
            with transaction(connection):
                gone = [article for article, lines in articles if not _write(connection, article, lines)]
                if gone:  # else the index keeps a removed article's words until it happens to be merged
                    connection.execute("INSERT INTO sentences(sentences) VALUES ('optimize')")
                _keep(connection, revision)


class Fresh:
    """The sentences of a store made anew in one transaction: others have those of before until `keep`.

    Their words wait in a temporary table until `index`, which is one statement: it holds up no other thread of Python's.
    SQLite keeps that table where it keeps temporary files: 100 bytes a claim. StoreError when anything cannot be written.
    """

    def __init__(self, file: Path) -> None:
        self._file, self._open = file, ExitStack()
        self._connection = self._open.enter_context(to_write(file))
        self._connection.executescript(_SCHEMA)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute("DELETE FROM claims")
        self._connection.execute("DELETE FROM sentences")
        self._connection.execute(f"CREATE TEMP TABLE {_WAITING}(rowid INTEGER PRIMARY KEY, text TEXT NOT NULL)")

    def put(self, article: str, lines: Iterable[Line]) -> None:
        """Add the lines of an article, each of which comes once."""
        with translated(self._file):
            _insert(self._connection, article, _ordered(lines), _WAITING)

    def index(self) -> None:
        """Make all that was put to be found by its words."""
        with translated(self._file):
            self._connection.execute(f"INSERT INTO sentences(rowid, text) SELECT rowid, text FROM {_WAITING} ORDER BY rowid")
            self._connection.execute(f"DELETE FROM {_WAITING}")

    def keep(self, revision: int) -> None:
        """Let them take the place of those of before, what is not indexed yet included."""
        self.index()
        with translated(self._file):
            _keep(self._connection, revision)
            self._connection.execute("COMMIT")
        self._open.close()

    def drop(self) -> None:
        """Throw them away."""
        self._open.close()


def expression(text: str) -> str | None:
    """What is typed as an expression of the index; None when there is no word in it that must be there."""
    if len(text) > LONGEST:
        raise UsageError(f"what you look for is longer than {LONGEST} characters")
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TERM.findall(searchable(text)):
        if term := _term(phrase or word, begins=not phrase and word.endswith("*")):
            (unwanted if minus else wanted).append(term)
    if len(wanted) + len(unwanted) > MOST_TERMS:
        raise UsageError(f"there are more than {MOST_TERMS} words to look for")
    if not wanted:
        return None
    return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted])


def _term(words: str, *, begins: bool) -> str | None:
    plain = "".join(c if c.isprintable() and c not in '"*' else " " for c in words)
    letters = len(_LETTER.findall(plain))
    if not letters:
        return None
    return f'"{plain}"*' if begins and letters >= SHORTEST_PREFIX else f'"{plain}"'


def _write(connection: sqlite3.Connection, article: str, lines: Sequence[Line]) -> bool:
    """Write the lines of an article where they differ; False when there was something and there is nothing now."""
    before = connection.execute(
        "SELECT claim, position, published, text FROM claims JOIN sentences ON sentences.rowid = claims.id WHERE article = ?"
        " ORDER BY position, claim",
        (article,),
    ).fetchall()
    after = _ordered(lines)
    if before == after:
        return True
    connection.execute("DELETE FROM sentences WHERE rowid IN (SELECT id FROM claims WHERE article = ?)", (article,))
    connection.execute("DELETE FROM claims WHERE article = ?", (article,))
    _insert(connection, article, after)
    return bool(after)


_Row = tuple[str, int, str, str]


def _ordered(lines: Iterable[Line]) -> list[_Row]:
    ordered = sorted(lines, key=lambda line: (line.position, line.claim))
    return [(line.claim, line.position, line.published, searchable(line.text)) for line in ordered]


def _insert(connection: sqlite3.Connection, article: str, rows: Iterable[_Row], words: str = "sentences") -> None:
    """Write an article's rows, and their texts into the table `words`."""
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()
    numbered = tuple(enumerate(rows, last + 1))
    connection.executemany(
        "INSERT INTO claims VALUES (?, ?, ?, ?, ?)",
        [(id, claim, article, position, published) for id, (claim, position, published, _) in numbered],
    )
    connection.executemany(f"INSERT INTO {words}(rowid, text) VALUES (?, ?)", [(id, text) for id, (*_, text) in numbered])


def _keep(connection: sqlite3.Connection, revision: int) -> None:
    connection.execute("DELETE FROM state")
    connection.execute("INSERT INTO state VALUES (?)", (revision,))


def _end_at(connection: sqlite3.Connection, end: float) -> None:
    connection.set_progress_handler(lambda: int(time.monotonic() > end), _STEPS)
