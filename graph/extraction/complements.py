"""Toward whom an act is that its complement tells: "drängt die EU, zu handeln", "bemängelt, dass die Regierung …"."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Voice
from ..language.lexicon import Frame
from ..language.wordlists import word_list
from ..model import Kind, Party
from .parties import PartyFinder
from .slots import Slots

_EXPECTING: Final = frozenset({"erwarten", "hoffen"})  # "es wird erwartet, dass" asks nobody


def judges(frame: Frame) -> bool:
    """bemängelt, dass die Regierung …; lobt, was sie …: a verb that blames or praises whoever acts in its complement."""
    verbs = {"ACCUSE": "blaming_verbs", "SUPPORT": "praising_verbs"}.get(frame.relation)
    return verbs is not None and frame.light is None and frame.predicate in word_list("de", verbs)


@dataclass(frozen=True, slots=True)
class Complements:
    """Answers for the verbs of one sentence; `fitting` gives the parties of some phrases that a role of a frame allows."""

    analysis: Analysis
    slots: Slots
    parties: PartyFinder
    fitting: Callable[[Frame, str, tuple[int, ...]], tuple[Party, ...]]

    def toward(self, frame: Frame, clause: Clause) -> tuple[Party, ...]:
        """weigert sich, den Beobachtern Zugang zu gewähren: toward whom the act in the complement would be."""
        if judges(frame):
            return tuple(p for p in self._asked(frame, clause) if p.entity.kind is not Kind.GROUP)
        if frame.relation == "REQUEST":
            expects = frame.predicate in _EXPECTING and clause.verb is not None and clause.verb.voice is not Voice.ACTIVE
            return self._asked(frame, clause) if frame.predicate != "hoffen" and not expects else ()
        further = ("gegen", "für") if frame.relation == "THREATEN" else ("in", "nach", "mit", "gegen", "für")
        last = () if frame.relation == "AGREE" else ("accusative",)  # versprach, Geld zu geben
        slots = ("dative", "an", *further, *last)
        for inner in self.analysis.clauses:
            if inner.parent == clause.index and inner.kind is ClauseKind.INFINITIVE and inner.link is Link.COMPLEMENT:
                for slot in slots:
                    found = self.fitting(frame, "recipient", self.slots.fill(inner, slot))
                    if found and not (slot == "in" and found[0].entity.kind is Kind.PLACE):  # in Genf zu verhandeln
                        return found
        return self._warned(frame, clause) if frame.relation == "THREATEN" else ()

    def _warned(self, frame: Frame, clause: Clause) -> tuple[Party, ...]:
        """drohte mit Krieg, falls Peru nicht nachgebe: whoever shall not do what the condition tells, or shall do it."""
        own = self.parties.parties(self.slots.subject(clause)[0]) if self.slots.subject(clause) else ()
        for condition in self.analysis.clauses:
            if condition.link is Link.CONDITION and condition.parent in (clause.index, clause.parent):
                found = self.fitting(frame, "recipient", self.slots.subject(condition))
                return tuple(p for p in found if p.entity not in {o.entity for o in own})
        return ()

    def _asked(self, frame: Frame, clause: Clause) -> tuple[Party, ...]:
        """fordert, dass Russland …; Russland solle …, forderte er: who shall act is asked."""
        above = self.analysis.clauses[clause.parent] if clause.parent is not None and clause.link is Link.INSERT else None
        if above is not None and above.verb is not None and above.verb.modal in ("sollen", "müssen", "dürfen"):
            return self.fitting(frame, "recipient", self.slots.subject(above))
        if above is not None and frame.relation == "ACCUSE":  # Israel verletze das Recht, kritisierte Kern
            return self.fitting(frame, "recipient", self.slots.subject(above))
        for inner in self.analysis.clauses:
            bidden = inner.introducer is None and inner.verb is not None and inner.verb.modal in ("sollen", "müssen")
            judged = inner.introducer in ("was", "wie", None) and judges(frame)
            told = inner.introducer == "dass" or judged or (bidden and frame.relation == "REQUEST")
            told = told and (inner.link is Link.COMPLEMENT or inner.introducer in ("was", "wie"))
            if told and inner.parent == clause.index and inner.kind is not ClauseKind.INFINITIVE:
                return self.fitting(frame, "recipient", self.slots.subject(inner))
        return ()
