"""Whose a deed is that is judged, refused or asked for: by its genitive, the genitive inside it, or who proposed it."""

from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, ClauseKind, Voice
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list
from ..model import Party
from .attached import attached
from .parties import PartyFinder
from .slots import Slots

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
        for "die Hilfe für Peru" is not Peru."""
        phrase, behind = self.analysis.phrases[deed], attached(self.analysis, deed)
        meant_for = blamed and behind is not None and behind.preposition == "für"
        if meant_for or phrase.lemma.lower() in _SENDING:  # die Entsendung von Truppen is not theirs
            own = self.parties.offices.toward(phrase)
            return (Party(own, self.parties.span(deed)),) if own is not None else ()
        found = self.proposed_by(deed) or self.parties.owners(deed)
        inner = () if found else [p.index for p in self.analysis.phrases if p.attribute_of == deed and p.name is None]
        return found or tuple(p for i in inner for p in self.parties.owners(i))

    def proposed_by(self, deed: int) -> tuple[Party, ...]:
        """der von Peru vorgeschlagene Einsatz: the agent of the participle that describes the deed."""
        described = (c for c in self.analysis.clauses if c.antecedent == deed and c.kind is ClauseKind.PARTICIPIAL)
        passive = (c for c in described if c.verb is not None and c.verb.voice is not Voice.ACTIVE)
        return tuple(p for c in passive for i in self.slots.subject(c) for p in self.parties.parties(i))

    def asked(self, index: int) -> tuple[Party, ...]:
        """drängt auf den Rücktritt der Regierung, verlangte Perus Rückzug: who shall give way; fordert Schutz durch die NATO:
        who shall act."""
        nouns = self.lexicon.nouns.get(self.analysis.phrases[index].lemma, ())
        if bool(nouns) and all(f.relation == "RETREAT" and "genitive" in f.actor for f in nouns):
            return self.parties.owners(index)
        after = self.analysis.phrases[index + 1 : index + 2]
        near = [p.index for p in after if p.first == self.analysis.phrases[index].last + 1 and p.preposition == "durch"]
        return tuple(p for i in near for p in self.parties.parties(i))
