"""Who is behind an act that a noun tells, by what its clause says of it: "Kritik kam aus Moskau", "Ziel der Opposition ist der
Sturz der Regierung", "die Miliz ist für den Anschlag verantwortlich", "hinter dem Angriff steckt die Miliz"."""

from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Clause, Phrase, Role
from ..language.lexicon import Frame
from ..language.wordlists import word_list
from ..model import Party
from .noun_slots import NounSlots
from .parties import PartyFinder
from .slots import Slots

_AIMS: Final = word_list("de", "aim_nouns")
_STATING: Final = frozenset({"sein", "bleiben"})
_BEHIND: Final = frozenset({"stehen", "stecken"})
_SUCCEEDING: Final = frozenset({"gelingen", "glücken"})
_TAKING_PART: Final = frozenset({"beteiligen", "verwickeln", "verstricken"})
_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
_ANSWERING: Final = {
    "für": word_list("de", "answering_for"),
    "an": word_list("de", "answering_to"),
    "bei": word_list("de", "answering_to"),
    "in": word_list("de", "answering_in"),
}


@dataclass(frozen=True, slots=True)
class Authors:
    """Answers for the nouns of one sentence."""

    analysis: Analysis
    slots: Slots
    parties: PartyFinder
    noun_slots: NounSlots

    def answering(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """Whom the clause makes answer for the deed, or who succeeds in it: der Armee gelang die Eroberung der Stadt."""
        if clause is None or clause.verb is None:
            return ()
        if clause.verb.lemma in _SUCCEEDING and phrase.index in clause.fillers_in(Role.SUBJECT):
            return tuple(p for i in self.slots.fill(clause, "dative") for p in self.parties.parties(i))
        if not self.answers_for(frame, phrase, clause):
            return ()
        who = clause.fillers_in(Role.SUBJECT) or self.slots.subject(clause)
        return tuple(p for i in who for p in self.parties.parties(self.slots.resolved(clause, i)))

    def answers_for(self, frame: Frame, phrase: Phrase, clause: Clause) -> bool:
        """Whether the clause says of its subject that the deed is its own, alone or with others; who stands behind a demand
        has not made it, and who is responsible for training an army need not have trained it."""
        if clause.verb is None or phrase.index not in clause.fillers_in(Role.PREPOSITION):
            return False
        if clause.verb.lemma in _BEHIND:
            return phrase.preposition == "hinter" and frame.relation in _FORCE
        if clause.verb.lemma in _TAKING_PART:
            return phrase.preposition in ("an", "in", "bei")
        if phrase.preposition == "für" and frame.relation not in _FORCE:
            return False
        words = _ANSWERING.get(phrase.preposition or "", frozenset()) if clause.verb.lemma in _STATING else frozenset()
        return any(self.analysis.tokens[i].low in words for i in clause.tokens)

    def coming_from(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """Kritik kam aus Moskau, Zusagen gibt es von Peru: where an act is said to come from acts."""
        if clause is None or clause.verb is None or clause.verb.lemma not in word_list("de", "origin_verbs"):
            return ()
        given = clause.verb.lemma == "geben" and phrase.index in clause.fillers_in(Role.ACCUSATIVE)
        if not given and phrase.index not in clause.fillers_in(Role.SUBJECT):
            return ()
        allowed = frame.kinds.get("actor")
        slots = ("aus", "seitens") if clause.verb.lemma == "geben" else ("von", "aus", "seitens")
        found = [p for slot in slots for i in self.slots.fill(clause, slot) for p in self.parties.parties(i)]
        return tuple(dict.fromkeys(p for p in found if allowed is None or p.entity.kind in allowed))

    def aimed_by(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """Ziel der Opposition ist der Sturz der Regierung: whose aim the act is."""
        if clause is None or phrase.preposition is not None or phrase.determiner == "possessive":
            return ()
        sides = (*clause.fillers_in(Role.SUBJECT), *clause.fillers_in(Role.PREDICATE))
        aims = [i for i in sides if i != phrase.index and self.analysis.phrases[i].lemma.lower() in _AIMS]
        if phrase.index not in sides or not aims:
            return ()
        allowed = frame.kinds.get("actor")
        found = self.noun_slots.fill(self.analysis.phrases[aims[0]], "genitive")
        return tuple(p for p in found if allowed is None or p.entity.kind in allowed)
