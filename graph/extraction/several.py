"""Phrases that stand for others: both sides for the two spoken of, delegations for those who sent them."""

from itertools import pairwise
from typing import Final

from ..language.clause import Analysis
from ..language.wordlists import ends_in, word_list

_DELEGATES: Final = ("Delegation", "delegation", "Unterhändler", "Abordnung")
_SIDES: Final = frozenset(
    {"Seite", "Partei", "Land", "Staat", "Regierung", "Nachbar", "Konfliktpartei", "Kriegspartei", "Nachbarstaat", "Nachbarland"}
)

BOTH: Final = frozenset({"beide", "beiden", "beider"})
_HOLDERS: Final = word_list("de", "holder_nouns")


def means_both_persons(analysis: Analysis, index: int) -> bool:
    """die beiden Minister, beide Politiker: the two persons that were spoken of last."""
    phrase = analysis.phrases[index]
    said = {analysis.tokens[i].low for i in range(phrase.first, phrase.head)}
    return phrase.name is None and bool(said & BOTH) and ends_in(phrase.lemma.lower(), _HOLDERS)


def means_both(analysis: Analysis, index: int) -> bool:
    """beide Seiten, die beiden Länder: the two that were spoken of last."""
    phrase = analysis.phrases[index]
    words = {analysis.tokens[i].low for i in range(phrase.first, phrase.head)}
    return phrase.lemma in _SIDES and bool(words & BOTH)


def each_adjective(analysis: Analysis, index: int) -> tuple[int, ...]:
    """thailändische und kambodschanische Soldaten, afghanische, deutsche und ausländische Soldaten: the places of the
    adjectives, where several are joined in front of one noun in the plural."""
    phrase = analysis.phrases[index]
    places = [i for i in range(phrase.first, phrase.head) if analysis.tokens[i].tag == "ADJ(A)"]
    if len(places) < 2 or places[-1] != phrase.head - 1 or phrase.plural is not True or phrase.name is not None:
        return ()
    gaps = [analysis.tokens[a + 1 : b] for a, b in pairwise(places)]
    joined = all(len(gap) == 1 and (gap[0].low in ("und", "sowie", "oder") or gap[0].tag == "$,") for gap in gaps)
    return tuple(places) if joined and gaps[-1][0].tag != "$," else ()


def weakened(words: list[str]) -> list[str]:
    """Adjectives as they stand before a plural in the nominative without article: norwegische for norwegischen."""
    return [word[:-1] if word.endswith(("en", "er")) else word for word in words]


def senders(analysis: Analysis, index: int) -> int | None:
    """Delegationen aus Armenien und Aserbaidschan: the phrase of those who sent them."""
    phrase = analysis.phrases[index]
    after = analysis.phrases[index + 1] if index + 1 < len(analysis.phrases) else None
    sent = after is not None and after.preposition == "aus" and after.first == phrase.last + 1
    return index + 1 if sent and phrase.lemma.endswith(_DELEGATES) and phrase.name is None else None
