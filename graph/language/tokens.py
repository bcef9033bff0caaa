"""Sentences into tagged tokens with HanTa."""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Final

from ..errors import DataFileError
from ..model import Span
from .kept import TYPES, Kept
from .lemmas import is_base_form, mended
from .searches import made_fast

_UNLIKELY: Final = 8  # log probability below the best tag; what lies further away is noise

_TOKEN = re.compile(
    r"""
      \d{1,2}\.(?=\s+[A-ZÄÖÜa-zäöü])                      # ordinals: 31. August
    | \d+(?:[.,:]\d+)*(?:-[^\W\d]\w*)*%?                   # numbers, 1.000,50, 5-Punkte-Plan
    | (?:z\.\s?B|d\.\s?h|u\.\s?a|Dr|Prof|St|Nr|Mio|Mrd|bzw|ca|vgl|evtl|ggf|usw|etc|Mr|Mrs|Jr|Sr)\.
    | (?:[A-ZÄÖÜ]\.){1,}(?=\s|-|$)                         # initials, U.S.
    | [IVX]{2,5}\.(?=[\s,;)]|$)                           # Elisabeth II.
    | [^\W\d_]\w*(?:['’](?=\w)\w+)?(?:[-‑/&][^\W_]\w*)*-?   # words, compounds with hyphens, Ost-
    | \.\.\.|…
    | ''                                                   # a quotation mark, as typewriters and wikis write it
    | \S
    """,
    re.VERBOSE,
)
_FINITE: Final = frozenset({"VV(FIN)", "VA(FIN)", "VM(FIN)", "VV(IMP)", "VA(IMP)"})
_NOUNS: Final = frozenset({"NN", "NE", "NNA", "NNI", "FM"})
_PLAIN = str.maketrans({"„": '"', "“": '"', "”": '"', "»": '"', "«": '"', "‚": "'", "‘": "'", "’": "'", "–": "-", "—": "-"})
_ONE_MARK: Final = {"''": '"'}


def words(text: str) -> tuple[str, ...]:
    """The words and marks of a text, cut as sentences are.

    >>> words("Downing Street 10, U.S.")
    ('Downing', 'Street', '10', ',', 'U.S.')
    """
    return tuple(m.group() for m in _TOKEN.finditer(text))


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark of a sentence: `index` counts from 0 within it, `tag` is STTS-like as HanTa gives it; `whole`: the
    word is known to be a whole name, `alone`: and nobody's surname; `opens_person`: it is the given name of a person
    named in full; `low`: the text in lower case, kept because rules ask for it twenty times a word."""

    index: int
    span: Span
    text: str
    tag: str
    lemma: str
    whole: bool = False
    alone: bool = False
    opens_person: bool = False
    low: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", self.text.lower())

    @property
    def is_finite(self) -> bool:
        return self.tag in _FINITE

    @property
    def is_verb(self) -> bool:
        return self.tag.startswith(("VV", "VA", "VM"))

    @property
    def is_noun(self) -> bool:
        return self.tag in _NOUNS


class Tagger:
    """HanTa for one language; `tokens` cuts and tags the text of one sentence."""

    def __init__(self, model: str = "morphmodel_ger.pgz") -> None:
        from HanTa.HanoverTagger import HanoverTagger  # loads numpy: only when something is read

        try:
            self._tagger: Any = HanoverTagger(model)
        except Exception as error:  # HanTa raises bare exceptions
            raise DataFileError(f"the tagger's model cannot be loaded: {error}", file=model) from error
        self._tags = made_fast(self._tagger)
        self._read = Kept[tuple[str, int], tuple[str, str]](self._reading)

    def tokens(self, text: str, offset: int = 0) -> tuple[Token, ...]:
        """The tokens of one sentence; `offset` is where it begins in the article's text."""
        found = [(offset + m.start(), offset + m.end(), _ONE_MARK.get(m.group(), m.group())) for m in _TOKEN.finditer(text)]
        if not found:
            return ()
        tagged = zip(found, self._tags([_plain(word) for _, _, word in found]), strict=True)
        read = [(start, end, word, self._read[word, number]) for (start, end, word), number in tagged]
        return tuple([Token(i, Span(start, end), word, tag, lemma) for i, (start, end, word, (tag, lemma)) in enumerate(read)])

    def _reading(self, tagged: tuple[str, int]) -> tuple[str, str]:
        """Tag and lemma of a word by the number of the tag."""
        word, number = tagged
        plain, tag = _plain(word), self._tagger.int2tag[number]
        lemma = word if _is_own_lemma(word, tag) else _lemma(word, self._tagger._analyze(plain, number)[0], tag)
        return _tag(plain, tag), lemma

    def retagged(self, token: Token, tag: str) -> Token:
        """The token with another tag and the lemma that goes with it."""
        lemma = token.text if _is_own_lemma(token.text, tag) else _lemma(token.text, self.lemma(token.text, tag), tag)
        return replace(token, tag=tag, lemma=lemma)

    def lemma(self, word: str, tag: str) -> str:
        """The lemma that a word has with a tag: `geliefert` as a participle is of `liefern`."""
        return str(self._tagger.analyze(word, pos=tag, taglevel=1)[0])

    @lru_cache(TYPES)  # noqa: B019 - one tagger lives as long as the process
    def can_be(self, word: str, tag: str) -> bool:
        """Whether `tag` is among the word's likely ones, out of context; participles in -iert are third persons as well."""
        return (tag == "VV(FIN)" and word.endswith("iert")) or any(
            t == tag for t, _ in self._tagger.tag_word(word, cutoff=_UNLIKELY)
        )

    @lru_cache(TYPES)  # noqa: B019 - one tagger lives as long as the process
    def likeliest(self, word: str) -> str:
        """The likeliest tag of a word, out of context."""
        return str(self._tagger.tag_word(word)[0][0])

    def morphemes(self, word: str, tag: str) -> tuple[tuple[str, str], ...]:
        """The parts of a word with their classes: `käme` → (käm, VV_VAR), (e, SUF_FIN)."""
        return tuple(self._tagger.analyze(word, pos=tag, taglevel=3)[1])


_MARKS = {",": "$,", ".": "$.", "!": "$.", "?": "$.", ";": "$.", ":": "$.", "…": "$.", "...": "$."}


def _plain(word: str) -> str:
    """A word as the tagger knows it: with the marks of a typewriter."""
    return word if word.isalnum() else word.translate(_PLAIN)


def _tag(plain: str, tag: str) -> str:
    if plain in _MARKS:
        return _MARKS[plain]
    if len(plain) == 1 and not plain.isalnum():
        return "$("
    return tag


def _is_own_lemma(word: str, tag: str) -> bool:
    """Names and acronyms stay as they are: HanTa's lemmas wreck them ("Usa")."""
    return tag in ("NE", "FM", "XY") or (word.isupper() and len(word) > 1)


def _lemma(word: str, lemma: str, tag: str) -> str:
    """HanTa's lemma, in today's spelling where it gives the one before 1996 ("Beschuß"); of a compound with hyphens, its
    last part's."""
    if tag == "NN" and "-" not in word:
        lemma = mended(word, lemma)
    if tag.startswith("NN") and "ss" in word and "ß" in lemma:
        lemma = lemma.replace("ß", "ss")
    front, mark, last = word.rpartition("-")
    if not mark or not last:
        return lemma
    tail = last if last[0].isupper() and tag == "NN" and is_base_form(last) else lemma.rpartition("-")[2]
    return f"{front}-{tail.capitalize() if last[0].isupper() else tail}"
