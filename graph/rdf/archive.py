"""The source of truth: every article version with its text, and what readers got out of it.

One SQLite file. What was extracted is kept by all that a reader may look at (text, title, date, outlet, language) and
by the reader's version, so that nothing is read twice and reprints are read once. The quads, the labels and all counts
are made from here. Judgements will stand here too; their table is reserved. Knows no RDF.
"""

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from ..errors import NotFoundError
from ..identity import article_key, digest, page_key, text_hash
from ..model import Article, Reading
from ..records import extraction_from_json, extraction_to_json
from .around import edges_among, reports_by
from .census import Edge, Report, reports
from .sqlite import to_read

ARTICLES = "articles.sqlite"  # the file in the folder of a store
SCHEMA = """
CREATE TABLE IF NOT EXISTS articles(
  key TEXT PRIMARY KEY, text TEXT NOT NULL, title TEXT, published TEXT, outlet TEXT, url TEXT, language TEXT NOT NULL,
  identifier TEXT, sample INTEGER NOT NULL, text_hash TEXT NOT NULL, context TEXT NOT NULL, reader TEXT NOT NULL,
  first_seen TEXT NOT NULL, author TEXT, page TEXT) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS articles_text ON articles(text_hash, context);
CREATE INDEX IF NOT EXISTS articles_page ON articles(page);
CREATE TABLE IF NOT EXISTS extractions(
  text_hash TEXT NOT NULL, context TEXT NOT NULL, reader TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY(text_hash, context, reader)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS judgements(
  id INTEGER PRIMARY KEY, subject TEXT NOT NULL, decision TEXT NOT NULL, value TEXT, author TEXT NOT NULL, made TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS judgements_subject ON judgements(subject);
CREATE TABLE IF NOT EXISTS journal(article TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS state(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
"""
_FIELDS = "key, text, title, published, outlet, url, language, identifier, sample, reader, first_seen, author"


@dataclass(frozen=True, slots=True)
class Stored:
    """An article as the store keeps it; `reader` is the version whose reading stands, `first_seen` when it came (UTC)."""

    key: str
    article: Article
    reader: str
    first_seen: datetime


@dataclass(frozen=True, slots=True)
class Kept:
    """All that is kept of a reading: its article, and what was read in it as one line of `records`."""

    article: Article
    record: str

    @staticmethod
    def of(reading: Reading) -> "Kept":
        """A reading as it is kept."""
        return Kept(reading.article, extraction_to_json(reading))

    def reading(self) -> Reading:
        """The reading again. InputError when the line is malformed."""
        return extraction_from_json(self.record, self.article)


class Archive:
    """The articles of a store, to read; may be shared by threads."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def count(self) -> int:
        """How many article versions there are."""
        with to_read(self._file) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])

    def keys(self) -> tuple[str, ...]:
        """The keys of all articles, sorted."""
        with to_read(self._file) as connection:
            return keys(connection)

    def has(self, key: str) -> bool:
        """Whether there is an article with this key."""
        with to_read(self._file) as connection:
            return has(connection, key)

    def get(self, key: str) -> Stored:
        """The article with this key. NotFoundError when there is none."""
        with to_read(self._file) as connection:
            return stored(connection, key)

    def reading(self, key: str) -> Reading:
        """The reading that stands for the article. NotFoundError when there is no such article."""
        with to_read(self._file) as connection:
            return standing_reading(connection, key)

    def readings(self) -> Iterator[Reading]:
        """All standing readings, by article key; one at a time, over one state of the store."""
        with to_read(self._file) as connection:
            connection.execute("BEGIN")
            for key in keys(connection):
                yield standing_reading(connection, key)

    def versions(self, page: str) -> tuple[Stored, ...]:
        """All versions of the page with this key (`identity.page_key`), oldest first; none when it is not in the store.

        By the day of publication, then by when they came: sites seldom date a correction.
        """
        with to_read(self._file) as connection:
            rows = connection.execute("SELECT key FROM articles WHERE page = ?", (page,)).fetchall()
            found = [stored(connection, key) for (key,) in rows]
        return tuple(sorted(found, key=lambda each: (each.article.published or date.min, each.first_seen, each.key)))

    def reports(self, edges: Iterable[Edge]) -> Mapping[Edge, tuple[Report, ...]]:
        """All reports of each of some edges, by article and claim, over one state of the store."""
        with to_read(self._file) as connection:
            connection.execute("BEGIN")
            return {edge: reports(connection, edge) for edge in edges}

    def reports_by(
        self, parties: Sequence[str], *, either: bool = False, among: bool = False
    ) -> Iterator[tuple[Edge, tuple[Report, ...]]]:
        """As `around.reports_by`, over one state of the store."""
        with to_read(self._file) as connection:
            yield from reports_by(connection, parties, either=either, among=among)

    def edges_among(self, parties: Sequence[str], limit: int) -> tuple[tuple[Edge, ...], int]:
        """As `around.edges_among`."""
        with to_read(self._file) as connection:
            return edges_among(connection, parties, limit)

    def texts(self, keys: Collection[str]) -> Iterator[tuple[str, str]]:
        """The texts of those of some articles that are in the store, each with its key."""
        with to_read(self._file) as connection:
            for key in keys:
                for (text,) in connection.execute("SELECT text FROM articles WHERE key = ?", (key,)):
                    yield key, str(text)

    def known(self, article: Article, reader: str) -> Reading | None:
        """What this version of a reader made of the article, if it or a twin of it was ever read."""
        with to_read(self._file) as connection:
            kept = _extraction(connection, article, reader)
            return kept.reading() if kept else None


def context_hash(article: Article) -> str:
    """All that a reader may look at: „gestern“ means another day in another issue, and offsets count exact characters."""
    published = article.published.isoformat() if article.published else None
    exact = hashlib.sha256(article.text.encode()).hexdigest()  # the text's own hash is blind to composed letters
    return digest("context", exact, article.title, published, article.outlet, article.language)


def keys(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The keys of all articles, sorted."""
    return tuple(key for (key,) in connection.execute("SELECT key FROM articles ORDER BY key"))


