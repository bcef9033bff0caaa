"""Closed word lists of a language, from `data/grammar/<language>.toml`, each a frozen set of lower-case words."""

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

from ..errors import DataFileError

DATA: Final = Path(__file__).parent.parent / "data" / "grammar"


@cache
def word_list(language: str, name: str, folder: Path = DATA) -> frozenset[str]:
    """The list `name`; raises DataFileError where the file is no TOML or lacks the list.

    >>> "montag" in word_list("de", "time_nouns")
    True
    """
    file = folder / f"{language}.toml"
    words = _lists(file).get(name)
    if not isinstance(words, str) or not words.split():
        raise DataFileError(f"lacks the word list {name!r}", file=file)
    return frozenset(words.split())


@cache
def _lists(file: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataFileError(f"cannot be read as word lists: {error}", file=file) from error


def ends_in(word: str, nouns: frozenset[str], least: int = 6) -> bool:
    """Whether a word in lower case is one of the nouns, or a compound that ends in one of `least` letters or more: shorter
    ones are found by chance in words that have nothing to do with them.

    >>> ends_in("friedensplan", frozenset({"plan"}), 4)
    True
    """
    return word in nouns or word.endswith(_long(nouns, least))


@cache
def _long(nouns: frozenset[str], least: int) -> tuple[str, ...]:
    return tuple(noun for noun in sorted(nouns) if len(noun) >= least)


def word_lists_digest(language: str, folder: Path = DATA) -> str:
    """The digest of a language's word lists: a reader with other lists is another reader."""
    return hashlib.sha256((folder / f"{language}.toml").read_bytes()).hexdigest()[:16]
