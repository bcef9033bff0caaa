"""How words judge a thing: what a clause calls it, and which adjectives stand before it."""

from ..language.clause import Analysis
from ..language.lexicon import Lexicon
from ..language.tokens import Token


def evaluated(analysis: Analysis, lexicon: Lexicon, words: list[int], marker: str = "predicate") -> str | None:
    """ "bad" or "good": how the first evaluating one of these words judges; None where none does. Attributes and what
    stands behind another preposition than the marker do not count: "ein Opfer des Terrors" is nothing bad."""
    whole = marker == "mit"  # verglich es mit dem Erstarken des Faschismus
    aside = (p for p in analysis.phrases if p.preposition not in (None, marker) or (p.attribute_of is not None and not whole))
    passed = {t for p in aside for t in range(p.first, p.last + 1)}
    tones = (_tone(lexicon, analysis.tokens[i]) for i in words if i not in passed)
    return next((t for t in tones if t is not None), None)


def _tone(lexicon: Lexicon, token: Token) -> str | None:
    """How one word judges; compounds as what they end in: Fehlentscheidung, Vertrauensbruch."""
    low, tones = token.lemma.lower(), lexicon.tones
    if low in tones or token.low in tones:
        return tones.get(low) or tones[token.low]
    ends = (low[n:] for n in range(3, len(low) - 4)) if token.lemma[:1].isupper() else ()
    return next((tones[end] for end in ends if end in tones), None)


def is_described(analysis: Analysis, phrase: int, adjectives: frozenset[str]) -> bool:
    """finanzielle, wissenschaftlich-technische Unterstützung: whether one of the adjectives stands before the noun."""
    first, head = analysis.phrases[phrase].first, analysis.phrases[phrase].head
    before = (t.lemma for t in analysis.tokens[first:head] if t.tag == "ADJ(A)")
    return any(lemma.endswith(tuple(adjectives)) for lemma in before)
