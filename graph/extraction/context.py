"""How real a clause is presented, and whether it is denied: modals, tense, conditions and what embeds it.

Values compose down the clause tree: what a promise embeds is intended, what a fear embeds is possible, and a refusal
negates what it embeds.
"""

from dataclasses import dataclass, replace
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Mood, Role, Tense
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list
from ..model import Modality, Stance
from .ahead import is_ahead
from .attribution import Attributions
from .slots import Slots

_ORDER: Final = (Modality.ACTUAL, Modality.INTENDED, Modality.POSSIBLE)
_BY_MODAL: Final = {
    "können": Modality.POSSIBLE, "mögen": Modality.POSSIBLE, "dürfen": Modality.POSSIBLE,
    "wollen": Modality.INTENDED, "sollen": Modality.INTENDED, "müssen": Modality.INTENDED,
}  # fmt: skip
_PERHAPS: Final = frozenset(
    {"möglicherweise", "vielleicht", "eventuell", "womöglich", "wahrscheinlich", "vermutlich", "potentiell", "potenziell"}
)
_EXPECTED: Final = frozenset({"eventuell", "möglich", "drohend", "mutmaßlich", "potentiell", "potenziell", "denkbar", "etwaig"})
_TOLD: Final = (Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT)
_GATHERING: Final = frozenset({"versammeln", "zusammenkommen", "zusammentreffen", "zusammenfinden"})
_OCCASIONS: Final = frozenset({"Zeitpunkt", "Zeit", "Fall", "Weise", "Umstand", "Form"})  # in keinem Fall
_HAPPENING: Final = word_list("de", "happening_verbs")
_WISHING: Final = word_list("de", "wishing_verbs")
_NONE: Final = frozenset({"keiner", "keine", "keines", "keinem", "keinen"})  # keiner der Staaten
_LEFT_OPEN: Final = frozenset({"ausschließen"})  # schloss nicht aus, dass …: it may be so
_PLANNED: Final = frozenset(
    {"geplant", "künftig", "bevorstehend", "angekündigt", "beabsichtigt", "vorgesehen", "anstehend", "kommend"}
)


@dataclass(frozen=True, slots=True)
class Reality:
    """How real the claim is, whether it is negated, and a stance that the embedding predicate brings along."""

    modality: Modality = Modality.ACTUAL
    negated: bool = False
    stance: Stance | None = None

    def within(self, outer: "Reality") -> "Reality":
        """This reality embedded in another: the less real wins, negations cancel out."""
        modality = max(self.modality, outer.modality, key=_ORDER.index)
        return Reality(modality, self.negated != outer.negated, self.stance or outer.stance)


