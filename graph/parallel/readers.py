"""What reads articles for whoever stores them: hand in articles, take readings out in the same order.

Where the reading happens never shows in a reading: each place loads the same reader, and one of another version is
refused. What goes wrong with an article is its own error, and the others go on.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ..errors import InputError, WorkerError
from ..model import Article, Reading

Read = Reading | InputError  # what became of an article: its reading, or the error that names it


class Reader(Protocol):
    """Whoever turns an article into a reading; the same `version` reads the same text alike."""

    @property
    def version(self) -> str: ...

    def read(self, article: Article) -> Reading: ...


Load = Callable[[], Reader]  # a function or class method of a module, which every process can import


class Pending(Protocol):
    """An article that was handed in."""

    def done(self) -> bool:
        """Whether `result` comes at once."""

    def result(self) -> Read:
        """What became of it, waited for. WorkerError when nothing more can be read at all."""


class Readers(Protocol):
    """Reads articles, `ahead` of them at most under way: who hands in more must take results first."""

    @property
    def ahead(self) -> int: ...

    def submit(self, article: Article) -> Pending:
        """Hand in an article. WorkerError when nothing more can be read at all."""


@dataclass(frozen=True, slots=True)
class Here:
    """Reads in this process, one article at a time, when its result is asked for."""

    reader: Reader
    ahead: int = 1

    def submit(self, article: Article) -> Pending:
        return _Later(self.reader, article)


@dataclass(frozen=True, slots=True)
class _Later:
    reader: Reader
    article: Article

    def done(self) -> bool:
        return True

    def result(self) -> Read:
        return attempt(self.reader, self.article)


def attempt(reader: Reader, article: Article) -> Read:
    """The reading, or what the reader stumbled over: a mistake in a rule must not stop ten thousand other articles."""
    try:
        return reader.read(article)
    except Exception as error:
        return failure(article, error)


def failure(article: Article, error: Exception) -> InputError:
    """The error of an article that a reader failed at."""
    told = InputError(f"{named(article)}: the reader failed: {type(error).__name__}: {error}")
    told.__cause__ = error
    return told


def named(article: Article) -> str:
    """What to call the article in an error."""
    return article.title or article.url or article.identifier or "an article without title"


def agreed(version: str, wanted: str, place: str) -> None:
    """WorkerError when the reader at `place` is of another `version` than the `wanted` one."""
    if version != wanted:
        raise WorkerError(f"{place} reads with another version of Depesche; install the same one everywhere, then start again")
