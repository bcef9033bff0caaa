"""Which cases a German phrase can stand in, from its determiner, adjective ending, number and place. No lexicon.

Determiners decide 60 % of all transitive clauses, number agreement 17 %; position does the rest (measured on German
dependency trees). A set of cases is what the words allow; the clause makes the choice.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import simplemma

from ..clause import Case
from ..tokens import Token
from ..wordlists import word_list

N, G, D, A = Case.NOMINATIVE, Case.GENITIVE, Case.DATIVE, Case.ACCUSATIVE

_ARTICLE: Final = {
    "der": {N, G, D}, "die": {N, A}, "das": {N, A}, "den": {A, D}, "dem": {D}, "des": {G},
    "deren": {N, G, D, A}, "dessen": {N, G, D, A}, "denen": {D},
}  # fmt: skip
_INDEFINITE_STEMS: Final = ("ein", "kein", "mein", "dein", "sein", "ihr", "unser", "euer", "eur")
_STRONG: Final = {"": {N, A}, "e": {N, A}, "er": {N, G, D}, "es": {N, A, G}, "en": {A, D}, "em": {D}}
_PRONOUN: Final = {
    "er": {N}, "sie": {N, A}, "es": {N, A}, "ihn": {A}, "ihm": {D}, "ihr": {D, N}, "ihnen": {D}, "ich": {N}, "wir": {N},
    "mich": {A}, "mir": {D}, "uns": {A, D}, "man": {N}, "dies": {N, A}, "dieses": {N, A}, "das": {N, A},
    "was": {N, A}, "wer": {N},
    "wen": {A}, "wem": {D}, "sich": {A, D}, "den": {A}, "der": {N, D}, "die": {N, A}, "dem": {D}, "denen": {D},
    "dessen": {G}, "deren": {G}, "welche": {N, A}, "welcher": {N, D}, "welches": {N, A}, "welchen": {A, D}, "welchem": {D},
}  # fmt: skip
_DETERMINING: Final = ("ART", "PPOSAT", "PDAT")
_FEMININE_ENDS: Final = ("ei", "ung", "heit", "keit", "schaft", "ion", "tät", "enz", "anz", "ik", "ur", "ie", "erin", "in")
_NOT_FEMININE: Final = (
    "eur",
    "spion",
    "termin",
    "stalin",
    "putin",
    "sprung",
    "schwung",
    "tanz",
    "glanz",
    "kranz",
    "flur",
    "affront",
)
_FEMININE_BARE: Final = tuple(sorted(word_list("de", "feminine_bare")))
_FEMININE_ER: Final = tuple(sorted(word_list("de", "feminine_er")))
_WEAK_PERSONS: Final = ("ent", "ist", "ant", "dat", "krat", "mat", "herr", "mensch", "graf", "held")  # des Präsidenten
WEAK: Final = (
    "ent",
    "ist",
    "ant",
    "at",
    "oge",
    "ote",
    "nde",
    "te",
    "or",
    "herr",
    "mensch",
    "bär",
    "graf",
    "held",
)  # den Präsidenten
_FEMININE_NAMES: Final = ("ei", "eiz", "ine", "ie", "krim", "eu", "nato", "uno", "hisbollah", "hamas", "union")
_ALWAYS_PLURAL: Final = frozenset({"usa", "philippinen", "niederlande", "emirate", "leute", "vereinte", "nationen"})


def is_plural(head: Token) -> bool | None:
    """Whether the noun's form shows a plural: True, False, or None where it does not tell.

    >>> from graph.model import Span
    >>> is_plural(Token(0, Span(0, 11), "Lieferungen", "NN", "Lieferung"))
    True
    """
    return _is_plural(head.text, head.tag, head.lemma)


@lru_cache(1 << 15)
def _is_plural(text: str, tag: str, base: str) -> bool | None:
    word, lemma = text.lower(), base.lower()
    if word in _ALWAYS_PLURAL:
        return True
    if tag == "NE":
        return False
    if tag == "NNA":  # adjectives in origin: die Bewaffnete, Bewaffnete
        return None
    if word != lemma and _is_base_form(text):
        lemma = word
    if word == lemma:
        return None if word.endswith(("er", "en", "el")) else False
    if not word.startswith(lemma):
        return True if any(v in word and v not in lemma for v in "äöü") else None
    added = word[len(lemma) :]
    if added == "e" and lemma.endswith("e"):  # Volksarmee: no plural ends so
        return False
    return None if added in ("s", "es", "n", "en") and tag == "NNA" else added not in ("s", "es")


@lru_cache(1 << 15)
def _is_base_form(word: str) -> bool:
    """Whether the dictionary knows the word as a lemma: a second opinion where the tagger cuts off too much ("War")."""
    return simplemma.lemmatize(word, "de") == word and simplemma.is_known(word, "de")


def phrase_cases(words: Sequence[Token], head: Token, after_noun: bool, after_preposition: bool) -> frozenset[Case]:
    """The cases that the phrase's words allow; `after_noun`: it follows another noun at once (then *der* is genitive)."""
    first = words[0]
    plural = is_plural(head)
    allowed = set(_by_determiner(first, words, head))
    if first.low == "der" and first.tag == "ART":
        told = not after_preposition and _tells_nominative(words, head)
        allowed = {N} if told else _der(head, plural, after_noun, after_preposition)
    elif first.low == "den" and first.tag != "NE" and plural is not None and not head.lemma.lower().endswith(WEAK):
        allowed = {D} if plural and head.low.endswith("n") else {A} if not plural else allowed
    elif after_noun and not after_preposition and first.low.endswith("er") and first.tag in _DETERMINING and G in allowed:
        allowed = {G}  # die Gründung einer Union; 35 of 38 in the trees are genitives
    inflected = first.low.endswith("er") and first.low != "vier"
    if plural and inflected and first.tag in ("PDAT", "PPOSAT", "PIAT", "CARD"):  # beider Länder, zweier Soldaten
        allowed = {G}
    return frozenset(allowed) or frozenset(Case)


