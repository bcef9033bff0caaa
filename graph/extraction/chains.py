"""The chain of an act: that of its clause, what the noun that tells it adds, and what a party says of itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list
from ..model import Modality, Party, Stance, Step
from .attribution import JUDGING, Attributions
from .charges import Charges
from .frames import Act
from .slots import Slots

_DISOWNING: Final = frozenset({"bestreiten", "dementieren", "leugnen", "abstreiten", "verneinen"})
_TOLD_OF: Final = ("über", "von", "auf")
_CONTENT: Final = frozenset({"wonach", "dass", "daß"})
_ANNOUNCING: Final = word_list("de", "announcing_verbs")
_SHOWING: Final = word_list("de", "showing_verbs")
_RECORDINGS: Final = word_list("de", "recordings")
_DEEDS: Final = frozenset({"ASSAULT", "AID", "COERCE", "CONSULT", "MOBILIZE", "SANCTION", "COOPERATE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class Chains:
    """Answers for the acts of one sentence."""

    analysis: Analysis
    lexicon: Lexicon
    slots: Slots
    attributions: Attributions

    def of(self, act: Act) -> tuple[Step, ...]:
        """On whose word the act stands, outermost first; what a party announces about its own plans, or asks and judges
        itself, needs no source, but of what it says to have done it is the source."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        if clause is None:
            return ()
        chain = (*self.attributions.chain(clause), *self._announced(clause, act))
        if act.phrase is not None:
            told = (
                self._confirmed(clause, act.phrase)
                or self._charged(clause, act.phrase)
                or self._shown(clause, act.phrase)
                or self._reported(clause, act.phrase)
            )
            own = bool(told) and told[0].stance is Stance.ASSERTS and _is_actor(told[0], act)
            chain = chain if own else (*chain, *told)
            chain = self.attributions.distanced_noun(act.phrase, chain)
        elif clause.kind is ClauseKind.PARTICIPIAL and clause.antecedent is not None and clause.parent is not None:
            chain = (*chain, *self._confirmed(self.analysis.clauses[clause.parent], clause.antecedent))  # von zehn Getöteten
        if act.reality.stance is not None and chain and chain[-1].stance is Stance.ASSERTS:
            return chain
        announced = self_told(chain, act.actor, act.frame.relation, act.reality.modality)
        return without_echo(chain[:-1] if announced else chain)

    def _announced(self, clause: Clause, act: Act) -> tuple[Step, ...]:
        """erklärte die Bereitschaft ihres Landes, gab die Zustimmung seiner Regierung bekannt: who tells what others do."""
        told = clause.verb is not None and clause.verb.lemma in _ANNOUNCING
        if not told or act.phrase is not None or act.actor is None or act.frame.light is None:
            return ()
        tellers = {p.entity for i in self.slots.subject(clause) for p in self.attributions.parties.parties(i)}
        return self.attributions.said_by(clause) if tellers and act.actor.entity not in tellers else ()

    def _confirmed(self, clause: Clause, phrase: int) -> tuple[Step, ...]:
        """bestätigte die Freilassung, dementierte den Angriff, berichtete von Panzern: the act is what the cue speaks of."""
        cue = self.attributions.cue(clause)
        charge = self.analysis.phrases[phrase].lemma.rpartition("-")[2] in self.lexicon.report_nouns
        if cue is None or (charge and cue.stance is Stance.DENIES):  # who rejects a charge does not deny that it was made
            return ()
        about = self.slots.fill(clause, "über") if cue.kind != "topic" else ()  # two may well speak about what never was
        spoken_of = (*self.slots.fill(clause, "von"), *about)
        objects = self.slots.fill(clause, "accusative") if cue.anaphora or cue.kind == "report" else ()
        return self.attributions.said_by(clause) if phrase in (*objects, *spoken_of) else ()

    def _charged(self, clause: Clause, phrase: int) -> tuple[Step, ...]:
        """wirft ihm den Überfall vor: the deed stands on the accuser's word."""
        charges = Charges(self.analysis, self.slots, self.attributions.parties)
        return self.attributions.said_by(clause) if charges.accused(clause, self.analysis.phrases[phrase]) else ()

    def _shown(self, clause: Clause, phrase: int) -> tuple[Step, ...]:
        """zeigte Aufnahmen von ihm bei einem Treffen: who shows what was recorded says that it took place."""
        shows = clause.verb is not None and clause.verb.lemma in _SHOWING and not clause.verb.negated
        shown = self.slots.fill(clause, "accusative") if shows else ()
        recorded = any(i < phrase and self.analysis.phrases[i].lemma.lower() in _RECORDINGS for i in shown)
        sources = self.slots.subject(clause)[:1] if recorded else ()
        found = (self.attributions.sources.party(index) for index in sources)
        return tuple(self.attributions.sources.step(source, Stance.ASSERTS) for source in found if source is not None)

    def _reported(self, clause: Clause, phrase: int) -> tuple[Step, ...]:
        """Berichte über Waffenlieferungen, der Verdacht der Folter: the act is what the noun before it says."""
        cues, act, before = self.attributions.cues, self.analysis.phrases[phrase], self.analysis.phrases[phrase - 1]
        cue = cues.noun(before) if phrase and before.last == act.first - 1 else None
        alone = act.preposition == "über" or cues.preposition(before) is None  # but "nach Angaben von X" names X
        told = act.preposition in _TOLD_OF and act.determiner not in ("definite", "demonstrative") and alone
        owned = act.attribute_of == before.index
        if cue is None or not (told or (owned and cue.stance is Stance.ALLEGES)):
            return ()
        sources = self.attributions.sources
        spoken = before.index in (*self.slots.fill(clause, "accusative"), *self.slots.fill(clause, "von"))
        source = (sources.of_noun(before) if not owned else None) or (
            sources.of_subject(clause, before.index) if spoken else None
        )
        source = source or (None if owned else sources.party(before.index))
        return (sources.step(source, cue.stance, self.attributions.parties.span(before.index)),)

    def denied_doer(self, act: Act, chain: tuple[Step, ...]) -> Party | None:
        """Who denies a deed of which nobody else is named as the doer: bestritt Waffenlieferungen an die Rebellen."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        if clause is None or act.phrase is None or act.actor is not None or act.frame.relation not in _DEEDS:
            return None
        disowned = clause.verb is not None and clause.verb.lemma in _DISOWNING and chain and chain[-1].stance is Stance.DENIES
        denied = disowned and act.phrase in self.slots.fill(clause, "accusative")
        return chain[-1].source if denied else None

    def judged(self, act: Act) -> tuple[Step, ...]:
        """Who first said what somebody else judges: "wies den Bericht der Agentur zurück, wonach …"; empty where the words
        name nobody, or the act is no such content."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        parent = self.analysis.clauses[clause.parent] if clause is not None and clause.parent is not None else None
        if clause is None or parent is None or clause.link is not Link.COMPLEMENT or clause.introducer not in _CONTENT:
            return ()
        cue = self.attributions.cue(parent)
        if cue is None or cue.stance not in JUDGING:
            return ()
        for index in (*self.slots.fill(parent, "accusative"), *self.slots.fill(parent, "dative")):
            phrase = self.analysis.phrases[index]
            source = self.attributions.sources.of_noun(phrase) if self.lexicon.is_report(phrase.lemma) else None
            if source is not None:
                step = self.attributions.sources.step(source, Stance.ASSERTS, self.attributions.parties.span(index))
                return self.attributions.distanced(clause, (*self.attributions.chain(parent), step))
        return ()


def self_told(chain: tuple[Step, ...], actor: Party | None, relation: str, modality: Modality) -> bool:
    """Whether the innermost source tells what it plans, asks or judges itself: no source is needed then, but of what
    it says to have done."""
    if (
        not chain
        or chain[-1].stance not in (Stance.ASSERTS, Stance.CONFIRMS)
        or (modality is Modality.ACTUAL and relation in _DEEDS)
    ):
        return False
    source = chain[-1].source
    return source is not None and actor is not None and source.entity == actor.entity


def _is_actor(step: Step, act: Act) -> bool:
    return step.source is not None and act.actor is not None and step.source.entity == act.actor.entity


def without_echo(chain: Iterable[Step]) -> tuple[Step, ...]:
    """The chain without steps that say once more what the same party says in the step before: "Er gehe davon aus, dass …"
    within his own speech."""
    kept: list[Step] = []
    for step in chain:
        said = (step.source.entity, step.stance) if step.source is not None else None
        before = (kept[-1].source.entity, kept[-1].stance) if kept and kept[-1].source is not None else None
        if said is None or said != before:
            kept.append(step)
    return tuple(kept)
