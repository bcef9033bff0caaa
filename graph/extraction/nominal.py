"""Acts told by nouns: "der Angriff der USA auf …", "nach der Festnahme von X durch Y", "US-Sanktionen gegen Iran"."""

from collections.abc import Iterator

from ..language.clause import Analysis, Clause, ClauseKind, Phrase, Role, Voice
from ..language.lexicon import Frame, Lexicon
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party, Stance
from ..vocabulary import Vocabulary
from .context import Realities, Reality
from .frames import Act
from .memory import Memory
from .nouns import ACCIDENT, frames_of, is_accident
from .parties import PartyFinder
from .slots import Slots, ends_in_noun
from .subjects import ON_THINGS


class NounFrames:
    """Finds the acts that the nouns of one sentence tell."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon, slots: Slots, parties: PartyFinder, realities: Realities) -> None:
        self.analysis, self.lexicon, self.slots = analysis, lexicon, slots
        self.parties, self.realities = parties, realities
        self.reciprocal = frozenset(r.code for r in Vocabulary.load().relations.values() if r.reciprocal)

    def acts(self, taken: frozenset[int], memory: Memory) -> Iterator[Act]:
        """All acts told by nouns, `taken` phrases left out (a light verb has told them already); an event spoken of
        again ("die Lieferungen") has its parties from `memory`."""
        for phrase in self.analysis.phrases:
            if phrase.index in taken or phrase.pronoun is not None:
                continue
            if is_accident(phrase):
                memory.speak_of(ACCIDENT, self.analysis.sentence.index)
            for frame in frames_of(phrase, self.lexicon):
                memory.speak_of(frame.relation, self.analysis.sentence.index)
                found = list(self._try(frame, phrase))
                if found:
                    yield from found
                    break
            else:
                yield from self._again(phrase, memory)

    def _try(self, frame: Frame, phrase: Phrase) -> Iterator[Act]:
        clause = next(
            (c for c in self.analysis.clauses if phrase.head in c.tokens and c.kind is not ClauseKind.PARTICIPIAL), None
        )
        if not self._complement_fits(frame, phrase):
            return
        used: set[str] = set()
        actors = self._filled(frame, phrase, frame.actor, "actor", used) or self._supported(frame, phrase, clause)
        actors = actors or self._coming_from(frame, phrase, clause)
        recipients = self._filled(frame, phrase, frame.recipient, "recipient", used)
        between = self._between(frame, phrase, clause)
        if len(between) == 2 and not recipients:
            actors, recipients = between[:1], between[1:]
        elif frame.relation in self.reciprocal:
            actors, recipients = self._both_sides(phrase, clause, actors, recipients)
        upon = not recipients and bool(actors) and clause is not None and self._answers(frame, phrase, clause)
        if upon and clause is not None:
            recipients = tuple(p for i in self.slots.subject(clause) for p in self.parties.parties(i))
        complete = self._complete(frame, actors, recipients)
        fights = "zwischen" in frame.actor and frame.relation == "ASSAULT" and bool(recipients)
        if not complete and not fights and not self._left_open(frame, phrase, actors, recipients):
            return
        reality = Reality() if upon else self.realities.of_noun(clause, phrase.index)
        for actor in actors or (None,):
            for recipient in recipients or (None,):
                if actor is None or recipient is None or actor.entity != recipient.entity:
                    evidence = self.parties.span(phrase.index)
                    where = clause.index if clause is not None else 0
                    yield Act(frame, where, actor, recipient, evidence, reality, phrase.index, phrase.index, open=not complete)

    def _left_open(self, frame: Frame, phrase: Phrase, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
        """die Verhandlungen mit Peru, bei den Protesten: who else talks and who protests may have been told before."""
        named = phrase.determiner in ("definite", "demonstrative") or phrase.preposition == "bei"
        one_sided = frame.relation == "CONSULT" and bool(recipients) and phrase.determiner == "definite"
        return not actors and (one_sided or (frame.relation == "PROTEST" and frame.mode != "riot" and named))

    def _complement_fits(self, frame: Frame, phrase: Phrase) -> bool:
        """Einsatz von Giftgas, Übergabe der Macht: whether what the noun is about is what the frame wants."""
        if frame.complement_slot is None:
            return True
        own = (p for p in self.analysis.phrases if p.attribute_of == phrase.index)
        behind = [self.analysis.phrases[i] for i in self._following(phrase)]
        wanted = (p for p in behind if p.preposition == frame.complement_slot)
        about = own if frame.complement_slot == "genitive" else wanted
        return any(ends_in_noun(p.lemma, noun) for p in about for noun in frame.complement_heads)

    def _between(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """Gefechte zwischen A und B; zwischen A und B kam es zu Gefechten. No side of the act is who lies on either side of
        a place: "Stationierung in der Region zwischen A und B"."""
        following = self._following(phrase)[:1]
        if following and self.analysis.phrases[following[0]].preposition == "zwischen":
            return self.slot(phrase, "zwischen")
        if clause is None or "zwischen" not in (*frame.actor, *frame.recipient):
            return ()
        front = [i for i in self.slots.prepositional(clause, "zwischen") if i < phrase.index]
        hangs = front and front[0] and self.analysis.phrases[front[0] - 1].last == self.analysis.phrases[front[0]].first - 1
        return self.parties.parties(front[0]) if front and not hangs else ()

    def _answers(self, frame: Frame, phrase: Phrase, clause: Clause) -> bool:
        """auf Bitten Iraks entsandte Oslo Berater, Oslo wies den Vorwurf Kiews zurück: the subject is the other side."""
        if frame.relation == "REQUEST":
            return phrase.preposition == "auf"
        denies = clause.verb is not None and any(
            c.stance is Stance.DENIES for c in self.lexicon.cues.get(clause.verb.lemma, ()) if not c.light
        )
        return frame.relation == "ACCUSE" and denies and phrase.index in clause.fillers_in(Role.ACCUSATIVE)

    def _again(self, phrase: Phrase, memory: Memory) -> Iterator[Act]:
        """ "die Lieferungen", "dieser Besuch" with no party named: the last such event between two parties."""
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None)
        central = clause is not None and phrase.index in (*clause.fillers_in(Role.SUBJECT), *clause.fillers_in(Role.ACCUSATIVE))
        if phrase.determiner not in ("definite", "demonstrative") or not central or clause is None or self._following(phrase):
            return
        for frame in frames_of(phrase, self.lexicon)[:1]:
            if "copula" in frame.recipient:  # "die Opfer" are persons, not what happened
                return
            before = memory.event(frame.relation, phrase.lemma, self.analysis.sentence.index)
            if before is not None:
                reality = self.realities.of_noun(clause, phrase.index)
                span = self.parties.span(phrase.index)
                yield Act(frame, clause.index, before.actor, before.recipient, span, reality, phrase.index, phrase.index)

    def _complete(self, frame: Frame, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> bool:
        if frame.relation in self.reciprocal and not actors:
            return False
        lacks_actor, lacks_recipient = "actor" in frame.requires and not actors, "recipient" in frame.requires and not recipients
        return not lacks_actor and not lacks_recipient and bool(actors or recipients)

    def _both_sides(
        self, phrase: Phrase, clause: Clause | None, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """A meeting has two sides: "zwischen A und B"; with only "mit B" told, the subject of the clause is the other."""
        if len(actors) == 2 and not recipients:
            return actors[:1], actors[1:]
        if actors or not recipients or clause is None:
            return actors, recipients
        subjects = [p for i in self.slots.subject(clause) if i != phrase.index for p in self.parties.parties(i)]
        return tuple(p for p in subjects if p.entity.kind is not Kind.OUTLET)[:1] or self._named_before(phrase), recipients

    def _named_before(self, phrase: Phrase) -> tuple[Party, ...]:
        """The nearest person before the noun in the sentence: "Aufnahmen von ihm bei einem Treffen mit B"."""
        before = (self.parties.party(p.index) for p in reversed(self.analysis.phrases[: phrase.index]))
        person = next((p for p in before if p is not None and p.entity.kind is Kind.PERSON), None)
        return (person,) if person is not None else ()

    def _filled(self, frame: Frame, phrase: Phrase, names: tuple[str, ...], role: str, used: set[str]) -> tuple[Party, ...]:
        allowed = frame.kinds.get(role)
        agent_first = role == "actor" and "durch" in names  # "die Blockade der Ukraine durch Russland"
        for slot in ("durch", *names) if agent_first else names:
            if slot in used:
                continue
            parties = self.slot(phrase, slot)
            if not parties and slot == "genitive" and role == "recipient" and frame.relation in ON_THINGS:
                own = (i for i in self._genitives(phrase) if self.analysis.phrases[i].determiner != "possessive")
                parties = tuple(party for i in own for party in self.parties.things(i))
            fitting = tuple(p for p in parties if allowed is None or p.entity.kind in allowed)
            if fitting:
                used.add(slot)
                return fitting
        return ()

    def slot(self, phrase: Phrase, slot: str) -> tuple[Party, ...]:
        """The parties in one slot of the noun."""
        if slot == "genitive":
            return self._attributes(phrase)
        if slot == "adjective":
            return self._of(self.parties.offices.adjective_party(phrase), phrase)
        if slot == "compound":
            return self._of(self._compound(phrase), phrase)
        if slot == "possessive":
            return self._possessor(phrase)
        if slot == "copula":
            return self._copular(phrase)
        following = [i for i in self._following(phrase) if self.analysis.phrases[i].preposition == slot]
        following = following if slot != "von" else [i for i in following if not self._is_agent(phrase, i)]
        following = following or self._in_front(phrase, slot)
        parties = (
            self.parties.parties(i)
            or self.parties.things(i)
            or (() if slot == "gegen" and self._held_in(i) else self.parties.located(i) or self.parties.owners(i))
            for i in following
        )
        return next((found for found in parties if found), ())

    def _is_agent(self, phrase: Phrase, index: int) -> bool:
        """wurden die Proteste von Polizisten aufgelöst: behind the finite verb, "von" tells who does the verb's act."""
        clause = next((c for c in self.analysis.clauses if phrase.index in c.fillers_in(Role.SUBJECT)), None)
        verb = clause.verb if clause is not None else None
        if verb is None or verb.voice is not Voice.PASSIVE:
            return False
        opens = clause is not None and clause.kind is ClauseKind.MAIN and phrase.first < (verb.finite or 0)
        return not opens or self.analysis.phrases[index].last > (verb.finite or 0)

    def _held_in(self, index: int) -> bool:
        """ein Protest gegen Kohle in Berlin: against nobody there."""
        after = self.analysis.phrases[index + 1 : index + 2]
        return bool(after) and after[0].preposition == "in" and after[0].first == self.analysis.phrases[index].last + 1

    def _in_front(self, phrase: Phrase, slot: str) -> list[int]:
        """erhob gegen den Iran Protest: with a supporting verb the noun's complement may stand before it."""
        clause = next((c for c in self.analysis.clauses if phrase.index in c.fillers_in(Role.ACCUSATIVE)), None)
        if clause is None or clause.verb is None or clause.verb.lemma not in self.lexicon.support_verbs or phrase.index == 0:
            return []
        front = self.analysis.phrases[phrase.index - 1]
        near = front.last == phrase.first - 1 and front.preposition == slot and front.index in clause.fillers_in(Role.PREPOSITION)
        return [front.index] if near else []

    def _attributes(self, phrase: Phrase) -> tuple[Party, ...]:
        direct = (party for i in self._genitives(phrase) for party in self.parties.parties(i))
        return tuple(direct) or self.parties.name_inside(phrase)

    def _genitives(self, phrase: Phrase) -> list[int]:
        return [p.index for p in self.analysis.phrases if p.attribute_of == phrase.index]

    def _of(self, entity: Entity | None, phrase: Phrase) -> tuple[Party, ...]:
        return (Party(entity, self.parties.span(phrase.index)),) if entity is not None else ()

    def _compound(self, phrase: Phrase) -> Entity | None:
        head = self.analysis.tokens[phrase.head]
        part = next((o for o in self.parties.found if o.part and o.first == head.index), None)
        named = part.having("name", "alias") if part is not None else ()
        return self.parties.gazetteer.entity(named[0].row) if named else None

    def _possessor(self, phrase: Phrase) -> tuple[Party, ...]:
        """seine/ihre …: the subject of the clause."""
        if phrase.determiner != "possessive":
            return ()
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None)
        subjects = self.slots.subject(clause) if clause is not None else ()
        return tuple(p for i in subjects if i != phrase.index for p in self.parties.parties(i))

    def _following(self, phrase: Phrase) -> list[int]:
        """The prepositional phrases that follow the noun at once, one behind the other, genitives passed over."""
        out: list[int] = []
        end = phrase.last
        for other in self.analysis.phrases[phrase.index + 1 :]:
            if (other.attribute_of is not None and other.first == end + 1) or (other.joined_to is not None and out):
                end = other.last
            elif other.preposition is not None and other.first == end + 1:
                out.append(other.index)
                end = other.last
            elif other.apposition_of is not None:
                end = other.last + (
                    other.last + 1 < len(self.analysis.tokens) and self.analysis.tokens[other.last + 1].tag == "$,"
                )
            else:
                break
        return out

    def _coming_from(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """Kritik kam aus Moskau, Zusagen gibt es von Peru: where an act is said to come from acts."""
        if clause is None or clause.verb is None or clause.verb.lemma not in word_list("de", "origin_verbs"):
            return ()
        given = clause.verb.lemma == "geben" and phrase.index in clause.fillers_in(Role.ACCUSATIVE)
        if not given and phrase.index not in clause.fillers_in(Role.SUBJECT):
            return ()
        allowed = frame.kinds.get("actor")
        slots = ("aus", "seitens") if clause.verb.lemma == "geben" else ("von", "aus", "seitens")
        found = [p for slot in slots for i in self.slots.fill(clause, slot) for p in self.parties.parties(i)]
        return tuple(dict.fromkeys(p for p in found if allowed is None or p.entity.kind in allowed))

    def _copular(self, phrase: Phrase) -> tuple[Party, ...]:
        """China ist der größte Handelspartner Perus; China, der größte Handelspartner Perus: who the noun is said of."""
        if phrase.apposition_of is not None:
            return self.parties.parties(phrase.apposition_of)
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None)
        if clause is None or clause.verb is None or clause.verb.lemma not in ("sein", "bleiben", "werden", "gelten"):
            return ()
        sides = (*clause.fillers_in(Role.SUBJECT), *clause.fillers_in(Role.PREDICATE))
        others = (self.slots.resolved(clause, i) for i in sides if i != phrase.index)
        return tuple(p for i in others for p in self.parties.parties(i)) if phrase.index in sides else ()

    def _planned_in(self, phrase: Phrase) -> Phrase | None:
        """kündigte Pläne für ein Abkommen an: the noun of planning that the act hangs on."""
        before = self.analysis.phrases[phrase.index - 1] if phrase.index else None
        hangs = before is not None and phrase.preposition in ("für", "zu", "von", "auf") and before.last == phrase.first - 1
        return before if hangs and before is not None and before.lemma in self.lexicon.embedding_nouns else None

    def _lends_subject(self, verb: str) -> bool:
        """Verbs whose subject is the actor of the act that is their object: begann, plant, erwägt einen Angriff."""
        embedding = self.lexicon.embedding_verbs.get(verb)
        wants = embedding is not None and embedding.controller == "subject" and embedding.modality is not None
        return verb in self.lexicon.support_verbs or wants

    def _supported(self, frame: Frame, phrase: Phrase, clause: Clause | None) -> tuple[Party, ...]:
        """The subject of a supporting verb acts: "führte Gespräche mit", "begann einen Angriff auf"."""
        if clause is None or clause.verb is None or not self._lends_subject(clause.verb.lemma):
            return ()
        planned = self._planned_in(phrase)
        if planned is not None:
            phrase = planned
        governed = phrase.index in clause.fillers_in(Role.PREPOSITION) and phrase.preposition in ("mit", "an")  # begann mit
        if not governed and phrase.index not in clause.fillers_in(Role.ACCUSATIVE):
            return ()
        allowed = frame.kinds.get("actor")
        found = [p for i in self.slots.subject(clause) for p in self.parties.parties(i)]
        return tuple(p for p in found if allowed is None or p.entity.kind in allowed)
