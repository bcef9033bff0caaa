"""The words beside an answer: what its columns and parameters are called, and what must be said with it.

From `data/queries/words.toml`, in German and English. Relations have their words in the vocabulary.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import DataFileError

FILE = Path(__file__).parents[1] / "data" / "queries" / "words.toml"
LANGUAGES = ("de", "en")


@dataclass(frozen=True, slots=True)
class Note:
    """Something to mind beside an answer: `name` is its entry in the file, `figures` fill its places `{…}`."""

    name: str
    figures: tuple[tuple[str, str], ...] = ()

    def text(self, language: str) -> str:
        """The note in words."""
        said = _words().notes[self.name][language]
        for name, figure in self.figures:
            said = said.replace(f"{{{name}}}", figure)
        return said


def note(name: str, **figures: object) -> Note:
    """The note of this name. KeyError when the file has none."""
    _words().notes[name]
    return Note(name, tuple((each, str(figure)) for each, figure in figures.items()))


def column(name: str, language: str) -> str:
    """What a column or a parameter is called. KeyError when the file does not say."""
    return _words().columns[name][language]


def code(word: str, language: str) -> str:
    """What a code in a cell or a choice is called; anything else stands for itself."""
    said = _words().codes.get(word)
    return said[language] if said else word


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


@cache
def _words(file: Path = FILE) -> _Words:
    try:
        with file.open("rb") as stream:
            told = tomllib.load(stream)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(f"is no TOML: {error}", file=file) from None
    for part in ("columns", "codes", "notes"):
        for name, words in told.get(part, {}).items():
            if set(words) != set(LANGUAGES) or not all(isinstance(each, str) and each for each in words.values()):
                raise DataFileError(f"{part}.{name} needs words in {' and '.join(LANGUAGES)}", file=file)
    return _Words(told.get("columns", {}), told.get("codes", {}), told.get("notes", {}))
