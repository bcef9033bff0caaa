"""Who did what the words tell without a doer: "wurden getötet", "nach ihrer Freilassung", "wurde in Oslo verhaftet".

What goes on between the same two has the doer told before; a captive is let go, and suffers what else is done, by whoever
took him; where one side alone uses force, those hurt next are its victims; and who arrests by law is the state whose law
it is. Where none of these holds, nobody is known to have done it.
"""

import re
from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, ClauseKind, Role, Voice
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party
from .frames import Act
from .memory import Memory
from .parties import PartyFinder

_THEREBY: Final = frozenset({"dabei", "dadurch", "hierbei"})
_ONE_SIDED: Final = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
_BY_LAW: Final = frozenset({"COERCE", "RETREAT"})
_EXECUTED: Final = "hinricht"
_LEGAL: Final = tuple(sorted(word_list("de", "legal_stems")))

_IN_SUM: Final = frozenset({"insgesamt", "bisher", "bislang", "jährlich", "wöchentlich", "täglich", "damals", "seit", "seither"})
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Doers:
    """Answers for the acts of one sentence."""

    analysis: Analysis
    memory: Memory
    parties: PartyFinder

    def of(self, act: Act) -> Party | None:
        """Who did the act, which names only who suffers it."""
        assert act.recipient is not None
        memory, sentence, relation = self.memory, self.analysis.sentence.index, act.frame.relation
        if self._is_thereby(act):
            return memory.last_actor(relation, sentence) or memory.last_by_force(relation, sentence, act.recipient)
        known = memory.other_side(relation, act.recipient, sentence, acted=False)
        if known is None and act.open and act.phrase is not None:  # die Verhandlungen mit Peru, das sie aufnahm
            known = memory.other_side(relation, act.recipient, sentence, acted=True)
        known = known or memory.captor(relation, act.recipient, sentence)
        if known is None and relation in _ONE_SIDED and self._is_of_now(act):
            known = memory.sole_actor(relation, sentence, act.recipient)
        return known or self._state(act)

    def _is_thereby(self, act: Act) -> bool:
        tokens = self.analysis.clauses[act.clause].tokens if self.analysis.clauses else ()
        return any(self.analysis.tokens[i].low in _THEREBY for i in tokens)

    def _state(self, act: Act) -> Party | None:
        """Wurde in Oslo verhaftet, kam in Haft: the state where it happens, else the one that the article is about. Who
        was taken by force before is no prisoner of a state."""
        rule = act.frame.rule.lower()
        legal = (act.frame.relation in _BY_LAW and any(stem in rule for stem in _LEGAL)) or _EXECUTED in rule
        if not legal or self.memory.abducted or self._is_attribute(act):
            return None
        state = self._where(act) or self.parties.discourse.focus()
        return Party(state) if state is not None and act.recipient is not None and state != act.recipient.entity else None

    def _is_attribute(self, act: Act) -> bool:
        """der zum Tode verurteilte Sanitäter: where he is told of need not be where he was tried."""
        clauses = self.analysis.clauses
        return bool(clauses) and act.phrase is None and clauses[act.clause].kind is ClauseKind.PARTICIPIAL

    def _where(self, act: Act) -> Entity | None:
        """The state of the place that the clause names."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        for index in clause.fillers_in(Role.PREPOSITION) if clause is not None else ():
            phrase = self.analysis.phrases[index]
            inside = phrase.preposition == "in" and phrase.name is None  # im Süden der Philippinen
            entity = self.parties.entity(index) if phrase.preposition == "in" else None
            entity = entity or (self.parties.offices.toward(phrase) if inside else None)
            if entity is not None and entity.kind is Kind.STATE:
                return entity
            if entity is not None and entity.kind is Kind.PLACE and entity.state is not None:
                return self.parties.gazetteer.entity(entity.state)
        return None

    def _is_of_now(self, act: Act) -> bool:
        """Whether an act without a doer goes on from what was told: no sum, no other year, no infinitive."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        if clause is None or clause.verb is None:
            return True
        active = clause.verb.voice is Voice.ACTIVE and act.phrase is None and act.frame.amid is None
        words = (self.analysis.tokens[i] for i in clause.tokens)
        return not active and not any(w.low in _IN_SUM or _YEAR.fullmatch(w.text) for w in words)
