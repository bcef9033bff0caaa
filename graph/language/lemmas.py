"""The lemma of a word from its stem: what HanTa's tables add to it, by one look at each ending instead of at the table."""

from collections.abc import Callable, Sequence
from typing import Any


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


__all__ = ["lemma_maker"]
