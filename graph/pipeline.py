"""The whole journey: articles are read, what is read is stored, and of each one is told what became of it.

Where articles come from, who reads them, in how many places, and where they go are arguments; one process writes. One
bad article never stops the others; only a store that cannot be written does, or when there is nobody left to read.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from .errors import DepescheError, InputError, NotFoundError
from .model import Article
from .parallel.readers import Here, Pending, Read, Reader, Readers, failure
from .rdf.lock import Holder
from .rdf.store import Store
from .rdf.writer import BATCH_ARTICLES, BATCH_SECONDS, Writer

Waiting = Callable[[Holder | None], None]


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
    articles: Iterable[Article | InputError], reader: Reader, store: Store, *, readers: Readers | None = None,
    purpose: str = "depesche add", waiting: Waiting | None = None, clock: Callable[[], float] = time.monotonic,
) -> Iterator[Outcome]:  # fmt: skip
    """Read `articles` and store them, batch by batch, so that others may write in between.

    Lazy: nothing happens unless the outcomes are taken. They come in the order of the articles, each once it is
    certain; what was reported is stored, also when one stops taking. `readers` read like `reader` wherever they do, and
    are used instead. Raises StoreError when the store cannot be written, WorkerError when there is nobody left to read.
    `waiting` is told for whom one waits.
    """
    with store.writing(purpose, waiting=waiting):
        pass  # what a crash left half made is mended before it is asked what it knows
    read = _readings(articles, reader.version, readers or Here(reader), store)
    yield from keep(read, reader.version, store, purpose=purpose, waiting=waiting, clock=clock)


def keep(
    readings: Iterable[Read], version: str, store: Store, *, purpose: str = "depesche add", wait: float | None = None,
    waiting: Waiting | None = None, clock: Callable[[], float] = time.monotonic,
) -> Iterator[Outcome]:  # fmt: skip
    """Store what a reader of this `version` read, batch by batch; lazy, as `add` is.

    Each batch waits up to `wait` seconds for others that write (None: for ever), then raises StoreBusyError.
    """
    for batch in _batches(iter(readings), clock):
        outcomes: list[Outcome] = []
        with store.writing(purpose, wait=wait, waiting=waiting) as writer:
            outcomes += [_write(each, version, writer) for each in batch]
        yield from outcomes


def load(
    articles: Iterable[Article | InputError], reader: Reader, store: Store, *, readers: Readers | None = None,
    purpose: str = "depesche add", waiting: Waiting | None = None,
) -> Iterator[Outcome]:  # fmt: skip
    """As `add`, for more articles than the store has: others see them, and they are certain, when all of them are stored.

    One process holds the store meanwhile. Faster, as what many articles share is reckoned once.
    """
    with store.loading(purpose, waiting=waiting) as loader:
        for each in _readings(articles, reader.version, readers or Here(reader), store):
            yield _write(each, reader.version, loader)


def reread(reader: Reader, store: Store, *, readers: Readers | None = None, waiting: Waiting | None = None) -> Iterator[Outcome]:
    """Read anew all stored articles that another version of the reader read; as `add` otherwise."""
    stored = map(store.articles.get, store.articles.keys())
    old = (each.article for each in stored if each.reader != reader.version)
    return add(old, reader, store, readers=readers, purpose="depesche reread", waiting=waiting)


def remove(keys: Iterable[str], store: Store, *, waiting: Waiting | None = None) -> list[Outcome]:
    """Take articles out of the store, with all that only they used; NotFoundError is an outcome."""
    with store.writing("depesche remove", waiting=waiting) as writer:
        return [_remove(key, writer) for key in keys]


def rebuild(store: Store, *, waiting: Waiting | None = None) -> None:
    """Make all that is made from the stored articles anew: quads, labels and counts."""
    store.rebuild(waiting=waiting)


def _readings(articles: Iterable[Article | InputError], version: str, readers: Readers, store: Store) -> Iterator[Read]:
    """What became of each article, in their order, while the readers are kept busy with those that come after.

    No more than the readers want are under way, so that memory stays flat; and none waits once it is read, so that a
    slow source is stored as it comes.
    """
    under_way: deque[Pending | _Certain] = deque()
    for article in articles:
        under_way.append(_begun(article, version, readers, store))
        while under_way and (len(under_way) >= readers.ahead or under_way[0].done()):
            yield under_way.popleft().result()
    while under_way:
        yield under_way.popleft().result()


@dataclass(frozen=True, slots=True)
class _Certain:
    """What is known of an article without reading it."""

    value: Read

    def done(self) -> bool:
        return True

    def result(self) -> Read:
        return self.value


def _begun(article: Article | InputError, version: str, readers: Readers, store: Store) -> Pending | _Certain:
    """An article on its way to be read; what the archive keeps of this version of the reader is not read again."""
    if isinstance(article, InputError):
        return _Certain(article)
    try:
        known = store.articles.known(article, version)
    except UnicodeError as error:  # half a character: no bytes, so neither a hash nor a row
        return _Certain(failure(article, error))
    return _Certain(known) if known else readers.submit(article)


def _batches(readings: Iterator[Read], clock: Callable[[], float]) -> Iterator[list[Read]]:
    batch: list[Read] = []
    began = clock()
    for reading in readings:
        batch.append(reading)
        if len(batch) >= BATCH_ARTICLES or clock() - began >= BATCH_SECONDS:
            yield batch
            batch, began = [], clock()
    if batch:
        yield batch


def _write(reading: Read, version: str, writer: Writer) -> Outcome:
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
