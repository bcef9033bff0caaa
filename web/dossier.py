"""The dossier of a party: what is reported of it, gathered from the named questions, as tables and plots.

Nothing is said here that a question does not answer: each part leads to its question, and each point to its claims.
"""

from typing import Any

from flask import Blueprint, Response

from . import urls
from .answer_table import laid_out
from .dossier_model import Counterpart, DossierPage, DossierTable
from .pages import fresh_page
from .payloads import EntityRef
from .plots import Plot, Value, plot
from .source import NotFoundError, Opening, Question, Reply, lenses, questions
from .visit import Visit, page, visit

blueprint = Blueprint("dossier", __name__)

_ROWS = 8  # of each table; the question has them all
_COUNTERPARTS = 4  # with whom most is reported
_PARTIES = 24  # among whom the months are counted
_TABLES = (  # questions about one party, in the order in which they stand, and the parameter that takes the party
    ("disputes", "entity"), ("between", "entity"), ("positions", "entity"), ("follow-up", "actor"), ("numbers", "entity"),
    ("hedge-loss", "entity"),
)  # fmt: skip
_LEFT_OUT = {"episode", "edge"}  # columns for programs


@blueprint.get("/dossier/<key>")
def dossier(key: str) -> Response:
    """What is reported of one party."""
    return fresh_page(lambda: page("dossier.html", _model(visit(), key)))


def _model(here: Visit, key: str) -> DossierPage:
    drawn = here.network((key,))
    own = next((node for node in drawn.nodes if node.key == key), None)
    if own is None:
        raise NotFoundError(f"there is no party {key[:40]!r} in the store")
    around = here.around(key, lenses.CLEAR)
    replies = [(questions()[name], here.ask(questions()[name], {as_: key}), as_) for name, as_ in _TABLES]
    near = here.network((key,), Opening(key, limit=_PARTIES))
    others = [EntityRef(node.key, node.name, node.kind) for node in near.nodes if node.key != key][:_COUNTERPARTS]
    notes = dict.fromkeys(note.text(here.language) for _, reply, _ in replies for note in reply.notes if reply.rows)
    return DossierPage(
        entity=EntityRef(own.key, own.name, own.kind),
        claims=around.claims,
        roots=around.roots,
        parties=around.parties,
        months=here.timeline(tuple(node.key for node in near.nodes), lenses.CLEAR),
        counterparts=[each for other in others if (each := _counterpart(here, key, other))],
        tables=[_table(here, question, reply, {as_: key}) for question, reply, as_ in replies if reply.rows],
        notes=list(notes),
        explore=urls.at("/explore", entities=key),
    )


def _table(here: Visit, question: Question, reply: Reply, given: dict[str, str]) -> DossierTable:
    """The first rows of an answer, without what is only for programs."""
    return DossierTable(
        name=question.name,
        question=question.label(here.language),
        href=urls.at(f"/ask/{question.name}", **given),
        table=laid_out(reply, here, _ROWS, _LEFT_OUT),
        total=len(reply.rows),
    )


def _counterpart(here: Visit, own: str, other: EntityRef) -> Counterpart | None:
    """How the two act towards each other; None where no act with a score is reported."""
    towards, back = _barometer(here, own, other.key), _barometer(here, other.key, own)
    if towards is None and back is None:
        return None
    hrefs = (urls.at("/ask/barometer", actor=one, recipient=two) for one, two in ((own, other.key), (other.key, own)))
    return Counterpart(other, towards, back, *hrefs)


def _barometer(here: Visit, actor: str, recipient: str) -> Plot | None:
    """The pair's scores by month, as asserted and as merely alleged; every point leads to the first of its claims."""
    reply = here.ask(questions()["barometer"], {"actor": actor, "recipient": recipient})
    rows: list[dict[str, Any]] = [dict(zip(reply.columns, row, strict=True)) for row in reply.rows]
    series = ([_value(here, row, which) for row in rows if row[which] is not None] for which in ("asserted", "alleged"))
    asserted, alleged = series
    return plot(asserted, alleged) if asserted or alleged else None


def _value(here: Visit, row: dict[str, Any], which: str) -> Value:
    claims = str(row[f"{which}_claims"] or "").split()
    href = urls.at(f"/id/{claims[0].removeprefix(here.source.base)}") if claims else ""
    return Value(str(row["period"]), float(row[which]), len(claims), href)
