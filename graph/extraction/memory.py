"""What earlier sentences of the article have claimed: for "die Lieferungen", "der Besuch", and for denials by anaphora.

An event noun with a definite article inherits the parties that it leaves out from the last claim of its relation.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from ..model import Claim, Entity, Kind, Modality, Party

_EVENT_REACH: Final = 6  # sentences back that a definite event noun can mean; beyond it is rarely the same event
_STEP_REACH: Final = 3  # sentences back that "der Schritt" can mean
_STEPS: Final = frozenset({"SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "REJECT", "RETREAT"})
_SPEECH_REACH: Final = 2  # sentences back that "diese Behauptungen" can mean
_GOES_ON: Final = frozenset({"ASSAULT", "SANCTION", "COERCE", "AID", "CONSULT"})
_FORCE: Final = frozenset({"ASSAULT", "COERCE"})
_TAKEN: Final = ("entführ", "geisel", "verschlepp", "kidnap")
_ACTOR_ALONE: Final = frozenset({"RETREAT", "MOBILIZE"})  # "der Abzug" after "der Abzug der Truppen"
_STEM: Final = 5  # letters that a verb and its noun share: besuch-en, Besuch
STANDING: Final = frozenset({"HOLDS_POSITION", "MEMBER_OF", "PART_OF"})


@dataclass(slots=True)
class Memory:
    """The claims of one article so far, each with the number of its sentence."""

    claims: list[tuple[int, Claim]] = field(default_factory=list)
    spoken: dict[str, int] = field(default_factory=dict)
    whole: dict[Entity, Entity] = field(default_factory=dict)
    relations: set[str] = field(default_factory=set)
    captors: dict[Entity, Party] = field(default_factory=dict)  # who used force last on whom
    abducted: bool = False  # whether anybody was taken by force, and not by law

    def add(self, sentence: int, claims: tuple[Claim, ...]) -> None:
        """Remember what a sentence claimed."""
        self.claims.extend((sentence, c) for c in claims)
        self.relations.update(c.relation for c in claims)
        for claim in claims:
            if claim.relation in _FORCE and claim.actor is not None and claim.recipient is not None and not claim.negated:
                self.captors[claim.recipient.entity] = Party(claim.actor.entity)
            if claim.relation == "ASSAULT" and any(stem in claim.rule for stem in _TAKEN):
                self.abducted = True

    def _back_to(self, sentence: int) -> Iterator[tuple[int, Claim]]:
        """The claims from the last one back to those of a sentence, so that no question costs more the longer the text is."""
        return takewhile(lambda told: told[0] >= sentence, reversed(self.claims))

    def belongs(self, part: Entity, whole: Entity) -> None:
        """Remember the state or body that something is told to be a part of."""
        self.whole.setdefault(part, whole)

    def speak_of(self, relation: str, sentence: int) -> None:
        """Note that a noun of the sentence tells `relation`, whoever its parties are."""
        self.spoken[relation] = sentence

    def told(self, relation: str, sentence: int) -> bool:
        """Whether the sentences just before told `relation`, as a claim or by a noun."""
        near = self._back_to(sentence - _SPEECH_REACH)
        last = next((s for s, c in near if c.relation == relation and s < sentence), -_EVENT_REACH)
        return sentence - max(last, self.spoken.get(relation, -_EVENT_REACH)) <= _SPEECH_REACH

    def ever(self, relation: str) -> bool:
        """Whether any sentence before told `relation`, as a claim or by a noun."""
        return relation in self.spoken or relation in self.relations

    def event(self, relation: str, noun: str, sentence: int) -> Claim | None:
        """The last claim of `relation` between two parties that is near enough to be the event meant by `noun`; one told
        by the same stem ("besuchte" for "der Besuch") before any other, one that happened before one that is planned."""
        near = [c for _, c in self._back_to(sentence - _EVENT_REACH) if c.relation == relation]
        alone = relation in _ACTOR_ALONE
        whole = [c for c in near if c.actor is not None and (alone or c.recipient is not None) and c.rule != "anaphora"]
        stem = noun.lower()[:_STEM]
        return min(whole, key=lambda c: (stem not in c.rule, c.modality is not Modality.ACTUAL), default=None)

    def doer(self, relation: str, noun: str, sentence: int) -> Party | None:
        """Who did last what the noun tells, whoever suffered it; one told by the same stem before any other."""
        near = [c for _, c in self._back_to(sentence - _EVENT_REACH) if c.relation == relation]
        done = [c for c in near if c.actor is not None and c.rule != "anaphora"]
        stem = noun.lower()[:_STEM]
        first = min(done, key=lambda c: stem not in c.rule, default=None)
        return Party(first.actor.entity) if first is not None and first.actor is not None else None

    def last_step(self, sentence: int, judge: Party | None, reach: int = _STEP_REACH) -> Party | None:
        """Who was last told to have acted against somebody else than `judge`'s own side, near enough for "der Schritt"."""
        near = (c for _, c in self._back_to(sentence - reach) if c.relation in _STEPS and c.actor is not None)
        for claim in near:
            assert claim.actor is not None
            own = judge is not None and (_is(claim.actor, judge) or _of_one_state(judge.entity, claim.actor.entity))
            if not own and claim.rule != "anaphora":
                return Party(claim.actor.entity)
        return None

    def last_actor(self, relation: str, sentence: int) -> Party | None:
        """Who acted last in `relation`, near enough to be meant by "dabei"."""
        near = (c for _, c in self._back_to(sentence - _SPEECH_REACH) if c.relation == relation and c.actor)
        return next((Party(c.actor.entity) for c in near if c.actor is not None), None)

    def other_side(self, relation: str, party: Party, sentence: int, acted: bool) -> Party | None:
        """Who stood on the other side when `party` last acted (or suffered) in `relation`: "Israels Luftangriffe" after
        an attack of Israel's, or else of its army's, on somebody. Only for what goes on between the same two."""
        if relation not in _GOES_ON:
            return None
        near = self._done(relation, sentence) if not acted else self._told(relation, sentence)
        sides = [(c.actor, c.recipient) if acted else (c.recipient, c.actor) for c in near]
        own = [other for same, other in sides if other is not None and _is(same, party)]
        akin = [other for same, other in sides if other is not None and _is_its_state(same, party)]
        return next((Party(other.entity) for other in (*own, *akin)), None)

    def _told(self, relation: str, sentence: int) -> list[Claim]:
        return [c for _, c in self._back_to(sentence - _EVENT_REACH) if c.relation == relation and not c.negated]

    def _done(self, relation: str, sentence: int) -> list[Claim]:
        """What is told to have happened: who only plans it has not done it."""
        return [c for c in self._told(relation, sentence) if c.modality is Modality.ACTUAL]

    def captor(self, relation: str, sufferer: Party, sentence: int) -> Party | None:
        """Who used force on `sufferer` before: whoever is let go is so by whoever took them, at any distance, and
        what is done to captives near by is done by them."""
        if relation == "RETREAT":
            return self.captors.get(sufferer.entity)
        for _, claim in self._back_to(sentence - _EVENT_REACH) if relation in _FORCE else ():
            done = claim.relation in _FORCE and not claim.negated and claim.modality is Modality.ACTUAL
            if done and claim.actor is not None and _is(claim.recipient, sufferer):
                return Party(claim.actor.entity)
        return None

    def last_by_force(self, relation: str, sentence: int, suffering: Party | None) -> Party | None:
        """Who used force last, near enough for "dabei", in whatever way: "suchten … Dabei wurden drei getötet"."""
        if relation not in _FORCE:
            return None
        near = (c for s, c in self._back_to(sentence - 1) if s < sentence and c.relation in _FORCE and c.actor is not None)
        return next((Party(c.actor.entity) for c in near if c.actor is not None and not _is(c.actor, suffering)), None)

    def sole_actor(self, relation: str, sentence: int, suffering: Party) -> Party | None:
        """Who alone has acted in `relation` of late: where one side attacks, those killed or hurt next are its victims.
        Nobody, if the one who suffers has acted there too or belongs to the same state, or if two have acted."""
        actors = [c.actor.entity for c in self._done(relation, sentence) if c.actor is not None]
        only = actors[0] if len(set(actors)) == 1 else None
        if only is None or only == suffering.entity or _of_one_state(only, suffering.entity):
            return None
        known = only.kind is not Kind.PERSON or len(actors) > 1  # one deed of a person is no campaign
        return Party(only) if known else None

    def deeds(self, sentence: int, doer: Party) -> tuple[Claim, ...]:
        """The force told in the nearest sentence before that `doer` may have used: nobody is known to have, or it is."""
        near = [(s, c) for s, c in self._back_to(sentence - _SPEECH_REACH) if s < sentence and c.relation == "ASSAULT"]
        last = near[0][0] if near else sentence
        open_ = [c for s, c in reversed(near) if s == last and not _is(c.recipient, doer)]
        return tuple(c for c in _once(open_[::-1]) if c.actor is None or _is(c.actor, doer) or _is_unknown(c.actor.entity))

    def spoken_of(self, sentence: int, denier: Party | None) -> tuple[Claim, ...]:
        """The claims of the nearest sentence before that somebody else than `denier` has made, acts before ties."""
        for back in range(1, _SPEECH_REACH + 1):
            told = [c for s, c in self._back_to(sentence - back) if s == sentence - back]
            near = [c for c in reversed(told) if c.relation not in STANDING]
            near = [c for c in near if c.rule != "anaphora"] or _once(near)  # what is denied again was denied before
            near = [c for c in near if not (c.relation == "ACCUSE" and _is(c.recipient, denier))]  # it is the deed that is denied
            attributed = [c for c in near if c.attribution and not is_by(c, denier)]
            about = [c for c in near if denier is not None and _names(c, denier)]
            if attributed or about:
                return tuple(attributed or about)
            if back == 1 and near and not any(c.attribution for c in near):
                return tuple(near)
        return ()


