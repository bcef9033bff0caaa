"""What an article has spoken of so far: persons by surname and office, and who a pronoun or "das Land" can mean.

It grows sentence by sentence; nothing in it outlives the article.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from ..identity import folded
from ..language.wordlists import ends_in, word_list
from ..model import Entity, Kind
from .deeds import Deeds
from .incumbents import Incumbents

_MASCULINE = frozenset({"er", "ihm", "ihn", "sein", "dessen"})
_LAND = frozenset({"land", "staat", "republik", "nation"})
_BODY = frozenset(
    {"organisation", "behörde", "bündnis", "allianz", "gruppe", "partei", "miliz", "konzern", "unternehmen", "gremium"}
)
_PAPER = frozenset({"zeitung", "blatt", "sender", "agentur", "nachrichtenagentur", "magazin", "nachrichtenmagazin"})
_ARTICLES = frozenset({"al", "el", "as", "asch", "ash", "ad", "at", "an", "ar", "az"})
_PLURAL_BODIES = word_list("de", "plural_bodies")
_CLEARLY = 1.5  # times as often as the state named second; on the gold this was the right one in nine of ten titles
_NEAR = 3  # sentences that a pronoun looks back over; beyond that a guess is worse than none


def _bare(surname: str) -> str:
    """Without the article that some papers leave out: assadi for al-assadi."""
    first, joint, rest = surname.partition("-")
    return rest if joint and first in _ARTICLES and rest else surname


def _is_many(entity: Entity) -> bool:
    """Whether the body's name is a plural."""
    last = entity.name.rpartition(" ")[2].lower()
    return entity.kind is Kind.ORGANISATION and ends_in(last, _PLURAL_BODIES)


def is_land(noun: str) -> bool:
    """Whether the noun means a state whatever its name."""
    return noun.lower() in _LAND


