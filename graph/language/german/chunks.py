"""Nominal phrases, each for itself: determiner, adjectives, nouns and names, with their preposition.

Works left to right over tags alone. A participial attribute ("die von Teheran gelieferten Drohnen") is noticed and
left open: its inner phrases are phrases of their own, and the clause builder makes a clause of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..clause import Case, Phrase
from ..tokens import Token
from .cases import phrase_cases
from .nominals import DETERMINERS, core
from .number import phrase_number

_CONTRACTED: Final = {
    "im": "in", "ins": "in", "am": "an", "ans": "an", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei", "übers": "über",
    "fürs": "für", "ums": "um", "aufs": "auf", "durchs": "durch", "unterm": "unter", "vors": "vor",
}  # fmt: skip
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_PREPOSITIONS: Final = frozenset({"APPR", "APPRART"})
_WITH_DATIVE: Final = frozenset({"von", "mit", "bei", "aus", "nach", "zu", "seit"})
_PRONOUNS: Final = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PRF", "PROAV", "PPOSS"})
_DETERMINER_KIND: Final = {
    "PDAT": "demonstrative",
    "PPOSAT": "possessive",
    "PIAT": "quantity",
    "CARD": "number",
    "PRELAT": "relative",
}
_COUNTS: Final = frozenset({"dutzende", "hunderte", "tausende", "zehntausende", "hunderttausende"})
TAKES_GENITIVE: Final = frozenset(  # einer der Gründer, viele der Soldaten
    {None, "einer", "eine", "eines", "einem", "einen", "einige", "einigen", "viele", "vielen", "mehrere", "keiner", "keine",
     "jeder"}
)  # fmt: skip
_NEVER_FIRST: Final = frozenset(  # a third of all words, which no phrase begins with
    {"VV(FIN)", "VA(FIN)", "VM(FIN)", "VV(PP)", "VA(PP)", "VM(PP)", "VV(INF)", "VA(INF)", "VM(INF)", "VV(IZU)", "VV(IMP)",
     "VA(IMP)", "$.", "KOUS", "KOUI", "PTKZU", "PTKNEG", "PTKVZ"}
)  # fmt: skip
_POINTING: Final = ("da", "hier", "wo")


def chunks(tokens: Sequence[Token]) -> list[Phrase]:
    """All phrases of a sentence in order of their first token, not yet linked."""
    found: list[Phrase] = []
    at, opened = 0, None
    while at < len(tokens):
        phrase = _phrase_at(tokens, at, len(found), found)
        if phrase is None:
            opened = _opened(tokens, at) or opened
            at += 1
            continue
        if opened is not None and phrase.preposition is None and _begins_with_participle(tokens, phrase):
            phrase = _closing(tokens, phrase, *opened)
            opened = None
        found.append(phrase)
        at = phrase.last + 1
    return found


def _opened(tokens: Sequence[Token], at: int) -> tuple[str | None, int] | None:
    """A determiner with a phrase of its own behind it: "(in) einem | am Montag veröffentlichten Urteil"; its preposition
    and place."""
    if tokens[at].tag not in ("ART", "PDAT", "PPOSAT"):
        return None
    following = next((t for t in tokens[at + 1 : at + 3] if t.tag != "$("), None)  # die „unter Druck stehenden“ Soldaten
    if following is None or following.tag not in (*_PREPOSITIONS, "ADV", "ADJ(D)", "ART"):
        return None
    before = tokens[at - 1] if at else None
    governed = before is not None and before.tag in _PREPOSITIONS
    return (_CONTRACTED.get(before.low, before.low) if governed and before is not None else None), at


def _begins_with_participle(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.first].tag == "ADJ(A)" and phrase.determiner == "" and phrase.head > phrase.first


def _closing(tokens: Sequence[Token], phrase: Phrase, preposition: str | None, determiner: int) -> Phrase:
    """The noun behind a long attribute takes preposition, determiner and case from where the phrase began."""
    words = [tokens[determiner], *tokens[phrase.first : phrase.last + 1]]
    cases = phrase_cases(words, tokens[phrase.head], False, preposition is not None)
    kind = _determiner(tokens[determiner])
    plural = phrase_number(tokens[determiner], tokens[phrase.head], kind, False)
    return replace(phrase, preposition=preposition, determiner=kind, cases=cases, plural=plural)


def _phrase_at(tokens: Sequence[Token], at: int, index: int, before: list[Phrase]) -> Phrase | None:
    if tokens[at].tag == "KOKOM" and at and tokens[at - 1].low in ("mehr", "weniger") and at + 1 < len(tokens):
        return None  # mehr als hundert Menschen: the number's phrase begins behind "als"
    start, preposition = at, None
    while start < len(tokens) and (tokens[start].tag in _PREPOSITIONS or tokens[start].tag == "KOKOM"):
        preposition = _CONTRACTED.get(tokens[start].low, tokens[start].low)  # als, wie: what is compared is no object
        start += 1
    if start >= len(tokens) or (tokens[start].tag == "ART" and start + 1 < len(tokens) and tokens[start + 1].tag == "ART"):
        return None  # die | den Hafen angreifenden Schiffe
    if tokens[start].tag == "PROAV" and not tokens[start].low.startswith(_POINTING):
        return None  # zudem, außerdem, trotzdem: adverbs that point at nothing
    if tokens[start].tag in _NEVER_FIRST:
        return None
    if tokens[start].tag in _PRONOUNS:
        return _pronoun(tokens, at, start, index, preposition)
    if tokens[start].low.rstrip("n") in _COUNTS and (counted := _counted(tokens, at, start, index, preposition)) is not None:
        return counted
    year = start + 1 < len(tokens) and tokens[start + 1].tag in ("CARD", "ART", "PIAT") and _YEAR.fullmatch(tokens[start].text)
    group = None if year else core(tokens, start)  # "1996 zwei Flugzeuge": the year stands for itself
    if group is None:
        return None
    head = tokens[group.head]
    words = tokens[group.first : group.last + 1]
    contracted = at < start and tokens[start - 1].tag == "APPRART"
    noun = before[-1] if before and before[-1].last == at - 1 and before[-1].pronoun in TAKES_GENITIVE else None
    after_noun = noun is not None and tokens[noun.last].tag != "NE"  # names take no genitive
    cases = phrase_cases(words, head, after_noun, preposition is not None)
    bare = preposition is None and noun is not None and noun.preposition is not None
    if after_noun and bare and cases == {Case.GENITIVE, Case.DATIVE}:
        cases = frozenset({Case.GENITIVE})  # nach Angaben einer Sprecherin
    determiner = "definite" if contracted else _determiner(tokens[group.first])
    plural = phrase_number(tokens[group.first], head, determiner, contracted, preposition in _WITH_DATIVE)
    postposed = postposition(tokens, group.last + 1) if preposition is None else None
    last = group.last + 1 if postposed or (preposition == "von" and _goes_on_with_aus(tokens, group.last + 1)) else group.last
    return Phrase(index, at, last, group.head, head.lemma, preposition or postposed, cases, plural, determiner, None, group.name)


def _goes_on_with_aus(tokens: Sequence[Token], at: int) -> bool:
    """vom Libanon aus; but in "geht von zehn Toten aus" it is the verb's prefix."""
    if at + 1 >= len(tokens) or tokens[at].low != "aus":
        return False
    return tokens[at].tag != "PTKVZ" or not (tokens[at + 1].tag.startswith("$") or tokens[at + 1].tag == "KON")


