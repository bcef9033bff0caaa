"""Phrases that stand for others: both sides for the two spoken of, delegations for those who sent them."""

from typing import Final

from ..language.clause import Analysis

_DELEGATES: Final = ("Delegation", "delegation", "Unterhändler", "Abordnung")
_SIDES: Final = frozenset(
    {"Seite", "Partei", "Land", "Staat", "Regierung", "Nachbar", "Konfliktpartei", "Kriegspartei", "Nachbarstaat", "Nachbarland"}
)


def means_both(analysis: Analysis, index: int) -> bool:
    """beide Seiten, die beiden Länder: the two that were spoken of last."""
    phrase = analysis.phrases[index]
    words = {analysis.tokens[i].low for i in range(phrase.first, phrase.head)}
    return phrase.lemma in _SIDES and bool(words & {"beide", "beiden", "beider"})


def senders(analysis: Analysis, index: int) -> int | None:
    """Delegationen aus Armenien und Aserbaidschan: the phrase of those who sent them."""
    phrase = analysis.phrases[index]
    after = analysis.phrases[index + 1] if index + 1 < len(analysis.phrases) else None
    sent = after is not None and after.preposition == "aus" and after.first == phrase.last + 1
    return index + 1 if sent and phrase.lemma.endswith(_DELEGATES) and phrase.name is None else None
