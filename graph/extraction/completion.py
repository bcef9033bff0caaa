"""Acts that name one side only: the other one from what the article told before."""

from dataclasses import dataclass, replace

from ..language.clause import Analysis
from .doers import Doers
from .frames import Act
from .memory import Memory
from .parties import PartyFinder


@dataclass(frozen=True, slots=True)
class Completion:
    """Fills the acts of one sentence from the memory of its article."""

    analysis: Analysis
    memory: Memory
    parties: PartyFinder

    def completed(self, act: Act) -> Act:
        """A noun or passive that names one side only has the other from what the article told before."""
        if act.settled:
            return act
        sentence, relation = self.analysis.sentence.index, act.frame.relation
        crowd = self.parties.crowd() if act.actor is None and relation == "PROTEST" else None
        if crowd is not None and (act.recipient is None or act.recipient.entity != crowd.entity):
            return replace(act, actor=crowd, open=False)
        if act.actor is None and act.recipient is not None:
            return replace(act, actor=Doers(self.analysis, self.memory, self.parties).of(act))
        if act.recipient is None and act.actor is not None and (act.phrase is not None or act.open):
            return replace(act, recipient=self.memory.other_side(relation, act.actor, sentence, acted=True))
        return act
