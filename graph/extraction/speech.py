"""Stretches of reported speech over a whole article: what is quoted, who speaks, which word says so.

Direct speech stands between quotation marks; indirect speech is what the sentences' sayings found; free indirect speech
is a Konjunktiv sentence that goes on with the speech before it, several of them one stretch; reported is a sentence
that only tells of something said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ..language.clause import Analysis
from ..model import Sentence, Span, Speech, SpeechType
from .attribution import Attributions
from .direct import DirectSpeech, Said, mostly_within
from .overlaps import Overlaps
from .quotations import Quotation, quotations
from .sayings import Saying, Sayings

_JOINING: Final = frozenset({"und", "oder", "aber", "sondern", "denn", "doch"})
_NEAR: Final = 1  # sentences; speech goes on in the next sentence, not after a gap


@dataclass(slots=True)
class SpeechCourse:
    """Gathers the sayings of an article sentence by sentence; `speech` puts them together."""

    text: str
    _said: list[Said] = field(default_factory=list)

    def add(self, analysis: Analysis, attributions: Attributions) -> None:
        """The next sentence."""
        sayings = Sayings(analysis, attributions)
        self._said.append(Said(analysis.sentence, sayings, sayings.found()))

    def speech(self) -> tuple[Speech, ...]:
        """All speech of the article, in the order of the text."""
        direct = DirectSpeech(self.text, self._said)
        spoken = [q for q in quotations(self.text) if direct.is_speech(q)]
        quoted = [direct.speech(q) for q in spoken]
        found = [*quoted, *self._rendered(spoken, quoted)]
        return tuple(_with_speakers(sorted(dict.fromkeys(found), key=_place)))

    def _rendered(self, spoken: Sequence[Quotation], quoted: Sequence[Speech]) -> tuple[Speech, ...]:
        """Indirect, free and reported speech; what stands in a quotation is direct speech already."""
        found: list[Speech] = []
        marked, direct = Overlaps(q.outer for q in spoken), Overlaps(s.content[0] for s in quoted)
        near, before = -9, Span(0, 0)  # the last sentence with speech in it; the sentence before this one
        acting: Span | None = None  # who acts in the sentence before
        for said in self._said:
            sentence = said.sentence
            for saying in said.sayings:
                beside = {i for span in _spans(saying) for i in marked.of(span)}
                if _is_quoted(saying, [spoken[i] for i in sorted(beside)]):
                    near = sentence.index
                elif saying.type is not SpeechType.FREE:
                    found.append(_indirect(saying, before))
                    near = sentence.index
                elif saying.certain or sentence.index - near <= _NEAR:
                    content = _to_the_stop(self.text, saying.content[0], sentence)
                    far = sentence.index - near > _NEAR
                    found.append(Speech((content,), SpeechType.FREE, acting if far else None))
                    near = sentence.index
            if direct.of(sentence.span):
                near = sentence.index
            before, acting = sentence.span, said.finder.acting()
        return tuple(_joined(self.text, sorted(found, key=_place)))


def _spans(saying: Saying) -> tuple[Span, ...]:
    return saying.content if saying.cue is None else (*saying.content, saying.cue)


def _is_quoted(saying: Saying, spoken: Sequence[Quotation]) -> bool:
    """Whether one of the quotations beside it renders the stretch: its verb of saying stands there, or it begins and lies
    mostly there."""
    if saying.cue is not None and any(q.outer.covers(saying.cue) for q in spoken):
        return True
    begins = any(q.outer.start <= saying.content[0].start < q.outer.end for q in spoken)
    return (begins or saying.type is SpeechType.REPORTED) and mostly_within(saying.content, (q.inner for q in spoken))


def _indirect(saying: Saying, before: Span) -> Speech:
    content = (before, *saying.content) if saying.before and before.end else saying.content
    return Speech(content, saying.type, saying.speaker, saying.cue)


def _to_the_stop(text: str, content: Span, sentence: Sentence) -> Span:
    """A stretch that only marks part from the ends of its sentence is the whole of it."""
    bare = not any(c.isalnum() for c in text[content.end : sentence.span.end])
    return Span(content.start, sentence.span.end) if bare else content


def _joined(text: str, found: Iterable[Speech]) -> Iterator[Speech]:
    """Free stretches that follow one another made one, and one that goes on a sentence of indirect speech a part of it."""
    run: Speech | None = None
    for speech in found:
        if run is not None and speech.type is SpeechType.FREE and _goes_on(text, run, speech):
            last = run.content[-1]
            run = replace(run, content=(*run.content[:-1], Span(last.start, max(last.end, speech.content[0].end))))
            continue
        if run is not None:
            yield run
        run = speech
    if run is not None:
        yield run


def _goes_on(text: str, run: Speech, speech: Speech) -> bool:
    between = text[run.content[-1].end : speech.content[0].start]
    words = between.strip(' ,;.!?:–-"„“”»«()').split()
    if "\n" in between or any(w not in _JOINING for w in words):
        return False
    return run.type is SpeechType.FREE or (run.type is SpeechType.INDIRECT and not any(c in ".!?" for c in between))


def _with_speakers(found: Iterable[Speech]) -> Iterator[Speech]:
    """Speech without a speaker of its own goes on with the last one: free speech, and quotations nothing introduces."""
    last: Span | None = None
    for speech in found:
        silent = speech.speaker is None and speech.cue is None and speech.type in (SpeechType.FREE, SpeechType.DIRECT)
        if silent and last is not None:
            speech = replace(speech, speaker=last)
        if speech.type is not SpeechType.REPORTED and _within(speech.speaker, speech.content):
            speech = replace(speech, speaker=None)  # nobody is named within what he says
        yield speech
        last = speech.speaker if speech.speaker is not None and speech.speaker != speech.cue else last


def _within(speaker: Span | None, content: Sequence[Span]) -> bool:
    return speaker is not None and any(speaker.start < c.end and c.start < speaker.end for c in content)


def _place(speech: Speech) -> tuple[int, str, tuple[Span, ...]]:
    return speech.content[0].start, speech.type, speech.content