def has(connection: sqlite3.Connection, key: str) -> bool:
    """Whether the article with this key is stored."""
    return connection.execute("SELECT 1 FROM articles WHERE key = ?", (key,)).fetchone() is not None


def journal(connection: sqlite3.Connection) -> frozenset[str]:
    """The keys of articles whose quads may not agree with what is stored here."""
    return frozenset(key for (key,) in connection.execute("SELECT article FROM journal"))


def read_state(connection: sqlite3.Connection, name: str) -> int:
    """A number that the writer keeps: `revision`, `rebuilding`; 0 when it never did."""
    row = connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else 0


def write_state(connection: sqlite3.Connection, name: str, value: int) -> None:
    """Keep a number of the writer's."""
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (name, value))


def stored(connection: sqlite3.Connection, key: str) -> Stored:
    """The article with this key. NotFoundError when there is none."""
    row = connection.execute(f"SELECT {_FIELDS} FROM articles WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise NotFoundError(f"no article {key} in the store")
    _, text, title, published, outlet, url, language, identifier, sample, reader, first_seen, author = row
    day = date.fromisoformat(published) if published else None
    article = Article(text, title, day, outlet, url, language, identifier, bool(sample), author)
    return Stored(key, article, reader, datetime.fromisoformat(first_seen))


def standing(connection: sqlite3.Connection, key: str) -> Kept:
    """The article, and what stands as read in it. NotFoundError when there is no such article."""
    found = stored(connection, key)
    kept = _extraction(connection, found.article, found.reader)
    if kept is None:
        raise NotFoundError(f"the reading of article {key} is missing; run `depesche reread`")
    return kept


def standing_reading(connection: sqlite3.Connection, key: str) -> Reading:
    """The reading that stands for the article. NotFoundError when there is no such article."""
    return standing(connection, key).reading()


def _extraction(connection: sqlite3.Connection, article: Article, reader: str) -> Kept | None:
    """What this version of a reader made of the article or of a twin, if anything."""
    row = connection.execute(
        "SELECT record FROM extractions WHERE text_hash = ? AND context = ? AND reader = ?",
        (text_hash(article.text), context_hash(article), reader),
    ).fetchone()
    return Kept(article, row[0]) if row else None


def write(connection: sqlite3.Connection, kept: Kept, reader: str, now: datetime) -> frozenset[str]:
    """Keep an article and its reading; gives the keys of all articles whose standing reading or fields that changed.

    The first-seen time of a known article stays. When a reader gives its twins another reading, they change with it.
    """
    article, key = kept.article, article_key(kept.article)
    before = stored(connection, key) if has(connection, key) else None
    changed = _write_extraction(connection, article, reader, kept.record)
    if before is None or (before.article, before.reader) != (article, reader):
        _write_article(connection, Stored(key, article, reader, before.first_seen if before else now))
        if before:
            _forget_extractions(connection, before.article)
        changed |= {key}
    return changed


def erase(connection: sqlite3.Connection, key: str) -> None:
    """Forget the article, and what was read in it unless a twin of it stays. NotFoundError when there is none."""
    article = stored(connection, key).article
    connection.execute("DELETE FROM articles WHERE key = ?", (key,))
    _forget_extractions(connection, article)


def _forget_extractions(connection: sqlite3.Connection, article: Article) -> None:
    """Drop what was read in a text that no article has any more."""
    where = (text_hash(article.text), context_hash(article))
    if not connection.execute("SELECT 1 FROM articles WHERE text_hash = ? AND context = ?", where).fetchone():
        connection.execute("DELETE FROM extractions WHERE text_hash = ? AND context = ?", where)


def _write_extraction(connection: sqlite3.Connection, article: Article, reader: str, record: str) -> frozenset[str]:
    place = (text_hash(article.text), context_hash(article), reader)
    same = "text_hash = ? AND context = ? AND reader = ?"
    if connection.execute(f"SELECT 1 FROM extractions WHERE {same} AND record = ?", (*place, record)).fetchone():
        return frozenset()
    connection.execute("INSERT OR REPLACE INTO extractions VALUES (?, ?, ?, ?)", (*place, record))
    return frozenset(key for (key,) in connection.execute(f"SELECT key FROM articles WHERE {same}", place))


def _write_article(connection: sqlite3.Connection, kept: Stored) -> None:
    article = kept.article
    published = article.published.isoformat() if article.published else None
    connection.execute(
        f"INSERT OR REPLACE INTO articles({_FIELDS}, text_hash, context, page) VALUES ({', '.join('?' * 15)})",
        (
            kept.key, article.text, article.title, published, article.outlet, article.url, article.language, article.identifier,
            article.sample, kept.reader, kept.first_seen.isoformat(), article.author, text_hash(article.text),
            context_hash(article), page_key(article),
        ),
    )  # fmt: skip
