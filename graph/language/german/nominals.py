"""The noun groups of a sentence: determiner, modifiers, nouns and names, and which of them is the head.

Works over tags alone; the tagger calls many unknown names nouns, so that a dictionary has a second say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import simplemma

from ..tokens import Token
from ..wordlists import word_list
from .name_runs import in_second_name, is_office

_YEAR: Final = re.compile(r"1[89]\d\d|20[0-4]\d")
_SINCE: Final = frozenset({"seit", "bis", "ab", "bereits", "schon", "erst", "jahr", "jahre"})
DETERMINERS: Final = frozenset({"ART", "PDAT", "PPOSAT", "PIAT", "PRELAT", "PWAT", "CARD"})
_BEFORE_NOUN: Final = frozenset({"ADJ(A)", "CARD", "TRUNC", "PIAT", "PIDAT"})
_FIRST_PARTS: Final = frozenset({"US", "U.S."})
_RELATIONAL: Final = tuple(sorted(word_list("de", "relational_nouns")))
_OF_IT: Final = frozenset({"der", "des", "einer", "eines"})
_INSIDE_NAMES: Final = frozenset({"der", "des", "für", "zur", "zum"})  # small words that names hold behind their noun
_OFFICES: Final = tuple(sorted(word_list("de", "office_tails")))
_PERSONS: Final = (*_OFFICES, *sorted(word_list("de", "agentive_ends")))  # what a person's name can stand behind
_ABSTRACT: Final = (  # nouns that nobody is called by, so that a name in -s behind them is a genitive
    "ung", "ungen", "keit", "heit", "weise", "tum", "nis", "besuch", "rede", "politik", "kritik", "aussage", "aussagen",
    "angaben", "vorschlag", "plan", "pläne", "rücktritt", "tod", "sturz", "sieg", "amtszeit", "ansicht", "worte", "bitte",
)  # fmt: skip
_BODIES: Final = ("zeitung", "stiftung", "vereinigung", "siedlung", "abteilung", "leitung", "führung", "bewegung", "gruppierung")
_NAMED_BANDS: Final = ("terrororganisation", "terrorgruppe", "terrormiliz", "terrornetzwerk", "rebellengruppe", "miliz")
_LONG_NAME: Final = 10  # letters; behind an office, unknown words up to this length are names: Präsident Toure
_SHORT_NAME: Final = 4  # letters; shorter names in -s ("Jens") are whole
_NAME_LINKS: Final = frozenset({"bin", "ibn", "al", "el", "ben", "van", "de", "del", "di", "da", "dos", "du"})
_MEASURES: Final = word_list("de", "measure_nouns")
_CURRENCIES: Final = word_list("de", "currencies")
TIME_NOUNS: Final = word_list("de", "time_nouns")


@dataclass(frozen=True, slots=True)
class Core:
    """A noun group before its preposition is known: tokens `first` to `last`, the head, and the run of names in it."""

    first: int
    last: int
    head: int
    name: tuple[int, int] | None


def core(tokens: Sequence[Token], start: int) -> Core | None:
    """Determiner? modifiers* nouns+ from `start`; None where no noun follows."""
    if _is_year(tokens, start):
        return None
    at = start
    while at < len(tokens) and tokens[at].tag in DETERMINERS:
        at += 1
    after_determiner = at
    at = _skip_modifiers(tokens, at)
    nouns_from = at
    while at < len(tokens) and _continues_nouns(tokens, nouns_from, at):
        at += 1
    if at == nouns_from:
        if at > after_determiner and tokens[at - 1].text[0].isupper() and tokens[at - 1].tag == "ADJ(A)":
            return Core(start, at - 1, at - 1, None)  # an adjective used as a noun
        return None
    return _with_head(tokens, start, nouns_from, at - 1)


def _is_year(tokens: Sequence[Token], at: int) -> bool:
    """seit 1999 | Mitglied, hat 2014 | Sanktionen verhängt: behind a word of time or a finite verb a number of that size is a
    year, and counts nothing."""
    number = tokens[at].text if at < len(tokens) and tokens[at].tag == "CARD" else ""
    return bool(_YEAR.fullmatch(number)) and at > 0 and (tokens[at - 1].low in _SINCE or tokens[at - 1].is_finite)


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
            or _tells_when(tokens, at)
        ):
            at += 1
        elif token.tag in ("KON", "$,") and at > 0 and tokens[at - 1].tag in ("ADJ(A)", "TRUNC") and following is not None:
            if following.tag != "ADJ(A)" and tokens[at - 1].tag != "TRUNC":
                break
            at += 1
        else:
            break
    return at


def _tells_when(tokens: Sequence[Token], at: int) -> bool:
    """der heute 53-Jährige: an adverb between the article and a noun that was an adjective."""
    return 0 < at < len(tokens) - 1 and [t.tag for t in tokens[at - 1 : at + 2]] == ["ART", "ADV", "NNA"]


def _modifier_or_noun(token: Token | None) -> bool:
    return token is not None and (token.tag in _BEFORE_NOUN or token.is_noun)


def _continues_nouns(tokens: Sequence[Token], start: int, at: int) -> bool:
    token = tokens[at]
    if at == start:
        return token.is_noun
    before = tokens[at - 1]
    if token.alone and before.tag == "NE" and _ends_person(tokens, start, at - 1):  # gestern kritisierte Anna Kern | Peru
        return False
    if before.whole and token.whole:  # dass Oslo Kiew Waffen liefert; but Minister Israel Katz
        return at - start > 1 and tokens[at - 2].tag == "NN" and tokens[at - 2].low.endswith(_OFFICES)
    if _is_complete(tokens, start, at):
        return False
    if before.lemma.lower() in TIME_NOUNS and not token.text[0].isdigit() and token.lemma.lower() not in TIME_NOUNS:
        return False
    if token.tag == "CARD" and before.lemma.lower() in TIME_NOUNS:
        counts = (
            at + 1 < len(tokens) and tokens[at + 1].is_noun and tokens[at - 2].tag in ("ADJ(A)", "CARD")
        )  # im vergangenen Jahr | 2000 Afghanen
        return not counts
    if before.tag == "CARD" and at - start > 1 and tokens[at - 2].lemma.lower() in TIME_NOUNS:  # bis März 2010 | Ministerin
        return False
    if in_second_name(tokens, start, at):
        return True
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
    if token.tag == "NE" and (_is_apart(tokens, start, at) or (token.opens_person and _is_nobody(tokens, at - 1))):
        return False
    if before.lemma.lower() in _MEASURES and at - 2 >= 0 and _counts(tokens[at - 2]):
        return token.tag != "NE"  # 24 Milliarden Dollar, eine Gruppe Soldaten
    called = before.lemma.lower().endswith(_OFFICES) and len(token.text) <= _LONG_NAME and not _is_in_dictionary(token.text)
    return called or not (before.is_noun and token.tag in ("NN", "NNA") and _is_common(token.text))


def _ends_person(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Whether a person's name may end with the token `last`: a given name or an office stands before it."""
    given = any(tokens[i].opens_person for i in range(start, last))
    return given or (last > start and tokens[last - 1].tag == "NN" and tokens[last - 1].low.endswith(_OFFICES))


