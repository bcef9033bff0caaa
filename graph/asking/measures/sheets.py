"""Answers as flat tables: CSV and JSON for programs. A party fills two columns, its name and its key; edges are their keys."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict

from ..views.values import PartyView
from .answers import Answer
from .rows import Behind, Row

Cell = PartyView | tuple[Behind, ...] | str | int | float | bool | None


def cells(row: Row) -> Iterator[tuple[str, Cell]]:
    """The fields of a row by name, in order."""
    for name in row.__dataclass_fields__:
        yield name, getattr(row, name)


def as_json(found: Answer, language: str) -> bytes:
    """The whole answer with what it means; parties have a key, a name and a kind."""
    told = {
        "measure": found.measure.name,
        "meaning": found.measure.meaning[language],
        "source": found.measure.source,
        "figures": dict(found.figures),
        "looked_at": found.looked_at,
        "total": found.total,
        "untied": found.untied,
        "unseen": found.unseen,
        "rows": [{name: _plain(cell) for name, cell in cells(row)} for row in found.rows],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def as_csv(found: Answer) -> bytes:
    """A line for each row; the head names the columns, in English as in the code."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(column for name in found.measure.columns for column in _heads(name, found))
    writer.writerows([text for _, cell in cells(row) for text in _flat(cell)] for row in found.rows)
    return out.getvalue().encode()


def _heads(name: str, found: Answer) -> tuple[str, ...]:
    party = found.rows and isinstance(getattr(found.rows[0], name), PartyView)
    return (name, f"{name}_key") if party else (name,)


def _flat(cell: Cell) -> tuple[str | int | float, ...]:
    match cell:
        case PartyView():
            return cell.name, cell.key
        case tuple():
            return (" ".join(each.key for each in cell),)
        case bool():
            return ("true" if cell else "false",)
        case None:
            return ("",)
    return (cell,)


def _plain(cell: Cell) -> object:
    match cell:
        case PartyView():
            return {"key": cell.key, "name": cell.name, "kind": cell.kind.value}
        case tuple():
            return [asdict(each) for each in cell]
    return cell
