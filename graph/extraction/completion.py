"""Acts that name one side only: the other one from what the article told before."""

from dataclasses import dataclass, replace
from typing import Final

from ..language.clause import Analysis, Phrase
from ..language.wordlists import ends_in, word_list
from ..model import Entity, Kind, Party
from .deeds import means_one_before
from .doers import Doers
from .frames import Act
from .memory import Memory
from .nouns import frames_of
from .parties import PartyFinder
from .slots import THIS, Slots

_JUDGING: Final = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
_ASPECTS: Final = word_list("de", "aspect_nouns")
_DEEDS: Final = word_list("de", "deed_nouns")
_STEPS: Final = word_list("de", "step_nouns")
_CROWD: Final = Entity("Demonstranten", Kind.GROUP, local=True)
_CROWDS: Final = word_list("de", "crowd_nouns")
_BY_FORCE: Final = ("ASSAULT", "COERCE")
_DISPLAYS: Final = frozenset({"test", "versuch", "start"})
_SECESSION: Final = tuple(sorted(word_list("de", "secession_stems")))


@dataclass(frozen=True, slots=True)
class Completion:
    """Fills the acts of one sentence from the memory of its article."""

    analysis: Analysis
    memory: Memory
    parties: PartyFinder
    slots: Slots

    def completed(self, act: Act) -> Act:
        """A noun or passive that names one side only has the other from what the article told before."""
        if act.settled:
            return act
        sentence, relation = self.analysis.sentence.index, act.frame.relation
        crowd = self.parties.crowd() if act.actor is None and relation == "PROTEST" else None
        if crowd is not None and (act.recipient is None or act.recipient.entity != crowd.entity):
            return replace(act, actor=crowd, open=False)
        if act.actor is None and act.recipient is None and act.open and act.phrase is None:
            event = self.memory.event(relation, act.frame.predicate, sentence)
            return replace(act, actor=event.actor, recipient=event.recipient, open=False) if event is not None else act
        if act.actor is None and act.recipient is not None:
            return replace(act, actor=Doers(self.analysis, self.memory, self.parties).of(act))
        if relation == "SANCTION" and any(stem in act.frame.rule for stem in _SECESSION):
            return self._from_its_state(act)
        if act.recipient is not None or act.actor is None:
            return act
        if relation == "COERCE" and act.phrase is None and act.theme is not None and self._is_protest(act.theme):
            return replace(act, recipient=self.parties.crowd() or Party(_CROWD), open=False)
        if relation in _JUDGING and (doer := self._whose_deed(act)) is not None:
            return replace(act, recipient=doer, open=False)
        if relation == "CONSULT" and self._is_with_a_thing(act):
            return act
        if act.phrase is not None or act.open:
            return replace(act, recipient=self.memory.other_side(relation, act.actor, sentence, acted=True))
        return act

    def _is_with_a_thing(self, act: Act) -> bool:
        """Besuchte Gefängnisse, ging auf Leute zu: not whomever he met before."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses and act.phrase is None else None
        return clause is not None and any(self.slots.fill(clause, slot) for slot in act.frame.recipient)

    def _is_protest(self, index: int) -> bool:
        """Schlug die Proteste nieder, löste die Kundgebung auf: it is done to those who protest."""
        noun = self.analysis.phrases[index]
        return noun.lemma.lower() in _CROWDS or any(f.relation == "PROTEST" for f in frames_of(noun, self.slots.lexicon))

    def _from_its_state(self, act: Act) -> Act:
        """Die Unabhängigkeitserklärung der Provinz; rief die Unabhängigkeit der Provinz aus: from the state it is told to be
        a part of."""
        left = act.recipient or act.actor
        state = self.memory.whole.get(left.entity) if left is not None else None
        return replace(act, recipient=Party(state), open=False) if state is not None else act

    def _whose_deed(self, act: Act) -> Party | None:
        """Begrüßte die Festnahme, verurteilte diese Taten: who did the deed, told before, that is judged."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses and act.phrase is None else None
        for slot in act.frame.recipient if clause is not None else ():
            for index in self.slots.fill(clause, slot) if clause is not None else ():
                judged, blames = self._judged(self.analysis.phrases[index]), act.frame.relation == "ACCUSE"
                doer = self._doer_of(judged, act.actor, blames)
                if doer is not None and act.actor is not None and doer.entity != act.actor.entity:
                    return doer
        return None

    def _judged(self, phrase: Phrase) -> Phrase:
        """die Umstände des Besuchs: the visit."""
        if phrase.lemma.lower() not in _ASPECTS:
            return phrase
        return next((p for p in self.analysis.phrases if p.attribute_of == phrase.index), phrase)

    def _doer_of(self, phrase: Phrase, judge: Party | None, blames: bool) -> Party | None:
        """Who did last what the noun tells, if nothing in the phrase says more of it."""
        sentence = self.analysis.sentence.index
        if phrase.pronoun in THIS:  # nannte dies einen Fehler
            return self.memory.last_step(sentence, judge, reach=1) if blames else None
        if not means_one_before(self.analysis, phrase):
            return None
        told = [f.relation for f in frames_of(phrase, self.slots.lexicon)[:1]]
        low = phrase.lemma.lower()
        relations = told or (_BY_FORCE if low in _DEEDS else ("MOBILIZE",) if low in _DISPLAYS else ())
        doers = (self.memory.doer(relation, phrase.lemma, sentence) for relation in relations)
        done = next((d for d in doers if d is not None), None)
        return done or (self.memory.last_step(sentence, judge) if ends_in(low, _STEPS) else None)
