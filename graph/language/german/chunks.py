"""Nominal phrases, each for itself: determiner, adjectives, nouns and names, with their preposition.

Works left to right over tags alone. A participial attribute ("die von Teheran gelieferten Drohnen") is noticed and
left open: its inner phrases are phrases of their own, and the clause builder makes a clause of it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import simplemma

from ..clause import Case, Phrase
from ..tokens import Token
from ..wordlists import word_list
from .cases import phrase_cases
from .number import phrase_number

_CONTRACTED: Final = {
    "im": "in", "ins": "in", "am": "an", "ans": "an", "zum": "zu", "zur": "zu", "vom": "von", "beim": "bei", "übers": "über",
    "fürs": "für", "ums": "um", "aufs": "auf", "durchs": "durch", "unterm": "unter", "vors": "vor",
}  # fmt: skip
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")
_PREPOSITIONS: Final = frozenset({"APPR", "APPRART"})
_DETERMINERS: Final = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PRELAT", "PWAT", "CARD"})
_PRONOUNS: Final = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS", "PRF", "PROAV", "PPOSS"})
_BEFORE_NOUN: Final = frozenset({"ADJ(A)", "CARD", "TRUNC", "PIAT", "PIDAT"})
_DETERMINER_KIND: Final = {
    "PDAT": "demonstrative",
    "PPOSAT": "possessive",
    "PIAT": "quantity",
    "CARD": "number",
    "PRELAT": "relative",
}
_FIRST_PARTS: Final = frozenset({"US", "U.S."})
_RELATIONAL: Final = tuple(sorted(word_list("de", "relational_nouns")))
_SHORT_NAME: Final = 4  # letters; shorter names in -s ("Jens") are whole
_POINTING: Final = ("da", "hier", "wo")
_NAME_LINKS: Final = frozenset({"bin", "ibn", "al", "el", "ben", "van", "de", "del", "di", "da", "dos", "du"})
_MEASURES: Final = word_list("de", "measure_nouns")
_CURRENCIES: Final = word_list("de", "currencies")
TIME_NOUNS: Final = word_list("de", "time_nouns")


@dataclass(frozen=True, slots=True)
class _Core:
    """A noun group before its preposition is known: tokens `first` to `last` and the head."""

    first: int
    last: int
    head: int
    name: tuple[int, int] | None


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
    determiner = tokens[at].tag in ("ART", "PDAT", "PPOSAT")
    following = next((t for t in tokens[at + 1 : at + 3] if t.tag != "$("), None)  # die „unter Druck stehenden“ Soldaten
    if not determiner or following is None or following.tag not in (*_PREPOSITIONS, "ADV", "ADJ(D)", "ART"):
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
    return replace(phrase, preposition=preposition, determiner=_determiner(tokens[determiner]), cases=cases)


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
    if tokens[start].tag in _PRONOUNS:
        return _pronoun(tokens, at, start, index, preposition)
    year = _YEAR.fullmatch(tokens[start].text) and start + 1 < len(tokens) and tokens[start + 1].tag in ("CARD", "ART", "PIAT")
    core = None if year else _core(tokens, start)  # "1996 zwei Flugzeuge": the year stands for itself
    if core is None:
        return None
    head = tokens[core.head]
    words = tokens[core.first : core.last + 1]
    contracted = at < start and tokens[start - 1].tag == "APPRART"
    noun = before[-1] if before and before[-1].last == at - 1 and before[-1].pronoun is None else None
    after_noun = noun is not None and tokens[noun.head].tag != "NE"  # names take no genitive
    cases = phrase_cases(words, head, after_noun, preposition is not None)
    if after_noun and noun is not None and noun.preposition is not None and cases == {Case.GENITIVE, Case.DATIVE}:
        cases = frozenset({Case.GENITIVE})  # nach Angaben einer Sprecherin
    determiner = "definite" if contracted else _determiner(tokens[core.first])
    plural = phrase_number(tokens[core.first], head, determiner, contracted)
    postposed = postposition(tokens, core.last + 1) if preposition is None else None
    around = preposition == "von" and core.last + 2 < len(tokens) and tokens[core.last + 1].low == "aus"  # vom Libanon aus
    last = core.last + 1 if postposed or around else core.last
    return Phrase(index, at, last, core.head, head.lemma, preposition or postposed, cases, plural, determiner, None, core.name)


def postposition(tokens: Sequence[Token], at: int) -> str | None:
    """zufolge, nach, entgegen after the phrase they govern."""
    governs_next = at + 1 < len(tokens) and (tokens[at + 1].is_noun or tokens[at + 1].tag in (*_DETERMINERS, "ADJ(A)", "PPER"))
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


def _core(tokens: Sequence[Token], start: int) -> _Core | None:
    """Determiner? modifiers* nouns+ from `start`; None where no noun follows."""
    at = start
    while at < len(tokens) and tokens[at].tag in _DETERMINERS:
        at += 1
    after_determiner = at
    at = _skip_modifiers(tokens, at)
    nouns_from = at
    while at < len(tokens) and _continues_nouns(tokens, nouns_from, at):
        at += 1
    if at == nouns_from:
        if at > after_determiner and tokens[at - 1].text[0].isupper() and tokens[at - 1].tag == "ADJ(A)":
            return _Core(start, at - 1, at - 1, None)  # an adjective used as a noun
        return None
    return _with_head(tokens, start, nouns_from, at - 1)


def _skip_modifiers(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if (
            token.tag in _BEFORE_NOUN
            or (token.tag == "$(" and token.text in "“„\"»'‚" and _modifier_or_noun(following))
            or (
                token.tag in ("ADV", "ADJ(D)", "PTKA")
                and following is not None
                and (following.tag in ("ADJ(A)", "CARD") or token.low == "bis")
                and (at > 0 or following.tag == "CARD")
            )
        ):
            at += 1
        elif token.tag in ("KON", "$,") and at > 0 and tokens[at - 1].tag in ("ADJ(A)", "TRUNC") and following is not None:
            if following.tag != "ADJ(A)" and tokens[at - 1].tag != "TRUNC":
                break
            at += 1
        else:
            break
    return at


def _modifier_or_noun(token: Token | None) -> bool:
    return token is not None and (token.tag in _BEFORE_NOUN or token.is_noun)


def _continues_nouns(tokens: Sequence[Token], start: int, at: int) -> bool:
    token = tokens[at]
    if at == start:
        return token.is_noun
    before = tokens[at - 1]
    if before.whole and token.whole:  # dass Oslo Kiew Waffen liefert
        return False
    if before.lemma.lower() in TIME_NOUNS and not token.text[0].isdigit() and token.lemma.lower() not in TIME_NOUNS:
        return False
    if token.tag == "CARD" and before.lemma.lower() in TIME_NOUNS:
        counts = (
            at + 1 < len(tokens) and tokens[at + 1].is_noun and tokens[at - 2].tag in ("ADJ(A)", "CARD")
        )  # im vergangenen Jahr | 2000 Afghanen
        return not counts
    if token.text in '“„”"»«' and token.tag == "$(":
        nearest = tokens[at + 1] if at + 1 < len(tokens) else None
        return before.is_noun and nearest is not None and nearest.tag in ("NE", "FM") and nearest.text[0].isupper()
    if token.low in _NAME_LINKS and at + 1 < len(tokens) and tokens[at + 1].tag == "NE" and before.tag == "NE":
        return True
    if before.low in _NAME_LINKS and token.tag == "NE":
        return True
    if not token.is_noun or (before.tag == "$(" and not token.is_noun):
        return False
    if at - start == 1 and _is_acronym(before) and token.tag in ("NN", "NNA"):  # die US Botschaft, ohne Bindestrich
        return True
    given_name = at + 1 < len(tokens) and tokens[at + 1].tag == "NE"  # Generalsekretär Jens …
    if before.tag in ("NN", "NNA") and token.tag == "NE" and _is_genitive(token.text) and not given_name:
        return False
    if before.low.endswith(_RELATIONAL) and token.tag == "NE" and _ends_in_genitive(tokens, at):
        return False  # Anhänger | Saddam Husseins
    if (
        before.tag == "NE"
        and token.tag == "NE"
        and at - start == 1
        and tokens[start - 1].low == "des"
        and _is_genitive(before.text)
    ):
        return False  # der Präsident des Iran(s) | Masud …
    if before.lemma.lower() in _MEASURES and at - 2 >= 0 and _counts(tokens[at - 2]):
        return token.tag != "NE"  # 24 Milliarden Dollar, eine Gruppe Soldaten
    return not (before.is_noun and token.tag in ("NN", "NNA") and _is_common(token.text))


def _is_acronym(token: Token) -> bool:
    """Whether the word is only ever the first part of a compound: US, but not EU, which acts itself."""
    return token.text in _FIRST_PARTS


def _counts(token: Token) -> bool:
    return token.tag in ("CARD", "PIAT") or token.low in ("eine", "einer", "ein", "einem")


@lru_cache(1 << 15)
def _is_genitive(name: str) -> bool:
    """Whether a name in -s is another name's genitive: "die Medien Irans"."""
    return name.endswith("s") and simplemma.is_known(name[:-1], "de") and not name.isupper()


