"""What belongs to whom, as PART_OF: state media, bodies of a state, arms and units of a body, provinces, missions.

"das staatliche Fernsehen", "Spezialeinheiten der Polizei", "die UN-Mission UNIFIL", "die serbische Provinz Kosovo",
"unter Verwaltung der Vereinten Nationen".
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ..language.clause import Analysis, Clause, Phrase, Role
from ..language.wordlists import ends_in, word_list
from ..model import Entity, Kind, Party
from .mentions import NAMES
from .names import name_of
from .parties import PartyFinder
from .slots import Slots
from .tie import Tie

_STATE_RUN: Final = ("staatlich", "staatseigen", "staatsnah")
_STATE: Final = "Staats"
_RUN_BY_STATES: Final = frozenset({"media", "company"})  # classes of nouns that "Staats-" in front makes a state's own
_UNITS: Final = word_list("de", "unit_nouns")
_PARTS: Final = word_list("de", "part_nouns")
_UNITS_AND_PARTS: Final = _UNITS | _PARTS
_TERRITORIES: Final = word_list("de", "territory_nouns")
_RULES: Final = word_list("de", "rule_nouns")
_TROOPS: Final = "military"
_TROOP_NOUNS: Final = word_list("de", "troop_nouns")
_MISSION: Final = "mission"
_COMING: Final = frozenset({"stehen", "kommen", "bleiben", "sein", "geraten", "fallen", "stellen", "befinden", "gelangen"})
_ABROAD: Final = ("botschaft", "konsulat", "führung")  # seats abroad, and "unter Führung": no organ by adjective alone
_BODIES: Final = (Kind.ORGANISATION, Kind.OUTLET)
_OWNERS: Final = (Kind.STATE, Kind.ORGANISATION)


class Belongings:
    """Finds the PART_OF ties of one sentence."""

    def __init__(self, analysis: Analysis, parties: PartyFinder, slots: Slots) -> None:
        self.analysis, self.parties, self.slots = analysis, parties, slots

    def told_by(self, phrase: Phrase) -> Iterator[Tie]:
        """What the phrase's own words say belongs to somebody."""
        if phrase.pronoun is not None:
            return
        yield from self._of_state(phrase)
        yield from self._territory(phrase)
        yield from self._mission(phrase)
        yield from self._unit(phrase)

    def told_in(self, clause: Clause) -> Iterator[Tie]:
        """What the clause says belongs to somebody: "ist Teil von", "steht unter Verwaltung von"."""
        yield from self._ruled(clause)
        yield from self._predicate(clause)

    def arm_of(self, named: Phrase, described: Phrase) -> Iterator[Tie]:
        """As-Sahab, die Medienorganisation al-Qaidas: a body explained as somebody's."""
        entity, owner = self.parties.entity(named.index), self._owner_of_unit(described)
        if entity is None or owner is None or entity.kind not in _BODIES:
            return
        if self._is_body_noun(described):
            yield from self._tie(entity, named, owner, described, "arm")

    # states' own ----------------------------------------------------------------------------------------------------

    def _of_state(self, phrase: Phrase) -> Iterator[Tie]:
        """das russische Staatsfernsehen Zvezda; die iranische Regierung; die Staatsmedien Irans; der staatliche Sender X."""
        entity = self.parties.entity(phrase.index)
        if entity is None or entity.kind not in (*_BODIES, Kind.GROUP):
            return
        state_run = self._is_state_run(phrase)
        if not state_run and not self._is_organ(phrase, entity):
            return
        owner = self.parties.offices.adjective_party(phrase) or self._named_owner(phrase)
        if owner is None and state_run:  # der staatliche Sender IRIB; staatliche Sicherheitskräfte
            state = self.parties.gazetteer.entity(entity.state) if entity.state is not None else None
            told = self.parties.discourse.focus() if phrase.determiner != "indefinite" else None
            owner = state or self._of_city(phrase) or told
        if owner is not None and owner.kind is Kind.STATE:
            yield from self._tie(entity, phrase, owner, phrase, "state-run" if state_run else "adjective")

    def _is_organ(self, phrase: Phrase, entity: Entity) -> bool:
        """Whether it is a body of a state told by noun and adjective alone: "die iranische Regierung"."""
        unnamed = entity.gazetteer is None and phrase.name is None and "-" not in phrase.lemma
        abroad = phrase.lemma.lower().endswith(_ABROAD)
        return entity.kind is Kind.ORGANISATION and unnamed and entity.state is not None and not abroad

    def _is_state_run(self, phrase: Phrase) -> bool:
        words = self.analysis.tokens[phrase.first : phrase.head + 1]
        if any(t.low.startswith(_STATE_RUN) for t in words[:-1]):
            return True
        group = self.parties.bodies.of_token(words[-1])
        run = group is not None and group.group_class in _RUN_BY_STATES
        return run and (words[-1].lemma.startswith(_STATE) or f"-{_STATE}" in words[-1].text)

    def _named_owner(self, phrase: Phrase) -> Entity | None:
        genitive = self.parties.offices.genitive(phrase)
        if genitive is not None:
            return self.parties.entity(genitive.index)
        return self._in_front(phrase)

    def _of_city(self, phrase: Phrase) -> Entity | None:
        """das Belgrader Staatsfernsehen: the state of the city in front."""
        gazetteer = self.parties.gazetteer
        for token in self.analysis.tokens[phrase.first : phrase.head]:
            if (told := gazetteer.place_told_by(token.text)) is not None:
                return gazetteer.entity(told[1].state) if told[1].state is not None else told[1]
        return None

    def _in_front(self, phrase: Phrase) -> Entity | None:
        """The party in the first part of the head: "UN" in "UN-Mission"."""
        part = next((o for o in self.parties.found if o.part and o.first == phrase.head and o.having(*NAMES)), None)
        return self.parties.gazetteer.entity(part.having(*NAMES)[0].row) if part is not None else None

    # territories, missions, units -----------------------------------------------------------------------------------

    def _territory(self, phrase: Phrase) -> Iterator[Tie]:
        """die serbische Provinz Kosovo, die Provinz Kosovo in Serbien, Kosovo, eine Provinz Serbiens."""
        if not self._is(phrase, _TERRITORIES) or phrase.determiner == "negative":
            return
        land = self._named_part(phrase)
        owner = self.parties.offices.adjective_party(phrase) or self._named_owner(phrase)
        if land is None or owner is None or owner.kind is not Kind.STATE:
            return
        if land.kind in (Kind.PLACE, Kind.STATE):
            yield from self._tie(land, phrase, owner, phrase, "territory")

    def _named_part(self, phrase: Phrase) -> Entity | None:
        """What a noun names: the name behind it in the phrase, or what it explains."""
        if phrase.apposition_of is not None and phrase.name is None:
            return self.parties.entity(phrase.apposition_of)
        if phrase.name is None or phrase.name[0] <= phrase.head:
            return None
        known = self.parties.name_inside(phrase)
        name = name_of(self.analysis.tokens[phrase.name[0] : phrase.name[1] + 1])
        return known[0].entity if known else Entity(name, Kind.PLACE)

    def _mission(self, phrase: Phrase) -> Iterator[Tie]:
        """die UN-Mission UNIFIL; die UN-Friedensmission im Nordland (UNMIN): a named body of the body in front."""
        owner = self._in_front(phrase)
        group = self.parties.bodies.group_noun(phrase.index)
        body = (group is not None and group.kind == Kind.ORGANISATION.value) or phrase.lemma.lower().endswith(_MISSION)
        if owner is None or owner.kind is not Kind.ORGANISATION or not body:
            return
        bracket = next((p for p in self.analysis.phrases if p.apposition_of == phrase.index and self._is_acronym(p)), None)
        near = self.analysis.phrases[phrase.index + 1 : phrase.index + 3]
        behind = next((p for p in near if self._is_acronym(p) and self._in_brackets(phrase, p)), None)
        named = phrase if phrase.name is not None and phrase.name[0] > phrase.head else bracket or behind
        if named is None:
            return
        inside = self.parties.name_inside(phrase) if named is phrase else ()
        first, last = named.name or (named.first, named.last)
        name = name_of(self.analysis.tokens[first : last + 1])
        entity = inside[0].entity if inside else self.parties.gazetteer.entity_named(name) or Entity(name, Kind.ORGANISATION)
        if entity.kind is Kind.ORGANISATION:
            yield from self._tie(entity, named, owner, phrase, "mission")

    def _is_acronym(self, phrase: Phrase) -> bool:
        word = self.analysis.tokens[phrase.head].text
        return phrase.first == phrase.last and sum(c.isupper() for c in word) > 2

    def _in_brackets(self, noun: Phrase, acronym: Phrase) -> bool:
        """Whether the acronym stands in brackets, with no comma since the noun."""
        between = self.analysis.tokens[noun.last + 1 : acronym.first]
        return bool(between) and between[-1].text == "(" and all(t.tag != "$," for t in between)

    def _unit(self, phrase: Phrase) -> Iterator[Tie]:
        """Spezialeinheiten der Polizei, die Presseabteilung des Außenministeriums, ein Ableger al-Qaidas."""
        named = self._in_front(phrase)
        group = self.parties.bodies.group_noun(phrase.index)
        military = (group is not None and group.group_class == _TROOPS) or self._is(phrase, _TROOP_NOUNS)
        troops = named is not None and military  # ISAF-Verbände der NATO
        owner = self._owner_of_unit(phrase) if troops or self._is(phrase, _UNITS) else None
        if owner is None or phrase.apposition_of is not None or phrase.determiner == "negative":
            return
        entity = named or self.parties.entity(phrase.index)
        if entity is None or entity == owner:
            entity = Entity(self.parties.bodies.described(phrase), Kind.ORGANISATION, local=True)
        if entity.kind in (*_BODIES, Kind.GROUP) and owner.kind in _OWNERS:
            yield from self._tie(entity, phrase, owner, phrase, "unit")

    def _owner_of_unit(self, phrase: Phrase) -> Entity | None:
        genitive = self.parties.offices.genitive(phrase)
        if genitive is not None:
            return self.parties.entity(genitive.index)
        inside = self.parties.name_inside(phrase)  # die Medienorganisation Al-Qaidas
        if inside and self.analysis.tokens[phrase.last].low.endswith("s"):
            return inside[0].entity
        after = self.analysis.phrases[phrase.index + 1 : phrase.index + 2]
        near = after and after[0].first == phrase.last + 1 and after[0].preposition == "von"
        return self.parties.entity(after[0].index) if near else None

    # clauses --------------------------------------------------------------------------------------------------------

    def _ruled(self, clause: Clause) -> Iterator[Tie]:
        """Das Gebiet steht unter Verwaltung der UNO; unter israelische Kontrolle geraten."""
        if clause.verb is None or clause.verb.lemma not in _COMING:
            return
        for index in self.slots.prepositional(clause, "unter"):
            phrase = self.analysis.phrases[index]
            owner = self.parties.offices.toward(phrase) if self._is(phrase, _RULES) else None
            slot = "accusative" if clause.verb.lemma == "stellen" else "subject"
            for subject in self.slots.fill(clause, slot)[:1] if owner is not None and owner.kind in _OWNERS else ():
                entity = self.parties.entity(subject)
                if entity is not None and owner is not None and entity.kind in (Kind.PLACE, Kind.STATE, Kind.ORGANISATION):
                    yield from self._tie(entity, self.analysis.phrases[subject], owner, phrase, "rule", clause)

    def _predicate(self, clause: Clause) -> Iterator[Tie]:
        """X ist ein Ableger von Y, eine Provinz Ys, Teil Ys."""
        if clause.verb is None or clause.verb.lemma not in ("sein", "bleiben", "werden"):
            return
        for predicate in clause.fillers_in(Role.PREDICATE):
            phrase = self.analysis.phrases[predicate]
            land, unit = self._is(phrase, _TERRITORIES), self._is(phrase, _UNITS_AND_PARTS)
            owner = self.parties.offices.toward(phrase) if land else self._owner_of_unit(phrase) if unit else None
            for subject in self.slots.fill(clause, "subject")[:1]:
                entity = self.parties.entity(subject)
                territory = land or (self._is(phrase, _PARTS) and owner is not None and owner.kind is Kind.STATE)
                kinds = (Kind.PLACE, Kind.STATE) if territory else (*_BODIES, Kind.PLACE)
                if entity is None or owner is None or entity.kind not in kinds or owner.kind not in _OWNERS:
                    continue
                yield from self._tie(entity, self.analysis.phrases[subject], owner, phrase, "part", clause)

    # values ---------------------------------------------------------------------------------------------------------

    def _is(self, phrase: Phrase, nouns: frozenset[str]) -> bool:
        """Whether the head is one of the nouns or a compound of one of the longer ones."""
        return _is_one_of(self.analysis.tokens[phrase.head].lemma, nouns)

    def _is_body_noun(self, phrase: Phrase) -> bool:
        group = self.parties.bodies.group_noun(phrase.index)
        return (group is not None and group.kind != Kind.PLACE.value) or self._is(phrase, _UNITS)

    def _tie(
        self, entity: Entity, named: Phrase, owner: Entity, told: Phrase, rule: str, clause: Clause | None = None
    ) -> Iterator[Tie]:
        if entity == owner:
            return
        actor = Party(entity, self.parties.span(named.index))
        span = self.parties.span(told.index)
        index = clause.index if clause is not None else None
        denied = told.determiner == "negative"
        yield Tie("PART_OF", actor, Party(owner, span), span, told.index, f"tie-{rule}", clause=index, denied=denied)


@lru_cache(1 << 15)
def _is_one_of(lemma: str, nouns: frozenset[str]) -> bool:
    return ends_in(lemma.lower(), nouns)
