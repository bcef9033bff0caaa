"""What is said of an unnamed source: which class of people or papers, how many, how near to the matter."""

from typing import Final

from ..language.clause import Analysis
from ..language.wordlists import word_list
from ..model import Closeness, Party, Profile
from .bodies import Bodies

_INSIDERS: Final = word_list("de", "insiders")
_SENIOR: Final = word_list("de", "senior")
_NUMBERS: Final = {
    word: number
    for number, word in enumerate(["zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"], 2)
}  # fmt: skip


def profile(analysis: Analysis, bodies: Bodies, source: Party) -> Profile | None:
    """The profile of an unnamed source that this sentence names; None where it says nothing of it."""
    if source.mention is None:
        return None
    phrase = next((p for p in analysis.phrases if source.mention.covers(analysis.tokens[p.head].span)), None)
    if phrase is None:
        return None
    told = {i for c in analysis.clauses if c.antecedent == phrase.index for i in c.tokens}  # die mit der Sache vertraut sind
    words = [analysis.tokens[i] for i in sorted({*range(phrase.first, phrase.last + 1), *told})]
    lemmas = {w.lemma.lower() for w in words} | {w.low for w in words}
    group = bodies.group_noun(phrase.index)
    near = Closeness.INSIDER if lemmas & _INSIDERS else Closeness.SENIOR if lemmas & _SENIOR else None
    found = Profile(group.source_class if group is not None else None, _number(lemmas), near)
    return found if found != Profile() else None


def _number(words: set[str]) -> int | None:
    counted = (int(w) if w.isdigit() else _NUMBERS.get(w) for w in sorted(words))
    return next((n for n in counted if n), None)
