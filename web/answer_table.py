"""An answer laid out as a table that fits a page: sentences below their row, the voices of an episode in one cell.

Which column goes where is decided for the whole table, so that all of its rows are read alike.
"""

from collections.abc import Collection, Mapping, Sequence

from .answer_model import AnswerCell, AnswerRow, AnswerTable, Below, Voices
from .cells import cell
from .language import message
from .source import Reply, wording
from .visit import Visit

_VOICES = ("asserting", "alleging", "denying", "doubting")
_FEW = 5  # columns: a table of no more has room for a sentence beside the others
# What is long by its nature: words, lists of names, addresses. Other columns go below where one of their values is long.
_LONG = {
    "sentence", "done_sentence", "before", "after", "reasons", "lost", "asserters", "allegers", "deniers", "doubters", "relays",
    "silent", "reported_by", "path", "originals", "url", "asserted_claims", "alleged_claims", "other_claims",
}  # fmt: skip
# The claims whose words stand in other columns: in the first of these that the row has.
_CLAIMS = {
    "claim": ("sentence", "after", "before"), "done_claim": ("done_sentence",), "claim_before": ("before",),
    "claim_after": ("after",),
}  # fmt: skip


def laid_out(reply: Reply, here: Visit, rows: int, without: Collection[str] = ()) -> AnswerTable:
    """The first `rows` of an answer, without some columns."""
    shown = [at for at, name in enumerate(reply.columns) if name not in without]
    names = [reply.columns[at] for at in shown]
    cells = [[cell(reply.columns[at], row[at], here) for at in shown] for row in reply.rows[:rows]]
    long = [at for at, name in enumerate(names) if name in _LONG or any(row[at].kind == "sentence" for row in cells)]
    below = [at for at, name in enumerate(names) if at in long or (long and name in _CLAIMS)] if len(names) > _FEW else []
    voices = [at for at, name in enumerate(names) if name in _VOICES]
    beside = [at for at in range(len(names)) if at not in (*below, *voices[1:])]
    heads = [message("answer_voices") if at in voices else wording.column(names[at], here.language) for at in beside]
    return AnswerTable(heads, [_row(dict(zip(names, row, strict=True)), names, beside, below, here) for row in cells])


def _row(row: Mapping[str, AnswerCell], names: Sequence[str], beside: list[int], below: list[int], here: Visit) -> AnswerRow:
    told = {name: int(row[name].text) for name in _VOICES if name in row and row[name].kind == "figure"}
    voices = AnswerCell("voices", "", voices=Voices(**told))
    cells = [voices if names[at] in _VOICES else row[names[at]] for at in beside]
    return AnswerRow(cells, _lines(row, [names[at] for at in below if row[names[at]].kind != "nil"], here))


def _lines(row: Mapping[str, AnswerCell], names: Sequence[str], here: Visit) -> list[Below]:
    """What stands below a row: its words, each followed by the claim that it is of."""
    lines: dict[str, list[AnswerCell]] = {name: [row[name]] for name in names if name not in _CLAIMS}
    for claim in (name for name in names if name in _CLAIMS):
        words = next((name for name in _CLAIMS[claim] if name in lines), "")
        lines.setdefault(words, []).append(row[claim])
    return [Below(wording.column(name, here.language) if name else "", cells) for name, cells in lines.items()]
