"""Seats of government: a city stands for its state where that acts or is spoken to, and for itself where it has a mayor or
something happens in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from ..language.clause import Analysis, Phrase
from ..model import Entity, Kind, Party
from .gazetteer import Gazetteer
from .mentions import Occurrence
from .names import without_genitive


@dataclass(frozen=True, slots=True)
class Seats:
    """Answers for the names of one sentence."""

    analysis: Analysis
    gazetteer: Gazetteer
    found: tuple[Occurrence, ...]

    def of_office(self, phrase: Phrase, state: Entity) -> Entity:
        """Berlins Bürgermeister: of the city, which stands for its state elsewhere."""
        near = (o for o in self.found if o.having("metonym") and self.gazetteer.entity_of(o.entries[0]) == state)
        city = next((o for o in near if phrase.first - 1 <= o.first <= phrase.last + 2), None)
        return self._city(city, state) if city is not None else self.told_by_adjective(phrase) or state

    def told_by_adjective(self, phrase: Phrase) -> Entity | None:
        """der Pariser Bürgermeister: of Paris."""
        for token in self.analysis.tokens[max(phrase.first - 1, 0) : phrase.head]:
            if (told := self.gazetteer.place_told_by(token.text)) is not None:
                name, place = told
                return place if place.kind is Kind.PLACE else Entity(name, Kind.PLACE, state=place.gazetteer)
        return None

    def places(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """ein Anschlag in Kabul: on the city, as the place where something happens."""
        return tuple(self._there(p) for p in parties if p.entity.kind in (Kind.PLACE, Kind.STATE))

    def named(self, parties: Iterable[Party]) -> tuple[Party, ...]:
        """The same of those that are named themselves: "im Auftrag Irans" is in no land."""
        heads = {self.analysis.span(o.first, o.last) for o in self.found}
        return tuple(
            p for p in self.places(parties) if p.mention in heads or (p.entity.kind is Kind.PLACE and not p.entity.local)
        )

    def _there(self, party: Party) -> Party:
        for seat in (o for o in self.found if o.having("metonym")):
            state = self.gazetteer.entity_of(seat.entries[0])
            if state is not None and seat.first == seat.last and self.analysis.span(seat.first, seat.last) == party.mention:
                return Party(self._city(seat, state), party.mention)
        return party

    def is_one(self, phrase: Phrase) -> bool:
        """das Außenministerium in Oslo: a seat of government tells whose."""
        return any(o.having("metonym") for o in self.found if phrase.first <= o.first and o.last <= phrase.last)

    def _city(self, seat: Occurrence, state: Entity) -> Entity:
        words = " ".join(t.text for t in self.analysis.tokens[seat.first : seat.last + 1])
        return Entity(without_genitive(words), Kind.PLACE, state=state.gazetteer)
