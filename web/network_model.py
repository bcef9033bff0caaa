"""What the page of the network's measures receives: frozen values, ready to print in the language of the request."""

from dataclasses import dataclass

from .page_models import Alternate, Paging
from .payloads import EntityRef


@dataclass(frozen=True, slots=True)
class MeasureLink:
    """A measure to choose; `current` marks the one that is shown."""

    name: str
    title: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of the whole network; `value` is ready to print."""

    label: str
    value: str
    hint: str


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """A column of the table; `figure` says that it holds numbers."""

    label: str
    hint: str
    figure: bool


@dataclass(frozen=True, slots=True)
class EdgeLink:
    """An edge behind a row: what it says, how many claims say something of it, and where they stand."""

    actor: str
    label: str
    recipient: str | None
    claims: int
    href: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """`kind` is `party`, `figure`, `text`, `day`, `flag` or `edges`; numbers are ready to print."""

    kind: str
    text: str = ""
    entity: EntityRef | None = None
    edges: tuple[EdgeLink, ...] = ()


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; `href` leads to the claims behind it, and is empty where a cell does; `about` names whom they are about."""

    cells: list[TableCell]
    href: str
    about: str


@dataclass(frozen=True, slots=True)
class NetworkForm:
    """What the form holds: whatever was typed."""

    measure: str
    entity: str
    since: str
    until: str
    voice: str
    voices: list[str]
    bloc: str
    by_group: bool
    by_voice: bool


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """One measure; `nobody` is a name that was asked for and that the store does not know, and then there are no rows.

    `looked_at` of `total` ties were measured; `network` says ties of what: `parties` or `sources`.
    """

    measures: list[MeasureLink]
    network: str
    title: str
    meaning: str
    formula: str
    source: str
    form: NetworkForm
    around: list[EntityRef]
    nobody: str
    figures: list[FigureRow]
    columns: list[ColumnHead]
    rows: list[TableRow]
    paging: Paging
    looked_at: int
    total: int
    untied: int
    unseen: int
    downloads: list[Alternate]
