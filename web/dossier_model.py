"""What the template of a dossier receives: what is reported of one party, as tables and plots made of named answers."""

from dataclasses import dataclass

from .answer_model import AnswerTable
from .payloads import EntityRef, TimelinePayload
from .plots import Plot


@dataclass(frozen=True, slots=True)
class DossierTable:
    """The first rows of a named answer about the party; `href` leads to all of it."""

    name: str
    question: str
    href: str
    table: AnswerTable
    total: int


@dataclass(frozen=True, slots=True)
class Counterpart:
    """How the party and another act towards each other, as reported: one plot for each direction that has points."""

    other: EntityRef
    towards: Plot | None
    back: Plot | None
    href: str
    back_href: str


@dataclass(frozen=True, slots=True)
class DossierPage:
    entity: EntityRef
    claims: int
    roots: int
    parties: int
    months: TimelinePayload
    counterparts: list[Counterpart]
    tables: list[DossierTable]
    notes: list[str]
    explore: str