@dataclass(slots=True)
class Discourse:
    """The memory of one article. `recent` holds (entity, sentence, was subject) with the newest last, `latest` each entity
    once with the sentence that named it last, in that order; `bodies_called` the bodies of states by the words of their names,
    again the latest."""

    persons: dict[str, Entity] = field(default_factory=dict)
    called: dict[str, Entity] = field(default_factory=dict)
    offices: dict[tuple[str, str], Entity] = field(default_factory=dict)
    named: dict[str, Entity] = field(default_factory=dict)
    recent: list[tuple[Entity, int, bool]] = field(default_factory=list)
    latest: dict[Entity, int] = field(default_factory=dict)
    bodies_called: dict[str, Entity] = field(default_factory=dict)
    last_words: dict[str, Entity] = field(default_factory=dict)  # bodies by the last of several words of their names
    homes: dict[Entity, Entity] = field(default_factory=dict)
    bodies: dict[Entity, Entity] = field(default_factory=dict)
    states: Counter[Entity] = field(default_factory=Counter)
    deeds: Deeds = field(default_factory=Deeds)
    singles: dict[Entity, str] = field(default_factory=dict)  # unnamed ones in the singular, by gender
    joint: tuple[tuple[Entity, ...], int] = ((), 0)  # those last named one by one as they acted together, and where
    incumbents: Incumbents | None = None  # without it, an office alone names nobody

    def person(self, surname: str) -> Entity | None:
        """The person of that surname who has been named in full; or the one called so by the first name, as Hu is for
        Hu Jia and Thaksin for Thaksin Shinawatra."""
        name = folded(surname)
        return self.persons.get(name) or self.persons.get(_bare(name)) or self.called.get(name)

    def introduce(self, entity: Entity) -> None:
        """Remember a named party: a person by the last word of the name, all by their name."""
        self.named.setdefault(folded(entity.name), entity)
        served = entity.local and " von " in entity.name  # der Berater von Barack Obama is not called Obama
        if entity.kind is Kind.PERSON and " " in entity.name and not served:
            first, *middle, last = entity.name.split()
            self.persons.setdefault(folded(last), entity)
            self.persons.setdefault(_bare(folded(last)), entity)
            for other in (first, *(m for m in middle if len(m) > _NEAR)):  # Adolfo Pérez Esquivel is called Pérez
                self.called.setdefault(folded(other), entity)

    def takes_office(self, title: str, toward: Entity, holder: Entity) -> None:
        """Remember who holds an office, for "der iranische Präsident" later on."""
        self.offices.setdefault((title.lower(), toward.name), holder)
        self.serves(holder, toward)
        if toward.kind is Kind.STATE:
            self.homes[holder] = toward

    def serves(self, holder: Entity, toward: Entity) -> None:
        """Remember for which state or body somebody speaks who says "wir"."""
        self.bodies.setdefault(holder, toward)

    def spoken_for(self, speaker: Entity) -> Entity | None:
        """The state or body that a speaker means by "wir"; None where the speaker has none."""
        return self.bodies.get(speaker)

    def focus(self) -> Entity | None:
        """The state that the article is about so far: named more often than all others, or the only one named."""
        most = self.states.most_common(2)
        clear = len(most) == 1 or (len(most) == 2 and most[0][1] >= _CLEARLY * most[1][1])
        return most[0][0] if clear else None

    def holder(self, title: str, toward: str | None) -> Entity | None:
        """Who was introduced in that office; with `toward` unknown, the only one who was."""
        if toward is not None:
            return self.offices.get((title.lower(), toward))
        found = {e for (t, _), e in self.offices.items() if t.endswith(title.lower())}  # "der Minister" after "Außenminister"
        return found.pop() if len(found) == 1 else None

    def body_called(self, noun: str) -> Entity | None:
        """The body of a state that the article has named with this last word, if it has."""
        return self.bodies_called.get(noun)

    def own_land(self, noun: str, owner: Entity | None = None) -> Entity | None:
        """Whose land "sein Land" is: that of `owner`, else of the person last spoken of whose office is held toward a state."""
        if noun.lower() not in _LAND:
            return None
        person = owner or next((e for e in reversed(self.latest) if e in self.homes), None)
        return self.homes[person] if person is not None else next(reversed(self.homes.values()), None)

    def speak_of(self, entity: Entity, sentence: int, subject: bool) -> None:
        """Note that a sentence names `entity`."""
        self.recent.append((entity, sentence, subject))
        self.latest.pop(entity, None)
        self.latest[entity] = sentence
        if entity.kind is Kind.ORGANISATION and " " in entity.name:
            self.last_words[entity.name.rpartition(" ")[2]] = entity
        if entity.kind is Kind.ORGANISATION and entity.state is not None and entity.gazetteer is None:
            self.bodies_called.update(dict.fromkeys(entity.name.split(), entity))

    def is_single(self, entity: Entity, gender: str | None) -> None:
        """Note that an unnamed party was named in the singular: "ein Sprecher", "die Familie"; `gender` is that of the noun."""
        if gender is not None:
            self.singles.setdefault(entity, gender)

    def is_about(self, state: Entity) -> None:
        """Note that a state is named, by whatever form."""
        self.states[state] += 1

    def last_two(self, lands: bool) -> tuple[Entity, ...]:
        """The two states or bodies spoken of last, in the order of the text, before all those who acted together; none where
        there are not two. `lands`: states alone are meant."""
        entities, named = self.joint
        now = next(reversed(self.latest.values()), 0)
        if len(entities) == 2 and now - named <= _NEAR and all(e.kind in (Kind.STATE, Kind.ORGANISATION) for e in entities):
            return entities
        found = [e for e in reversed(self.latest) if e.kind in (Kind.STATE, Kind.ORGANISATION)]
        states = [e for e in found if e.kind is Kind.STATE]
        two = states[:2] if lands or len(states) > 1 else found[:2]
        return tuple(reversed(two)) if len(two) == 2 else ()

    def last_pair(self) -> tuple[Entity, ...]:
        """The two that were spoken of last, in one sentence: persons or lands, as whoever came last is; none where some others
        were named since, who may be two as well."""
        entities, named = self.joint
        now = next(reversed(self.latest.values()), 0)
        last = [e for e, said in self.latest.items() if said == now]
        if len(entities) == 2 and named == now and set(last) <= set(entities):
            return entities
        kinds = {e.kind for e in last}
        return tuple(last) if len(last) == 2 and len(kinds) == 1 and kinds <= {Kind.PERSON, Kind.STATE} else ()

    def last_persons(self, here: Iterable[Entity]) -> tuple[Entity, ...]:
        """The two persons spoken of last, `here` in the same sentence or in those before it; none where there are not two."""
        now = next(reversed(self.latest.values()), 0)
        near = takewhile(lambda e: now - self.latest[e] <= _NEAR, reversed(self.latest))
        found = dict.fromkeys(e for e in (*here, *near) if e.kind is Kind.PERSON and not e.local)
        return tuple(reversed(list(found)[:2])) if len(found) > 1 else ()

    def act_together(self, entities: tuple[Entity, ...], sentence: int) -> None:
        """Note that a sentence names several one by one who do the same: "Norwegen und Schweden"."""
        self.joint = (entities, sentence)

    def together(self, sentence: int, other: Entity | None) -> tuple[Entity, ...]:
        """Those who last acted together, if near enough and no nearer than `other`, whom a pronoun could mean as well."""
        entities, named = self.joint
        nearer = other is not None and self.latest.get(other, -1) >= named and other not in entities
        return entities if entities and 0 < sentence - named <= _NEAR and not nearer else ()

    def crowd(self, nouns: frozenset[str], sentence: int) -> Entity | None:
        """The group called by one of these nouns that was named last, if near enough."""
        near = (e for e, _, _ in self._near(sentence) if e.kind is Kind.GROUP)
        return next((e for e in near if nouns & set(e.name.lower().split())), None)

    def pronoun(self, word: str, plural: bool, sentence: int, fits: Callable[[Entity], bool] = lambda _: True) -> Entity | None:
        """Whom a third person pronoun means: the last subject of fitting kind, else the last such party at all; `fits`
        leaves out whom it cannot mean."""
        kinds = (
            {Kind.PERSON}
            if word in _MASCULINE
            else {Kind.GROUP}
            if plural
            else {Kind.PERSON, Kind.ORGANISATION, *({Kind.STATE} if word.startswith("dies") else ())}
        )
        if plural and word.startswith("dies"):  # nahmen Studenten fest. Diese …: whom the sentence before named last
            return next((e for e, _, _ in self._near(sentence) if e.kind in kinds), None)
        if plural and (many := self._many(sentence, fits)) is not None:
            return many
        gender = None if plural or word.startswith("dies") else "m" if word in _MASCULINE else "f"
        return self._latest(kinds, sentence, fits) or self._latest(set(), sentence, fits, gender)

    def last_person(self, sentence: int, fits: Callable[[Entity], bool]) -> Entity | None:
        """The person of the sentences just before who acted last, else was named last."""
        found = self._latest({Kind.PERSON}, sentence, fits)
        return found if found is not None and self.latest.get(found, sentence) < sentence else None

    def _many(self, sentence: int, fits: Callable[[Entity], bool]) -> Entity | None:
        """The body of many ("die Revolutionsgarden") that acted last, where no group of people has acted since."""
        acted = (e for e, said, subject in self._near(sentence) if subject and said < sentence and fits(e))
        last = next((e for e in acted if e.kind is Kind.GROUP or _is_many(e)), None)
        return last if last is not None and last.kind is Kind.ORGANISATION else None

    def last_place(self, sentence: int, fits: Callable[[Entity], bool]) -> Entity | None:
        """The fitting place that was named last, if near enough."""
        return next((e for e, _, _ in self._near(sentence) if e.kind is Kind.PLACE and fits(e)), None)

    def latter(self, sentence: int) -> Entity | None:
        """Whom "dieser" means at the beginning of a sentence: the one person or man that the sentence before named, else the
        one it named last, but not as subject."""
        before = [(e, subject) for e, said, subject in self._near(sentence) if said == sentence - 1]
        men = [(e, subject) for e, subject in before if e.kind is Kind.PERSON or self.singles.get(e) == "m"]
        single = list({e: (e, subject) for e, subject in reversed(men)}.values())[::-1]
        last = next(iter(single), None)
        return last[0] if last is not None and (len(single) == 1 or not last[1]) else None

    def definite(self, noun: str, sentence: int) -> Entity | None:
        """Whom "das Land", "die Organisation", "die Zeitung" means."""
        low = noun.lower()
        kind = Kind.STATE if low in _LAND else Kind.ORGANISATION if low in _BODY else Kind.OUTLET if low in _PAPER else None
        if kind is not Kind.STATE:
            return self._latest({kind}, sentence) if kind is not None else None
        acted = any(subject and said < sentence and e.kind is kind for e, said, subject in self._near(sentence))
        return (None if acted else self.focus()) or self._latest({kind}, sentence)

    def _latest(
        self, kinds: set[Kind], sentence: int, fits: Callable[[Entity], bool] = lambda _: True, gender: str | None = None
    ) -> Entity | None:
        near = [
            (e, s, subject)
            for e, s, subject in self._near(sentence)
            if (e.kind in kinds or (gender is not None and self.singles.get(e) == gender)) and fits(e)
        ]
        for entity, said, subject in near:
            if subject and said < sentence:
                return entity
        return near[0][0] if near else None

    def _near(self, sentence: int) -> Iterator[tuple[Entity, int, bool]]:
        """Whom the last sentences spoke of, the newest first; what lies further back costs nothing."""
        return takewhile(lambda spoken: sentence - spoken[1] <= _NEAR, reversed(self.recent))
