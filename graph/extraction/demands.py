"""Demands told by a modal in reported speech: "Der Iran müsse die Anreicherung beenden, so Rice" is Rice's request.

The act inside is what is demanded, not one that is reported; it is told by the demand.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Mood, Role, Tense, Voice
from ..language.lexicon import Frame
from ..language.wordlists import word_list
from ..model import Kind, Party, Stance
from .attribution import Attributions
from .context import Reality
from .frames import Act
from .parties import PartyFinder
from .slots import Slots

_DEMAND: Final = Frame("modal-demand", "müssen", False, "REQUEST", ("source",), ("subject",), ())
_BLAME: Final = Frame("modal-blame", "müssen", False, "ACCUSE", ("source",), ("subject",), ())
_FORBIDDING: Final = frozenset({"dürfen", "sollen"})
_ADDRESSED: Final = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.PERSON, Kind.GROUP})
SPOKEN_OF: Final = frozenset({"REQUEST", "REJECT"})


def demands(analysis: Analysis, slots: Slots, parties: PartyFinder, attributions: Attributions) -> Iterator[Act]:
    """A request of the innermost source to the subject, for each clause that says what the subject must do."""
    for clause in analysis.clauses:
        wills = _willed_by(analysis, clause)
        chain = attributions.chain(clause) if _demands(analysis, clause) else ()
        source = chain[-1].source if chain and chain[-1].stance is Stance.ASSERTS else None
        if wills is not None and _must(clause):
            source = next(iter(parties.owners(wills)), None)
        source = source or _decided_by(slots, parties, clause)
        if source is None:
            continue
        addressed = next((p for i in slots.subject(clause) for p in parties.parties(i)), None) or _told(slots, parties, clause)
        own = any(analysis.phrases[i].pronoun == "wir" for i in slots.subject(clause))  # wir sollten daran denken
        by_person = source.entity.kind is Kind.PERSON  # er schrieb, er müsse fort: himself
        own = own or (by_person and any(analysis.phrases[i].pronoun in ("er", "sie") for i in slots.subject(clause)))
        if own or addressed is None or addressed.entity.kind not in _ADDRESSED:
            if not own and addressed is None and _asks_nobody(analysis, clause, source):
                yield Act(_DEMAND, clause.index, source, None, analysis.clause_span(clause), Reality())
            continue
        if _tells_a_need(analysis, clause) and addressed.entity.local and addressed.entity.kind is Kind.GROUP:
            continue  # „Diese Frauen müssen verzichten“
        if addressed.entity == source.entity or source.entity.name.lower() in word_list("de", "will_nouns"):
            continue
        frame = _BLAME if _must_bear(analysis, clause) else _DEMAND
        yield Act(frame, clause.index, source, addressed, analysis.clause_span(clause), Reality())


def _asks_nobody(analysis: Analysis, clause: Clause, source: Party) -> bool:
    """Man müsse handeln, meinte Kern; Wahlen müssten vorbereitet werden: asked of nobody in particular."""
    verb = clause.verb
    if verb is None or verb.modal != "müssen" or verb.negated or clause.link not in (Link.NONE, Link.COMPLEMENT, Link.COORDINATE):
        return False
    if source.entity.local or source.entity.kind is Kind.OUTLET or verb.tense is Tense.PERFECT:
        return False
    subjects = [analysis.phrases[i] for i in clause.fillers_in(Role.SUBJECT)]
    anybody = any(p.pronoun == "man" for p in subjects)
    undone = verb.voice is Voice.PASSIVE and all(p.pronoun in (None, "es") for p in subjects)
    return (anybody and verb.mood is not Mood.INDICATIVE) or undone


def _must_bear(analysis: Analysis, clause: Clause) -> bool:
    """muss sich fragen lassen, den Vorwurf gefallen lassen: no demand, but blame."""
    words = {analysis.tokens[i].low for i in clause.tokens}
    return "sich" in words and "lassen" in words


def _tells_a_need(analysis: Analysis, clause: Clause) -> bool:
    """müssen in the indicative, with no exclamation: what people cannot help doing."""
    verb = clause.verb
    return verb is not None and verb.modal == "müssen" and verb.mood is Mood.INDICATIVE and analysis.tokens[-1].text != "!"


def _must(clause: Clause) -> bool:
    """soll zahlen, but not "soll gezahlt haben"."""
    return clause.verb is not None and clause.verb.modal in ("sollen", "müssen") and not clause.verb.evidential


def _willed_by(analysis: Analysis, clause: Clause) -> int | None:
    """Nach dem Willen der EU soll …: the phrase of the will that the clause tells."""
    after = (i for i in clause.fillers_in(Role.PREPOSITION) if analysis.phrases[i].preposition == "nach")
    after = (i for i in after if analysis.phrases[i].determiner != "possessive")  # nach seiner Meinung: not yet known whose
    return next((i for i in after if analysis.phrases[i].lemma.lower() in word_list("de", "will_nouns")), None)


def _decided_by(slots: Slots, parties: PartyFinder, clause: Clause) -> Party | None:
    """Das Gericht entschied, dass X zahlen müsse: the body that lays down what somebody has to do."""
    if clause.parent is None or clause.link is not Link.COMPLEMENT or not _demands(slots.analysis, clause):
        return None
    deciding = slots.analysis.clauses[clause.parent]
    if deciding.verb is None or deciding.verb.negated or deciding.verb.lemma not in word_list("de", "deciding_verbs"):
        return None
    return next((p for i in slots.subject(deciding) for p in parties.parties(i)), None)


def _told(slots: Slots, parties: PartyFinder, clause: Clause) -> Party | None:
    """schrieb dem Premierminister, dass die Politik sich ändern müsse: who is told so, where no party shall act."""
    if clause.parent is None or clause.link is not Link.COMPLEMENT:
        return None
    saying = slots.analysis.clauses[clause.parent]
    told = (i for slot in ("dative", "an", "gegenüber", "accusative") for i in slots.fill(saying, slot))
    return next((p for i in told for p in parties.parties(i)), None)


def _demands(analysis: Analysis, clause: Clause) -> bool:
    verb = clause.verb
    if verb is None or verb.evidential or clause.link is Link.CONDITION:
        return False
    denied = verb.negated or any(analysis.phrases[f.phrase].determiner == "negative" for f in clause.fillers)
    if denied:  # dürfe keine Waffen besitzen, solle nicht zögern; but "müsse nicht" leaves free
        return verb.modal in _FORBIDDING and verb.mood is Mood.REPORTED
    if verb.modal == "sollen" and verb.mood is not Mood.REPORTED:  # sollte: no demand in "bei dem er sterben sollte"
        return clause.kind is ClauseKind.MAIN and clause.tokens[0] != verb.finite and verb.mood is not Mood.INDICATIVE
    return verb.modal in ("müssen", "sollen")


def without_demanded(analysis: Analysis, found: Iterable[Act]) -> list[Act]:
    """What is demanded or refused is told by the demand or refusal itself, not once more as an act."""
    acts = list(found)
    speaking = {a.clause for a in acts if a.frame.relation in SPOKEN_OF and a.frame.clause is not None}
    inner = {c.index for c in analysis.clauses if c.parent in speaking and c.link is Link.COMPLEMENT}
    return [a for a in acts if a.clause not in inner]
