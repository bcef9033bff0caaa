"""Which articles are one text with which: tables beside the articles, kept while they come and go.

Looks up the twins of a text by its fingerprints and compares it with them; the rest is `origins`. What stands here
follows from the set of articles alone, so it can be made anew at any time. Knows no RDF.
"""

import json
import sqlite3
import struct
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ..model import Reason
from ..reading.likeness import Prints, likeness, prints, resemble
from .origins import Member, Origin, origins

SCHEMA = """
CREATE TABLE IF NOT EXISTS prints(
  id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE, fingerprints BLOB NOT NULL, least BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS fingerprints(mark INTEGER NOT NULL, print INTEGER NOT NULL, PRIMARY KEY(mark, print)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS kin(
  one TEXT NOT NULL, other TEXT NOT NULL, likeness REAL NOT NULL, PRIMARY KEY(one, other)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS origins(
  article TEXT PRIMARY KEY, text TEXT NOT NULL, page TEXT, published TEXT, publisher TEXT, marks TEXT NOT NULL,
  root TEXT NOT NULL, agencies TEXT NOT NULL, lender TEXT, reason TEXT, likeness REAL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS origins_text ON origins(text);
CREATE INDEX IF NOT EXISTS origins_page ON origins(page);
"""
TABLES = ("prints", "fingerprints", "kin", "origins")
_prints = lru_cache(maxsize=1000)(prints)  # 15 MB; what is new resembles few others, again and again


@dataclass(frozen=True, slots=True)
class Birth:
    """What an article says of where it comes from: its publisher and the agencies it names, by key, with the words for each."""

    member: Member
    publisher: str | None
    marks: tuple[tuple[str, str], ...] = ()


def record(connection: sqlite3.Connection, birth: Birth, text: str) -> frozenset[str]:
    """Know this article, and no longer as it was before; gives all articles whose origin is another now."""
    if _standing(connection, birth.member.article) == birth:
        return frozenset()
    changed = forget(connection, birth.member.article)
    member = birth.member
    day = member.published.isoformat() if member.published else None
    connection.execute(
        "INSERT INTO origins VALUES (?, ?, ?, ?, ?, ?, '', '', NULL, NULL, NULL)",
        (member.article, member.text, member.page, day, birth.publisher, json.dumps(birth.marks, ensure_ascii=False)),
    )
    if (joined := _joined(connection, member)) is not None:
        _write(connection, member.article, joined)
        return changed | {member.article}
    if not _look_up(connection, member.text, text) and _is_alone(connection, member):
        _write(connection, member.article, Origin(member.article, member.agencies))
        return changed | {member.article}
    return changed | _settle(connection, [member.article])


def forget(connection: sqlite3.Connection, article: str) -> frozenset[str]:
    """Know this article no longer; gives all others whose origin is another now."""
    birth = _standing(connection, article)
    if birth is None:
        return frozenset()
    others = [each.article for each in _cluster(connection, birth.member) if each.article != article]
    connection.execute("DELETE FROM origins WHERE article = ?", (article,))
    text = birth.member.text
    if not connection.execute("SELECT 1 FROM origins WHERE text = ?", (text,)).fetchone():
        _forget_text(connection, text)
    return _settle(connection, others)


def clear(connection: sqlite3.Connection) -> None:
    """Know no article any more."""
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")


def origin(connection: sqlite3.Connection, article: str) -> tuple[Origin, Birth] | None:
    """What the article leans on, and what it says of it itself; None when it is not known."""
    birth = _standing(connection, article)
    if birth is None:
        return None
    root, agencies, lender, reason, share = connection.execute(
        "SELECT root, agencies, lender, reason, likeness FROM origins WHERE article = ?", (article,)
    ).fetchone()
    return Origin(root, tuple(agencies.split()), lender, Reason(reason) if reason else None, share), birth


def _standing(connection: sqlite3.Connection, article: str) -> Birth | None:
    row = connection.execute(
        "SELECT text, page, published, publisher, marks FROM origins WHERE article = ?", (article,)
    ).fetchone()
    if row is None:
        return None
    text, page, published, publisher, told = row
    marks = tuple((agency, words) for agency, words in json.loads(told))
    return Birth(_member(article, text, page, published, told), publisher, marks)


def _member(article: str, text: str, page: str | None, published: str | None, marks: str) -> Member:
    agencies = tuple(sorted({agency for agency, _ in json.loads(marks)}))
    return Member(article, text, page, date.fromisoformat(published) if published else None, agencies)


def _joined(connection: sqlite3.Connection, member: Member) -> Origin | None:
    """The origin of an article that only joins others with its very text, and changes nothing for them; None for any other.

    What reckoning the cluster anew would give, without looking at all of it: a dispatch may have a thousand reprints.
    """
    age = "coalesce(published, ?), article"  # as `origins` has it
    first = connection.execute(
        f"SELECT article, published, root, agencies FROM origins WHERE text = ? AND article != ? ORDER BY {age} LIMIT 1",
        (member.text, member.article, date.max.isoformat()),
    ).fetchone()
    if first is None:
        return None
    article, published, root, agencies = first
    earlier = (date.fromisoformat(published) if published else date.max, article) < (member.published or date.max, member.article)
    shared = connection.execute("SELECT 1 FROM origins WHERE page = ? AND article != ?", (member.page, member.article)).fetchone()
    if not earlier or shared or not set(member.agencies) <= set(agencies.split()):
        return None
    return Origin(root, tuple(agencies.split()), article, Reason.SAME_TEXT)


