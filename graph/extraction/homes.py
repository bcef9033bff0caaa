"""Whose an office is: by its own words, by those of the person who has it, by what was told before, by the state in focus.

"der iranische Präsident" says it; "Präsident Boris Tadić" the gazetteer knows; "sein Vizepräsident" takes it from the one
meant; "der Innenminister" means that of the state that the article is about.
"""

from typing import Final

from ..language.clause import Analysis, Phrase, Role
from ..model import Entity, Kind
from .discourse import is_land
from .offices import Title
from .parties import PartyFinder
from .slots import Slots

_HIS: Final = "sein"
_OF_A_LAND: Final = "isch"
_HOLDER: Final = "Amtsinhaber"
_NEAR: Final = 1  # sentences: further back some other town may have been spoken of
_COLLEAGUE: Final = "Kolleg"
_MEMBER: Final = ("Mitglied", "mitglied")


class Homes:
    """Answers for the offices of one sentence."""

    def __init__(self, analysis: Analysis, parties: PartyFinder, slots: Slots) -> None:
        self.analysis, self.parties, self.slots = analysis, parties, slots

    def of_office(self, title: Title, office: Phrase, holder: Entity) -> Entity | None:
        """The state or body that the office is held in; None where nothing tells."""
        if title.toward is not None and title.toward.kind is Kind.PERSON:
            return self.of(title.toward) if title.relative else title.toward
        if title.word.startswith(_COLLEAGUE) and self._of_owner(self._owner(office, holder)) is None:
            return None  # colleagues hold an office only where the other one does
        if title.national is False and (led := self._led_by_compound(title, office)) is not None:
            return led
        if title.word.endswith(_MEMBER):
            return title.toward or self.parties.bodies.led(office) or self.parties.bodies.in_front(office)
        return title.toward or self.parties.bodies.led(office) or self._by_itself(title, office, holder)

    def _led_by_compound(self, title: Title, office: Phrase) -> Entity | None:
        """der norwegische Komiteechef: of the committee spoken of, whatever land it is in."""
        adjective = self.parties.offices.adjective_party(office)
        alone = adjective is not None and title.toward == adjective and title.word.lower() == "chef"
        return self.parties.bodies.in_front(office) if alone else None

    def of(self, person: Entity) -> Entity | None:
        """The state or body whose office a person has, as far as the article or the gazetteer tells."""
        discourse, gazetteer = self.parties.discourse, self.parties.gazetteer
        row = gazetteer.rows.get(person.gazetteer or "")
        known = gazetteer.entity(row.toward) if row is not None and row.toward in gazetteer.rows and row.toward else None
        return discourse.homes.get(person) or discourse.bodies.get(person) or known

    def _by_itself(self, title: Title, office: Phrase, holder: Entity) -> Entity | None:
        """Whose an office is that its own words leave open."""
        genitive = self.parties.offices.genitive(office)
        if genitive is not None:
            land = is_land(self.analysis.tokens[genitive.head].lemma)
            return self.parties.discourse.focus() or self._only_state() if land else None
        if office.determiner == "possessive":
            known = any(t.tag == "ADJ(A)" and _OF_A_LAND in t.low for t in self.analysis.tokens[office.first : office.head])
            owner = self._before(office, holder) if title.relative else self._owner(office, holder)
            return self._of_owner(owner) if title.serving and not known else None  # sein nordländischer Kollege
        if title.national and (beside := self._in_brackets(office, holder)) is not None:
            return beside
        told = self.parties.discourse.homes.get(holder) or self._known_office(holder, title.word)
        if title.urban and told is None:  # Bürgermeister X: of the town where the news comes from
            told = self.parties.discourse.last_place(self.analysis.sentence.index, self._is_town)
        if title.relative and title.word.startswith(_HOLDER):  # Amtsinhaber X
            return told or self.of(holder)
        if not title.national:
            return told or self.parties.bodies.in_front(office)
        own = None if told is not None else self.of(holder)  # Machthaber Assad is Syria's, whatever land the text is about
        return told or (own if own is not None and own.kind is Kind.STATE else self.parties.discourse.focus())

    def _is_town(self, place: Entity) -> bool:
        near = self.parties.discourse.latest.get(place, -_NEAR) >= self.analysis.sentence.index - _NEAR
        row = self.parties.gazetteer.rows.get(place.gazetteer or "") if near else None
        if not near:
            return False
        return row.classed == "city" if row is not None else not place.local

    def _in_brackets(self, office: Phrase, holder: Entity) -> Entity | None:
        """Außenminister Paolo Bianchi (Italien): the state in brackets right behind the name."""
        for phrase in self.analysis.phrases[office.index + 1 : office.index + 3]:
            base = phrase.apposition_of
            bracket = phrase.first > 0 and self.analysis.tokens[phrase.first - 1].text == "("
            if base is not None and bracket and phrase.name == (phrase.first, phrase.last):
                state = self.parties.entity(phrase.index)
                near = self.parties.entity(base) == holder
                return state if near and state is not None and state.kind is Kind.STATE else None
        return None

    def _only_state(self) -> Entity | None:
        """The one state that the sentence names."""
        named = {self.parties.gazetteer.entity_of(o.entries[0]) for o in self.parties.found}
        states = [e for e in named if e is not None and e.kind is Kind.STATE]
        return states[0] if len(states) == 1 else None

    def _of_owner(self, owner: Entity | None) -> Entity | None:
        """sein Vizepräsident X: the state or body of the one meant by "sein"."""
        if owner is None or owner.kind is not Kind.PERSON:
            body = owner is not None and owner.kind in (Kind.STATE, Kind.ORGANISATION) and not owner.local
            return owner if body else None
        return self.of(owner)

    def _before(self, office: Phrase, holder: Entity) -> Entity | None:
        """Die Armee ernannte X zu dessen Nachfolger, zu seinem Stellvertreter: the person named last beside X, as no army has
        an office."""
        word = self.analysis.tokens[office.first + (office.preposition is not None)].low
        wanted = ("m", None) if word.startswith((_HIS, "dessen")) else ("f",)

        def fits(one: Entity) -> bool:
            return one.kind is Kind.PERSON and one != holder and self.parties.references.gender(one) in wanted

        here = (self.parties.entity(p.index) for p in reversed(self.analysis.phrases[: office.index]))
        found = next((e for e in here if e is not None and fits(e)), None)
        return found or self.parties.discourse.last_person(self.analysis.sentence.index, fits)

    def _owner(self, office: Phrase, holder: Entity) -> Entity | None:
        """Who "sein" or "ihr" means: the first of a list ("X und sein Minister"), the subject of the clause, or whoever was
        spoken of before."""
        first = self.analysis.phrases[office.joined_to] if office.joined_to is not None else None
        if first is not None and first.determiner != "possessive":
            return self.parties.entity(first.index)
        clause = next((c for c in self.analysis.clauses if office.head in c.tokens), None)
        for index in clause.fillers_in(Role.SUBJECT) if clause is not None else ():
            entity = self.parties.entity(self.slots.resolved(clause, index)) if clause is not None else None
            if entity is not None and entity != holder and index != office.index:
                return entity
        word = self.analysis.tokens[office.first + (office.preposition is not None)].low
        return self.parties.discourse.pronoun("er" if word.startswith(_HIS) else "sie", False, self.analysis.sentence.index)

    def _known_office(self, entity: Entity, title: str) -> Entity | None:
        """Präsident Boris Tadić: whose, the gazetteer knows, if it knows the person in an office of that name."""
        gazetteer = self.parties.gazetteer
        row = gazetteer.rows.get(entity.gazetteer or "")
        offices = {e.row for e in gazetteer.lookup((title.rpartition("-")[2],)) if e.how == "title"}
        if row is None or row.toward is None or row.classed not in offices or row.toward not in gazetteer.rows:
            return None
        return gazetteer.entity(row.toward)
