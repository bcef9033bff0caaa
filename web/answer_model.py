"""What the templates of named questions receive: the form of a question, and its answer as cells ready to print."""

from dataclasses import dataclass

from .page_models import Alternate


@dataclass(frozen=True, slots=True)
class Option:
    """A value that may be chosen."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """What may be given to a question: `kind` is `entity`, `relation`, `date`, `number`, `text` or `choice`.

    `value` is what was given, else the default; `options` are there where only some values may be chosen.
    """

    name: str
    label: str
    kind: str
    value: str
    options: list[Option]


@dataclass(frozen=True, slots=True)
class Voices:
    """How many claims assert, allege, deny and doubt."""

    asserting: int = 0
    alleging: int = 0
    denying: int = 0
    doubting: int = 0


@dataclass(frozen=True, slots=True)
class AnswerCell:
    """One value: `kind` tells how it is set (`text`, `figure`, `day`, `sentence`, `link`, `voices`, `nil`), `href` where
    it leads.

    `hrefs` are several things of the store in one cell, each a link by its number.
    """

    kind: str
    text: str
    href: str | None = None
    hrefs: tuple[str, ...] = ()
    voices: Voices | None = None


@dataclass(frozen=True, slots=True)
class Below:
    """A line below a row, over its whole width: the name of its column, the words, and the claim that they are of."""

    label: str
    cells: list[AnswerCell]


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A row's cells, and below them its sentences with the claims that they are of."""

    cells: list[AnswerCell]
    below: list[Below]


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """Rows under `heads`; what stands below a row has no head of its own."""

    heads: list[str]
    rows: list[AnswerRow]


@dataclass(frozen=True, slots=True)
class QuestionLink:
    """A named question in a list."""

    name: str
    question: str
    href: str


@dataclass(frozen=True, slots=True)
class QuestionsPage:
    questions: list[QuestionLink]


@dataclass(frozen=True, slots=True)
class AnswerPage:
    """A question with its form and its answer; `editor` opens its query in the SPARQL editor.

    `wrong` says what was wrong with what was given; then there is no answer. `total` counts the rows before the limit of
    a page, `truncated` says that even more were found.
    """

    name: str
    question: str
    fields: list[Field]
    table: AnswerTable
    notes: list[str]
    total: int
    shown: int
    truncated: bool
    wrong: str | None
    downloads: list[Alternate]
    editor: str
    others: list[QuestionLink]
