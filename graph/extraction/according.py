"""Whom a clause names as its source without a verb of saying: laut X, nach Angaben von X, unter Berufung auf X."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Phrase, Role
from ..language.lexicon import Cue, Lexicon
from ..language.wordlists import word_list
from ..model import Party, Stance, Step
from .cues import Cues
from .parties import PartyFinder
from .slots import Slots
from .sources import Sources

_REFERRING: Final = frozenset({"Berufung", "Verweis", "Hinweis", "Bezug"})
_TOLD: Final = frozenset({"angabe", "angaben", "aussage", "aussagen", "mitteilung", "darstellung", "schilderung"})
_PASSING: Final = word_list("de", "passing_adjectives")  # nach ersten Angaben: they are nobody's
_AMONG: Final = frozenset({"darunter", "davon"})


@dataclass(frozen=True, slots=True)
class According:
    """Answers for the clauses of one sentence; `spoke` is the chain of whoever spoke last before it."""

    analysis: Analysis
    lexicon: Lexicon
    slots: Slots
    parties: PartyFinder
    cues: Cues
    sources: Sources
    spoke: tuple[Step, ...]

    def steps(self, clause: Clause) -> Iterator[Step]:
        """laut X, X zufolge, nach Angaben von X, unter Berufung auf X."""
        for index in clause.fillers_in(Role.PREPOSITION):
            phrase = self.analysis.phrases[index]
            cue = self.cues.preposition(phrase)
            if cue is not None and phrase.pronoun is None and not self._counted_out(clause, phrase):
                if self._as_told(phrase):
                    yield from self.spoke or (self.sources.step(None, cue.stance),)
                    continue
                source = self._source(clause, phrase, cue)
                yield self.sources.step(source, cue.stance, self.analysis.span(phrase.first, phrase.head))
        yield from self.referred(clause, by_source=True)
        if self.cues.verb(clause) is None:  # else what it refers to is the source of what it says, one step further in
            yield from self.referred(clause, by_source=False)

    def _source(self, clause: Clause, phrase: Phrase, cue: Cue) -> Party | None:
        """Whom the phrase names: nach eigenen Angaben, Angaben der Polizei zufolge, nach Medienberichten; but "nach Angaben" and
        "ersten Angaben zufolge" are nobody's."""
        words = self.analysis.tokens[phrase.first : phrase.head]
        if any(w.lemma.lower() == "eigen" for w in words):
            return self.sources.of_subject(clause, phrase.index)
        told = phrase.lemma.lower() in _TOLD
        of_noun = self.sources.of_noun(phrase) if told or cue.part == "phrase" else None
        if named := self.sources.of_possessive(clause, phrase, self.spoke) or of_noun:
            return named
        described = any(w.tag == "ADJ(A)" and w.lemma.lower() not in _PASSING for w in words)
        speaks = phrase.name is not None or described or self.parties.bodies.group_noun(phrase.index) is not None
        bare = phrase.lemma in self.lexicon.report_nouns if cue.part == "phrase" else told
        return self.sources.party(phrase.index) if speaks or not bare else None

    def _as_told(self, phrase: Phrase) -> bool:
        """den Angaben zufolge, den Aussagen nach: whoever spoke last is meant."""
        told = phrase.lemma.lower() in _TOLD or self.analysis.tokens[phrase.head].low in _TOLD
        return told and phrase.determiner == "definite" and self.sources.of_noun(phrase) is None

    def _counted_out(self, clause: Clause, phrase: Phrase) -> bool:
        """400 Tote, darunter laut X 60 Kinder: X tells of the children alone; nach Berichten über Y: they tell of Y."""
        behind = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        if behind and behind[0].preposition == "über" and behind[0].first == phrase.last + 1:
            return True
        before = (self.analysis.tokens[i].low for i in clause.tokens if i < phrase.first)
        return any(word in _AMONG for word in before)

    def referred(self, clause: Clause, by_source: bool) -> Iterator[Step]:
        """unter Berufung auf X, unter Verweis auf X; `by_source`: it is the source right before it that refers to X."""
        for index in self.slots.prepositional(clause, "unter"):
            refers = self.analysis.phrases[index].lemma in _REFERRING and self.cues.follows_source(index) is by_source
            after = next((i for i in self.slots.prepositional(clause, "auf") if i == index + 1), None) if refers else None
            if after is not None:
                yield self.sources.step(self.sources.party(after), Stance.ASSERTS, self.parties.span(index))

    def basis(self, clause: Clause) -> Iterator[Step]:
        """ ", basierend auf Aussagen von X": what the reporting clause of this content leans on."""
        for other in self.analysis.clauses:
            leans = (
                other.verb is not None
                and other.kind is ClauseKind.PARTICIPIAL
                and other.verb.lemma in ("basieren", "berufen", "stützen")
            )
            if leans and (other.parent == clause.index):
                for index in self.slots.prepositional(other, "auf")[:1]:
                    source = self.sources.of_noun(self.analysis.phrases[index]) or self.sources.party(index)
                    yield self.sources.step(
                        source, Stance.ASSERTS, self.analysis.tokens[other.verb.head].span if other.verb is not None else None
                    )