def _is_alone(connection: sqlite3.Connection, member: Member) -> bool:
    """Whether no other article has this one's text or page."""
    same = "SELECT 1 FROM origins WHERE (text = ? OR page = ?) AND article != ?"
    return connection.execute(same, (member.text, member.page, member.article)).fetchone() is None


def _look_up(connection: sqlite3.Connection, own: str, text: str) -> bool:
    """Find the twins of a text that was not there before, and remember how alike they are; whether the text may have any."""
    if connection.execute("SELECT 1 FROM prints WHERE text = ?", (own,)).fetchone():
        return True
    mine = _prints(text)
    found = "SELECT text, least FROM prints WHERE id IN (SELECT print FROM json_each(?) JOIN fingerprints ON mark = value)"
    met = connection.execute(found, (json.dumps(sorted(mine.fingerprints)),))
    like = sorted(other for other, least in met if resemble(mine.least, frozenset(_unpacked(least))))
    _keep(connection, own, mine)
    alike = False
    for other in like:
        likely = likeness(mine.runs, _prints(_text(connection, other)).runs)
        if likely.is_reprint:
            share, alike = round(likely.shorter, 3), True
            connection.executemany("INSERT OR REPLACE INTO kin VALUES (?, ?, ?)", [(own, other, share), (other, own, share)])
    return alike


def _keep(connection: sqlite3.Connection, text: str, printed: Prints) -> None:
    """Let a text be looked up by its fingerprints."""
    marks = sorted(printed.fingerprints)
    blobs = _packed(marks), _packed(sorted(printed.least))
    added = connection.execute("INSERT INTO prints(text, fingerprints, least) VALUES (?, ?, ?)", (text, *blobs))
    connection.executemany("INSERT INTO fingerprints VALUES (?, ?)", [(mark, added.lastrowid) for mark in marks])


def _forget_text(connection: sqlite3.Connection, text: str) -> None:
    for id, marks in connection.execute("SELECT id, fingerprints FROM prints WHERE text = ?", (text,)).fetchall():
        connection.executemany("DELETE FROM fingerprints WHERE mark = ? AND print = ?", [(mark, id) for mark in _unpacked(marks)])
    connection.execute("DELETE FROM prints WHERE text = ?", (text,))
    connection.execute("DELETE FROM kin WHERE one = ? OR other = ?", (text, text))


def _packed(hashes: Collection[int]) -> bytes:
    return struct.pack(f"<{len(hashes)}q", *hashes)


def _unpacked(blob: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(blob) // 8}q", blob)


def _text(connection: sqlite3.Connection, text: str) -> str:
    """A text by its hash; whose it is does not matter."""
    any_of_it = "SELECT text FROM articles WHERE key = (SELECT article FROM origins WHERE text = ? LIMIT 1)"
    return str(connection.execute(any_of_it, (text,)).fetchone()[0])


def _settle(connection: sqlite3.Connection, articles: Iterable[str]) -> frozenset[str]:
    """Reckon the clusters of these articles anew; gives the articles whose origin changed."""
    changed: set[str] = set()
    done: set[str] = set()
    for article in articles:
        birth = _standing(connection, article) if article not in done else None
        if birth is not None:
            members = _cluster(connection, birth.member)
            done |= {member.article for member in members}
            for key, found in origins(members, _kin(connection, {member.text for member in members})).items():
                changed |= {key} if _write(connection, key, found) else set()
    return frozenset(changed)


def _write(connection: sqlite3.Connection, article: str, found: Origin) -> bool:
    """Whether this is news of the article."""
    row = (found.root, " ".join(found.agencies), found.lender, found.reason.value if found.reason else None, found.likeness)
    fields = "root IS ? AND agencies IS ? AND lender IS ? AND reason IS ? AND likeness IS ?"
    if connection.execute(f"SELECT 1 FROM origins WHERE article = ? AND {fields}", (article, *row)).fetchone():
        return False
    connection.execute(
        "UPDATE origins SET root = ?, agencies = ?, lender = ?, reason = ?, likeness = ? WHERE article = ?", (*row, article)
    )
    return True


def _cluster(connection: sqlite3.Connection, member: Member) -> tuple[Member, ...]:
    """All articles that hang together with this one, which is among them."""
    found: dict[str, Member] = {}
    texts, pages = {member.text}, {member.page} - {None}
    seen: set[str | None] = set()
    while waiting := (texts | pages) - seen:
        for value in waiting:
            for row in connection.execute(
                "SELECT article, text, page, published, marks FROM origins WHERE text = ? OR page = ?", (value, value)
            ):
                found[row[0]] = _member(*row)
            if value in texts:
                texts |= {other for (other,) in connection.execute("SELECT other FROM kin WHERE one = ?", (value,))}
        seen |= waiting
        texts |= {each.text for each in found.values()}
        pages |= {each.page for each in found.values()} - {None}
    return tuple(found.values())


def _kin(connection: sqlite3.Connection, texts: Collection[str]) -> dict[tuple[str, str], float]:
    return {
        (one, other): share
        for one in sorted(texts)
        for other, share in connection.execute("SELECT other, likeness FROM kin WHERE one = ? ORDER BY other", (one,))
    }
