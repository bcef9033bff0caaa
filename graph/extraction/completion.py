"""Acts that name one side only: the other one from what the article told before."""

import re
from dataclasses import dataclass, replace
from typing import Final

from ..language.clause import Analysis, Voice
from .frames import Act
from .memory import Memory
from .parties import PartyFinder

_THEREBY: Final = frozenset({"dabei", "dadurch", "hierbei"})
_ONE_SIDED: Final = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})
_IN_SUM: Final = frozenset({"insgesamt", "bisher", "bislang", "jährlich", "wöchentlich", "täglich", "damals", "seit", "seither"})
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


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
        memory, sentence, relation = self.memory, self.analysis.sentence.index, act.frame.relation
        crowd = self.parties.crowd() if act.actor is None and relation == "PROTEST" else None
        if crowd is not None and (act.recipient is None or act.recipient.entity != crowd.entity):
            return replace(act, actor=crowd, open=False)
        if act.actor is None and act.recipient is not None:
            tokens = self.analysis.clauses[act.clause].tokens if self.analysis.clauses else ()
            if any(self.analysis.tokens[i].low in _THEREBY for i in tokens):
                return replace(act, actor=memory.last_actor(relation, sentence))
            known = memory.other_side(relation, act.recipient, sentence, acted=False)
            if known is None and act.open and act.phrase is not None:  # die Verhandlungen mit Peru, das sie aufnahm
                known = memory.other_side(relation, act.recipient, sentence, acted=True)
            alone = relation in _ONE_SIDED and self._is_of_now(act)
            known = known or (memory.sole_actor(relation, sentence, act.recipient) if alone else None)
            return replace(act, actor=known)
        if act.recipient is None and act.actor is not None and (act.phrase is not None or act.open):
            return replace(act, recipient=memory.other_side(relation, act.actor, sentence, acted=True))
        return act

    def _is_of_now(self, act: Act) -> bool:
        """Whether an act without a doer goes on from what was told: no sum, no other year, no infinitive."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        if clause is None or clause.verb is None:
            return True
        active = clause.verb.voice is Voice.ACTIVE and act.phrase is None and act.frame.amid is None
        words = (self.analysis.tokens[i] for i in clause.tokens)
        return not active and not any(w.low in _IN_SUM or _YEAR.fullmatch(w.text) for w in words)
