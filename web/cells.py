"""Values of answers as cells of a table: in words, with a link where a value is a thing of the store."""

import re
from typing import Any

from . import urls
from .answer_model import AnswerCell
from .source import wording
from .visit import Visit

_LONG = 48  # characters: what is longer is set as a sentence, in a column that may wrap
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")  # months too


def cell(column: str, value: Any, here: Visit) -> AnswerCell:
    """A value in words, with a link where it is a thing of the store."""
    if value is None:
        return AnswerCell("nil", "–")
    if column in ("relation", "tie"):
        return AnswerCell("text", here.words.relation(str(value), alone=True))
    if column == "relations":
        return AnswerCell("text", " · ".join(here.words.relation(code, alone=True) for code in str(value).split()))
    if column in ("reasons", "lost"):
        return AnswerCell("text", wording.differences(str(value), here.language))
    if isinstance(value, bool):
        return AnswerCell("text", wording.code(str(value).lower(), here.language))
    if isinstance(value, int | float):
        return AnswerCell("figure", f"{value:g}" if isinstance(value, float) else str(value))
    text = str(value)
    if text.startswith(here.source.base):
        first, *others = (urls.at(f"/id/{each.removeprefix(here.source.base)}") for each in text.split())
        return AnswerCell(
            "link", wording.column(column, here.language), first, (first, *others) if others or column.endswith("_claims") else ()
        )
    if _DAY.fullmatch(text):
        return AnswerCell("day", text)
    return AnswerCell("sentence" if len(text) > _LONG else "text", wording.code(text, here.language))
