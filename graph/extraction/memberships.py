"""Who belongs to which body, as MEMBER_OF, where no office says so: party in brackets, "X von der Y", "ein Mann des
Geheimdienstes", "eines der Parlamentsmitglieder"."""

from collections.abc import Iterator
from typing import Final

from ..language.clause import Analysis, Clause, Phrase, Role, Voice
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party
from .parties import PartyFinder
from .slots import Slots
from .tie import Tie

_MAN_OF: Final = word_list("de", "man_of_nouns")
_CIRCLES: Final = word_list("de", "inner_circles")
_HELD: Final = ("richter", "richterin", "sprecher", "sprecherin", "direktor", "direktorin", "leiter", "leiterin", "präsident")
_FORCES: Final = tuple(sorted(word_list("de", "force_nouns")))
_BELONGING: Final = frozenset({"gehören", "zählen"})
_BEING: Final = frozenset({"sein", "bleiben", "werden"})
_ONE_OF: Final = frozenset({"einer", "eine", "eines", "einem", "einen"})


class Memberships:
    """Finds the memberships of one sentence."""

    def __init__(self, analysis: Analysis, parties: PartyFinder, lexicon: Lexicon, slots: Slots) -> None:
        self.analysis, self.parties, self.lexicon, self.slots = analysis, parties, lexicon, slots

    def from_body(self, phrase: Phrase) -> Iterator[Tie]:
        """Vojislav Koštunica von der Demokratischen Partei; John Sifton von Human Rights Watch, sagte General X vom Rat."""
        before = self.analysis.phrases[phrase.index - 1] if phrase.index else None
        if before is None or phrase.preposition not in ("von", "bei") or before.last != phrase.first - 1 or before.name is None:
            return
        party = phrase.preposition == "von" and self.is_party(phrase)
        if party or self._is_one_constituent(before, phrase):
            yield from self.member(before.index, phrase)

    def _is_one_constituent(self, person: Phrase, body: Phrase) -> bool:
        """Whether name and body can only be one part of the clause: both stand before its verb, or a verb of saying is
        all that stands before them."""
        entity = self.parties.entity(body.index)
        if entity is None or entity.kind is not Kind.ORGANISATION or (entity.local and not self._is_named(body)):
            return False
        clause = next((c for c in self.analysis.clauses if person.head in c.tokens), None)
        if clause is None or clause.verb is None or clause.verb.finite is None or clause.verb.voice is not Voice.ACTIVE:
            return False
        before_verb = clause.tokens[0] == person.first and body.last < clause.verb.finite
        speaks = clause.verb.lemma in self.lexicon.saying_verbs and person.index in clause.fillers_in(Role.SUBJECT)
        frames = self.lexicon.verbs.get(clause.verb.lemma, ())
        asks = any("von" in (*f.actor, *f.recipient, *f.theme) for f in frames if f.light is None)  # forderte von der UNO
        return before_verb or (speaks and not asks)

    def _is_named(self, body: Phrase) -> bool:
        """Whether the words tell which body: by a name, or by what it is for ("Institut für Friedensforschung")."""
        after = self.analysis.phrases[body.index + 1 : body.index + 2]
        return body.name is not None or bool(after and after[0].preposition == "für" and after[0].first == body.last + 1)

    def man_of(self, named: Phrase, described: Phrase) -> Iterator[Tie]:
        """Nicola C., ein Mann des Geheimdienstes; Sadiq K., eines der Parlamentsmitglieder."""
        person = self.parties.entity(named.index)
        body = self._body_of_man(described)
        if person is None or person.kind is not Kind.PERSON or body is None or body.kind is not Kind.ORGANISATION:
            return
        span = self.parties.span(described.index)
        yield Tie(
            "MEMBER_OF", Party(person, self.parties.span(named.index)), Party(body, span), span, described.index, "tie-man-of"
        )

    def _body_of_man(self, described: Phrase) -> Entity | None:
        genitive = self.parties.offices.genitive(described)
        head = self.analysis.tokens[described.head]
        if genitive is not None and head.lemma.lower() in _MAN_OF:
            return self.parties.entity(genitive.index)
        whole = self.analysis.phrases[described.index + 1] if described.index + 1 < len(self.analysis.phrases) else None
        if head.low not in _ONE_OF or whole is None or whole.first != described.last + 1 or whole.plural is False:
            return None
        members = self.analysis.tokens[whole.head].lemma.lower().endswith("mitglied")
        return (self.parties.offices.toward(whole) or self.parties.bodies.in_front(whole)) if members else None

    def told_in(self, clause: Clause) -> Iterator[Tie]:
        """X gehört zum Führungskreis der Y, war ein Kämpfer der Y: what a clause says of somebody's body."""
        if clause.verb is None:
            return
        said = clause.fillers_in(Role.PREDICATE) if clause.verb.lemma in _BEING else ()
        circles = self.slots.prepositional(clause, "zu") if clause.verb.lemma in _BELONGING else ()
        for index, nouns in (*((i, _MAN_OF) for i in said), *((i, _CIRCLES) for i in circles)):
            told = self.analysis.phrases[index]
            behind = self.parties.offices.genitive(told)
            low = self.analysis.tokens[told.head].lemma.lower()
            body = self.parties.entity(behind.index) if behind is not None and low in nouns else None
            for holder in self.slots.fill(clause, "subject")[:1] if body is not None and body.kind is Kind.ORGANISATION else ():
                yield from self._in(holder, told, body, clause)

    def _in(self, holder: int, told: Phrase, body: Entity | None, clause: Clause) -> Iterator[Tie]:
        person = self.parties.party(holder)
        part = told.lemma == "Teil"  # only persons are members where they are a part
        kinds = (Kind.PERSON,) if part else (Kind.PERSON, Kind.GROUP)
        if person is None or body is None or person.entity.kind not in kinds or person.entity == body:
            return
        span, denied = self.parties.span(told.index), told.determiner == "negative"
        yield Tie("MEMBER_OF", person, Party(body, span), span, told.index, "tie-circle", clause=clause.index, denied=denied)

    def is_party(self, phrase: Phrase) -> bool:
        """Whether the phrase denotes a political party."""
        entity = self.parties.entity(phrase.index)
        if entity is None or entity.kind is not Kind.ORGANISATION:
            return False
        known = entity.gazetteer is not None
        return self.is_party_row(entity) if known else self.analysis.tokens[phrase.head].lemma.lower().endswith("partei")

    def is_party_row(self, entity: Entity) -> bool:
        """Whether the gazetteer has the entity as a political party."""
        row = self.parties.gazetteer.rows.get(entity.gazetteer or "")
        return row is not None and row.classed == "party"

    def member(self, holder: int, phrase: Phrase) -> Iterator[Tie]:
        """The tie of the person that one phrase names to the body that another does."""
        member, group = self.parties.party(holder), self.parties.party(phrase.index)
        if member is not None and group is not None and member.entity.kind is Kind.PERSON:
            held = self.analysis.phrases[holder]
            title = self.parties.offices.title(held) if held.head < (held.name or (held.head,))[0] else None
            armed = self.analysis.tokens[phrase.head].lemma.lower().endswith(_FORCES)  # General X vom Rat only belongs to it
            served = title is not None and ((title.serving and armed) or self.analysis.tokens[held.head].low.endswith(_HELD))
            office = served and not self.is_party(phrase)  # but Ministerpräsident X von der SPD is of a party
            told = held if office else phrase  # Richter X vom Gerichtshof
            relation = "HOLDS_POSITION" if office else "MEMBER_OF"
            yield Tie(relation, member, group, self.parties.span(phrase.index), told.index, "tie-party")
