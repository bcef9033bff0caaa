"""Adjectives of states with a wrong letter: iraniche, franzöische, amerikansische."""

from functools import lru_cache
from typing import Final

import simplemma
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from .gazetteer import Gazetteer

_SHORTEST: Final = 7  # letters; a shorter one is too near to some other word
_FIRST: Final = 2  # letters at the beginning that have to be right
_ENDINGS: Final = ("en", "em", "er", "es", "e")


@lru_cache(1 << 12)
def state_meant(gazetteer: Gazetteer, word: str) -> str | None:
    """The gazetteer id of the state whose adjective the word is but for one letter left out, added, changed or exchanged;
    None for words that German has, and where two states are as near."""
    stem = next((word[: -len(e)] for e in _ENDINGS if word.endswith(e)), word)
    if len(stem) < _SHORTEST or not stem.islower() or not stem.endswith(("ch", "h", "s", "sc")):
        return None
    if simplemma.is_known(word, "de") or simplemma.is_known(stem, "de"):
        return None
    known = {a: row for a, row in _adjectives(gazetteer) if a[:_FIRST] == stem[:_FIRST]}
    near = process.extract(stem, list(known), scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=2)
    return known[near[0][0]] if len({known[name] for name, _, _ in near}) == 1 else None


@lru_cache(1 << 3)
def _adjectives(gazetteer: Gazetteer) -> tuple[tuple[str, str], ...]:
    rows = (row for row in gazetteer.rows.values() if row.id.startswith("state/") and row.adjective)
    named = ((row.adjective.rpartition("-")[2], row.id) for row in rows if row.adjective is not None)
    return tuple((adjective, row) for adjective, row in named if adjective.islower())
