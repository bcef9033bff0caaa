"""Where sentences begin and end: simplemma's splitter, its pieces found again in the text, its errors mended.

It joins what German abbreviations, ordinals and quotation marks cut apart, and cuts at line ends.
"""

import re

import simplemma

from ..model import Sentence, Span

# A piece that ends in one of these goes on in the next: initials, ordinals before a noun, abbreviations.
_OPEN_END = re.compile(
    r"(?:^|[\s(„\"])(?:\d{1,2}|[A-ZÄÖÜ]|Dr|Prof|St|Nr|Mio|Mrd|Abs|Art|Gen|Lt|bzw|ca|vgl|evtl|ggf|sog|inkl|z\. ?B|u\. ?a|d\. ?h|"
    r"Jan|Feb|Aug|Sept|Okt|Nov|Dez|Mr|Mrs|Ms|Jr|Sr|gest|geb|etc|usw)\.$"
)
_CLOSING_ONLY = re.compile(r"^[\s\"“”»«›‹’'‘)\]]+$")
_LINE = re.compile(r"[^\n]+")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; white space around them is left out.

    >>> [s.span.of("Am 3. Mai kam er. Sie ging.") for s in sentences("Am 3. Mai kam er. Sie ging.")]
    ['Am 3. Mai kam er.', 'Sie ging.']
    """
    spans: list[Span] = []
    for line in _LINE.finditer(text):
        spans.extend(_in_line(text, line.start(), line.end()))
    return tuple(Sentence(i, span) for i, span in enumerate(spans))


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
