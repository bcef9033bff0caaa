"""Acts told by nouns: "der Angriff der USA auf …", "nach der Festnahme von X durch Y", "US-Sanktionen gegen Iran"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Phrase, Role
from ..language.lexicon import Frame, Lexicon
from ..language.wordlists import word_list
from ..model import Kind, Modality, Party, Stance
from .authors import Authors
from .between import Between
from .charges import Charges
from .context import Realities, Reality
from .deeds import kind_of
from .frames import Act
from .memory import Memory
from .mutual import reciprocal
from .noun_slots import NounSlots
from .nouns import ACCIDENT, frames_of, is_accident, is_ended, is_turned_down, tells_again
from .parties import PartyFinder
from .sending import senders
from .slots import Slots, ends_in_noun
from .subjects import ON_THINGS
from .tones import is_described

_GOVERNED: Final = {
    "einigen": ("auf",), "verständigen": ("auf",), "verzichten": ("auf",), "entscheiden": ("für",), "entschließen": ("zu",),
    "reagieren": ("mit",), "antworten": ("mit",), "stimmen": ("für",), "votieren": ("für",),
}  # fmt: skip
_COMING_FROM: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "AID", "SUPPORT", "THREATEN"})  # Kritik aus Moskau
_VISITS: Final = ("besuch", "reise", "visite")  # Syrien-Gespräche are about it, and not with it
_DONE: Final = word_list("de", "judging_nouns")  # nach seiner Verurteilung der Gewalt: his own deed
_JOINING: Final = "anschließen"  # schloss sich der Kritik an Peru an
_ANSWERS: Final = frozenset({"REJECT", "CONCEDE"})
_RECEIVING: Final = word_list("de", "receiving_verbs")
_ENJOYING: Final = frozenset({"haben", "genießen", "gewinnen", "verlieren", "finden", "besitzen"})  # die Unterstützung Perus


class NounFrames:
    """Finds the acts that the nouns of one sentence tell."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon, slots: Slots, parties: PartyFinder, realities: Realities) -> None:
        self.analysis, self.lexicon, self.slots = analysis, lexicon, slots
        self.parties, self.realities = parties, realities
        self.noun_slots = NounSlots(analysis, lexicon, slots, parties)
        self.charges, self.authors = Charges(analysis, slots, parties), Authors(analysis, slots, parties, self.noun_slots)
        self.between = Between(analysis, slots, parties, self.noun_slots)

    def acts(self, taken: frozenset[int], memory: Memory) -> Iterator[Act]:
        """All acts told by nouns, `taken` phrases left out (a light verb has told them already); an event spoken of
        again ("die Lieferungen") has its parties from `memory`."""
        for phrase in self.analysis.phrases:
            if phrase.index in taken or phrase.pronoun is not None:
                continue
            if is_accident(phrase):
                memory.speak_of(ACCIDENT, self.analysis.sentence.index)
            frames = frames_of(phrase, self.lexicon)
            for relation in dict.fromkeys(frame.relation for frame in frames):
                memory.speak_of(relation, self.analysis.sentence.index)
            yield from self._first(frames, phrase) or self._again(phrase, memory)

    def _first(self, frames: tuple[Frame, ...], phrase: Phrase) -> list[Act]:
        """The acts of the first frame that is complete; else of the first that lacks only one side."""
        left: list[Act] = []
        for frame in frames:
            found = list(self._try(frame, phrase))
            if found and not found[0].open:
                return found
            left = left or found
        return left

    def _try(self, frame: Frame, phrase: Phrase) -> Iterator[Act]:
        clause = next(
            (c for c in self.analysis.clauses if phrase.head in c.tokens and c.kind is not ClauseKind.PARTICIPIAL), None
        )
        if not self._complement_fits(frame, phrase):
            return
        sides = self._sides(frame, phrase, clause)
        if sides is None:
            return
        actors, recipients, aimed = sides
        upon = not recipients and bool(actors) and clause is not None and self._answers(frame, phrase, clause)
        if upon and clause is not None:
            recipients = tuple(p for i in self.slots.subject(clause) for p in self.parties.parties(i))
        complete = self._complete(frame, actors, recipients)
        fights = "zwischen" in frame.actor and frame.relation == "ASSAULT" and bool(recipients)
        if not complete and not fights and not self._left_open(frame, phrase, actors, recipients):
            return
        reality = self._reality(frame, clause, phrase, upon)
        reality = replace(reality, modality=Modality.INTENDED) if aimed else reality
        for actor in actors or (None,):
            for recipient in recipients or (None,):
                if actor is None or recipient is None or actor.entity != recipient.entity:
                    evidence = self.parties.span(phrase.index)
                    where = clause.index if clause is not None else 0
                    yield Act(frame, where, actor, recipient, evidence, reality, phrase.index, phrase.index, open=not complete)

    def _sides(
        self, frame: Frame, phrase: Phrase, clause: Clause | None
    ) -> tuple[tuple[Party, ...], tuple[Party, ...], bool] | None:
        """Who acts and toward whom, and whether that is no more than somebody's aim; None where the noun tells no act here."""
        used: set[str] = set()
        actors = senders(self.parties.gazetteer, frame, self._filled(frame, phrase, frame.actor, "actor", used))
        actors = actors or self._supported(frame, phrase, clause) or self.authors.coming_from(frame, phrase, clause)
        aimed = () if actors else self.authors.aimed_by(frame, phrase, clause)
        actors = actors or aimed
        recipients = self._filled(frame, phrase, frame.recipient, "recipient", used) or self.between.host(frame, phrase, clause)
        if not recipients and self._suffers(frame, phrase):  # bei seiner Verhaftung
            actors, recipients = (), actors
        if actors and clause is not None and self._asks_for(frame, phrase, clause, actors):
            return None
        if accused := self.charges.accused(clause, phrase):
            actors, recipients = accused, recipients or actors
        actors = tuple(dict.fromkeys((*actors, *self.authors.answering(frame, phrase, clause))))
        between = self.between.sides(frame, phrase, clause)
        if len(between) > 1 and not recipients:
            actors, recipients = between[:1], between[1:]
        elif frame.relation in reciprocal():
            actors, recipients = self._both_sides(frame, phrase, clause, actors, recipients)
        if frame.relation in reciprocal() and not recipients and clause is not None and is_ended(clause, phrase):
            return None
        return actors, recipients, bool(aimed)

    def _reality(self, frame: Frame, clause: Clause | None, phrase: Phrase, upon: bool) -> Reality:
        """That of the noun; `upon`: of what the clause's subject denies or turns down, which was done for all that."""
        denied = upon and clause is not None and clause.verb is not None and clause.verb.lemma not in _RECEIVING | _ENJOYING
        own = Reality() if denied else self.realities.of_noun(clause, phrase.index)
        answered = clause is not None and self.authors.answers_for(frame, phrase, clause)
        return own.within(self.realities.of(clause)) if clause is not None and answered else own

    def _left_open(self, frame: Frame, phrase: Phrase, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
        """die Verhandlungen mit Peru, bei den Protesten: who else talks and who protests may have been told before."""
        named = phrase.determiner in ("definite", "demonstrative") or phrase.preposition == "bei"
        one_sided = frame.relation == "CONSULT" and bool(recipients) and phrase.determiner == "definite"
        return not actors and (one_sided or (frame.relation == "PROTEST" and frame.mode != "riot" and named))

    def _complement_fits(self, frame: Frame, phrase: Phrase) -> bool:
        """Einsatz von Giftgas, finanzielle Hilfe: whether the noun is about what the frame wants, or is called so."""
        if frame.complement_slot is None:
            return True
        if frame.complement_slot == "adjective":
            return is_described(self.analysis, phrase.index, frame.complement_heads)
        own = (p for p in self.analysis.phrases if p.attribute_of == phrase.index)
        behind = [self.analysis.phrases[i] for i in self.noun_slots.following(phrase)]
        wanted = (p for p in behind if p.preposition == frame.complement_slot)
        about = own if frame.complement_slot == "genitive" else wanted
        return any(ends_in_noun(p.lemma, noun) for p in about for noun in frame.complement_heads)

    def _answers(self, frame: Frame, phrase: Phrase, clause: Clause) -> bool:
        """auf Bitten Iraks entsandte Oslo Berater, Oslo wies den Vorwurf Kiews zurück, erhielt eine Forderung der Entführer:
        the subject is the other side."""
        if frame.relation == "REQUEST" and phrase.preposition == "auf":
            return True
        denies = clause.verb is not None and any(
            c.stance is Stance.DENIES for c in self.lexicon.cues.get(clause.verb.lemma, ()) if not c.light
        )
        if clause.verb is not None and clause.verb.lemma in _RECEIVING:
            return phrase.index in clause.fillers_in(Role.ACCUSATIVE) and frame.relation not in reciprocal()
        if clause.verb is not None and clause.verb.lemma in _ENJOYING and frame.relation in ("SUPPORT", "AID"):
            return phrase.index in clause.fillers_in(Role.ACCUSATIVE)
        if frame.relation == "REQUEST" and clause.verb is not None:  # wies die Forderung Perus zurück, kam ihr nach
            frames = (f for f in self.lexicon.verbs.get(clause.verb.lemma, ()) if f.relation in _ANSWERS and f.tone is None)
            answers = any(f.light is None or ends_in_noun(phrase.lemma, f.light) for f in frames)
            asked = phrase.index in (*clause.fillers_in(Role.ACCUSATIVE), *clause.fillers_in(Role.DATIVE))
            return answers and asked and kind_of(phrase.lemma) is None  # a proposal is no demand
        return frame.relation == "ACCUSE" and denies and phrase.index in clause.fillers_in(Role.ACCUSATIVE)

    def _again(self, phrase: Phrase, memory: Memory) -> Iterator[Act]:
        """ "die Lieferungen", "dieser Besuch" with no party named: the last such event between two parties."""
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None)
        central = clause is not None and phrase.index in (*clause.fillers_in(Role.SUBJECT), *clause.fillers_in(Role.ACCUSATIVE))
        if (
            phrase.determiner not in ("definite", "demonstrative")
            or not central
            or clause is None
            or clause.kind is ClauseKind.INFINITIVE  # die Rettung zu behindern: of what goes on, no event
            or self.noun_slots.following(phrase)
        ):
            return
        for frame in frames_of(phrase, self.lexicon)[:1]:
            if "copula" in frame.recipient or self._told_by_verb(frame, phrase, clause):  # "die Opfer" are persons, no event
                return
            before = memory.event(frame.relation, phrase.lemma, self.analysis.sentence.index)
            if before is not None and not is_turned_down(clause) and tells_again(phrase, before):
                reality = self.realities.of_noun(clause, phrase.index)
                span = self.parties.span(phrase.index)
                yield Act(frame, clause.index, before.actor, before.recipient, span, reality, phrase.index, phrase.index)

    def _told_by_verb(self, frame: Frame, phrase: Phrase, clause: Clause) -> bool:
        """eröffnete das Feuer: the verb and its light noun tell one act, now, and none of before."""
        frames = self.lexicon.verbs.get(clause.verb.lemma, ()) if clause.verb is not None else ()
        light = (f.light for f in frames if f.relation == frame.relation)
        return any(noun is not None and ends_in_noun(phrase.lemma, noun) for noun in light)

    def _complete(self, frame: Frame, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
        if frame.relation in reciprocal() and not actors:
            return False
        lacks_actor, lacks_recipient = "actor" in frame.requires and not actors, "recipient" in frame.requires and not recipients
        return not lacks_actor and not lacks_recipient and bool(actors or recipients)

    def _both_sides(
        self, frame: Frame, phrase: Phrase, clause: Clause | None, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """A meeting has two sides: "zwischen A und B"; with only "mit B" told, the subject of the clause is the other."""
        if len(actors) == 2 and not recipients:
            return actors[:1], actors[1:]
        if not actors and not recipients and clause is not None and self._settles(phrase, clause):
            pair = [p for i in self.slots.subject(clause) for p in self.parties.parties(i)]
            return (tuple(pair[:1]), tuple(pair[1:])) if len(pair) == 2 else (actors, recipients)
        owned = self.noun_slots.genitives(phrase) or self.noun_slots.fill(phrase, "von")  # des Dalai Lama Besuch is his own
        if actors or not recipients or clause is None or owned or self.charges.is_blamed(clause, phrase):
            return actors, recipients
        whose = clause.fillers_in(Role.SUBJECT) or self.slots.subject(clause)  # bei einem Besuch in Lima wurde Kern angegriffen
        subjects = [p for i in whose if i != phrase.index for p in self.parties.parties(self.slots.resolved(clause, i))]
        allowed = frame.kinds.get("actor", frozenset(Kind) - {Kind.OUTLET})
        return tuple(p for p in subjects if p.entity.kind in allowed)[:1] or self._named_before(phrase), recipients

    def _settles(self, phrase: Phrase, clause: Clause) -> bool:
        """Norwegen und Peru einigten sich nach langen Gesprächen: with each other, as they settle something."""
        settles = clause.verb is not None and clause.verb.lemma in word_list("de", "settling_verbs")
        return settles and phrase.preposition in ("nach", "bei", "in")

    def _named_before(self, phrase: Phrase) -> tuple[Party, ...]:
        """The nearest person before the noun in the sentence: "Aufnahmen von ihm bei einem Treffen mit B"."""
        before = (self.parties.party(p.index) for p in reversed(self.analysis.phrases[: phrase.index]))
        person = next((p for p in before if p is not None and p.entity.kind is Kind.PERSON), None)
        return (person,) if person is not None else ()

    def _filled(self, frame: Frame, phrase: Phrase, names: tuple[str, ...], role: str, used: set[str]) -> tuple[Party, ...]:
        allowed = frame.kinds.get(role)
        agent_first = role == "actor" and "durch" in names  # "die Blockade der Ukraine durch Russland"
        if role == "actor" and phrase.determiner == "possessive" and "possessive" in names and "genitive" in frame.recipient:
            names = ("possessive", *names)  # ihre Unterstützung der Ukraine
        if role == "actor" and "von" in names and frame.relation in _COMING_FROM:
            names = (*names, "aus")
        if role == "recipient" and used and (frame.relation != "CONSULT" or frame.predicate.lower().endswith(_VISITS)):
            names = (*names, "topic")
        for slot in ("durch", *names) if agent_first else names:
            if slot in used:
                continue
            parties = self.noun_slots.fill(phrase, slot)
            if slot == "in" and frame.relation == "ASSAULT":  # Anschläge in Bergen, im Rahmen der NATO
                parties = self.parties.offices.seats.places(parties)
            found = parties or (self._struck(frame, phrase) if (slot, role) == ("genitive", "recipient") else ())
            fitting = tuple(p for p in found if allowed is None or p.entity.kind in allowed)
            if fitting:
                used.add(slot)
                return fitting
        return ()

    def _suffers(self, frame: Frame, phrase: Phrase) -> bool:
        """nach seiner Verhaftung, bei ihrer Freilassung: to whom the subject belongs as who suffers it, as a genitive would."""
        undergone = "genitive" in frame.recipient and "genitive" not in frame.actor
        told = phrase.determiner == "possessive" and phrase.preposition is not None
        return told and undergone and frame.predicate.lower() not in _DONE and not self.noun_slots.fill(phrase, "durch")

    def _asks_for(self, frame: Frame, phrase: Phrase, clause: Clause, actors: tuple[Party, ...]) -> bool:
        """Die EU forderte ihre Freilassung: nobody asks for what is his own to do or to suffer."""
        asked = clause.verb is not None and any(f.relation == "REQUEST" for f in self.lexicon.verbs.get(clause.verb.lemma, ()))
        undergone = "genitive" in frame.recipient and "genitive" not in frame.actor
        own = phrase.determiner == "possessive" and undergone and asked and phrase.index in self.slots.fill(clause, "accusative")
        return own and any(p in actors for i in self.slots.subject(clause) for p in self.parties.parties(i))

    def _struck(self, frame: Frame, phrase: Phrase) -> tuple[Party, ...]:
        """der Beschuss eines Dorfes: the thing in the genitive that suffers the act."""
        own = self.noun_slots.genitives(phrase) if frame.relation in ON_THINGS else ()
        things = (i for i in own if self.analysis.phrases[i].determiner != "possessive")
        return tuple(party for i in things for party in self.parties.things(i))

    def _planned_in(self, phrase: Phrase) -> Phrase | None:
        """kündigte Pläne für ein Abkommen an: the noun of planning that the act hangs on."""
        before = self.analysis.phrases[phrase.index - 1] if phrase.index else None
        hangs = before is not None and phrase.preposition in ("für", "zu", "von", "auf") and before.last == phrase.first - 1
        return before if hangs and before is not None and before.lemma in self.lexicon.embedding_nouns else None

    def _lends_subject(self, verb: str) -> bool:
        """Verbs whose subject is the actor of the act that is their object: begann, plant, erwägt einen Angriff."""
        embedding = self.lexicon.embedding_verbs.get(verb)
        wants = embedding is not None and embedding.controller == "subject" and embedding.modality is not None
        return verb in self.lexicon.support_verbs or wants or verb in _GOVERNED or verb == _JOINING

    def _supported(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """The subject of a supporting verb acts: "führte Gespräche mit", "begann einen Angriff auf"."""
        if clause is None or clause.verb is None or not self._lends_subject(clause.verb.lemma):
            return ()
        planned = self._planned_in(phrase)
        if planned is not None:
            phrase = planned
        by_verb = _GOVERNED.get(clause.verb.lemma, ("mit", "an"))  # begann mit; einigten sich auf Sanktionen
        governed = phrase.index in clause.fillers_in(Role.PREPOSITION) and phrase.preposition in by_verb
        joined = clause.verb.lemma == _JOINING and phrase.index in clause.fillers_in(Role.DATIVE)
        if not governed and not joined and phrase.index not in clause.fillers_in(Role.ACCUSATIVE):
            return ()
        allowed = frame.kinds.get("actor")
        found = [p for i in self.slots.subject(clause) for p in self.parties.parties(i)]
        return tuple(p for p in found if allowed is None or p.entity.kind in allowed)
