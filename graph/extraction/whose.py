"""Whose a deed is that is judged, refused or asked for: by its genitive, the genitive inside it, or who proposed it."""

from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Voice
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list
from ..model import Party
from .attached import attached
from .mutual import reciprocal
from .nouns import frames_of
from .parties import PartyFinder
from .slots import Slots

_ANYBODYS: Final = frozenset({"ASSAULT", "PROTEST", "CONSULT"})  # who does it in a land need not be the land
_AUTHORED: Final = word_list("de", "author_nouns")
_SENDING: Final = word_list("de", "sending_nouns")


@dataclass(frozen=True, slots=True)
class Whose:
    """Answers for the nouns of one sentence."""

    analysis: Analysis
    lexicon: Lexicon
    slots: Slots
    parties: PartyFinder

    def deed(self, deed: int, blamed: bool = False) -> tuple[Party, ...]:
        """Whose a deed is; of "die Erweiterung der Befugnisse der NATO" it is the second genitive that tells. Who is `blamed`
        for "die Hilfe für Peru", "das Treffen mit Peru" is not Peru, nor is an attack in Peru its deed."""
        phrase, behind = self.analysis.phrases[deed], attached(self.analysis, deed)
        sent = phrase.lemma.lower() in _SENDING  # die Entsendung von Truppen is not theirs
        if sent or self.is_of_others(deed, blamed):
            own = self.parties.offices.toward(phrase)
            there = behind is not None and own == self.parties.entity(behind.index)  # das Attentat in Lima
            return (Party(own, self.parties.span(deed)),) if own is not None and not there else ()
        found = self.proposed_by(deed) or self.parties.owners(deed)
        inner = () if found else [p.index for p in self.analysis.phrases if p.attribute_of == deed and p.name is None]
        return found or tuple(p for i in inner for p in self.parties.owners(i))

    def is_of_others(self, deed: int, blamed: bool) -> bool:
        """Whether what stands behind the deed tells where it is done, or with or for whom, and not by whom."""
        phrase, behind = self.analysis.phrases[deed], attached(self.analysis, deed)
        if behind is None or behind.preposition not in ("in", "mit", "für"):
            return False
        relations = {frame.relation for frame in frames_of(phrase, self.lexicon)}
        if behind.preposition == "in":
            return not relations.isdisjoint(_ANYBODYS)
        return blamed and (behind.preposition == "für" or not relations.isdisjoint(reciprocal()))

    def proposed_by(self, deed: int) -> tuple[Party, ...]:
        """der von Peru vorgeschlagene Einsatz: the agent of the participle that describes the deed."""
        described = (c for c in self.analysis.clauses if c.antecedent == deed and c.kind is ClauseKind.PARTICIPIAL)
        passive = (c for c in described if c.verb is not None and c.verb.voice is not Voice.ACTIVE)
        return tuple(p for c in passive for i in self.slots.subject(c) for p in self.parties.parties(i))

    def called(self, clause: Clause, markers: tuple[str, ...]) -> tuple[Party, ...]:
        """bezeichnete den Prozess als Inszenierung der Regierung: whose work it is said to be."""
        named = (i for marker in markers for i in self.slots.prepositional(clause, marker))
        authored = (i for i in named if self.analysis.phrases[i].lemma.lower() in _AUTHORED)
        return next((found for i in authored if (found := self.parties.owners(i))), ())

    def asked(self, index: int) -> tuple[Party, ...]:
        """drängt auf den Rücktritt der Regierung, verlangte Perus Rückzug: who shall give way; fordert Schutz durch die NATO:
        who shall act."""
        nouns = self.lexicon.nouns.get(self.analysis.phrases[index].lemma, ())
        if bool(nouns) and all(f.relation == "RETREAT" and "genitive" in f.actor for f in nouns):
            return self.parties.owners(index)
        after = self.analysis.phrases[index + 1 : index + 2]
        near = [p.index for p in after if p.first == self.analysis.phrases[index].last + 1 and p.preposition == "durch"]
        return tuple(p for i in near for p in self.parties.parties(i))