def _is_complete(tokens: Sequence[Token], start: int, at: int) -> bool:
    """die Ukraine | Taurus, dass die EU | Ungarn, in Doha | Ismail Hanija: a known name is whole behind its article, and in
    front of a person's."""
    before, token = tokens[at - 1], tokens[at]
    if not before.whole or token.tag != "NE" or _is_genitive(before.text):
        return False
    article = at - start == 1 and start > 0 and tokens[start - 1].tag == "ART"
    return token.opens_person or (article and not before.text.isupper())  # but der SC Freiburg


def _is_apart(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the name at `at` is a genitive of the noun before it, or begins anew behind a genitive."""
    before, token = tokens[at - 1], tokens[at]
    given_name = at + 1 < len(tokens) and tokens[at + 1].tag == "NE"  # Generalsekretär Jens …
    if before.tag in ("NN", "NNA") and _is_genitive(token.text) and not given_name:
        return True
    owned = at - start == 1 and start > 0 and tokens[start - 1].tag == "NE" and tokens[start - 1].low.endswith("s")
    if before.low.endswith(_RELATIONAL) and not owned and _ends_in_genitive(tokens, at):  # Anhänger | Saddam Husseins
        return not _is_bare_office(tokens, start, at)  # but Norwegens Minister Ulrich Harms
    if (
        before.tag == "NN"
        and before.low.endswith(_ABSTRACT)
        and not before.low.endswith(_BODIES)
        and _ends_in_genitive(tokens, at)
    ):
        return True  # die Handlungsweise | Kosulins
    behind = before.tag == "NE" and at - start == 1 and tokens[start - 1].low == "des"
    return behind and _is_genitive(before.text)  # der Präsident des Iran(s) | Masud …


def _is_bare_office(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Regierungssprecher Robert Gibbs: an office without article is a title; with a genitive it has one."""
    modified = start > 0 and tokens[start - 1].tag in (*DETERMINERS, "ADJ(A)", "APPRART")
    return at - start == 1 and not modified and tokens[at].opens_person and tokens[start].low.endswith(_OFFICES)


def _is_nobody(tokens: Sequence[Token], at: int) -> bool:
    """der Sprecher des Ministeriums | Paul Kern, die Ministerin für Justiz | Anna Koch: a person's name behind what is no
    person is not its name, where the words in front are an office held in it or for it."""
    noun = tokens[at]
    first = at
    while first > 0 and tokens[first - 1].tag in (*DETERMINERS, "ADJ(A)"):
        first -= 1
    hangs = tokens[first].low in _OF_IT or (first > 0 and tokens[first - 1].low == "für")
    office = tokens[first - 1 - (tokens[first - 1].low == "für")] if first > 1 else None
    bare = noun.tag in ("NN", "NNA") and not noun.low.endswith((*_PERSONS, *_NAMED_BANDS))
    behind = office is not None and (office.low.endswith(_OFFICES) or not office.low.endswith(_PERSONS))
    return (bare or noun.whole) and hangs and behind and office is not None and office.is_noun


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
    return (
        word.endswith("s")
        and "-" not in word
        and not word.endswith(("ss", "us", "is", "os", "as", "es"))
        and len(word) > _SHORT_NAME
    )


@lru_cache(1 << 15)
def _is_common(word: str) -> bool:
    """Whether a word tagged as a noun is one: the tagger calls many unknown names nouns."""
    lemma = simplemma.lemmatize(word, "de")
    if word.endswith("s") and lemma == word[:-1]:  # Reuters: an s may be part of the name
        return False
    return lemma != word or simplemma.is_known(word, "de") or "-" in word or len(word) > 14  # long ones are compounds


def _head_of_name(tokens: Sequence[Token], first: int, last: int) -> int:
    """Sicherheitsrat der Vereinten Nationen: what stands before the genitive inside a name; else the last word."""
    inner = (i for i in range(first, last) if tokens[i + 1].low in _INSIDE_NAMES and tokens[i].text[0].isupper())
    return next(inner, last)


@lru_cache(1 << 14)
def _is_in_dictionary(word: str) -> bool:
    """Whether a dictionary has the word as a noun: what it has as a verb or adjective only ("Toure") is a name here."""
    return simplemma.is_known(word, "de") and simplemma.lemmatize(word, "de")[:1].isupper()


def _with_head(tokens: Sequence[Token], start: int, first: int, last: int) -> Core:
    commons = [i for i in range(first, last + 1) if tokens[i].tag in ("NN", "NNA", "NNI") or is_office(tokens[i])]
    names = [i for i in range(first, last + 1) if tokens[i].tag in ("NE", "FM") and not is_office(tokens[i])]
    if commons[:1] == [first + 1] and names[:1] == [first] and _is_acronym(tokens[first]):  # US Botschaft, NATO General X
        return Core(start, last, commons[0], (names[1], names[-1]) if len(names) > 1 else None)
    head = commons[0] if commons and (not names or commons[0] < names[0]) else _head_of_name(tokens, first, last)
    if names and commons and names[0] < commons[-1] == last and not _is_common(tokens[last].text):
        names.append(last)  # Sprecher Toby Lanzer: the tagger calls the surname a noun
    counted = tokens[head].lemma.lower() in _MEASURES and len(commons) > 1
    if counted and tokens[commons[-1]].lemma.lower() not in _CURRENCIES:  # zwei Millionen Flüchtlinge
        return Core(start, last, commons[-1], None)
    if not names and len(commons) > 1 and not counted:  # a name the tagger does not know, after its title
        return Core(start, last, head, (commons[1], last))
    return Core(start, last, head, (names[0], names[-1]) if names else None)
