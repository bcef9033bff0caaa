"""Which measures there are, and what they are called and mean: `data/measures.toml`, checked when it is read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from ...errors import DataFileError
from .rows import BrokerRow, CentralityRow, CitationRow, CommunityRow, LeanedOnRow, RoleRow, Row, TriadRow

FILE = Path(__file__).parents[2] / "data" / "measures.toml"
PARTIES, SOURCES = "parties", "sources"  # the two networks
_LANGUAGES = ("de", "en")
ROWS: Mapping[str, type[Row]] = {
    "centrality": CentralityRow,
    "communities": CommunityRow,
    "brokerage": BrokerRow,
    "roles": RoleRow,
    "balance": TriadRow,
    "citations": CitationRow,
    "leaned-on": LeanedOnRow,
}


@dataclass(frozen=True, slots=True)
class Words:
    """What a column or a figure is called, and what it counts where the name does not say it; by language."""

    labels: Mapping[str, str]
    hints: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in words, by language; `network` is `parties` or `sources`, `columns` are the fields of its rows in order."""

    name: str
    network: str
    title: Mapping[str, str]
    meaning: Mapping[str, str]
    formula: Mapping[str, str]
    source: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All measures in their order, and the words for their columns and figures, by name."""

    measures: Mapping[str, Measure]
    columns: Mapping[str, Words]
    figures: Mapping[str, Words]


@cache
def catalogue(file: Path = FILE) -> Catalogue:
    """The measures. DataFileError names the file and what is wrong with it."""
    try:
        read = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataFileError(f"cannot be read: {error}", file=file) from error
    told, columns, figures = (read.get(name, {}) for name in ("measures", "columns", "figures"))
    if set(told) != set(ROWS):
        raise DataFileError(f"must tell of {', '.join(ROWS)}", file=file)
    wanted = {column.name for row in ROWS.values() for column in fields(row)}
    if set(columns) != wanted:
        raise DataFileError(f"has words for no column, or none for one: {', '.join(sorted(set(columns) ^ wanted))}", file=file)
    return Catalogue(
        {name: _measure(name, told[name], file) for name in told},
        {name: _words(name, each, file) for name, each in columns.items()},
        {name: _words(name, each, file) for name, each in figures.items()},
    )


def _measure(name: str, told: Mapping[str, Any], file: Path) -> Measure:
    texts = {part: _languages(f"{name}.{part}", told.get(part), file) for part in ("title", "meaning", "formula")}
    if told.get("network") not in (PARTIES, SOURCES) or not isinstance(told.get("source"), str):
        raise DataFileError(f"{name} needs a network ({PARTIES} or {SOURCES}) and a source", file=file)
    columns = tuple(column.name for column in fields(ROWS[name]))
    return Measure(name, told["network"], **texts, source=told["source"], columns=columns)


def _words(name: str, told: Mapping[str, Any], file: Path) -> Words:
    labels = {language: told.get(language) for language in _LANGUAGES}
    hints = _languages(f"{name}.hint", told["hint"], file) if "hint" in told else {}
    return Words(_languages(name, labels, file), hints)


def _languages(name: str, texts: object, file: Path) -> Mapping[str, str]:
    """One text in each language."""
    if not isinstance(texts, dict) or set(texts) != set(_LANGUAGES) or not all(isinstance(t, str) and t for t in texts.values()):
        raise DataFileError(f"{name} needs words in {' and '.join(_LANGUAGES)}", file=file)
    return texts