def _is_unknown(actor: Entity) -> bool:
    """Whether nobody knows yet whose people they are: "Bewaffnete", "zwei Attentäter"."""
    return actor.local and actor.kind is Kind.GROUP and actor.state is None


def _of_one_state(one: Entity, other: Entity) -> bool:
    """Whether `one` belongs to the state of `other`; a state itself may well act upon its own people."""
    states = [e.gazetteer if e.kind is Kind.STATE else e.state for e in (one, other)]
    return states[0] is not None and states[0] == states[1] and one.kind is not Kind.STATE


def _is_its_state(one: Party | None, other: Party) -> bool:
    """Whether one of the two is the state that the other, no person, belongs to: Israel and its army."""
    if one is None or Kind.PERSON in (one.entity.kind, other.entity.kind):
        return False
    return any(
        state.kind is Kind.STATE and state.gazetteer is not None and state.gazetteer == part.state
        for state, part in ((one.entity, other.entity), (other.entity, one.entity))
    )


def _once(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each content."""
    seen = {(c.relation, c.actor and c.actor.entity, c.recipient and c.recipient.entity): c for c in reversed(list(claims))}
    return list(reversed(seen.values()))


def is_by(claim: Claim, party: Party | None) -> bool:
    return _is(claim.attribution[-1].source, party)


def _is(one: Party | None, other: Party | None) -> bool:
    return one is not None and other is not None and one.entity == other.entity


def _names(claim: Claim, party: Party) -> bool:
    return _is(claim.actor, party) or _is(claim.recipient, party)
