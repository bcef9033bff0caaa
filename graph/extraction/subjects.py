"""Who acts in a clause where case leaves it open: the party and not the thing, the weapon, who acts in the clause before."""

from dataclasses import dataclass, field, replace
from typing import Final

from ..language.clause import Analysis, Case, Clause, ClauseKind, Filler, Link, Phrase, Role, Voice
from ..language.german.roles import is_plural_verb
from ..language.lexicon import Lexicon
from ..language.wordlists import ends_in, word_list
from ..model import Kind, Party
from .nouns import is_violent
from .parties import PartyFinder
from .slots import Slots
from .themes import theme_class

_ACTING_PLACES: Final = word_list("de", "acting_places")
_SHORTEST_BODY: Final = 4  # letters: Büro
ON_THINGS: Final = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})  # villages are shelled, ships are seized


@dataclass(slots=True)
class Subjects:
    """Puts the subjects and objects of one sentence right, clause by clause in the order of the text."""

    analysis: Analysis
    lexicon: Lexicon
    slots: Slots
    parties: PartyFinder
    acting: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def known(self, clause: Clause) -> Clause:
        """The clause with its subject and object where they belong."""
        return self._before(self._behind(clause))

    def _behind(self, clause: Clause) -> Clause:
        """Eine Forderung der EU lehnte das Kabinett ab: where case leaves it open, the party acts and not the thing."""
        subjects, objects = clause.fillers_in(Role.SUBJECT), clause.fillers_in(Role.ACCUSATIVE)
        if clause.verb is None or clause.verb.voice is not Voice.ACTIVE or len(subjects) != 1 or len(objects) != 1:
            return clause
        thing, actor = self.analysis.phrases[subjects[0]], self.analysis.phrases[objects[0]]
        if self.owners_of_means(thing.index) or self._kills(clause, thing) or self._disagrees(clause, actor):
            return clause
        is_open = Case.ACCUSATIVE in thing.cases and Case.NOMINATIVE in actor.cases and thing.index < actor.index
        if not is_open or thing.pronoun is not None or self.parties.parties(thing.index) or not self.parties.parties(actor.index):
            return clause
        if self._is_body(clause, thing):
            return clause
        if self._on_persons(clause) and not self.parties.things(thing.index):  # Unruhestifter töteten Soldaten
            return clause
        if any(p.entity.kind is Kind.GROUP for p in self.parties.things(thing.index)):  # Kampfjets besuchten Peru
            return clause
        exchanged = {Role.SUBJECT: Role.ACCUSATIVE, Role.ACCUSATIVE: Role.SUBJECT}
        return replace(clause, fillers=tuple(Filler(exchanged.get(f.role, f.role), f.phrase) for f in clause.fillers))

    def _disagrees(self, clause: Clause, actor: Phrase) -> bool:
        """Die Stadt erwartet viele Gäste: many cannot be the subject of a verb in the singular."""
        finite = clause.verb.finite if clause.verb is not None else None
        counted = any(t.tag == "CARD" and not t.low.startswith("ein") for t in self.analysis.tokens[actor.first : actor.head])
        several = actor.plural is True or (actor.plural is None and counted)  # mindestens zwölf Todesopfer
        return finite is not None and several and not is_plural_verb(self.analysis.tokens[finite])

    def _is_body(self, clause: Clause, thing: Phrase) -> bool:
        """Das Büro für Menschenrechte kritisierte Peru; but the office that Peru attacked is a thing."""
        return ends_in(thing.lemma.lower(), _ACTING_PLACES, _SHORTEST_BODY) and not self._on_persons(clause)

    def _on_persons(self, clause: Clause) -> bool:
        """Whether the verb tells violence or force: what stands before it and is no thing is somebody who uses it."""
        frames = self.lexicon.verbs.get(clause.verb.lemma, ()) if clause.verb is not None else ()
        plain = [f for f in frames if f.light is None and f.complement_slot is None]
        return any(f.relation in ("ASSAULT", "COERCE") and "accusative" in f.recipient for f in plain)

    def _kills(self, clause: Clause, thing: Phrase) -> bool:
        """Eine Autobombe tötete Soldaten; but in "Luftangriffe flogen die USA" the deed is the object of its light verb."""
        frames = self.lexicon.verbs.get(clause.verb.lemma, ()) if clause.verb is not None else ()
        plain = any(f.relation == "ASSAULT" and f.light is None and f.complement_slot is None for f in frames)
        return plain and is_violent(self.analysis, thing, self.lexicon)

    def _before(self, clause: Clause) -> Clause:
        """Truppen, die Häuser zerstörten und Zivilisten töteten: with a verb that needs an object, the only noun is that
        object, and who acts is said in the clause before."""
        before, subjects = self._goes_on_from(clause), clause.fillers_in(Role.SUBJECT)
        if before is None or clause.verb is None or clause.verb.voice is not Voice.ACTIVE or not subjects:
            return clause
        shared = subjects == before.fillers_in(Role.SUBJECT)
        if shared and before.index not in self.acting:
            return clause
        acting = self.acting.get(before.index) or tuple(self.slots.resolved(before, i) for i in before.fillers_in(Role.SUBJECT))
        if not shared and not (acting and self._must_suffer(clause, subjects)):
            return clause
        self.acting[clause.index] = acting
        kept = tuple(f for f in clause.fillers if f.role is not Role.SUBJECT)
        suffering = () if shared else tuple(Filler(Role.ACCUSATIVE, i) for i in subjects)
        return replace(clause, fillers=(*(Filler(Role.SUBJECT, i) for i in acting), *suffering, *kept))

    def _goes_on_from(self, clause: Clause) -> Clause | None:
        """The clause that this one is coordinated with; of two relative clauses the second may leave out its pronoun."""
        if clause.link is Link.COORDINATE and clause.parent is not None:
            return self.analysis.clauses[clause.parent]
        if clause.kind is not ClauseKind.RELATIVE or any(
            self.slots.resolved(clause, f.phrase) == clause.antecedent for f in clause.fillers
        ):
            return None
        earlier = (c for c in reversed(self.analysis.clauses[: clause.index]) if c.antecedent == clause.antecedent)
        return next((c for c in earlier if c.kind is ClauseKind.RELATIVE), None)

    def _must_suffer(self, clause: Clause, subjects: tuple[int, ...]) -> bool:
        """Whether what looks like the subject is the object: the verb at the end needs one, and the clause has no other."""
        assert clause.verb is not None
        frames = self.lexicon.verbs.get(clause.verb.lemma, ())
        needs = any(f.relation in ON_THINGS and f.recipient == ("accusative",) for f in frames)
        phrases = [self.analysis.phrases[i] for i in subjects]
        ends = clause.verb.finite is None or clause.verb.finite > phrases[-1].last
        could = all(Case.ACCUSATIVE in p.cases and p.pronoun is None for p in phrases)
        return needs and ends and could and not clause.fillers_in(Role.ACCUSATIVE) and not clause.verb.reflexive

    def owners_of_means(self, index: int) -> tuple[Party, ...]:
        """Eine Drohne der Huthi traf, durch NATO-Angriffe getötet: whose weapon or deed it was."""
        phrase = self.analysis.phrases[index]
        tail = phrase.lemma.rpartition("-")[2]
        deed = phrase.preposition == "durch" and tail[:1].upper() + tail[1:] in self.lexicon.nouns
        weapon = deed or theme_class(phrase.lemma, self.lexicon) == "arms"
        return self.parties.owners(index) if weapon else ()
