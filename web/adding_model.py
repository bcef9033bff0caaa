"""What the pages for adding articles receive, and what they poll for."""

from dataclasses import dataclass

from .page_models import Paging, SentenceRow
from .payloads import ArticleRef


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave; shown again where it could not be taken."""

    means: str = "text"
    text: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""
    language: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class JobRow:
    """A job in one line; `state` is `queued`, `reading`, `read`, `storing`, `stored` or `failed`."""

    number: int
    name: str
    means: str
    state: str


@dataclass(frozen=True, slots=True)
class AddPage:
    """The forms. `fault` says what was wrong with what is `given`: the end of the key of a message, and what it tells."""

    given: Given
    fault: str | None
    told: str
    size: int
    suffixes: tuple[str, ...]
    languages: tuple[str, ...]
    jobs: list[JobRow]


@dataclass(frozen=True, slots=True)
class FailureRow:
    """Why something failed: the kind, for a message, and the exact English sentence."""

    fault: str
    detail: str


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article of a job: its sentences with their claims, or why there are none. `outcome` is what became of it in the
    store; `known` that it was there before. The key of `article` is empty until it has a page."""

    position: int
    article: ArticleRef | None
    sentences: list[SentenceRow]
    claims: int
    failure: FailureRow | None
    outcome: str | None
    known: bool


@dataclass(frozen=True, slots=True)
class JobPage:
    """A job with what was read for it; `storable` articles can be stored. `explore` leads to the parties of stored claims."""

    job: JobRow
    read: int
    expected: int | None
    claims: int
    waiting: str | None
    cut: bool
    finished: bool
    failure: FailureRow | None
    storable: int
    articles: list[ReadArticle]
    paging: Paging
    explore: str | None
