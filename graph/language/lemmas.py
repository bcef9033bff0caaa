"""The lemma of a word from its stem: what HanTa's tables add to it, by one look at each ending instead of at the table;
and of nouns of which these cut off too much ("Interkontinentalraket") by what a dictionary knows of their end.

HanTa's lemma of 2.5 % of the nouns of 500 articles is no word that the dictionary has, nor ends in one."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any, Final

import simplemma

_TAIL: Final = 4  # letters of a compound's last noun, at least
_ENDING: Final = 3  # letters that a form has more than its lemma, at most: Gefängnissen


def lemma_maker(model: Any) -> Callable[[Sequence[str], str], str]:
    """What makes a lemma of the morphemes of a stem and the word's class, by the tables of a loaded HanoverTagger."""
    suffixes: dict[str, dict[str, str]] = model.lemmasuffixtable
    longest = {tag: max(map(len, table), default=0) for tag, table in suffixes.items()}

    def lemma(stem: Sequence[str], tag: str) -> str:
        word = "".join(stem)
        of = tag.partition("(")[0]
        table, bare = suffixes.get(of, {}), "#" + word  # the mark is where the word begins
        ends = (bare[-length:] for length in range(min(longest.get(of, 0), len(bare)), 0, -1))
        suffix = next((table[end] for end in ends if end in table), "")
        capital = model.tag2int.get(tag, 0) in model.capitalizedlemmata
        return (word[:1].upper() + word[1:] if capital else word) + suffix

    return lemma


def mended(noun: str, lemma: str) -> str:
    """The lemma of a noun: the dictionary's where that knows a longer end of the noun than of `lemma`, endings aside.

    >>> mended("Berlinblockade", "Berlinblockad"), mended("Hauptbahnhöfe", "Hauptbahnhof")
    ('Berlinblockade', 'Hauptbahnhof')
    """
    if noun == lemma or is_base_form(lemma):
        return lemma
    tail = next((t for t in _tails(noun) if simplemma.is_known(t, "de")), "")
    if noun == f"{lemma}e" and tail and is_base_form(tail):  # Guerillagruppe is of Gruppe, and no Grupp
        return noun
    known = next((len(t) for t in _tails(lemma) if is_base_form(t)), 0)
    base = simplemma.lemmatize(tail, "de") if len(tail) > known + _ENDING else ""
    if not base[:1].isupper() or base.endswith("mann") or (known and base == tail):  # Fachleute, Hilfsgelder: no plurals to it
        return lemma
    front = noun[: len(noun) - len(tail)]
    return front + base.lower() if front else base


def _tails(noun: str) -> Iterator[str]:
    """The noun and what could be the last part of it, the longest first."""
    yield noun
    yield from (noun[cut:].capitalize() for cut in range(1, len(noun) - _TAIL + 1))


@lru_cache(1 << 15)
def is_base_form(word: str) -> bool:
    """Whether the dictionary knows the word as a lemma."""
    return bool(simplemma.lemmatize(word, "de") == word and simplemma.is_known(word, "de"))


__all__ = ["is_base_form", "lemma_maker", "mended"]
