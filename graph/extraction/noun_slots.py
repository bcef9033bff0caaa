"""What fills the slots of a noun that tells an act: its genitives, adjective, compound, possessive and prepositions.

"der Angriff der USA auf …", "US-Sanktionen gegen Iran", "ihre Kritik an …".
"""

from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, ClauseKind, Phrase, Role, Voice
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party
from .nouns import frames_of
from .parties import PartyFinder
from .slots import Slots

_AIMED: Final = frozenset({"gegen", "auf", "an"})
_TIMES: Final = word_list("de", "time_nouns")
_OCCURRING: Final = word_list("de", "occurring_verbs")
_BEING: Final = word_list("de", "being_verbs")
_AIMING: Final = word_list("de", "aiming_verbs")


@dataclass(frozen=True, slots=True)
class NounSlots:
    """Answers for the nouns of one sentence."""

    analysis: Analysis
    lexicon: Lexicon
    slots: Slots
    parties: PartyFinder

    def fill(self, phrase: Phrase, slot: str) -> tuple[Party, ...]:
        """The parties in one slot of the noun."""
        if slot == "genitive":
            return self._attributes(phrase)
        if slot == "adjective":
            return self._of(self.parties.offices.adjective_party(phrase), phrase)
        if slot == "compound":
            return self._of(self._compound(phrase), phrase)
        if slot == "topic":
            return self._of(self._topic(phrase), phrase)
        if slot == "possessive":
            return self._possessor(phrase)
        if slot == "copula":
            return self._copular(phrase)
        following = [i for i in self.following(phrase) if self.analysis.phrases[i].preposition == slot]
        if slot in ("von", "zwischen"):
            following = [i for i in following if not self._is_agent(phrase, i) and not self._is_of_nearer(phrase, i, slot)]
        following = following or self._in_front(phrase, slot) or self._aimed_at(phrase, slot)
        following = following or self._beside(phrase, slot) or self._happening(phrase, slot)
        parties = (
            self.parties.parties(i)
            or self.parties.things(i)
            or (() if slot == "gegen" and self._held_in(i) else self.parties.located(i) or self.parties.owners(i))
            for i in following
        )
        return next((found for found in parties if found), ())

    def _beside(self, phrase: Phrase, slot: str) -> list[int]:
        """An der Entscheidung gab es Kritik, gegen Peru wurden Vorwürfe laut: what stands elsewhere in a clause that says no
        more than that there is the act."""
        if slot not in ("an", "gegen") or phrase.preposition is not None:
            return []
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None)
        verb = clause.verb if clause is not None else None
        if clause is None or verb is None or verb.lemma not in _BEING or len(clause.fillers_in(Role.SUBJECT)) > 1:
            return []
        central = phrase.index in (*clause.fillers_in(Role.SUBJECT), *clause.fillers_in(Role.ACCUSATIVE))
        return [i for i in self.slots.prepositional(clause, slot) if central][:1]

    def _happening(self, phrase: Phrase, slot: str) -> list[int]:
        """In Bergen gab es Anschläge, kam es zu Anschlägen: where something happens, in a clause that says no more than that."""
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None) if slot == "in" else None
        if clause is None or clause.verb is None or clause.verb.lemma not in _OCCURRING:
            return []
        told = phrase.index in (*clause.fillers_in(Role.SUBJECT), *clause.fillers_in(Role.ACCUSATIVE))
        comes_to = clause.verb.lemma == "kommen" and phrase.preposition == "zu"
        return list(self.slots.prepositional(clause, "in")) if told or comes_to else []

    def _is_agent(self, phrase: Phrase, index: int) -> bool:
        """wurden die Proteste von Polizisten aufgelöst: behind the finite verb, "von" tells who does the verb's act."""
        clause = next((c for c in self.analysis.clauses if phrase.index in c.fillers_in(Role.SUBJECT)), None)
        verb = clause.verb if clause is not None else None
        if verb is None and self.analysis.phrases[index - 1].index != phrase.index:
            return self._acts_in_passive(index)
        if verb is None or verb.voice is not Voice.PASSIVE:
            return False
        opens = clause is not None and clause.kind is ClauseKind.MAIN and phrase.first < (verb.finite or 0)
        return not opens or self.analysis.phrases[index].last > (verb.finite or 0)

    def _acts_in_passive(self, index: int) -> bool:
        """nach einem Angriff auf einen Posten von der Armee erschossen: they do the verb's act, and not the noun's."""
        clause = next((c for c in self.analysis.clauses if index in c.fillers_in(Role.PREPOSITION)), None)
        passive = clause is not None and clause.verb is not None and clause.verb.voice is Voice.PASSIVE
        return passive and clause is not None and self.slots.subject(clause) == (index,)

    def _is_of_nearer(self, phrase: Phrase, index: int, slot: str) -> bool:
        """die Forderung nach dem Ausschluss von Sportlern, ein Treffen über die Grenze zwischen A und B: who is named there
        belongs to the noun that stands nearer."""
        near = self.analysis.phrases[index - 1]
        if near.index == phrase.index or near.preposition is None or near.name is not None:
            return False
        if slot == "zwischen":
            return near.lemma.lower() not in _TIMES
        if near.determiner == "definite" and near.lemma in self.lexicon.groups:  # gegen die Regierung von Präsident X
            return True
        return any("von" in (*f.actor, *f.recipient) for f in frames_of(near, self.lexicon))

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

    def _aimed_at(self, phrase: Phrase, slot: str) -> list[int]:
        """Die Proteste richten sich gegen die Regierung, der Anschlag galt dem Präsidenten: whom the noun's act is meant for."""
        if slot == "an" and phrase.preposition == "mit":  # wandte sich mit einer Aufforderung an Peru
            turns = next((c for c in self.analysis.clauses if phrase.index in c.fillers_in(Role.PREPOSITION)), None)
            to_whom = turns is not None and turns.verb is not None and turns.verb.lemma in ("wenden", "herantreten")
            return list(self.slots.prepositional(turns, "an")) if turns is not None and to_whom else []
        if slot not in _AIMED or phrase.preposition is not None:
            return []
        clause = next((c for c in self.analysis.clauses if phrase.index in c.fillers_in(Role.SUBJECT)), None)
        verb = clause.verb if clause is not None else None
        if clause is None or verb is None or verb.lemma not in _AIMING:
            return []
        if verb.lemma == "gelten":
            return list(clause.fillers_in(Role.DATIVE) or clause.fillers_in(Role.PREDICATE))
        return list(next((found for p in ("gegen", "an", "auf") if (found := self.slots.prepositional(clause, p))), ()))

    def _attributes(self, phrase: Phrase) -> tuple[Party, ...]:
        whose = self.slots.whose(phrase.index)
        if whose is not None:
            return self.parties.parties(whose)
        direct = (party for i in self.genitives(phrase) for party in self.parties.parties(i))
        return tuple(direct) or self.parties.name_inside(phrase)

    def genitives(self, phrase: Phrase) -> list[int]:
        return [p.index for p in self.analysis.phrases if p.attribute_of == phrase.index]

    def _of(self, entity: Entity | None, phrase: Phrase) -> tuple[Party, ...]:
        return (Party(entity, self.parties.span(phrase.index)),) if entity is not None else ()

    def _compound(self, phrase: Phrase) -> Entity | None:
        """US-Angriff, Hamas-Angriff; a state by its full name is rather what it is about: Syrien-Gespräche."""
        entity = self._first_part(phrase)
        return None if entity is not None and self._is_topic(phrase, entity) else entity

    def _topic(self, phrase: Phrase) -> Entity | None:
        """die Iran-Sanktionen der USA: the state that somebody else's act is about."""
        entity = self._first_part(phrase)
        return entity if entity is not None and self._is_topic(phrase, entity) else None

    def _is_topic(self, phrase: Phrase, entity: Entity) -> bool:
        return entity.kind is Kind.STATE and not self.analysis.tokens[phrase.head].text[:2].isupper()

    def _first_part(self, phrase: Phrase) -> Entity | None:
        part = next((o for o in self.parties.found if o.part and o.first == phrase.head), None)
        named = part.having("name", "alias") if part is not None else ()
        return self.parties.gazetteer.entity(named[0].row) if named else None

    def _possessor(self, phrase: Phrase) -> tuple[Party, ...]:
        """seine/ihre …: the subject of the clause; or whoever is blamed, praised or seized for it."""
        if phrase.determiner != "possessive":
            return ()
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None)
        if clause is not None and phrase.preposition in ("wegen", "für", "aufgrund"):
            judged = (*self.slots.fill(clause, "accusative"), *self.slots.fill(clause, "dative"))
            found = tuple(p for i in judged if i != phrase.index for p in self.parties.parties(i))
            if found:
                return found
        if clause is None:
            return ()
        spoken_of = tuple(self.slots.resolved(clause, i) for i in clause.fillers_in(Role.SUBJECT))  # of a passive: who suffers
        subjects = spoken_of or self.slots.subject(clause)
        return tuple(p for i in subjects if i != phrase.index for p in self.parties.parties(i))

    def following(self, phrase: Phrase) -> list[int]:
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

    def _copular(self, phrase: Phrase) -> tuple[Party, ...]:
        """China ist der größte Handelspartner Perus; China, der größte Handelspartner Perus: who the noun is said of."""
        if phrase.apposition_of is not None:
            return self.parties.parties(phrase.apposition_of)
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None)
        counted = clause is not None and clause.verb is not None and clause.verb.lemma in ("gehören", "zählen")
        if counted and clause is not None and phrase.preposition == "zu":  # gehört zu den Kritikern der NATO
            return tuple(p for i in self.slots.subject(clause) for p in self.parties.parties(i))
        if clause is None or clause.verb is None or clause.verb.lemma not in ("sein", "bleiben", "werden", "gelten"):
            return ()
        sides = (*clause.fillers_in(Role.SUBJECT), *clause.fillers_in(Role.PREDICATE))
        others = (self.slots.resolved(clause, i) for i in sides if i != phrase.index)
        return tuple(p for i in others for p in self.parties.parties(i)) if phrase.index in sides else ()
