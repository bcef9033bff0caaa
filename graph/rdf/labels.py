"""Finding a party by what somebody types: whole names, beginnings, pieces, other spellings, typos.

One SQLite file beside the quads, written with each batch and rebuilt from the articles; it can be thrown away. Names
come from the writer: this module knows no article and no RDF.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from rapidfuzz import fuzz, process

from ..model import Kind
from .spellings import forms, plain, sound
from .sqlite import to_read, to_write, transaction

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entities(
  key TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, wikidata TEXT, claims INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS names(id INTEGER PRIMARY KEY, entity TEXT NOT NULL, form TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS names_entity ON names(entity);
CREATE INDEX IF NOT EXISTS names_form ON names(form);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(form, prefix='1 2 3', tokenize='unicode61');
CREATE VIRTUAL TABLE IF NOT EXISTS pieces USING fts5(form, tokenize='trigram');
CREATE VIRTUAL TABLE IF NOT EXISTS sounds USING fts5(form, tokenize='unicode61');
CREATE TABLE IF NOT EXISTS state(revision INTEGER NOT NULL);
"""
_INDEXES = ("words", "pieces", "sounds")
_SHORTEST_PIECE = 3  # characters: a trigram index cannot find less
_SHORTEST_TYPO = 4  # characters: among shorter names one typo makes another name
_SIMILAR = 80  # of 100, rapidfuzz's ratio: one wrong letter in five; finds all single typos among 200,000 names
_GUESSES = 20  # names that a typo may stand for: more than anybody reads
_LONGEST = 200  # characters of what is typed that are looked at

# Ways of finding, best first; each is a condition on one name with one parameter.
_WAYS = (
    ("n.form = ?", 5),
    ("n.form >= ? AND n.form < ?1 || char(1114111)", 4),
    ("n.id IN (SELECT rowid FROM words WHERE words MATCH ?)", 3),
    ("n.id IN (SELECT rowid FROM pieces WHERE pieces MATCH ?)", 2),
    ("n.id IN (SELECT rowid FROM sounds WHERE sounds MATCH ?)", 1),
)
_GUESSED, _SURE = 0, 3  # scores: a guess at a typo; found by whole words, so that no guess is needed


@dataclass(frozen=True, slots=True)
class Label:
    """A party to be found: its display name, all its names, and in how many claims it stands."""

    key: str
    name: str
    kind: Kind
    claims: int
    wikidata: str | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A search result; `score` is 5 for a whole name, 4 beginning, 3 words, 2 piece, 1 same sound, 0 a guess at a typo."""

    key: str
    name: str
    kind: Kind
    claims: int
    wikidata: str | None
    score: int


class Labels:
    """The names of all parties of a store; may be shared by threads."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._typos = _Typos()

    def search(self, text: str, limit: int = 10, kinds: Collection[Kind] = ()) -> tuple[Found, ...]:
        """The parties that `text` may mean, best first, then most claims first; only those of `kinds`, if any are given."""
        typed = "".join(c if c.isprintable() else " " for c in text[:_LONGEST])
        found: dict[str, Found] = {}
        with to_read(self._file) as connection:
            for condition, score, parameter in _questions(typed):
                for hit in _hits(connection, condition, (parameter,), kinds, limit, score):
                    found.setdefault(hit.key, hit)
            if not any(hit.score >= _SURE for hit in found.values()):
                for key in self._typos.keys(connection, plain(typed)):
                    for hit in _hits(connection, "e.key = ?", (key,), kinds, 1, _GUESSED):
                        found.setdefault(hit.key, hit)
        return tuple(sorted(found.values(), key=_rank)[:limit])

    def get(self, key: str) -> Found | None:
        """The party with this key, if the store has it."""
        with to_read(self._file) as connection:
            return next(iter(_hits(connection, "e.key = ?", (key,), (), 1, 5)), None)

    def revision(self) -> int | None:
        """The store's revision that the labels belong to; None when they were never written."""
        if not self._file.exists():
            return None
        with to_read(self._file) as connection:
            return _revision(connection)

    def put(self, changed: Mapping[str, Label | None], revision: int) -> None:
        """Write the labels of the parties that changed (None: gone) in one transaction."""
        with self._writing(revision) as connection:
            for key, label in sorted(changed.items()):
                _forget(connection, key)
                if label is not None:
                    _write(connection, label)

    def put_all(self, labels: Iterable[Label], revision: int) -> None:
        """Write these labels, each of another party, and forget all others, in one transaction."""
        with self._writing(revision) as connection:
            for table in ("entities", "names", *_INDEXES):
                connection.execute(f"DELETE FROM {table}")
            for label in labels:
                _write(connection, label)

    @contextmanager
    def _writing(self, revision: int) -> Iterator[sqlite3.Connection]:
        with to_write(self._file) as connection:
            connection.executescript(_SCHEMA)
            with transaction(connection):
                yield connection
                connection.execute("DELETE FROM state")
                connection.execute("INSERT INTO state VALUES (?)", (revision,))


