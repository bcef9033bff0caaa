"""How many of what a sentence tells: numbers in digits and words, how sure they are, and what is counted.

    >>> [(q.low, q.high, q.bound, q.unit, q.kind) for q in quantities("Mindestens zwölf Menschen wurden getötet.", "de")]
    [(12, 12, 'at-least', 'Menschen', 'killed')]

Numbers in words are read by text2num. Years, days, ordinals, lengths of time and numbers of nothing are passed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import simplemma
from text_to_num import find_numbers

from .amount_words import AmountWords, amount_words

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*(?:-\w+|[^\W\d_]\w*)?|[^\W\d_]\w*(?:-\w+)*-?|\S")
_DIGITS: Final = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS: Final = {"de": (".", ","), "en": (",", ".")}  # between thousands, before decimals
_YEARS: Final = range(1500, 2101)
_ADJECTIVE: Final = re.compile(r"[a-zäöüß-]+(?:e|en|er|es|em)")
_ADJECTIVES: Final = 3  # at most between a number and its noun
_TENFOLD: Final = 10


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount: `low` to `high`, the same where it is one number. `bound` is exact, about, at-least, at-most or between.

    `unit` is the noun that is counted, `kind` what tells it from other amounts: killed, injured, euro, else its lemma.
    `text` is where all of it stands, from the number to the noun.
    """

    low: float
    high: float
    bound: str
    unit: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class _Number:
    """A number at some tokens, the end left out; `scaled` by a word such as Million."""

    start: int
    end: int
    low: float
    high: float
    bound: str = "exact"
    scaled: int = 1


@dataclass(frozen=True, slots=True)
class _Word:
    """A token as text2num wants it."""

    word: str

    def text(self) -> str:
        return self.word

    def nt_separated(self, _previous: "_Word") -> bool:
        return False

    def not_a_number_part(self) -> bool:
        return not self.word[:1].isalpha()


def quantities(sentence: str, language: str) -> tuple[Quantity, ...]:
    """All amounts of a sentence in their order."""
    return tuple(_Reading(sentence, language if language in _THOUSANDS else "en").quantities())


