"""The words beside an answer: what its columns and parameters are called, and what must be said with it.

From `data/queries/words.toml`, in German and English. Relations have their words in the vocabulary.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import DataFileError

FILE = Path(__file__).parents[1] / "data" / "queries" / "words.toml"
LANGUAGES = ("de", "en")
_PARTS = ("columns", "codes", "notes", "dates")
_TURNS, _ALSO = " → ", "; "  # between how it was told and how it is told, and between two respects
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-\d{2}")


@dataclass(frozen=True, slots=True)
class Note:
    """Something to mind beside an answer: `name` is its entry in the file, `figures` fill its places `{…}`."""

    name: str
    figures: tuple[tuple[str, str], ...] = ()

    def text(self, language: str) -> str:
        """The note in words."""
        said = _words().notes[self.name][language]
        for name, figure in self.figures:
            said = said.replace(f"{{{name}}}", day(figure, language))
        return said


def note(name: str, **figures: object) -> Note:
    """The note of this name. KeyError when the file has none."""
    _words().notes[name]
    return Note(name, tuple((each, str(figure)) for each, figure in figures.items()))


def day(iso: str, language: str) -> str:
    """A day in words; anything else stands for itself.

    >>> day("2024-08-06", "de")
    '6. August 2024'
    """
    if not _DAY.fullmatch(iso):
        return iso
    year, month, number = iso.split("-")
    dates = _words().dates
    name = dates["months"][language].split()[int(month) - 1]
    return dates["day"][language].format(day=int(number), month=name, year=year)


def column(name: str, language: str) -> str:
    """What a column or a parameter is called. KeyError when the file does not say."""
    return _words().columns[name][language]


def code(word: str, language: str) -> str:
    """What a code in a cell or a choice is called; anything else stands for itself."""
    said = _words().codes.get(word)
    return said[language] if said else word


def differences(told: str, language: str) -> str:
    """In what two tellings differ, as `hardness` says it ("asserts → alleges; …"), each word as what it is called."""
    pairs = (pair.split(_TURNS) for pair in told.split(_ALSO))
    return _ALSO.join(_TURNS.join(code(word, language) for word in pair) for pair in pairs)


def choice(parameter: str, word: str, language: str) -> str:
    """What one of a parameter's choices is called: by its entry `PARAMETER-WORD`, else as the code in a cell."""
    said = code(f"{parameter}-{word}", language)
    return code(word, language) if said == f"{parameter}-{word}" else said


def columns() -> frozenset[str]:
    """All names of columns and parameters that have words."""
    return frozenset(_words().columns)


@dataclass(frozen=True, slots=True)
class _Words:
    columns: Mapping[str, Mapping[str, str]]
    codes: Mapping[str, Mapping[str, str]]
    notes: Mapping[str, Mapping[str, str]]
    dates: Mapping[str, Mapping[str, str]]


@cache
def _words(file: Path = FILE) -> _Words:
    try:
        with file.open("rb") as stream:
            told = tomllib.load(stream)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"is no TOML: {error}", file=file) from None
    for part in _PARTS:
        for name, words in told.get(part, {}).items():
            if set(words) != set(LANGUAGES) or not all(isinstance(each, str) and each for each in words.values()):
                raise DataFileError(f"{part}.{name} needs words in {' and '.join(LANGUAGES)}", file=file)
    return _Words(*(told.get(part, {}) for part in _PARTS))
