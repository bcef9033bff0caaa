"""What the template of the SPARQL editor receives: the query, and what came of it as cells ready to print."""

from dataclasses import dataclass

from .page_models import Alternate, Question
from .payloads import Problem


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a result: `kind` is `iri`, `literal` or `unbound`; `text` is the short form to print, `value` the whole.

    `href` is an address on this site for our own things, the IRI itself for foreign http(s) ones, None otherwise.
    """

    kind: str
    text: str
    value: str
    href: str | None
    language: str | None
    datatype: str | None


@dataclass(frozen=True, slots=True)
class ResultTable:
    variables: list[str]
    rows: list[list[Cell]]


@dataclass(frozen=True, slots=True)
class PrefixRow:
    """A prefix that queries may use without declaring it."""

    prefix: str
    iri: str


@dataclass(frozen=True, slots=True)
class SparqlPage:
    """The editor, as a plain form: GET /sparql with `query`.

    At most one of `table` (SELECT), `verdict` (ASK), `document` (CONSTRUCT, DESCRIBE as Turtle) and `error` is not
    None; all are None before anything ran. `elapsed` is in milliseconds. `truncated` says that there were more than
    `limit` rows, of which a download brings up to `most`; `deadline` is in seconds. `downloads` are the
    same result in other formats. `terms` are the names that the editor offers while one types.
    """

    query: str
    examples: list[Question]
    prefixes: list[PrefixRow]
    terms: list[str]
    table: ResultTable | None
    verdict: bool | None
    document: str | None
    error: Problem | None
    elapsed: float | None
    truncated: bool
    limit: int
    most: int
    deadline: float
    downloads: list[Alternate]
