"""Which words of a sentence name who speaks: the subject of a verb of saying, "laut X", "nach Angaben von X", "so X"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Case, Clause, ClauseKind, Link, Phrase, Role, Voice
from ..language.wordlists import word_list
from ..model import Span
from .attribution import Attributions

_NOUNS: Final = word_list("de", "speech_nouns")
_TAILS: Final = tuple(sorted(word_list("de", "speech_noun_tails")))
_ACCORDING: Final = frozenset({"laut", "zufolge", "gemäß"})
_JOINT: Final = 2  # a comma or "und" between a name and what explains it


@dataclass(frozen=True, slots=True)
class Named:
    """Who is named as the source, by which word, and all tokens that do it."""

    speaker: Span
    cue: Span
    tokens: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourcePhrases:
    analysis: Analysis
    attributions: Attributions

    def span(self, index: int) -> Span:
        """The phrase without its preposition, with its genitives and with what explains it behind a comma."""
        own = self.attributions.parties.span(index)
        group, end = {index}, self.analysis.phrases[index].last
        for other in self.analysis.phrases[index + 1 :]:
            linked = other.attribute_of in group or other.apposition_of in group or (len(group) > 1 and other.joined_to in group)
            hangs = len(group) > 1 and other.preposition is not None and other.first == end + 1
            if not (linked or hangs) or other.first > end + _JOINT:
                break
            group.add(other.index)
            end = other.last
        return Span(own.start, self.analysis.tokens[end].span.end)

    def subject(self, clause: Clause) -> Span | None:
        """Who acts in the clause, also a pronoun; None in a passive without "von"."""
        found = self.attributions.slots.fill(clause, "subject")
        return self.span(found[0]) if found else None

    def first(self, tokens: Sequence[int]) -> Span | None:
        """The first phrase of words without a verb: "X, Sprecherin der Behörde: …"."""
        index = next((p.index for p in self.analysis.phrases if p.head in tokens), None)
        return self.span(index) if index is not None else None

    def of_verb(self, clause: Clause) -> Span | None:
        """Who says what the clause of saying embeds."""
        pronoun = next((i for i in clause.fillers_in(Role.SUBJECT) if clause.kind is ClauseKind.RELATIVE), None)
        if pronoun is not None and clause.verb is not None and clause.verb.voice is Voice.ACTIVE:
            return self.span(pronoun)
        cue = self.attributions.cue(clause)
        if clause.verb is not None and clause.verb.lemma == "zitieren" and clause.verb.voice is not Voice.ACTIVE:
            cited = self.attributions.slots.fill(clause, "accusative")
            return self.span(cited[0]) if cited else None
        for slot in cue.source if cue is not None and cue.source else ("subject",):
            for index in self.attributions.slots.fill(clause, slot):
                if not self._is_empty(self.analysis.phrases[index]):
                    return self.span(index)
        for preposition in ("aus", "in", "von"):
            for index in self.attributions.slots.prepositional(clause, preposition):
                phrase = self.analysis.phrases[index]
                if clause.verb is not None and clause.verb.voice is Voice.ACTIVE and self.is_speech_noun(phrase):
                    return self.span(index)
        return self._left_over(clause)

    def _left_over(self, clause: Clause) -> Span | None:
        """A speaker whose case was not seen: of an active verb of saying without a subject the first bare phrase, or
        the subject of the clause that it goes on with."""
        if clause.verb is None or clause.verb.voice is not Voice.ACTIVE or clause.verb.lemma == "heißen":
            return None
        bare = [f.phrase for f in clause.fillers if f.role in (Role.ACCUSATIVE, Role.ADJUNCT, Role.PREDICATE)]
        named = [i for i in bare if self._may_speak(self.analysis.phrases[i])]
        if named:
            return self.span(named[0])
        above = self.analysis.clauses[clause.parent] if clause.parent is not None else None
        return self.subject(above) if above is not None and clause.link is Link.COORDINATE else None

    def _may_speak(self, phrase: Phrase) -> bool:
        """Not a time or a thing that is said: a name, or a phrase in front of the others with an article."""
        return phrase.name is not None or (phrase.determiner != "" and Case.NOMINATIVE in phrase.cases)

    def _is_empty(self, phrase: Phrase) -> bool:
        words = self.analysis.tokens[phrase.first : phrase.last + 1]
        return len(words) == 1 and words[0].low in ("es", "dies", "das", "dieses")

    # nouns ----------------------------------------------------------------------------------------------------------

    def is_speech_noun(self, phrase: Phrase) -> bool:
        """Whether the phrase names words, thoughts or texts; compounds count by their last part."""
        lemma = phrase.lemma.lower()
        return lemma in _NOUNS or lemma.endswith(_TAILS)

    def noun_before(self, clause: Clause, token: int) -> int | None:
        """The noun of saying that is the last thing in the clause before `token`, its genitive left out of account."""
        found = [p for p in self.analysis.phrases if p.last < token and p.head in clause.tokens]
        for phrase in reversed(found):
            if self.is_speech_noun(phrase):
                return phrase.index
            if phrase.attribute_of is None and phrase.preposition != "von":
                return None
        return None

    def of_noun(self, clause: Clause, index: int) -> Span | None:
        """The genitive of the noun, else the subject of the clause, else nobody."""
        for phrase in self.analysis.phrases:
            if phrase.attribute_of == index or (phrase.preposition == "von" and phrase.first == self._end(index)):
                return self.span(phrase.index)
        subject = next((i for i in self.attributions.slots.fill(clause, "subject") if i != index), None)
        return self.span(subject) if subject is not None else None

    def _end(self, index: int) -> int:
        return self.analysis.phrases[index].last + 1

    # laut, nach, zufolge, so ------------------------------------------------------------------------------------------

    def prepositional(self, clause: Clause) -> Iterator[Named]:
        """The phrases of the clause that make someone its source."""
        for phrase in self.analysis.phrases:
            if phrase.head not in clause.tokens or phrase.apposition_of is not None:
                continue
            first, last = self._whole(phrase)
            cue = self._cue(phrase, last)
            if cue is not None:
                tokens = tuple(range(min(first, cue), max(last, cue) + 1))
                words = [i for i in range(first, last + 1) if i != cue]
                yield Named(self.analysis.span(words[0], words[-1]), self.analysis.tokens[cue].span, tokens)

    def _whole(self, phrase: Phrase) -> tuple[int, int]:
        """The phrase with its genitives and what "von" hangs on it."""
        first, last = self._first(phrase), phrase.last
        head = self.analysis.phrases[phrase.attribute_of] if phrase.attribute_of is not None else phrase
        if head.last + 1 == first and self.is_speech_noun(head):
            first = head.first
        for other in self.analysis.phrases[phrase.index + 1 :]:
            genitive = other.attribute_of is not None and other.first == last + 1
            by = other.preposition in ("von", "des") and other.first == last + 1 and phrase.preposition != "laut"
            if not (genitive or by):
                break
            last = other.last
        return first, last

    def _first(self, phrase: Phrase) -> int:
        """Where the phrase begins: laut Perus Präsidenten, before the genitive in front."""
        front = self.analysis.phrases[phrase.index - 1] if phrase.index and phrase.preposition is not None else None
        led = front is not None and front.attribute_of == phrase.index and front.last + 1 == phrase.first
        return front.first if front is not None and led else phrase.first

    def _cue(self, phrase: Phrase, last: int) -> int | None:
        """The token that makes the phrase a source: its preposition or what stands behind it."""
        tokens = self.analysis.tokens
        if phrase.preposition in _ACCORDING and phrase.last > self._first(phrase):
            behind = tokens[phrase.last].low == "zufolge"
            return phrase.last if behind else self._first(phrase)
        after = last + 1
        if after < len(tokens) and tokens[after].low == "zufolge":
            return after
        speaks = self.is_speech_noun(phrase)
        if phrase.preposition == "nach" and speaks:
            return self._first(phrase)
        if phrase.preposition == "aus" and phrase.lemma == "Sicht":
            return self._first(phrase)
        behind = speaks and phrase.preposition is None and after < len(tokens) and tokens[after].low == "nach"
        return after if behind and not any(p.first == after for p in self.analysis.phrases) else None

    def of_insert(self, clause: Clause) -> Span | None:
        """ ", so X,": X."""
        second = next((self.analysis.tokens[i] for i in clause.tokens[1:]), None)
        if second is None or second.tag in ("KOUS", "ADV", "KON"):
            return None
        index = next((f.phrase for f in clause.fillers if f.role is not Role.ADJUNCT), None)
        return self.span(index) if index is not None else None