def _tells_nominative(words: Sequence[Token], head: Token) -> bool:
    """der mexikanische Präsident, der Präsident: the genitive would be "der mexikanischen …", "der Präsidenten"."""
    described = next((w for w in words[1:] if w.tag == "ADJ(A)"), None)
    if described is not None:
        return described.low.endswith("e") and described.index < head.index and not is_plural(head)
    weak = head.low.endswith(_WEAK_PERSONS) and not head.low.endswith("heimat")
    return weak and head.tag == "NN" and len(words) > 1 and words[1].index == head.index


def _der(head: Token, plural: bool | None, after_noun: bool, after_preposition: bool) -> set[Case]:
    if after_preposition:
        return {D, G}
    if after_noun or plural:
        return {G}
    feminine = head.lemma.lower().endswith(_FEMININE_ENDS) or head.low.endswith(("ei", *_FEMININE_BARE))
    if feminine and not head.lemma.lower().endswith(_NOT_FEMININE):
        return {G, D}
    if head.tag == "NN" and head.low.endswith("e"):  # der Bitte, but der Zeuge
        return {N, G, D}
    if head.tag == "NE":  # der Iran, but der Türkei
        return {G, D} if head.low.endswith(_FEMININE_NAMES) else {N, D, G}
    return {N}


def _by_determiner(first: Token, words: Sequence[Token], head: Token) -> set[Case]:
    low = first.low
    if first.tag in ("PPER", "PRF", "PDS", "PRELS", "PWS", "PIS"):
        return set(_PRONOUN.get(low, _STRONG.get(_ending(low), set(Case))))
    if first.tag in ("ART", "PRELAT") and low in _ARTICLE:
        return set(_ARTICLE[low])
    for stem in _INDEFINITE_STEMS:
        if low.startswith(stem) and low[len(stem) :] in _STRONG and first.tag in ("ART", "PPOSAT", "PIAT"):
            ending = low[len(stem) :]
            if low == stem:  # ein großer Angriff, but: ein neues Abkommen
                described = next((w for w in words[1:] if w.tag == "ADJ(A)" and w.index < head.index), None)
                strong = (
                    described is not None and described.low.endswith("er") and described.text[0].islower()
                )  # but: ein Berliner Gericht
                return {N} if strong else {N, A}
            return {G} if ending == "es" else set(_STRONG[ending])
    if first.tag in ("PDAT", "PIAT", "PWAT"):
        return set(_STRONG.get(_ending(low), set(Case)))
    adjective = next((w for w in words if w.tag == "ADJ(A)"), None)
    if adjective is not None and adjective.low.endswith("er") and is_plural(head):
        return {G}  # ukrainischer Soldaten
    if adjective is not None:
        return set(_STRONG.get(_ending(adjective.low), set(Case)))
    if head.tag == "NE":
        return {N, A, D, G} if head.low.endswith(("s", "'", "’", "z", "x")) else {N, A, D}
    in_n = head.low.endswith(("ern", "eln")) and head.lemma.lower() == head.low[:-1]
    if in_n and not head.lemma.lower().endswith(_FEMININE_ER):  # Ausländern, but: Geiseln
        return {D}
    plural_dative = is_plural(head) and head.low.endswith("n")
    return {N, A, D} if plural_dative or is_plural(head) is None else {N, A}


def _ending(word: str) -> str:
    return next((e for e in ("en", "em", "er", "es", "e") if word.endswith(e)), "")
