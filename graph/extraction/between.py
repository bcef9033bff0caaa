"""The two sides of what goes on between them: "Gefechte zwischen A und B", "zwischen A und B kam es zu Gefechten"."""

from dataclasses import dataclass

from ..language.clause import Analysis, Clause, Phrase
from ..language.lexicon import Frame
from ..model import Kind, Party
from .noun_slots import NounSlots
from .parties import PartyFinder
from .slots import Slots


@dataclass(frozen=True, slots=True)
class Between:
    """Answers for the nouns of one sentence."""

    analysis: Analysis
    slots: Slots
    parties: PartyFinder
    noun_slots: NounSlots

    def sides(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """Those between whom the noun's act goes on. No side is who lies on either side of a place ("Stationierung in der
        Region zwischen A und B"), but in a fight at the border between two it is they who fight."""
        following = self.noun_slots.following(phrase)[:1]
        if following and self.analysis.phrases[following[0]].preposition == "zwischen":
            return self._both(following[0])
        if clause is None or "zwischen" not in (*frame.actor, *frame.recipient):
            return ()
        front = [i for i in self.slots.prepositional(clause, "zwischen") if i < phrase.index]
        if not front or (self._hangs(front[0]) and frame.relation != "ASSAULT"):
            return ()
        return self._both(front[0])

    def host(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """beim Besuch seines Kollegen Kern lobte er …: whoever acts while somebody visits is visited."""
        visited = frame.mode == "visit" and phrase.preposition == "bei" and "genitive" in frame.actor and clause is not None
        if not visited or clause is None or not self.noun_slots.fill(phrase, "genitive"):
            return ()
        acting = (p for i in self.slots.subject(clause) for p in self.parties.parties(i))
        return tuple(p for p in acting if p.entity.kind is Kind.PERSON)[:1]

    def _both(self, index: int) -> tuple[Party, ...]:
        """zwischen A und B; zwischen Truppen Perus und Kubas: those whose they are."""
        found = self.parties.parties(index)
        if len(found) > 1:
            return found
        owners = self.noun_slots.genitives(self.analysis.phrases[index])
        owned = tuple(party for i in owners for j in self.analysis.joined(i) for party in self.parties.parties(j)[:1])
        return owned if len(owned) > 1 else found

    def _hangs(self, index: int) -> bool:
        """Whether the phrase belongs to the noun right before it."""
        before = self.analysis.phrases[index - 1] if index else None
        return before is not None and before.last == self.analysis.phrases[index].first - 1