class _Typos:
    """All names in memory, for one pass of comparing: loaded once for each revision."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._revision: int | None = None
        self._names: list[str] = []
        self._keys: list[str] = []

    def keys(self, connection: sqlite3.Connection, text: str) -> Iterable[str]:
        """The parties with a name, or a word of a name, that differs from `text` by about a typo."""
        if len(text) < _SHORTEST_TYPO:
            return ()
        with self._lock:
            self._load(connection)
            names, keys = self._names, self._keys
        close = process.extract(text, names, scorer=fuzz.ratio, score_cutoff=_SIMILAR, limit=_GUESSES)
        return dict.fromkeys(keys[index] for _, _, index in close)

    def _load(self, connection: sqlite3.Connection) -> None:
        revision = _revision(connection)
        if revision == self._revision:
            return
        pairs: dict[tuple[str, str], None] = {}
        for form, entity in connection.execute("SELECT form, entity FROM names ORDER BY form, entity"):
            words = [word for word in form.split() if len(word) > _SHORTEST_TYPO]
            pairs.update(((name, entity), None) for name in (form, *words))
        self._names, self._keys = [name for name, _ in pairs], [key for _, key in pairs]
        self._revision = revision


def _questions(text: str) -> Iterable[tuple[str, int, str]]:
    """Each way of asking for each form of `text`: condition, score, parameter."""
    for form in forms(text):
        words = form.replace('"', " ").split()
        if not words:
            continue
        phrase = " ".join(words)
        sounds = " ".join(f'"{word}"' for word in sound(phrase).split())
        parameters = (form, form, " ".join(f'"{word}"*' for word in words), f'"{phrase}"', sounds)
        for (condition, score), parameter in zip(_WAYS, parameters, strict=True):
            if not (score == 2 and len(phrase) < _SHORTEST_PIECE) and parameter:
                yield condition, score, parameter


def _hits(
    connection: sqlite3.Connection, condition: str, parameters: tuple[str, ...], kinds: Collection[Kind], limit: int, score: int
) -> list[Found]:
    among = f"AND e.kind IN ({', '.join('?' * len(kinds))})" if kinds else ""
    rows = connection.execute(
        f"""SELECT DISTINCT e.key, e.name, e.kind, e.claims, e.wikidata FROM names n JOIN entities e ON e.key = n.entity
            WHERE {condition} {among} ORDER BY e.claims DESC, length(e.name), e.name, e.key LIMIT ?""",
        (*parameters, *sorted(kinds), limit),
    )
    return [Found(key, name, Kind(kind), claims, wikidata, score) for key, name, kind, claims, wikidata in rows]


def _rank(hit: Found) -> tuple[int, int, int, str, str]:
    return -hit.score, -hit.claims, len(hit.name), hit.name, hit.key


def _revision(connection: sqlite3.Connection) -> int | None:
    row = connection.execute("SELECT revision FROM state").fetchone()
    return row[0] if row else None


def _forget(connection: sqlite3.Connection, key: str) -> None:
    for table in _INDEXES:
        connection.execute(f"DELETE FROM {table} WHERE rowid IN (SELECT id FROM names WHERE entity = ?)", (key,))
    connection.execute("DELETE FROM names WHERE entity = ?", (key,))
    connection.execute("DELETE FROM entities WHERE key = ?", (key,))


def _write(connection: sqlite3.Connection, label: Label) -> None:
    row = (label.key, label.name, label.kind.value, label.wikidata, label.claims)
    connection.execute("INSERT INTO entities VALUES (?, ?, ?, ?, ?)", row)
    for form in dict.fromkeys(form for name in (label.name, *label.names) for form in forms(name) if form):
        cursor = connection.execute("INSERT INTO names(entity, form) VALUES (?, ?)", (label.key, form))
        for table in _INDEXES:
            indexed = sound(form) if table == "sounds" else form
            connection.execute(f"INSERT INTO {table}(rowid, form) VALUES (?, ?)", (cursor.lastrowid, indexed))
