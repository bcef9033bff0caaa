"""What somebody calls somebody's deed: "bezeichnete das Vorgehen Israels als Verbrechen", "der Beschluss der EU sei ein
Fehler, sagte Lawrow". What is called bad is criticised, what is called good is supported.
"""

from collections.abc import Iterator
from typing import Final

from ..language.clause import Analysis, Clause, Role
from ..language.lexicon import Frame
from ..language.wordlists import word_list
from ..model import Kind, Stance
from .attribution import Attributions
from .context import Realities
from .frames import Act
from .nouns import frames_of
from .parties import PartyFinder
from .slots import Slots
from .tones import evaluated

_BLAMED: Final = Frame("judged-bad", "sein", False, "ACCUSE", ("source",), ("subject",), ())
_PRAISED: Final = Frame("judged-good", "sein", False, "SUPPORT", ("source",), ("subject",), ())
_ANSWERING: Final = word_list("de", "answering_for") | frozenset({"schuld", "mitschuldig"})
_HARMING: Final = frozenset({"ASSAULT", "COERCE", "THREATEN"})
_SUFFERED: Final = word_list("de", "suffered_nouns")
_JUDGES: Final = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.PERSON, Kind.GROUP})


def judgements(
    analysis: Analysis, slots: Slots, parties: PartyFinder, attributions: Attributions, realities: Realities
) -> Iterator[Act]:
    """For each clause in which a source says that a deed or its doer is bad or good, what the source does thereby."""
    for clause in analysis.clauses:
        frame = _tone(analysis, slots, clause)
        chain = attributions.chain(clause) if frame is not None else ()
        source = chain[-1].source if chain and chain[-1].stance is Stance.ASSERTS else None
        if frame is None or source is None or source.entity.kind not in _JUDGES or clause.introducer == "ob":
            continue
        for index in slots.fill(clause, "subject")[:1]:
            itself = parties.parties(index)
            for judged in itself or parties.owners(index):
                fits = judged.entity.kind in _JUDGES and (itself or judged.entity.kind is not Kind.GROUP)
                if fits and judged.entity != source.entity:
                    span = analysis.clause_span(clause)
                    yield Act(frame, clause.index, source, judged, span, realities.own(clause))


def _tone(analysis: Analysis, slots: Slots, clause: Clause) -> Frame | None:
    """The frame of a copular clause whose predicate evaluates."""
    verb = clause.verb
    if verb is None or verb.lemma not in ("sein", "bleiben") or verb.modal is not None or verb.negated:
        return None
    subject = slots.covered(clause.fillers_in(Role.SUBJECT))
    words = [i for i in clause.tokens if i not in subject]
    if any(analysis.tokens[i].low in _ANSWERING for i in words) and _is_answered_for(analysis, slots, clause):
        return _BLAMED
    tone = evaluated(analysis, slots.lexicon, words)
    return None if tone is None else _BLAMED if tone == "bad" else _PRAISED


def _is_answered_for(analysis: Analysis, slots: Slots, clause: Clause) -> bool:
    """verantwortlich für den Anschlag, die Krise, Verbrechen; but for the budget somebody answers without blame."""
    deeds = (analysis.phrases[i] for p in ("für", "an") for i in slots.prepositional(clause, p))
    return any(
        slots.lexicon.tones.get(deed.lemma.lower()) == "bad"
        or deed.lemma.lower() in _SUFFERED
        or any(frame.relation in _HARMING for frame in frames_of(deed, slots.lexicon))
        for deed in deeds
    )
