"""The words that tell how many, from `data/quantities.toml`: bounds, scales, vague numbers, what is counted."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from ..errors import DataFileError

FILE: Final = Path(__file__).parent.parent / "data" / "quantities.toml"
LANGUAGES: Final = ("de", "en")

Phrases = Mapping[str, str]  # phrases, words with one space between, and what each means


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The lists of one language; phrases are lower case."""

    bounds: Phrases
    scales: Mapping[str, int]
    vague: Mapping[str, int]
    multiplied: Phrases
    kinds: Phrases
    people: Phrases
    fates: Phrases
    passed_over: Phrases

    @property
    def longest(self) -> int:
        """How many words the longest phrase of bounds and vague numbers has."""
        return max(len(phrase.split()) for phrase in (*self.bounds, *self.vague))


@cache
def amount_words(language: str, file: Path = FILE) -> AmountWords:
    """The lists of `language`, English for one that has none. DataFileError when the file is malformed."""
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        tables = told[language if language in told else "en"]
        lists = {name: _phrases(tables[name]) for name in ("bounds", "multiplied", "kinds", "people", "fates", "passed-over")}
        scales, vague = (_numbers(tables[name]) for name in ("scales", "vague"))
    except (OSError, tomllib.TOMLDecodeError, KeyError, ValueError, AttributeError) as error:
        raise DataFileError(f"does not hold the words of amounts: {error}", file=file) from error
    return AmountWords(
        lists["bounds"], scales, vague, lists["multiplied"], lists["kinds"], lists["people"], lists["fates"], lists["passed-over"]
    )


def _phrases(table: Mapping[str, str]) -> dict[str, str]:
    return {" ".join(phrase.split()): meaning for meaning, list in table.items() for phrase in list.split(",")}


def _numbers(table: Mapping[str, str]) -> dict[str, int]:
    return {phrase: int(number) for phrase, number in _phrases(table).items()}
