"""What a passive leaves unsaid: who does it, and whose the name is that stands where a subject might."""

from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Case, Clause, ClauseKind, Link, Role, Voice
from ..language.lexicon import Frame
from ..language.wordlists import word_list
from .slots import Slots

TOLD_OF_SUFFERER: Final = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})  # "wurde kritisiert"
_TARGETS: Final = tuple(sorted(word_list("de", "target_nouns")))


@dataclass(frozen=True, slots=True)
class Unsaid:
    """Answers for the passive clauses of one sentence."""

    analysis: Analysis
    slots: Slots

    def strikes_targets(self, frame: Frame, clause: Clause) -> bool:
        """Gestern wurden 40 Ziele angegriffen: whose they are, and who struck them, was told before."""
        passive = clause.verb is not None and clause.verb.voice is Voice.PASSIVE and clause.kind is not ClauseKind.PARTICIPIAL
        if not passive or frame.relation != "ASSAULT" or frame.light is not None or "accusative" not in frame.recipient:
            return False
        struck = (self.analysis.phrases[i] for i in self.slots.fill(clause, "accusative"))
        return any(p.lemma.lower().endswith(_TARGETS) and p.pronoun is None for p in struck)

    def by_whom(self, frame: Frame, clause: Clause) -> bool:
        """China wurde scharf kritisiert, der Türkei Hilfe zugesagt, Reportern ist die Einreise untersagt: a passive that names
        nobody who does it."""
        verb, to_somebody = clause.verb, frame.recipient[:1] == ("dative",) and frame.relation != "AID"  # war nicht zu helfen
        voices = (Voice.PASSIVE, Voice.STATIVE) if to_somebody and frame.relation == "COERCE" else (Voice.PASSIVE,)
        if verb is None or verb.finite is None or verb.voice not in voices or clause.link is Link.CONDITION:
            return False
        told = frame.relation in TOLD_OF_SUFFERER or to_somebody
        if clause.kind is ClauseKind.PARTICIPIAL or not told or frame.tone is not None:
            return False
        if frame.mode == "meet":  # guests are invited everywhere
            return False
        if "state" not in frame.kinds.get("actor", ("state",)):  # only persons attack with words
            return False
        return not any(self.slots.fill(clause, slot) for slot in frame.actor)

    def dative_name(self, clause: Clause, beside_thing: bool) -> tuple[int, ...]:
        """Putin werden Verbrechen vorgeworfen, Merkel wurde gratuliert: the name that could be a dative, though it stands
        where a subject might; with `beside_thing` only where the thing stands there too."""
        bare = (*clause.fillers_in(Role.SUBJECT), *clause.fillers_in(Role.ADJUNCT))
        if beside_thing and len(bare) < 2:
            return ()
        names = (i for i in bare if self.analysis.phrases[i].name is not None)
        return tuple(i for i in names if Case.DATIVE in self.analysis.phrases[i].cases)
