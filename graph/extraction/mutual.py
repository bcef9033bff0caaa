"""Acts that those who do them do to each other: "Ägypten und Äthiopien verhandelten"."""

from dataclasses import dataclass
from functools import cache
from typing import Final

from ..language.clause import Analysis, Clause
from ..language.lexicon import Frame
from ..language.wordlists import word_list
from ..vocabulary import Vocabulary
from .slots import Slots
from .unsaid import TOLD_OF_SUFFERER

_FOR_OTHERS: Final = frozenset({"vermitteln", "schlichten"})  # between others, not with each other
_ALTERNATIVES: Final = word_list("de", "alternatives")


@dataclass(frozen=True, slots=True)
class Mutual:
    """Answers for the clauses of one sentence."""

    analysis: Analysis
    slots: Slots

    def holds(self, frame: Frame, clause: Clause) -> bool:
        """Whether several who do it, with nobody else named, are each other's other side: verhandelten, einigten sich,
        schlossen ein Abkommen; but not one or the other of them. "sich" alone says nothing of the kind: both wehrten sich,
        zeigten sich besorgt."""
        if frame.predicate in _FOR_OTHERS or self._are_alternatives(clause):
            return False
        if any(self.slots.fill(clause, slot) for slot in frame.recipient if slot != "accusative"):
            return False
        if frame.mode == "multilateral" and frame.complement_slot is not None:  # nahmen teil: not only with each other
            return False
        told_of_sufferer = frame.relation in TOLD_OF_SUFFERER and not frame.reflexive  # lehnten Gespräche ab: with others
        with_each_other = "mit" in frame.recipient and not told_of_sufferer
        return frame.relation in reciprocal() or with_each_other

    def _are_alternatives(self, clause: Clause) -> bool:
        joined = {j for i in self.slots.fill(clause, "subject") for j in self.analysis.joined(i)[1:]}
        return any(self.analysis.tokens[self.analysis.phrases[j].first - 1].low in _ALTERNATIVES for j in joined)


@cache
def reciprocal() -> frozenset[str]:
    """The relations that each of two has to the other."""
    return frozenset(r.code for r in Vocabulary.load().relations.values() if r.reciprocal)