class Realities:
    """The reality of each clause of one sentence."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon, slots: Slots, attributions: Attributions) -> None:
        self.analysis, self.lexicon, self.slots, self.attributions = analysis, lexicon, slots, attributions

    def of(self, clause: Clause) -> Reality:
        """The clause's own modality and negation within those of all that embeds it."""
        return self.own(clause).within(self._around(clause))

    def own(self, clause: Clause) -> Reality:
        """What the clause's own verb group and adverbs say."""
        if clause.verb is None:
            return Reality()
        modality = Modality.ACTUAL
        if clause.verb.modal is not None and not clause.verb.evidential:
            modality = self._modal(clause)
        elif clause.verb.tense is Tense.FUTURE or is_ahead(self.analysis, clause):
            modality = Modality.INTENDED
        elif clause.verb.mood is Mood.UNREAL and not self._reported(clause):
            modality = Modality.POSSIBLE
        depends = any(c.parent == clause.index and c.link is Link.CONDITION for c in self.analysis.clauses)
        ahead = modality is not Modality.ACTUAL or clause.verb.tense is Tense.PRESENT
        if (
            clause.link is Link.CONDITION
            or (depends and ahead)
            or any(self.analysis.tokens[i].low in _PERHAPS for i in clause.tokens)
            or clause.introducer == "ob"
            or (clause.introducer == "bis" and clause.verb.mood is not Mood.INDICATIVE)  # bis sie die Waffen niederlege
            or self._asked(clause)
        ):
            modality = Modality.POSSIBLE
        return Reality(modality, clause.verb.negated or self._denied_filler(clause))

    def _asked(self, clause: Clause) -> bool:
        """Hat X angegriffen? – nobody says so."""
        question = any(t.text == "?" for t in self.analysis.tokens[-2:])
        return question and clause.kind is ClauseKind.MAIN and clause.link is not Link.INSERT

    def _denied_filler(self, clause: Clause) -> bool:
        """keine Waffen geliefert, kein Staat hat anerkannt, zu keinem Zeitpunkt, keiner der Gruppen angehören: "kein" negates
        the clause."""
        fillers = tuple(i for role in (Role.SUBJECT, Role.ACCUSATIVE, Role.DATIVE) for i in clause.fillers_in(role))
        never = (i for i in clause.fillers_in(Role.PREPOSITION) if self.analysis.phrases[i].lemma in _OCCASIONS)
        phrases = self.analysis.phrases
        none = any(phrases[i].pronoun in _NONE for i in fillers)
        return none or any(phrases[i].determiner == "negative" for i in (*fillers, *never))

    def _modal(self, clause: Clause) -> Modality:
        assert clause.verb is not None and clause.verb.modal is not None
        if clause.verb.modal == "können" and clause.verb.mood is Mood.INDICATIVE and clause.verb.tense in _TOLD:
            return Modality.ACTUAL  # konnte 500 Menschen retten: it came about, or it did not
        unreal = clause.verb.mood is Mood.UNREAL and clause.verb.modal in ("können", "dürfen")
        return Modality.POSSIBLE if unreal else _BY_MODAL.get(clause.verb.modal, Modality.ACTUAL)

    def _reported(self, clause: Clause) -> bool:
        """Konjunktiv II in reported speech is no unreality."""
        if self.attributions.chain(clause):
            return True
        return clause.link is Link.COMPLEMENT or (
            clause.parent is not None and self.analysis.clauses[clause.parent].link is Link.COMPLEMENT
        )

    def _around(self, clause: Clause) -> Reality:
        """What the clauses above do to this one: the embedding predicate, then its own reality, and so on up."""
        if clause.parent is None or clause.link in (Link.NONE, Link.COORDINATE, Link.INSERT):
            return Reality()
        parent = self.analysis.clauses[clause.parent]
        if clause.link is Link.ADVERBIAL:
            gathered = parent.verb is not None and parent.verb.lemma in _GATHERING and parent.verb.tense in _TOLD
            return (
                Reality(Modality.INTENDED)
                if clause.introducer == "um" and not gathered  # versammelten sich, um zu protestieren: they did
                else Reality(negated=clause.introducer in ("ohne", "statt", "anstatt"))
            )
        if clause.kind is ClauseKind.RELATIVE or clause.kind is ClauseKind.PARTICIPIAL or clause.link is Link.CONDITION:
            return Reality()
        embedding = self.slots.embedding(parent)
        above = self.of(parent) if embedding is not None else Reality()
        judging = self.attributions.cue(parent)
        if embedding is None or (judging is not None and judging.stance in (Stance.DENIES, Stance.DOUBTS, Stance.CONFIRMS)):
            return Reality()  # the stance says it; the claim itself stays affirmative
        told = embedding.ahead and clause.verb is not None and clause.verb.tense in _TOLD
        here = Reality(Modality.ACTUAL if told else embedding.modality or Modality.ACTUAL, embedding.negated, embedding.stance)
        if parent.verb is not None and parent.verb.lemma in _LEFT_OPEN and parent.verb.negated:
            return Reality(Modality.POSSIBLE)
        passed_on = above if embedding.modality is not None or embedding.negated or embedding.carries else Reality()
        return here.within(passed_on)

    def of_noun(self, clause: Clause | None, index: int) -> Reality:
        """The reality of an act told by a noun: adjectives ("geplant"), "kein", and the verb whose object it is."""
        phrase = self.analysis.phrases[index]
        words = [t.lemma.lower() for t in self.analysis.tokens[phrase.first : phrase.head]]
        modality = (
            Modality.POSSIBLE if _EXPECTED & set(words) else Modality.INTENDED if _PLANNED & set(words) else Modality.ACTUAL
        )
        planned, denied = self._planned(index), phrase.determiner == "negative" or phrase.preposition == "ohne"
        own = Reality(modality, denied).within(planned)
        if clause is None or clause.verb is None:
            return own
        if clause.verb.lemma in _WISHING and phrase.preposition in ("auf", "für", "um"):
            return own.within(Reality(Modality.INTENDED))
        if index not in (*clause.fillers_in(Role.ACCUSATIVE), *clause.fillers_in(Role.SUBJECT)) and not self._governed(
            clause, index
        ):
            return own
        counted = denied and self._denied_filler(clause)  # the clause counts the noun's "kein" already
        affirmed = Reality(modality).within(planned) if counted else own
        embedding = self.lexicon.embedding_verbs.get(clause.verb.lemma)
        if embedding is not None and index not in self.slots.subject(clause):
            outer = Reality(embedding.modality or Modality.ACTUAL, embedding.negated)
            return affirmed.within(outer).within(self.of(clause))
        there_is = clause.verb.lemma in ("geben", "kommen")  # Ermittlungen gibt es nicht, zu Gesprächen kam es nicht
        if index in clause.fillers_in(Role.SUBJECT) or there_is:
            whole = self.of(clause)
            return affirmed.within(whole) if self._takes_place(clause) else own.within(replace(whole, negated=False))
        return own.within(Reality(self.own(clause).modality))

    def _takes_place(self, clause: Clause) -> bool:
        """Whether the verb only tells that its subject is or is done: "Gespräche fanden nicht statt", "wurden nicht geführt";
        but "das Treffen brachte keine Einigung" denies no meeting."""
        verb = clause.verb
        return verb is not None and (verb.lemma in _HAPPENING or verb.lemma in self.lexicon.support_verbs)

    def _planned(self, index: int) -> Reality:
        """Pläne für ein Abkommen: what the noun before does to an act that hangs on it."""
        phrase, before = self.analysis.phrases[index], self.analysis.phrases[index - 1] if index else None
        embedding = self.lexicon.embedding_nouns.get(before.lemma) if before is not None else None
        if (
            before is None
            or embedding is None
            or before.last != phrase.first - 1
            or phrase.preposition not in ("für", "zu", "von", "auf")
        ):
            return Reality()
        return Reality(embedding.modality or Modality.ACTUAL, embedding.negated != (before.determiner == "negative"))

    def _governed(self, clause: Clause, index: int) -> bool:
        """A prepositional object: "plant mit einem Angriff", "ruft zu Protesten auf"."""
        return index in clause.fillers_in(Role.PREPOSITION) and self.analysis.phrases[index].preposition in (
            "zu",
            "mit",
            "auf",
            "über",
            "vor",
        )
