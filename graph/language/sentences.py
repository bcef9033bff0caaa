"""Where sentences begin and end: simplemma's splitter, its pieces found again in the text, its errors mended.

It joins what German abbreviations, ordinals and quotation marks cut apart, and cuts at line ends.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import simplemma

from ..model import Sentence, Span

# A piece that ends in one of these goes on in the next: initials, ordinals before a noun, abbreviations.
_OPEN_END = re.compile(
    r"(?:^|[\s(„\"])(?:\d{1,2}|[A-ZÄÖÜ]|Dr|Prof|St|Nr|Mio|Mrd|Abs|Art|Gen|Lt|bzw|ca|vgl|evtl|ggf|sog|inkl|z\. ?B|u\. ?a|d\. ?h|"
    r"Jan|Feb|Aug|Sept|Okt|Nov|Dez|Mr|Mrs|Ms|Jr|Sr|gest|geb|etc|usw)\.$"
)
_CLOSING_ONLY = re.compile(r"^[\s\"“”»«›‹’'‘)\]]+$")
# Where a quotation ends with its sentence and another one begins: …“ Sie fuhr fort: …
_QUOTED_END = re.compile(r"(?<=[^\W\d_]{3})[.!?][“”\"«]\s+(?=[A-ZÄÖÜ„»][^\W\d]*\s)")
_LONGEST = 2_000  # characters, some 300 words; the longest sentences of news have half of it
_LINE = re.compile(r"[^\n]+")


@lru_cache(2)  # an article is read as often as it is asked for its sentences: by its claims, and by what is made of them
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; white space around them is left out.

    >>> [s.span.of("Am 3. Mai kam er. Sie ging.") for s in sentences("Am 3. Mai kam er. Sie ging.")]
    ['Am 3. Mai kam er.', 'Sie ging.']
    """
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        spans.extend(_in_line(text, line.start(), line.end()))
    whole = (part for span in spans for part in _after_quotations(text, span))
    bounded = (part for span in whole for part in _bounded(text, span))
    return tuple(Sentence(i, span) for i, span in enumerate(bounded))


def _after_quotations(text: str, span: Span) -> Iterator[Span]:
    """A sentence cut where a quotation in it ends with a full stop and words with a capital go on."""
    start = span.start
    for end in _QUOTED_END.finditer(text, span.start, span.end):
        yield _trimmed(text, Span(start, end.end()))
        start = end.end()
    yield _trimmed(text, Span(start, span.end))


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """A sentence of more than `_LONGEST` characters (a table, a list without end) in parts, cut behind commas or words, so
    that the time it takes grows with its length and not with the square of it."""
    start = span.start
    while span.end - start > _LONGEST:
        window = text[start : start + _LONGEST]
        mark = max(window.rfind(m, _LONGEST // 2) for m in (", ", "; ", " und "))
        cut = start + (mark if mark > 0 else max(window.rfind(" "), _LONGEST // 2)) + 1
        yield _trimmed(text, Span(start, cut))
        start = cut
    yield _trimmed(text, Span(start, span.end))


def _in_line(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    at = start
    for piece in simplemma.split_sentences(text[start:end], "de"):
        found = text.find(piece, at, end)
        if found < 0:  # the splitter changed white space inside: take the rest of the line as one sentence
            found, piece = at, text[at:end]
        stop = found + len(piece)
        if spans and _belongs_to(text[spans[-1].start : spans[-1].end], piece):
            spans[-1] = Span(spans[-1].start, stop)
        elif piece.strip():
            spans.append(Span(found, stop))
        at = stop
    return [_trimmed(text, span) for span in spans]


def _belongs_to(before: str, piece: str) -> bool:
    begins_low = piece[:1].islower()
    return bool(_OPEN_END.search(before)) or bool(_CLOSING_ONLY.match(piece)) or begins_low


def _trimmed(text: str, span: Span) -> Span:
    words = text[span.start : span.end]
    left = len(words) - len(words.lstrip())
    return Span(span.start + left, span.start + max(left, len(words.rstrip())))
