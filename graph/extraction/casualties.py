"""Deaths and injuries: violence told by who suffers it ("bei einem Anschlag starben zwölf Menschen").

That somebody dies is no act of its own, and who is hurt may have had an accident. It is an act where a noun of the
clause tells violence ("bei Kämpfen", "durch eine Autobombe"), or where "dabei" points to violence told just before.
The same noun may say whose act it was: "bei einem Angriff der Rebellen".
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from ..language.clause import Analysis, Clause, Phrase, Role
from ..language.wordlists import ends_in, word_list
from ..model import Kind, Party
from .frames import Act
from .memory import Memory
from .nominal import NounFrames
from .nouns import ACCIDENT, frames_of, is_accident, is_violent

_AMID: Final = frozenset({"bei", "durch", "in", "nach", "infolge", "während", "an", "von", "aus"})
_ALSO_BY_CHANCE: Final = frozenset({"verletzen", "verwunden"})
_AGAINST: Final = ("auf", "gegen")
_FIGHTS: Final = word_list("de", "fight_nouns")
_EARLIER: Final = ("nach", "vor", "wegen", "seit")
_BEFORE: Final = frozenset({"dabei", "dadurch", "hierbei", "daraufhin", "danach"})


@dataclass(frozen=True, slots=True)
class Casualties:
    """Judges the acts of one sentence that name who suffers and not who acts."""

    analysis: Analysis
    nouns: NounFrames
    memory: Memory

    def judged(self, acts: Iterable[Act]) -> Iterator[Act]:
        """The acts, without deaths that nobody is known to have caused, and with the doer that the noun of violence names."""
        killed = False  # in this sentence: who is hurt beside them is hurt by the same
        for act in acts:
            by_violence = act.frame.relation == "ASSAULT" and act.phrase is None and act.frame.predicate not in _ALSO_BY_CHANCE
            bare = act.actor is None and act.recipient is not None and act.phrase is None and bool(self.analysis.clauses)
            if act.frame.amid is None and not (bare and act.frame.relation == "ASSAULT"):
                killed |= by_violence
                yield act
                continue
            clause = self.analysis.clauses[act.clause]
            cause = self._cause(clause)
            known = cause is not None or not self._needs_cause(act) or self._told(clause, act)
            if self._is_accident(clause) or not (known or (killed and act.frame.amid is None)):
                continue
            killed |= by_violence
            doer = self._doer(cause, act) if cause is not None and bare else None
            between = cause is not None and self._is_between_two(cause)  # who of the two did it, nobody says
            doer = None if between else doer
            yield replace(act, actor=doer, settled=between) if doer is not None or between else act

    def _is_between_two(self, cause: Phrase) -> bool:
        """Kämpfe zwischen A und B, Gefechte der Armee mit Rebellen: two fight, and both are told."""
        fill = self.nouns.noun_slots.fill
        if fill(cause, "zwischen"):
            return True
        fights = ends_in(cause.lemma.lower(), _FIGHTS)
        one = fights and (fill(cause, "von") or fill(cause, "genitive") or fill(cause, "adjective"))
        return bool(one) and bool(fill(cause, "gegen") or fill(cause, "mit"))

    def _cause(self, clause: Clause) -> Phrase | None:
        """The noun of the clause that tells violence: "bei Kämpfen", "durch eine Bombe", "ein Anschlag tötete"."""
        phrases = [self.analysis.phrases[i] for i in (*clause.fillers_in(Role.PREPOSITION), *clause.fillers_in(Role.SUBJECT))]
        near = (p for p in phrases if p.preposition is None or p.preposition in _AMID)
        return next((p for p in near if is_violent(self.analysis, p, self.nouns.lexicon)), None)

    def _is_accident(self, clause: Clause) -> bool:
        """A noun of the clause says so; or one of the sentence or of those before it, and none tells violence; or the
        article is about an accident and has told no violence."""
        near = [self.analysis.phrases[i] for i in (*clause.fillers_in(Role.PREPOSITION), *clause.fillers_in(Role.SUBJECT))]
        if any(is_accident(p) for p in near):
            return True
        here, violent = any(is_accident(p) for p in self.analysis.phrases), self._violence_here()
        lately = self.memory.told(ACCIDENT, self.analysis.sentence.index)
        about = self.memory.ever(ACCIDENT) and not self.memory.ever("ASSAULT")
        return not violent and (here or lately or about)

    def _violence_here(self) -> bool:
        told = self.memory.told("ASSAULT", self.analysis.sentence.index)
        return told or any(is_violent(self.analysis, p, self.nouns.lexicon) for p in self.analysis.phrases)

    def _needs_cause(self, act: Act) -> bool:
        """Whether the words alone do not tell an act: who dies, and who is hurt by nobody named."""
        return act.frame.amid is not None or act.frame.predicate in _ALSO_BY_CHANCE

    def _told(self, clause: Clause, act: Act) -> bool:
        """dabei starben vier: what the sentence before told; wounded are they where it or this one tells violence."""
        if act.frame.amid is None:
            return self._violence_here()
        words = (self.analysis.tokens[i].low for i in clause.tokens)
        back = any(w in _BEFORE for w in words) or (act.frame.light is not None and act.frame.light.startswith("unter "))
        return back and self.memory.told(act.frame.amid, self.analysis.sentence.index)

    def _doer(self, cause: Phrase, act: Act) -> Party | None:
        """Whose violence it was: "bei einem Angriff der Rebellen", "bei Kämpfen mit Rebellen"."""
        for frame in frames_of(cause, self.nouns.lexicon)[:1]:
            slots = (*(s for s in frame.actor if s != "zwischen"), "mit")
            found = (p for slot in slots for p in self.nouns.noun_slots.fill(cause, slot))
            return next((p for p in found if act.recipient is None or p.entity != act.recipient.entity), None)
        return None

    def without_places(self, told: Iterable[Act], verbs: Iterable[Act]) -> Iterator[Act]:
        """Bei einem Anschlag in Kabul starben zwölf: where the clause names victims, the place of the deed is none."""
        hit = {v.clause: v for v in verbs if v.frame.relation == "ASSAULT" and v.recipient is not None}
        for act in told:
            place = act.recipient is not None and act.recipient.entity.kind in (Kind.PLACE, Kind.STATE)
            by = hit.get(act.clause) if act.actor is None and act.frame.relation == "ASSAULT" else None
            if by is None or act.recipient is None:
                yield act
            elif by.recipient is not None and by.recipient.entity == act.recipient.entity:
                continue  # bekannte sich zu dem Anschlag auf Gaza: told by the verb
            elif not place or self._is_target(act):  # bei einem Luftangriff auf Gaza tötete die Armee drei Menschen
                known = by.actor is not None and by.actor.entity != act.recipient.entity and self._is_at_once(act)
                yield replace(act, actor=by.actor) if known else act

    def _is_at_once(self, act: Act) -> bool:
        """Bei einem Angriff wurden sie erschossen, but nach einem Angriff: that one was told of others."""
        return act.phrase is None or self.analysis.phrases[act.phrase].preposition not in _EARLIER

    def _is_target(self, act: Act) -> bool:
        """Ein Angriff auf Gaza, but not one in Gaza."""
        following = self.nouns.noun_slots.following(self.analysis.phrases[act.phrase]) if act.phrase is not None else ()
        return any(self.analysis.phrases[i].preposition in _AGAINST for i in following[:1])
