"""Where the segments of a sentence show that somebody's words begin, go on or are broken into: colons with quotation marks,
Konjunktiv I behind a noun or a verb of saying, "so" and "wie" with such a verb."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Final

from ..tokens import Token
from .openings import first_word
from .segments import Segment

_SUBJUNCTIVE: Final = frozenset(
    {"sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "hätten", "würden"}
)


@dataclass(frozen=True, slots=True)
class ReportedSpeech:
    """Answers for the segments of one sentence; `sayings` are the verbs of saying, `rest` the segments still to come."""

    tokens: Sequence[Token]
    sayings: frozenset[str]

    def says(self, members: Iterable[int]) -> bool:
        """Whether the clause of these tokens has a verb of saying."""
        words = [self.tokens[i] for i in sorted(members)]
        prefix = next((w.low for w in words if w.tag == "PTKVZ"), "")
        return any({w.lemma, prefix + w.lemma} & self.sayings for w in words if w.is_verb)

    def begins(self, segment: Segment, rest: Sequence[Segment]) -> bool:
        """Er sagte, Oslo, das im Süden liegt, habe …: a phrase alone, and behind what interrupts it its verb in Konjunktiv I."""
        later = (first_word(self.tokens, s) for s in rest[1:4] if s.opener == ",")
        return segment.opener == "," and any(word is not None and word.low in _SUBJUNCTIVE for word in later)

    def is_rendered(self, segment: Segment, rest: Sequence[Segment]) -> bool:
        """Der Vorwurf, Oslo habe …, wurde zurückgewiesen: a clause in Konjunktiv I, and then the verb that the noun in front
        of it waits for."""
        subjunctive = any(w.low in _SUBJUNCTIVE for w in self._words(segment)[1:])
        behind = rest[0] if rest and rest[0].opener == "," else None
        following = first_word(self.tokens, behind) if behind is not None else None
        return subjunctive and following is not None and following.is_finite and segment.opener == ","

    def verb_to_come(self, rest: Sequence[Segment]) -> bool:
        """Whether the quotation goes on and has a finite verb."""
        going_on = takewhile(lambda segment: segment.quoted, rest)
        return any(self.tokens[i].is_finite for segment in going_on for i in segment.tokens)

    def so_said(self, segment: Segment) -> Token | None:
        """Oslo, so berichtet die Zeitung, habe …: the verb of saying behind "so"."""
        words = self._words(segment)
        said = len(words) > 1 and words[0].low == "so" and words[1].is_finite and words[1].lemma in self.sayings
        return words[1] if said else None

    def as_said(self, segment: Segment, first: Token, rest: Sequence[Segment]) -> bool:
        """Wie der Direktor, Juma Kilindo, mitteilte: the verb of "wie" stands alone behind an apposition, or where its
        second comma was forgotten at the end, with the main verb behind it."""
        if first.low != "wie" or any(self.tokens[i].is_finite for i in segment.tokens):
            return False
        following = [self._words(s) for s in rest[:3]]
        alone = any(len(words) == 1 and words[0].is_finite for words in following[:2])
        ended = any(b[-1:] and b[-1].lemma in self.sayings and a[:1] and a[0].is_finite for b, a in pairwise(following))
        return alone or ended

    def is_consequence(self, segment: Segment, first: Token, opener: str) -> bool:
        """Er sagte, wenn A angreife, werde B …; er sagte: „Wenn …, wird …“: what follows from a condition that `opener`
        begins, within what is said."""
        says = first.lemma in self.sayings
        return (segment.quoted and opener == ":") or (opener == "," and first.low in _SUBJUNCTIVE and not says)

    def _words(self, segment: Segment) -> list[Token]:
        return [self.tokens[i] for i in segment.tokens if not self.tokens[i].tag.startswith("$")]
