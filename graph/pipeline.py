"""The whole journey: articles are read, what is read is stored, and of each one is told what became of it.

Where articles come from, who reads them and where they go are arguments. One bad article never stops the others; only
a store that cannot be written does.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from .errors import DepescheError, InputError, NotFoundError, StoreError
from .model import Article, Reading
from .rdf.lock import Holder
from .rdf.store import Store
from .rdf.writer import BATCH_ARTICLES, BATCH_SECONDS, Writer

Waiting = Callable[[Holder | None], None]


class Reader(Protocol):
    """Whoever turns an article into a reading; the same `version` reads the same text alike."""

    @property
    def version(self) -> str: ...

    def read(self, article: Article) -> Reading: ...


class Result(StrEnum):
    """What became of an article."""

    ADDED = "added"
    REPLACED = "replaced"  # it was stored, with another reading
    KNOWN = "known"  # it was stored, with this very reading
    REMOVED = "removed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article, with its number of claims; `error` says why it failed."""

    result: Result
    article: str | None = None
    claims: int = 0
    error: DepescheError | None = None


def add(
    articles: Iterable[Article | InputError], reader: Reader, store: Store, *, purpose: str = "depesche add",
    waiting: Waiting | None = None, clock: Callable[[], float] = time.monotonic,
) -> Iterator[Outcome]:  # fmt: skip
    """Read `articles` and store them, batch by batch, so that others may write in between.

    Lazy: nothing happens unless the outcomes are taken. They come in the order of the articles, each once it is
    certain; what was reported is stored, also when one stops taking. Raises StoreError when the store cannot be
    written. `waiting` is told for whom one waits.
    """
    for batch in _batches((_read(article, reader, store) for article in articles), clock):
        outcomes: list[Outcome] = []
        with store.writing(purpose, waiting=waiting) as writer:
            outcomes += [_write(each, reader.version, writer) for each in batch]
        yield from outcomes


def reread(reader: Reader, store: Store, *, waiting: Waiting | None = None) -> Iterator[Outcome]:
    """Read anew all stored articles that another version of the reader read; as `add` otherwise."""
    stored = map(store.articles.get, store.articles.keys())
    old = (each.article for each in stored if each.reader != reader.version)
    return add(old, reader, store, purpose="depesche reread", waiting=waiting)


def remove(keys: Iterable[str], store: Store, *, waiting: Waiting | None = None) -> list[Outcome]:
    """Take articles out of the store, with all that only they used; NotFoundError is an outcome."""
    with store.writing("depesche remove", waiting=waiting) as writer:
        return [_remove(key, writer) for key in keys]


def rebuild(store: Store, *, waiting: Waiting | None = None) -> None:
    """Make all that is made from the stored articles anew: quads, labels and counts."""
    store.rebuild(waiting=waiting)


_Read = Reading | InputError


def _read(article: Article | InputError, reader: Reader, store: Store) -> _Read:
    """The reading of an article, from the archive when this reader has read it before."""
    if isinstance(article, InputError):
        return article
    try:
        return store.articles.known(article, reader.version) or reader.read(article)
    except StoreError:
        raise
    except Exception as error:  # a mistake in a rule must not stop ten thousand other articles; it is reported as theirs
        name = article.title or article.url or article.identifier or "an article without title"
        failure = InputError(f"{name}: the reader failed: {type(error).__name__}: {error}")
        failure.__cause__ = error
        return failure


def _batches(readings: Iterator[_Read], clock: Callable[[], float]) -> Iterator[list[_Read]]:
    batch: list[_Read] = []
    began = clock()
    for reading in readings:
        batch.append(reading)
        if len(batch) >= BATCH_ARTICLES or clock() - began >= BATCH_SECONDS:
            yield batch
            batch, began = [], clock()
    if batch:
        yield batch


def _write(reading: _Read, version: str, writer: Writer) -> Outcome:
    if isinstance(reading, InputError):
        return Outcome(Result.FAILED, error=reading)
    try:
        added = writer.add(reading, version)
    except InputError as error:
        return Outcome(Result.FAILED, error=error)
    result = Result.ADDED if added.new else Result.REPLACED if added.changed else Result.KNOWN
    return Outcome(result, added.article, added.claims)


def _remove(key: str, writer: Writer) -> Outcome:
    try:
        writer.remove(key)
    except NotFoundError as error:
        return Outcome(Result.FAILED, key, error=error)
    return Outcome(Result.REMOVED, key)
