"""Whether a clause fills what a frame demands: its complement, its sides, its matter."""

from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Case, Clause, ClauseKind, Link, Role, Voice
from ..language.german.nominals import TIME_NOUNS
from ..language.lexicon import Frame, Lexicon
from ..language.wordlists import word_list
from ..model import Party
from .nouns import is_violent
from .slots import Slots, ends_in_noun
from .tones import is_described

EACH_OTHER: Final = frozenset({"gegenseitig", "einander", "wechselseitig", "untereinander", "aufeinander", "gegeneinander"})
_MEASURES: Final = tuple(sorted(word_list("de", "judged_measures")))
_TO_NOBODY: Final = frozenset({"REQUEST", "REJECT"})  # may be toward nobody in particular where its content is told


@dataclass(frozen=True, slots=True)
class Saturation:
    """Answers for the clauses of one sentence."""

    analysis: Analysis
    lexicon: Lexicon
    slots: Slots

    def complement_fits(self, frame: Frame, clause: Clause) -> bool:
        """Whether the noun that the frame wants beside its verb stands there: "mit Wasserwerfern"."""
        if frame.relation == "PROTEST" and frame.light is None and not frame.reflexive and self._shows(frame, clause):
            return False
        if frame.complement_slot is None:
            return True
        if frame.complement_slot == "adjective":  # gewährte finanzielle Unterstützung
            light = self.slots.light_phrase(clause, frame.light) if frame.light is not None else None
            return light is not None and is_described(self.analysis, light, frame.complement_heads)
        fillers = self.slots.fill(clause, frame.complement_slot)
        if not frame.complement_heads:  # whatever stands there: stimmte gegen das Paket
            return bool(fillers)
        phrases = [self.analysis.phrases[i] for i in fillers]
        meant = any(p.pronoun is not None and frame.mode == "multilateral" for p in phrases)  # an ihr, daran nehmen … teil
        return meant or any(ends_in_noun(p.lemma, noun) for p in phrases for noun in frame.complement_heads)

    def is_devoted(self, clause: Clause) -> bool:
        """Bleibt der Tradition verhaftet: with something in the dative nobody is arrested."""
        stays = clause.verb is not None and clause.verb.voice is Voice.STATIVE and clause.verb.lemma == "verhaften"
        beside = (*clause.fillers_in(Role.DATIVE), *clause.fillers_in(Role.GENITIVE), *clause.fillers_in(Role.ADJUNCT))
        return stays and any(Case.DATIVE in self.analysis.phrases[i].cases for i in beside)

    def promises_itself(self, frame: Frame, clause: Clause) -> bool:
        """Verspricht sich Gewinn: nothing is promised to anybody."""
        promises = frame.alone and frame.relation == "AGREE" and not frame.reflexive
        return promises and clause.verb is not None and clause.verb.reflexive

    def _shows(self, frame: Frame, clause: Clause) -> bool:
        """demonstrierte Stärke: who has an object that the frame knows nothing of does not protest."""
        known = "accusative" in (*frame.recipient, *frame.theme, frame.complement_slot)
        objects = (self.analysis.phrases[i].lemma.lower() for i in clause.fillers_in(Role.ACCUSATIVE))
        return not known and any(noun not in TIME_NOUNS for noun in objects)

    def complete(
        self, frame: Frame, clause: Clause, actors: tuple[Party, ...], recipients: tuple[Party, ...], unsaid: bool
    ) -> bool:
        """Whether the sides and the matter that the frame requires are there; `unsaid`: a passive may leave out who acts."""
        each_other = len(actors) == 2 and any(self.analysis.tokens[i].low in EACH_OTHER for i in clause.tokens)
        content = self.theme(frame, clause) is not None or self._has_complement(clause)
        unasked = bool(actors) and self._is_to_nobody(frame, clause, content)
        if ("actor" in frame.requires and not actors and not unsaid) or (
            "recipient" in frame.requires and not (recipients or each_other or unasked)
        ):
            return False
        if "theme" in frame.requires and not content:
            return False
        if not actors and not recipients:
            return False
        agentless = (clause.verb is not None and clause.verb.voice is not Voice.ACTIVE) or clause.kind is ClauseKind.INFINITIVE
        described = clause.kind is ClauseKind.PARTICIPIAL and clause.link is Link.ATTRIBUTE  # "ausgewiesene Fachleute"
        suffering = "subject" in frame.recipient or (bool(recipients) and not frame.actor)  # kam in Haft, steht im Verdacht
        return bool(actors) or suffering or (agentless and not described) or self._by_deed(frame, clause)

    def _is_to_nobody(self, frame: Frame, clause: Clause, content: bool) -> bool:
        """empfahl Neuwahlen, stellte sich gegen das Gesetz: with its matter told the act needs no recipient; but not
        "verpflichtete sich" and "erwartet viele Gäste"."""
        itself = clause.verb is not None and clause.verb.reflexive and not frame.reflexive
        hopes = frame.predicate == "hoffen" or (frame.clause is not None and frame.clause.controller == "subject")
        told = content if frame.relation == "REQUEST" else self.theme(frame, clause) is not None
        judged = frame.tone == "bad" and self._measure(frame, clause)
        return judged or (frame.relation in _TO_NOBODY and told and not itself and not hopes)

    def _measure(self, frame: Frame, clause: Clause) -> bool:
        """Nannte das Gesetz einen Fehler: what is called bad is a measure or deed that nobody is named for."""
        things = [self.analysis.phrases[i] for slot in frame.recipient for i in self.slots.fill(clause, slot)]
        return any(p.determiner == "definite" and p.lemma.lower().endswith(_MEASURES) for p in things)

    def _by_deed(self, frame: Frame, clause: Clause) -> bool:
        """Eine Autobombe tötete vier Soldaten: the deed or the weapon acts for somebody unnamed."""
        deeds = (self.analysis.phrases[i] for i in self.slots.subject(clause)) if frame.relation == "ASSAULT" else ()
        return any(is_violent(self.analysis, p, self.lexicon) for p in deeds)

    def theme(self, frame: Frame, clause: Clause) -> int | None:
        """The phrase that tells what the act is about."""
        for slot in frame.theme:
            found = self.slots.fill(clause, slot)
            if found:
                return found[0]
        return None

    def _has_complement(self, clause: Clause) -> bool:
        """rief auf, … zu unterstützen; forderte, dass …"""
        return any(c.parent == clause.index and c.link is Link.COMPLEMENT for c in self.analysis.clauses)
