"""Who did what the words tell without a doer: "wurden getötet", "nach ihrer Freilassung", "wurde in Oslo verhaftet".

What goes on between the same two has the doer told before; a captive is let go, and suffers what else is done, by whoever
took him; where one side alone uses force, those hurt next are its victims; and who arrests by law is the state whose law
it is. Where none of these holds, nobody is known to have done it.
"""

import re
from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, ClauseKind, Phrase, Role, Voice
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party
from .frames import Act
from .memory import Memory
from .mentions import NAMES
from .nouns import frames_of
from .parties import PartyFinder

_AIMING: Final = word_list("de", "aiming_verbs")
_THEREBY: Final = frozenset({"dabei", "dadurch", "hierbei"})
_ONE_SIDED: Final = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
_BY_LAW: Final = frozenset({"COERCE", "RETREAT"})
_EXECUTED: Final = "hinricht"
_LEGAL: Final = tuple(sorted(word_list("de", "legal_stems")))

_JUDICIAL: Final = tuple(sorted(word_list("de", "judicial_stems")))
_GUILTY: Final = ("-schuldig",)
_COURTS: Final = tuple(sorted(word_list("de", "court_nouns")))
_IN_SUM: Final = frozenset({"insgesamt", "bisher", "bislang", "jährlich", "wöchentlich", "täglich", "damals", "seit", "seither"})
_LONG: Final = frozenset({"woche", "monat", "jahr", "jahrzehnt"})
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
        accuser = memory.last_actor(relation, sentence) if relation == "ACCUSE" and self._is_told_again(act) else None
        if accuser is not None and accuser.entity != act.recipient.entity:
            return accuser
        if self._is_thereby(act):
            return memory.last_actor(relation, sentence) or memory.last_by_force(relation, sentence, act.recipient)
        known = memory.other_side(relation, act.recipient, sentence, acted=False)
        if known is None and act.open and act.phrase is not None:  # die Verhandlungen mit Peru, das sie aufnahm
            known = memory.other_side(relation, act.recipient, sentence, acted=True)
        known = known or memory.captor(relation, act.recipient, sentence)
        if known is None and relation in _ONE_SIDED and self._is_of_now(act):
            known = memory.sole_actor(relation, sentence, act.recipient)
        return known or self._court(act) or self._state(act)

    def _is_thereby(self, act: Act) -> bool:
        tokens = self.analysis.clauses[act.clause].tokens if self.analysis.clauses else ()
        return any(self.analysis.tokens[i].low in _THEREBY for i in tokens)

    def _is_told_again(self, act: Act) -> bool:
        """Die Vorwürfe richten sich gegen die Armee: those that were just told."""
        phrase = self.analysis.phrases[act.phrase] if act.phrase is not None else None
        verb = self.analysis.clauses[act.clause].verb if self.analysis.clauses else None
        aimed = verb is not None and verb.lemma in _AIMING
        return aimed and phrase is not None and phrase.determiner in ("definite", "demonstrative")

    def _court(self, act: Act) -> Party | None:
        """Wurde verurteilt, wurde freigesprochen: the court that the article has named, where it is the only one."""
        stems = _JUDICIAL if act.frame.relation in _BY_LAW else _GUILTY  # "verurteilt" may be no more than condemned
        if not any(stem in act.frame.rule.lower() for stem in stems):
            return None
        named = [e for e in self.parties.discourse.latest if e.kind is Kind.ORGANISATION and _is_court(e)]
        return Party(named[0]) if len(named) == 1 and act.recipient != Party(named[0]) else None

    def _state(self, act: Act) -> Party | None:
        """Wurde in Oslo verhaftet, kam in Haft: the state where it happens, else the one that the article is about. Who
        was taken by force before is no prisoner of a state."""
        rule = act.frame.rule.lower()
        legal = (act.frame.relation in _BY_LAW and any(stem in rule for stem in _LEGAL)) or _EXECUTED in rule
        if not legal or self.memory.abducted or self._is_attribute(act):
            return None
        focus = self.parties.discourse.focus() if act.frame.predicate != "sitzen" else None  # who is in prison may be so abroad
        state = self._where(act) or focus
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
            entity = self._seat(phrase) if self._is_where(phrase) else None
            entity = entity or (self.parties.offices.toward(phrase) if inside else None)
            if entity is not None and entity.kind is Kind.STATE:
                return entity
            if entity is not None and entity.kind is Kind.PLACE and entity.state is not None:
                return self.parties.gazetteer.entity(entity.state)
        return None

    def _is_where(self, phrase: Phrase) -> bool:
        """in Oslo, bei Oslo, in der Nähe von Oslo."""
        before = self.analysis.phrases[phrase.index - 1] if phrase.index else None
        of_it = phrase.preposition == "von" and before is not None and before.preposition == "in"
        return phrase.preposition in ("in", "bei", "nahe") or (of_it and before is not None and before.last == phrase.first - 1)

    def _seat(self, phrase: Phrase) -> Entity | None:
        """What the phrase names as a place: Brüssel is a city in Belgium here, and not the Union."""
        entity = self.parties.entity(phrase.index)
        if entity is None or entity.kind is not Kind.ORGANISATION:
            return entity
        names = (o.having(*NAMES) for o in self.parties.found if phrase.first <= o.first and o.last <= phrase.last)
        meant = (self.parties.gazetteer.entity(e.row) for entries in names for e in entries)
        return next((e for e in meant if e.kind in (Kind.STATE, Kind.PLACE)), entity)

    def _is_of_now(self, act: Act) -> bool:
        """Whether an act without a doer goes on from what was told: no sum, no other year, no infinitive."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        if clause is None or clause.verb is None:
            return True
        active = clause.verb.voice is Voice.ACTIVE and act.phrase is None and act.frame.amid is None
        if self._is_another(act) or any(self._is_long_ago(i) for i in clause.fillers_in(Role.PREPOSITION)):
            return False
        words = (self.analysis.tokens[i] for i in clause.tokens)
        return not active and not any(w.low in _IN_SUM or _YEAR.fullmatch(w.text) for w in words)

    def _is_another(self, act: Act) -> bool:
        """Anschläge in Nairobi, bei einem Anschlag getötet: whoever attacked before need not be behind this as well."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses and act.phrase is None else None
        amid = (self.analysis.phrases[i] for i in (clause.fillers_in(Role.PREPOSITION) if clause is not None else ()))
        if any(self._is_new(phrase, act.frame.relation) for phrase in amid):
            return True
        phrase = self.analysis.phrases[act.phrase] if act.phrase is not None else None
        place = act.recipient is not None and act.recipient.entity.kind in (Kind.PLACE, Kind.STATE)
        return place and phrase is not None and phrase.determiner not in ("definite", "demonstrative", "possessive")

    def _is_new(self, phrase: Phrase, relation: str) -> bool:
        """bei einem Anschlag: one that was not spoken of before."""
        tells = any(frame.relation == relation for frame in frames_of(phrase, self.parties.lexicon))
        return phrase.preposition in ("bei", "durch", "nach") and phrase.determiner == "indefinite" and tells

    def _is_long_ago(self, index: int) -> bool:
        """vor einigen Monaten."""
        phrase = self.analysis.phrases[index]
        return phrase.preposition == "vor" and phrase.lemma.lower() in _LONG


def _is_court(entity: Entity) -> bool:
    """Oberlandesgericht Rostock, Internationaler Strafgerichtshof, Sondertribunal für …"""
    return any(word.lower().endswith(_COURTS) for word in entity.name.split())
