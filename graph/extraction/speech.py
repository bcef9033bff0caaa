"""Stretches of reported speech as spans: what is quoted, who speaks, which word says so.

Direct speech stands between quotation marks; indirect speech is the clause below a verb of saying; free indirect speech
is a Konjunktiv sentence that goes on with the speech before it, several of them one stretch.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link
from ..model import Span, Speech, SpeechType, Step
from .attribution import Attributions

_QUOTED: Final = re.compile(r"[„“\"»]([^„“”\"«»]{2,}?)[“”\"«]")
_LONG: Final = 3  # words; shorter quotations are mostly names and titles, which nobody says


def speeches(analysis: Analysis, text: str, attributions: Attributions) -> tuple[Speech, ...]:
    """The speech of one sentence, in the order of the text."""
    found = [*_direct(analysis, text, attributions), *_indirect(analysis, attributions)]
    return tuple(sorted(found, key=lambda s: (s.content[0].start, s.type)))


def _direct(analysis: Analysis, text: str, attributions: Attributions) -> Iterator[Speech]:
    begin = analysis.sentence.span.start
    for match in _QUOTED.finditer(analysis.sentence.span.of(text)):
        content = Span(begin + match.start(1), begin + match.end(1))
        if len(match[1].split()) >= _LONG:
            step = _innermost(_steps_at(analysis, attributions, content))
            yield Speech((content,), SpeechType.DIRECT, _speaker(step), step.cue if step is not None else None)


def _steps_at(analysis: Analysis, attributions: Attributions, span: Span) -> tuple[Step, ...]:
    """The chain of the clause that the span begins in, or what that clause itself says."""
    for clause in analysis.clauses:
        if any(span.covers(analysis.tokens[i].span) for i in clause.tokens[:2]):
            return attributions.chain(clause)
    for clause in analysis.clauses:
        if any(span.covers(analysis.tokens[i].span) for i in clause.tokens):
            return attributions.chain(clause) or attributions.said_by(clause)
    return ()


def _indirect(analysis: Analysis, attributions: Attributions) -> Iterator[Speech]:
    for clause in analysis.clauses:
        if clause.quoted or clause.verb is None or clause.kind is ClauseKind.RELATIVE:
            continue
        chain = attributions.chain(clause)
        own = _says_it(analysis, attributions, clause)
        if own and chain:
            free = clause.link is not Link.COMPLEMENT and not any(
                c.parent == clause.index and c.link is Link.INSERT for c in analysis.clauses
            )
            step = chain[-1]
            kind = SpeechType.FREE if free and step in attributions.running.chain else SpeechType.INDIRECT
            yield Speech((_whole(analysis, clause),), kind, _speaker(step), step.cue)


def _says_it(analysis: Analysis, attributions: Attributions, clause: Clause) -> bool:
    """Whether the clause is the top of a stretch: its parent, if any, is the clause of saying."""
    if clause.parent is None or clause.link in (Link.COORDINATE, Link.NONE):
        return True
    return clause.link is Link.COMPLEMENT and bool(attributions.said_by(analysis.clauses[clause.parent]))


def _whole(analysis: Analysis, clause: Clause) -> Span:
    """The clause with all that hangs on it, inserts left out."""
    members = {clause.index}
    for other in analysis.clauses:
        if other.parent in members and other.link not in (Link.INSERT, Link.COORDINATE):
            members.add(other.index)
    spans = [analysis.clause_span(analysis.clauses[i]) for i in members]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _innermost(chain: Iterable[Step]) -> Step | None:
    steps = tuple(chain)
    return steps[-1] if steps else None


def _speaker(step: Step | None) -> Span | None:
    return step.source.mention if step is not None and step.source is not None else None