def _counted(tokens: Sequence[Token], at: int, start: int, index: int, preposition: str | None) -> Phrase | None:
    """Hunderte von Christen, Tausende: people counted with "von" before them, or with no noun at all."""
    dative = tokens[start].low.endswith("n") or preposition is not None
    cases = frozenset({Case.DATIVE} if dative else {Case.NOMINATIVE, Case.ACCUSATIVE})
    after = tokens[start + 1] if start + 1 < len(tokens) else None
    group = core(tokens, start + 2) if after is not None and after.low == "von" else None
    if group is not None and tokens[group.head].tag in ("NN", "NNA", "ADJ(A)"):
        lemma = tokens[group.head].lemma
        return Phrase(index, at, group.last, group.head, lemma, preposition, cases, True, "number", None, group.name)
    if after is None or after.is_noun or after.tag in (*DETERMINERS, "ADJ(A)", "CARD", "ADV"):
        return None
    return Phrase(index, at, start, start, tokens[start].text.capitalize(), preposition, cases, True, "number")


def postposition(tokens: Sequence[Token], at: int) -> str | None:
    """zufolge, nach, entgegen after the phrase they govern."""
    governs_next = at + 1 < len(tokens) and (tokens[at + 1].is_noun or tokens[at + 1].tag in (*DETERMINERS, "ADJ(A)", "PPER"))
    if at < len(tokens) and tokens[at].low == "gegenüber" and governs_next:
        return None
    if at < len(tokens) and (tokens[at].tag == "APPO" or tokens[at].low in ("zufolge", "zuliebe", "gegenüber")):
        return tokens[at].low
    return None


def _pronoun(tokens: Sequence[Token], at: int, start: int, index: int, preposition: str | None) -> Phrase:
    token = tokens[start]
    low = token.low
    if token.tag == "PROAV":
        stem = low[3:] if low.startswith(("dar", "hier")) and low[3:4] not in ("", "m") else low[2:]
        preposition = stem.removeprefix("r") if low.startswith("da") else low[4:]
        low = "da"
    cases = phrase_cases([token], token, False, preposition is not None)
    plural = True if low in ("ihnen", "wir", "denen") else None
    return Phrase(index, at, start, start, token.lemma, preposition, cases, plural, "pronoun", low)


def _determiner(token: Token) -> str:
    if token.tag == "ART":
        return "indefinite" if token.low.startswith("ein") else "definite"
    if token.low.startswith("kein"):
        return "negative"
    return _DETERMINER_KIND.get(token.tag, "")
