"""Which quotations are speech, and whose: titles, names and words used with a wink stand between the same marks.

Long quotations are speech; short ones are when they stand within somebody's indirect speech or begin low and hang on a
subject. A run of capitalised words is a name.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..model import Sentence, Span, Speech, SpeechType
from .overlaps import Overlaps
from .quotations import Quotation
from .sayings import Saying, Sayings

_LONG: Final = 7  # words; nineteen of twenty quotations this long are speech
_TITLE: Final = 4  # letters; shorter words stand low in a title
_MOSTLY: Final = 0.6  # share of a stretch that makes it a part of another
_TERMINAL: Final = frozenset(".!?…,")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with what is said in it."""

    sentence: Sentence
    finder: Sayings
    sayings: tuple[Saying, ...]


def mostly_within(content: Sequence[Span], around: Iterable[Span]) -> bool:
    """Whether most of the stretch stands in the spans `around`."""
    length = sum(s.end - s.start for s in content)
    shared = sum(_common(s, a) for a in around for s in content)
    return shared >= _MOSTLY * length


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


class DirectSpeech:
    """Judges the quotations of one article by the sentences that they stand in."""

    def __init__(self, text: str, said: Sequence[Said]) -> None:
        self.text, self.said, self.places = text, said, Overlaps(s.sentence.span for s in said)

    def is_speech(self, quotation: Quotation) -> bool:
        """Whether somebody says the words, and they are no name."""
        words = quotation.inner.of(self.text).split()
        if not words or not any(c.isalpha() for c in words[0]):
            return len(words) >= _LONG
        inside = self._within(quotation) is not None
        if _is_name(words):
            return self._introduced(quotation) and words[-1][-1] in _TERMINAL
        if words[0][0].islower():
            return inside or len(words) > 1
        return len(words) >= _LONG or (len(words) > 2 and (inside or self._introduced(quotation)))

    def _introduced(self, quotation: Quotation) -> bool:
        """A colon before the quotation, or a full sentence in it."""
        at = quotation.outer.start
        while at and self.text[at - 1].isspace():
            at -= 1
        return self.text[max(at - 1, 0) : at] == ":" or self.text[quotation.inner.end - 1] in _TERMINAL

    def speech(self, quotation: Quotation) -> Speech:
        """The quotation with who says it, by what its sentences say; no speaker where they do not tell."""
        saying = self._within(quotation)
        if saying is not None:
            return Speech((quotation.inner,), SpeechType.DIRECT, saying.speaker, saying.cue)
        for said in self._around(quotation):
            if not quotation.outer.covers(said.sentence.span):
                speaker, cue = said.finder.speaker_about(quotation.outer)
                if speaker is not None:
                    return Speech((quotation.inner,), SpeechType.DIRECT, speaker, cue)
        return Speech((quotation.inner,), SpeechType.DIRECT)

    def _within(self, quotation: Quotation) -> Saying | None:
        """The narrowest saying that renders the quotation or a part of it."""
        inner = quotation.inner
        found = [
            saying
            for said in self._around(quotation)
            for saying in said.sayings
            if mostly_within((inner,), saying.content) or mostly_within(saying.content, (inner,))
        ]
        outside = [s for s in found if s.cue is None or not inner.covers(s.cue)]
        named = [s for s in outside if s.speaker is not None and not quotation.outer.covers(s.speaker)] or outside
        return min(named, key=lambda s: sum(c.end - c.start for c in s.content), default=None)

    def _around(self, quotation: Quotation) -> Iterator[Said]:
        return (self.said[i] for i in self.places.of(quotation.outer))


def _is_name(words: Sequence[str]) -> bool:
    """Every longer word begins with a capital."""
    return all(w[0].isupper() or not w[0].isalpha() or len(w) < _TITLE for w in words)
