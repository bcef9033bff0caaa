"""A named question answered: its query evaluated and, where a query alone cannot answer, finished in Python.

An answer is flat: rows of plain values under named columns, with notes about what to mind. Concepts stand as their
codes (`ASSAULT`, `denies`), things of the store as their addresses, what is not known as None.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Protocol

from ..model import Reading
from ..rdf.archive import Archive
from ..vocabulary import DEPESCHE, PLOVER
from .addresses import Asker, word
from .parameters import Given
from .questions import Question
from .results import Row, Value
from .wording import Note
from .worker import Answer

LIMIT = 10_000  # rows of an answer: more nobody reads, and tables of the whole store are `depesche export`'s


class Desk(Asker, Protocol):
    """Whoever answers named questions: evaluates our own queries, and knows what was read in each article."""

    def trust(self, query: str, formats: tuple[str, ...] = (), *, limit: int = LIMIT) -> Answer:
        """The answer to one of our own queries."""

    def reading(self, key: str) -> Reading:
        """What was read in the article with this key. NotFoundError when there is none."""

    @property
    def archive(self) -> Archive:
        """The articles themselves, and how each of their claims is counted."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a question's query gave: rows under columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def each(self, *names: str) -> Iterator[Row]:
        """The values of some columns, row by row."""
        places = [self.columns.index(name) for name in names]
        return (tuple(row[place] for place in places) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a named question. `truncated` says that there is more than stands here."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Note, ...] = ()
    truncated: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """One asking: who answers, what was given (with all defaults), and the language of names."""

    desk: Desk
    given: Given
    language: str


Finish = Callable[[Found, Case], Reply]


def answered(question: Question, case: Case, finishing: Mapping[str, Finish]) -> Reply:
    """The answer to a question; `finishing` holds what turns the rows of some questions' queries into answers."""
    answer = case.desk.trust(question.bound(case.desk.base, case.language, case.given), limit=LIMIT)
    found = Found(answer.columns, tuple(tuple(map(plain, row)) for row in answer.rows))
    finish = finishing.get(question.name)
    if finish is None:
        return Reply(found.columns, found.rows, (), answer.truncated)
    reply = finish(found, case)
    return Reply(reply.columns, reply.rows, reply.notes, reply.truncated or answer.truncated)


def reply(kind: type[Any], rows: Iterable[Any], *notes: Note) -> Reply:
    """A reply of dataclass values of one `kind`, whose fields are the columns; a dataclass in a field gives its own."""
    return Reply(tuple(_columns(kind)), tuple(tuple(_cells(row)) for row in rows), notes)


def _columns(kind: type[Any]) -> Iterator[str]:
    for field in fields(kind):
        yield from _columns(field.type) if isinstance(field.type, type) and is_dataclass(field.type) else [field.name]


def _cells(row: Any) -> Iterator[Value]:
    for field in fields(row):
        value = getattr(row, field.name)
        yield from _cells(value) if is_dataclass(value) else [value]


def plain(value: Value) -> Value:
    """A cell: concepts of our vocabularies as their codes."""
    if isinstance(value, str) and value.startswith((DEPESCHE, PLOVER)):
        return word(value)
    return value


def text(value: Value) -> str | None:
    """A cell as text, None where nothing is known."""
    return None if value is None else str(value)
