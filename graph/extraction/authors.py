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
_COPULAS: Final = frozenset({"sein", "bleiben", "gelten", "scheinen"})
_BEHIND: Final = frozenset({"stehen", "stecken"})
_SUCCEEDING: Final = frozenset({"gelingen", "glücken", "misslingen", "missglücken"})
_TAKING_PART: Final = frozenset({"beteiligen", "verwickeln", "verstricken"})
_PART: Final = frozenset({"beteiligt", "mitbeteiligt"})
_ANSWERING: Final = {
    "für": frozenset({"verantwortlich", "mitverantwortlich", "hauptverantwortlich"}),
    "an": _PART | {"schuld", "mitschuldig"}, "bei": _PART, "in": frozenset({"verwickelt", "verstrickt", "involviert"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Authors:
    """Answers for the nouns of one sentence."""

    analysis: Analysis
    slots: Slots
    parties: PartyFinder
    noun_slots: NounSlots

    def answering(self, clause: Clause | None, phrase: Phrase) -> tuple[Party, ...]:
        """Whom the clause makes answer for the deed."""
        if clause is not None and clause.verb is not None and clause.verb.lemma in _SUCCEEDING:
            lucky = clause.fillers_in(Role.DATIVE) if phrase.index in clause.fillers_in(Role.SUBJECT) else ()
            return tuple(p for i in lucky for p in self.parties.parties(i))  # Der Armee gelang die Eroberung der Stadt
        if clause is None or not self.answers_for(clause, phrase):
            return ()
        who = clause.fillers_in(Role.SUBJECT) or self.slots.subject(clause)
        return tuple(p for i in who for p in self.parties.parties(self.slots.resolved(clause, i)))

    def answers_for(self, clause: Clause, phrase: Phrase) -> bool:
        """Whether the clause says of its subject that the deed is its own."""
        if clause.verb is None or phrase.index not in clause.fillers_in(Role.PREPOSITION):
            return False
        if clause.verb.lemma in _BEHIND:
            return phrase.preposition == "hinter"
        if clause.verb.lemma in _TAKING_PART:
            return phrase.preposition in ("an", "in", "bei")
        words = _ANSWERING.get(phrase.preposition or "", frozenset()) if clause.verb.lemma in _COPULAS else frozenset()
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