class _Reading:
    def __init__(self, sentence: str, language: str) -> None:
        self.sentence, self.language = sentence, language
        self.spans = [match.span() for match in _TOKEN.finditer(sentence)]
        self.tokens = [sentence[start:end] for start, end in self.spans]
        self.low = [token.lower() for token in self.tokens]
        self.words: AmountWords = amount_words(language)

    def quantities(self) -> Iterator[Quantity]:
        numbers = [self._bounded(number) for number in self._joined(self._numbers())]
        for place, number in enumerate(numbers):
            unit = self._unit(number)
            if unit is None or self._passed_over(number):
                continue
            start, end = self.spans[min(number.start, unit)][0], self.spans[max(number.end - 1, unit)][1]
            before = numbers[place - 1].end if place else 0
            after = numbers[place + 1].start if place + 1 < len(numbers) else len(self.tokens)
            kind = self._kind(unit, before, after)
            yield Quantity(
                _plain(number.low), _plain(number.high), number.bound, self.tokens[unit], kind, self.sentence[start:end]
            )

    def _numbers(self) -> list[_Number]:
        found = [*self._in_digits(), *self._vague(), *self._in_words()]
        found.sort(key=lambda number: (number.start, -number.end))
        return [each for at, each in enumerate(found) if not any(other.end > each.start for other in found[:at])]

    def _in_digits(self) -> Iterator[_Number]:
        for at, token in enumerate(self.tokens):
            value = self._value(token, at) if _DIGITS.fullmatch(token) else None
            if value is not None:
                scale = self.words.scales.get(self.low[at + 1], 1) if at + 1 < len(self.tokens) else 1
                yield _Number(at, at + 1 + (scale > 1), value * scale, value * scale, scaled=scale)

    def _value(self, token: str, at: int) -> float | None:
        """What digits mean; None for ordinals, times, versions and the like."""
        thousands, decimals = _THOUSANDS[self.language]
        follows = self.tokens[at + 1 : at + 3]
        if follows[:1] == ["."] and len(follows) == 2 and self.spans[at][1] == self.spans[at + 1][0]:
            return None
        whole, _, rest = token.partition(decimals)
        groups = whole.split(thousands)
        if decimals in rest or any(len(group) != 3 for group in groups[1:]) or (len(groups) > 1 and len(groups[0]) > 3):
            return None
        return float("".join(groups) + (f".{rest}" if rest else ""))

    def _vague(self) -> Iterator[_Number]:
        """Hunderte, mehrere tausend, ein Dutzend: from two of them to one short of ten, or some dozens."""
        words = self.words
        for at, word in enumerate(self.low):
            for length in range(1, words.longest + 1):
                if one := words.vague.get(" ".join(self.low[at : at + length])):
                    yield _Number(at, at + length, 2 * one, _TENFOLD * one - 1)
            before = self.low[at - 1] if at else ""
            one = 12 if words.multiplied.get(word) == "dozens" else words.scales.get(word, 100 if word == "hundert" else 0)
            if one and words.multiplied.get(before) == "several":
                yield _Number(at - 1, at + 1, 2 * one, _TENFOLD * one - 1)
            elif one and words.multiplied.get(word) == "dozens":
                times = self._times(before, at - 1)
                yield _Number(at - 1 if times else at, at + 1, (times or 1) * one, (times or 1) * one)

    def _times(self, word: str, at: int) -> float | None:
        """What the word before Dutzend means."""
        if self.words.multiplied.get(word) == "half":
            return 0.5
        return self._value(word, at) if _DIGITS.fullmatch(word) else _in_word(word, self.language)

    def _in_words(self) -> Iterator[_Number]:
        """What text2num finds; a single `ein` is an article."""
        for found in find_numbers([_Word(token) for token in self.low], self.language, 0.0):
            if not found.is_ordinal and found.value > 1 and all(t[:1].isalpha() for t in self.tokens[found.start : found.end]):
                scale = self.words.scales.get(self.low[found.end - 1], 1)
                yield _Number(found.start, found.end, found.value, found.value, scaled=scale)

    def _joined(self, numbers: Sequence[_Number]) -> list[_Number]:
        """Numbers with those between which they range: drei bis vier Millionen."""
        found: list[_Number] = []
        for number in numbers:
            last = found[-1] if found else None
            if last and last.end == number.start - 1 and self._ranges(last, self.low[last.end]):
                low = last.low * number.scaled if last.scaled == 1 and last.low < number.scaled else last.low
                if low < number.high:
                    found[-1] = replace(number, start=last.start, low=low, bound="between")
                    continue
            found.append(number)
        return found

    def _ranges(self, first: _Number, word: str) -> bool:
        between = first.start > 0 and self.words.multiplied.get(self.low[first.start - 1]) == "between"
        return self.words.multiplied.get(word) == "range" and (between or word not in ("und", "and"))

    def _bounded(self, number: _Number) -> _Number:
        """With what stands before it; a vague number is a range by itself."""
        if number.bound == "exact" and number.low != number.high:
            number = replace(number, bound="about")
        for length in range(self.words.longest, 0, -1):
            before = " ".join(self.low[max(0, number.start - length) : number.start])
            if bound := self.words.bounds.get(before):
                return replace(number, bound=bound)
        return number

    def _unit(self, number: _Number) -> int | None:
        """The token that is counted: a sign of money, else the noun that follows, after adjectives."""
        if number.start and self.low[number.start - 1] in ("$", "€", "£"):
            return number.start - 1
        nearest = None
        for at in range(number.end, min(number.end + _ADJECTIVES + 1, len(self.tokens))):
            token, low = self.tokens[at], self.low[at]
            if low in self.words.kinds or low in self.words.people:
                return at
            if self.language == "de" and token[:1].isupper():
                return at
            if not token[:1].isalpha() or (self.language == "de" and not _ADJECTIVE.fullmatch(token)):
                break
            nearest = at if nearest is None else nearest
        return nearest if self.language == "en" else None

    def _passed_over(self, number: _Number) -> bool:
        lists = self.words.passed_over
        after = self.low[number.end] if number.end < len(self.low) else ""
        before = self.low[number.start - 1] if number.start else ""
        counted = after in self.words.people or after in self.words.kinds
        plain = number.end - number.start == 1 and len(self.tokens[number.start]) == 4  # 2000 and not 2.000
        year = plain and number.low in _YEARS and not counted
        return year or lists.get(after) == "after" or lists.get(before) == "before"

    def _kind(self, unit: int, before: int, after: int) -> str:
        low = self.low[unit]
        if kind := self.words.kinds.get(low):
            return kind
        if low in self.words.people:
            nearest = (self._fate(unit + 1, after), self._fate(before, unit), self._fate(after, len(self.tokens)))
            if fate := next(filter(None, nearest), None):
                return fate
        return str(simplemma.lemmatize(self.tokens[unit], self.language)).lower()

    def _fate(self, start: int, end: int) -> str | None:
        """What became of them, by the first word between two tokens that tells it."""
        for at in range(start, end):
            rest = " ".join(self.low[at:end])
            if fate := next((fate for phrase, fate in self.words.fates.items() if rest.startswith(phrase)), None):
                return fate
        return None


def _plain(number: float) -> float:
    return int(number) if number == int(number) else number


def _in_word(word: str, language: str) -> float | None:
    found = find_numbers([_Word(word)], language, 0.0) if word else []
    return found[0].value if found and not found[0].is_ordinal else None
