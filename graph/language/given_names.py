"""Persons in a sentence by their given names: "Olli Rehn", "Anna-Lena Berg", "Paul B. Kirch", "Karim bin Salaman".

A surname is any word, and to a tagger mostly a noun; what shows it is the given name before it. A common noun may stand
there too ("bat Angela Journalisten um Geduld"), so a word that a dictionary has as a noun counts only where no object can
stand: the place before the given name tells.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import simplemma

from .tokens import Token

_INITIAL: Final = re.compile(r"[A-ZÄÖÜ]\.?")
_ARTICLED: Final = re.compile(r"(?:a[a-z]{1,3}|el|ul|ud|ed)-\w+")  # al-Assad, asch-Scharaa: the article joins the name
_LINKS: Final = frozenset(
    {"von", "van", "bin", "ibn", "bint", "al", "el", "ul", "ben", "de", "del", "della", "di", "da", "dos", "ter"}
)
_LINKED_ARTICLES: Final = frozenset({"der", "den", "de", "la", "las", "los"})  # behind a link: van der Bellen, de la Cruz
_GERMAN_LINKS: Final = frozenset({"von", "da"})  # words of German too
_SAINTS: Final = frozenset({"San", "Santa", "Santo", "São", "Sankt", "Saint", "St.", "St", "Port"})  # San Antonio is a town
_TITLES: Final = frozenset({"Kardinal", "Professor", "Graf", "Freiherr", "Prinz", "Bischof", "Pascha", "Senior", "Junior"})
_NOUNS: Final = frozenset({"NN", "NNA", "NNI"})
_NAMES: Final = frozenset({"NE", "FM", "XY"})
_MODIFIERS: Final = frozenset({"ART", "ADJ(A)", "CARD", "PDAT", "PIAT", "PPOSAT", "APPRART"})  # what follows is a noun
_INTRODUCE: Final = frozenset({"KON", "APPR", "APPRART"})  # no object stands two words behind one of these
_LONGEST: Final = 4  # given names and initials of one person: Jean Marie B. Claude
_SHORTEST: Final = 5  # letters of a noun at the end of a compound; shorter ones end too many names ("-au", "-dorf")


@dataclass(frozen=True, slots=True)
class GivenNames:
    """`all` given names, and the `doubtful` ones of them, which are words or surnames as well (Rose, Mark, Will, Abbas)."""

    all: frozenset[str] = field(default=frozenset())
    doubtful: frozenset[str] = field(default=frozenset())

    def persons(self, tokens: Sequence[Token]) -> Iterator[range]:
        """The tokens of each person who is named with given name and surname."""
        at = 0
        while at < len(tokens):
            last = self._person(tokens, at) if self._is_given(tokens[at].text) else None
            if last is not None:
                yield range(at, last + 1)
            at = at + 1 if last is None else last + 1

    def _is_given(self, word: str) -> bool:
        return word in self.all or ("-" in word and all(part in self.all for part in word.split("-")))

    def _person(self, tokens: Sequence[Token], first: int) -> int | None:
        """Where the person ends whose first given name stands at `first`; None where no surname follows."""
        at = first + 1
        while at < min(len(tokens) - 1, first + _LONGEST) and self._goes_on(tokens, at):
            at += 1
        doubtful = at - first == 1 and self._is_doubtful(tokens[first].text)
        for last in (_behind_links(tokens, at), at, at - 1):  # Michael Jackson: what may be a second given name is the surname
            if first < last < len(tokens) and _is_surname(tokens, first, last):
                return last if not (doubtful and _is_word(tokens, first, last)) else None
        return None

    def _goes_on(self, tokens: Sequence[Token], at: int) -> bool:
        after = tokens[at + 1].text
        small = after in _LINKS or _ARTICLED.fullmatch(after) is not None
        initial = _INITIAL.fullmatch(tokens[at].text) is not None
        return (initial or self._is_given(tokens[at].text)) and (after[0].isupper() or small)

    def _is_doubtful(self, word: str) -> bool:
        """Andris may be the genitive of Andri."""
        return word in self.doubtful or (word[-1] == "s" and word[:-1] in self.all)


def _behind_links(tokens: Sequence[Token], at: int) -> int:
    """The word behind "von der", "bin" and the like, for a surname; `at` itself where none stand there."""
    end = at
    if end < len(tokens) and tokens[end].text in _LINKS:
        end += 1
        while end < len(tokens) and tokens[end].text in _LINKED_ARTICLES:
            end += 1
    return end


def _is_surname(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the word at `at` can be the surname of the person who is named from `first` on. A German link counts behind
    a single given name only, for two may be a whole name: "befreit wurde Peter Georg von der Polizei"."""
    word = tokens[at]
    if _ARTICLED.fullmatch(word.text):
        return True
    if not _could_name(word) or (first and tokens[first - 1].text in _SAINTS):
        return False
    if any(t.text in _GERMAN_LINKS for t in tokens[first:at]):
        return tokens[first + 1].text in _GERMAN_LINKS and not (word.text.isupper() or simplemma.is_known(word.text, "de"))
    if word.tag in _NAMES:
        return True
    head = word.text.rpartition("-")[2]
    if head != word.text and simplemma.is_known(head, "de"):
        return False  # das Robert Koch-Institut
    return word.tag not in _NOUNS or _is_free(tokens, first, at) or not _is_noun(word.text)


def _could_name(word: Token) -> bool:
    acronym = word.text.isupper() and len(word.text) > 2
    return word.text[0].isupper() and word.tag != "CARD" and not acronym and word.text not in _TITLES


def _is_free(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether no object is likely at `at`: behind a title ("Produktionschef Michael Macht"); in a list, behind a preposition
    or before the verb unless the noun is inflected; elsewhere only for nouns that seldom lack an article ("Pflüger") or
    that an explanation follows."""
    if first == 0:  # in front of the verb there is room for one constituent: "Karl Platter, der Minister, sagte …"
        return True
    before = tokens[first - 1].tag
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if before in _NOUNS or (before.startswith("$") and after is not None and after.is_finite):
        return True
    if simplemma.lemmatize(tokens[at].text, "de") != tokens[at].text:
        return False
    explained = after is not None and after.text in (",", "(")
    return before.startswith("$") or before in _INTRODUCE or explained or tokens[at].text.endswith("er")


def _is_noun(word: str) -> bool:
    """Whether a dictionary has the word, or its end as an inflected noun: "Waffenlieferungen" is no surname."""
    if simplemma.is_known(word, "de"):
        return True
    tails = (word[i:].capitalize() for i in range(2, len(word) - _SHORTEST + 1))
    return any(simplemma.is_known(t, "de") and _is_inflected(t) for t in tails)


def _is_inflected(noun: str) -> bool:
    lemma = simplemma.lemmatize(noun, "de")
    return lemma != noun and lemma[0].isupper()


def _is_word(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether a doubtful given name is the word that it is spelt like: before a word of the dictionary or a genitive,
    behind an article, or where a sentence begins and the tagger sees no noun ("Will Steinmeier gehen?")."""
    opens = first == 0 or tokens[first - 1].tag.startswith("$")
    lost = opens and tokens[first].tag not in _NOUNS | _NAMES
    modified = first > 0 and tokens[first - 1].tag in _MODIFIERS
    noun = tokens[first].tag in _NOUNS and tokens[at].text.endswith("s")  # Tore Podolskis
    return lost or modified or noun or simplemma.is_known(tokens[at].text, "de")
