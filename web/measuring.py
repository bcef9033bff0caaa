"""Answers of measures turned into rows of a page: pure, as `shaping` is for claims."""

from . import urls
from .network_model import ColumnHead, EdgeLink, FigureRow, TableCell, TableRow
from .payloads import EntityRef
from .shaping import Words
from .source import Kind, PartyView, measures

_PLACES = 4  # as figures are rounded


def number(value: float | int, language: str) -> str:
    """A number as it is written in a language.

    >>> number(1234, "de"), number(0.25, "de"), number(0.25, "en")
    ('1.234', '0,2500', '0.2500')
    """
    text = f"{value:,.{_PLACES}f}" if isinstance(value, float) else f"{value:,}"
    return text.translate(str.maketrans(",.", ".,")) if language == "de" else text


def figures(found: measures.Answer, language: str) -> list[FigureRow]:
    """The figures of the whole network; those that are not known are left out."""
    words = measures.catalogue().figures
    return [
        FigureRow(words[name].labels[language], number(value, language), words[name].hints.get(language, ""))
        for name, value in found.figures
        if value is not None
    ]


def columns(found: measures.Answer, language: str) -> list[ColumnHead]:
    """The columns of the table."""
    words, first = measures.catalogue().columns, found.rows[0] if found.rows else None
    return [
        ColumnHead(words[name].labels[language], words[name].hints.get(language, ""), _is_figure(getattr(first, name, None)))
        for name in found.measure.columns
    ]


def row(given: measures.Row, words: Words) -> TableRow:
    """One row with the address of the claims behind it."""
    cells = dict(measures.cells(given))
    parties = {cell.key: cell for cell in cells.values() if isinstance(cell, PartyView)}
    names = {key: party.name for key, party in parties.items()}
    if isinstance(given, measures.TriadRow):
        href = ""
    elif isinstance(given, measures.CitationRow):
        href = urls.at(f"/id/entity/{given.cited.key}", role="source")
    elif isinstance(given, measures.LeanedOnRow):
        href = urls.at(f"/id/entity/{given.source.key}", role="source")
    else:
        href = urls.at("/explore", entities=",".join(parties)).replace("%2C", ",")
    return TableRow([_cell(cell, names, words) for cell in cells.values()], href, ", ".join(names.values()))


def _cell(cell: measures.Cell, names: dict[str, str], words: Words) -> TableCell:
    match cell:
        case PartyView():
            return TableCell("party", entity=EntityRef(cell.key, cell.name, Kind(cell.kind).value))
        case tuple():
            return TableCell("edges", number(sum(each.claims for each in cell), words.language), edges=_edges(cell, names, words))
        case bool():
            return TableCell("flag", "yes" if cell else "")
        case int() | float():
            return TableCell("figure", number(cell, words.language))
    return TableCell("day" if cell and cell[:1].isdigit() else "text", cell or "")


def _edges(behind: tuple[measures.Behind, ...], names: dict[str, str], words: Words) -> tuple[EdgeLink, ...]:
    return tuple(
        EdgeLink(
            actor=names[each.actor],
            label=words.relation(each.relation, alone=each.recipient is None),
            recipient=names.get(each.recipient) if each.recipient else None,
            claims=each.claims,
            href=urls.thing("edge", each.key),
        )
        for each in behind
    )


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
