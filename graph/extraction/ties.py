"""Standing ties told in passing: who holds which office, who is a member, what belongs to which state.

Titles before names, appositions, genitives and national adjectives tell them; a fifth of all claims. "Mitglied" makes
MEMBER_OF, any other title HOLDS_POSITION; "staatlich", "Staats-" make PART_OF.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Clause, Phrase, Role, Voice
from ..model import Entity, Kind, Party, Span
from .offices import Title
from .parties import PartyFinder
from .slots import Slots

_MEMBERS: Final = frozenset({"Mitglied", "Mitgliedstaat", "Mitgliedsstaat", "Mitgliedsland"})
_APPOINTING: Final = frozenset(
    {"ernennen", "wählen", "berufen", "bestimmen", "befördern", "wiederwählen", "vereidigen", "bestellen"}
)
_STATE_RUN: Final = ("staatlich", "staatseigen", "staatsnah")
_CONFIDENCE: Final = 0.8  # expected share of right ones; titles and appositions are nearly deterministic


@dataclass(frozen=True, slots=True)
class Tie:
    """A standing tie, before it is known on whose word; `phrase` tells it."""

    relation: str
    actor: Party
    recipient: Party
    evidence: Span
    phrase: int
    rule: str
    confidence: float = _CONFIDENCE


class Ties:
    """Finds the standing ties of one sentence."""

    def __init__(self, analysis: Analysis, parties: PartyFinder, slots: Slots) -> None:
        self.analysis, self.parties, self.slots = analysis, parties, slots

    def found(self) -> Iterator[Tie]:
        """All ties, in the order of their phrases."""
        for phrase in self.analysis.phrases:
            yield from self._titled_name(phrase)
            yield from self._apposition(phrase)
            yield from self._belonging(phrase)
            yield from self._party_member(phrase)
        for clause in self.analysis.clauses:
            yield from self._copula(clause)
            yield from self._appointment(clause)

    # offices --------------------------------------------------------------------------------------------------------

    def _titled_name(self, phrase: Phrase) -> Iterator[Tie]:
        """US-Präsident George W. Bush; der iranische Präsident Masud Peseschkian."""
        if phrase.name is None or not phrase.head < phrase.name[0]:
            return
        entity = self.parties.entity(phrase.index)
        if entity is not None and entity.kind in (Kind.PERSON, Kind.STATE):
            yield from self._held(entity, phrase, phrase, "title")

    def _apposition(self, phrase: Phrase) -> Iterator[Tie]:
        """Sergej Schoigu, der Sekretär des Sicherheitsrats (und frühere …)."""
        base = phrase.apposition_of
        if base is None and phrase.joined_to is not None:
            base = self.analysis.phrases[phrase.joined_to].apposition_of
        if base is None:
            return
        if self._is_party(phrase):
            yield from self._member(base, phrase)
            return
        other = self.analysis.phrases[base]
        yield from self._arm_of(other, phrase)
        for holder, office in ((other, phrase), (phrase, other)):
            entity = self.parties.entity(holder.index)
            named = entity is not None and (holder.name is not None or entity.gazetteer is not None)
            if named and entity is not None and entity.kind in (Kind.PERSON, Kind.STATE) and office.name is None:
                yield from self._held(entity, holder, office, "apposition")
                return

    def _arm_of(self, named: Phrase, described: Phrase) -> Iterator[Tie]:
        """As-Sahab, die Medienorganisation al-Qaidas: a body explained as somebody's."""
        entity = self.parties.entity(named.index)
        owner = next((self.parties.entity(p.index) for p in self.analysis.phrases if p.attribute_of == described.index), None)
        bodies = (Kind.ORGANISATION, Kind.OUTLET)
        if entity is None or owner is None or entity.kind not in bodies or owner == entity or described.name is not None:
            return
        if self.parties.bodies.group_noun(described.index) is not None and owner.kind in (Kind.STATE, Kind.ORGANISATION):
            span = self.parties.span(described.index)
            yield Tie(
                "PART_OF", Party(entity, self.parties.span(named.index)), Party(owner, span), span, described.index, "tie-arm"
            )

    def _copula(self, clause: Clause) -> Iterator[Tie]:
        """Schoigu war russischer Verteidigungsminister."""
        if clause.verb is None or clause.verb.lemma not in ("sein", "werden", "bleiben") or clause.verb.negated:
            return
        subjects = self.slots.fill(clause, "subject")
        for predicate in clause.fillers_in(Role.PREDICATE):
            for subject in subjects[:1]:
                yield from self._held_by(subject, self.analysis.phrases[predicate], "copula")
                if predicate != subject and self.analysis.phrases[subject].name is None:
                    yield from self._held_by(predicate, self.analysis.phrases[subject], "copula")

    def _appointment(self, clause: Clause) -> Iterator[Tie]:
        """Er wurde zum Sekretär des Sicherheitsrats ernannt."""
        if clause.verb is None or clause.verb.lemma not in _APPOINTING or clause.verb.voice is Voice.STATIVE:
            return
        for office in self.slots.prepositional(clause, "zu"):
            for holder in self.slots.fill(clause, "accusative")[:1]:
                yield from self._held_by(holder, self.analysis.phrases[office], "appointment")

    def _held_by(self, holder: int, office: Phrase, rule: str) -> Iterator[Tie]:
        entity = self.parties.entity(holder)
        if entity is not None and entity.kind in (Kind.PERSON, Kind.STATE) and office.name is None:
            yield from self._held(entity, self.analysis.phrases[holder], office, rule)

    def _held(self, entity: Entity, holder: Phrase, office: Phrase, rule: str) -> Iterator[Tie]:
        title = self.parties.offices.title(office)
        if title is None:
            return
        toward = title.toward or self.parties.bodies.led(office) or self._by_itself(entity, title, office)
        relation = "MEMBER_OF" if self._is_membership(title, toward) else "HOLDS_POSITION"
        person_fits = entity.kind is Kind.PERSON or relation == "MEMBER_OF"
        if title.calling and toward is not None and toward.kind is Kind.STATE:
            return
        if toward is None or toward == entity or not person_fits or toward.kind is Kind.PERSON:
            return
        self.parties.discourse.takes_office(title.word, toward, entity)
        actor = Party(entity, self.parties.span(holder.index))
        recipient = Party(toward, self.parties.span(office.index))
        yield Tie(relation, actor, recipient, self.parties.span(office.index), office.index, f"tie-{rule}")
        for other in self._other_groups(office) if relation == "MEMBER_OF" else ():
            yield Tie(relation, actor, other, self.parties.span(office.index), office.index, f"tie-{rule}")

    def _by_itself(self, entity: Entity, title: Title, office: Phrase) -> Entity | None:
        """Whose an office is that its own words leave open: told before, known, or that of the state in focus."""
        if self.parties.offices.genitive(office) is not None:
            return None
        told = self.parties.discourse.homes.get(entity) or self._known_office(entity, title.word)
        return told or (self.parties.discourse.focus() if title.national else None)

    def _is_membership(self, title: Title, toward: Entity | None) -> bool:
        """Mitglied der Kommission, SPD-Abgeordneter, Grünen-Politiker."""
        if title.word.rpartition("-")[2] in _MEMBERS:
            return True
        return title.partisan and toward is not None and self._is_party_row(toward)

    def _other_groups(self, office: Phrase) -> tuple[Party, ...]:
        """Mitglied der NATO und der EU: the groups after the first."""
        genitive = next((p.index for p in self.analysis.phrases if p.attribute_of == office.index), None)
        return self.parties.parties(genitive)[1:] if genitive is not None else ()

    def _known_office(self, entity: Entity, title: str) -> Entity | None:
        """Präsident Boris Tadić: whose, the gazetteer knows, if it knows the person in an office of that name."""
        gazetteer = self.parties.gazetteer
        row = gazetteer.rows.get(entity.gazetteer or "")
        offices = {e.row for e in gazetteer.lookup((title.rpartition("-")[2],)) if e.how == "title"}
        if row is None or row.toward is None or row.classed not in offices or row.toward not in gazetteer.rows:
            return None
        return gazetteer.entity(row.toward)

    def _party_member(self, phrase: Phrase) -> Iterator[Tie]:
        """Vojislav Koštunica von der Demokratischen Partei: a politician and the party behind "von"."""
        before = self.analysis.phrases[phrase.index - 1] if phrase.index else None
        if before is None or phrase.preposition != "von" or before.last != phrase.first - 1 or before.name is None:
            return
        if self._is_party(phrase):
            yield from self._member(before.index, phrase)

    def _is_party(self, phrase: Phrase) -> bool:
        entity = self.parties.entity(phrase.index)
        if entity is None or entity.kind is not Kind.ORGANISATION:
            return False
        known = entity.gazetteer is not None
        return self._is_party_row(entity) if known else self.analysis.tokens[phrase.head].lemma.lower().endswith("partei")

    def _is_party_row(self, entity: Entity) -> bool:
        row = self.parties.gazetteer.rows.get(entity.gazetteer or "")
        return row is not None and row.classed == "party"

    def _member(self, holder: int, phrase: Phrase) -> Iterator[Tie]:
        member, group = self.parties.party(holder), self.parties.party(phrase.index)
        if member is not None and group is not None and member.entity.kind is Kind.PERSON:
            span = self.parties.span(phrase.index)
            yield Tie("MEMBER_OF", member, group, span, phrase.index, "tie-party")

    # belonging ------------------------------------------------------------------------------------------------------

    def _belonging(self, phrase: Phrase) -> Iterator[Tie]:
        """das russische Staatsfernsehen Zvezda; die iranische Regierung; die Staatsmedien Irans."""
        entity = self.parties.entity(phrase.index)
        if entity is None or entity.kind not in (Kind.ORGANISATION, Kind.OUTLET, Kind.GROUP) or phrase.pronoun is not None:
            return
        state_run = self._is_state_run(phrase)
        if not state_run and not self._is_body(phrase, entity):
            return
        owner = self.parties.offices.adjective_party(phrase) or self._owner(phrase)
        if owner is None and state_run and entity.state is not None:  # der staatliche Sender IRIB
            owner = self.parties.gazetteer.entity(entity.state)
        if owner is None or owner == entity or owner.kind is not Kind.STATE:
            return
        span = self.parties.span(phrase.index)
        rule = "tie-state-run" if state_run else "tie-adjective"
        yield Tie("PART_OF", Party(entity, span), Party(owner, span), span, phrase.index, rule)

    def _is_body(self, phrase: Phrase, entity: Entity) -> bool:
        """Whether it is a body of a state told by noun and adjective alone: "die iranische Regierung"."""
        return entity.kind is Kind.ORGANISATION and entity.gazetteer is None and phrase.name is None and entity.state is not None

    def _is_state_run(self, phrase: Phrase) -> bool:
        words = self.analysis.tokens[phrase.first : phrase.head + 1]
        adjective = any(t.lemma.lower().startswith(_STATE_RUN) for t in words)
        return adjective or words[-1].lemma.startswith("Staats") or "-Staats" in words[-1].text

    def _owner(self, phrase: Phrase) -> Entity | None:
        genitive = next((p for p in self.analysis.phrases if p.attribute_of == phrase.index), None)
        if genitive is not None:
            return self.parties.entity(genitive.index)
        head = self.analysis.tokens[phrase.head]
        part = next((o for o in self.parties.found if o.part and o.first == head.index and o.having("name", "alias")), None)
        return self.parties.gazetteer.entity(part.having("name", "alias")[0].row) if part is not None else None