def _ends_in_genitive(tokens: Sequence[Token], at: int) -> bool:
    """Whether the run of names from `at` ends in the s of a genitive: no name that ends so by itself, as Abbas does."""
    last = at
    while last + 1 < len(tokens) and tokens[last + 1].tag == "NE":
        last += 1
    word = tokens[last].text
    return word.endswith("s") and not word.endswith(("ss", "us", "is", "os", "as", "es")) and len(word) > _SHORT_NAME


@lru_cache(1 << 15)
def _is_common(word: str) -> bool:
    """Whether a word tagged as a noun is one: the tagger calls many unknown names nouns."""
    lemma = simplemma.lemmatize(word, "de")
    if word.endswith("s") and lemma == word[:-1]:  # Reuters: an s may be part of the name
        return False
    return lemma != word or simplemma.is_known(word, "de") or "-" in word or len(word) > 14  # long ones are compounds


def _with_head(tokens: Sequence[Token], start: int, first: int, last: int) -> _Core:
    commons = [i for i in range(first, last + 1) if tokens[i].tag in ("NN", "NNA", "NNI")]
    names = [i for i in range(first, last + 1) if tokens[i].tag in ("NE", "FM")]
    if commons[:1] == [first + 1] and names[:1] == [first] and _is_acronym(tokens[first]):  # US Botschaft, NATO General X
        return _Core(start, last, commons[0], (names[1], names[-1]) if len(names) > 1 else None)
    head = commons[0] if commons and (not names or commons[0] < names[0]) else last
    counted = tokens[head].lemma.lower() in _MEASURES and len(commons) > 1
    if counted and tokens[commons[-1]].lemma.lower() not in _CURRENCIES:  # zwei Millionen Flüchtlinge
        return _Core(start, last, commons[-1], None)
    if not names and len(commons) > 1 and not counted:  # a name the tagger does not know, after its title
        return _Core(start, last, head, (commons[1], last))
    return _Core(start, last, head, (names[0], names[-1]) if names else None)
