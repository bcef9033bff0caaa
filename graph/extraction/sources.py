"""Who a phrase makes a source: the party it denotes, the body that issued it, whoever stands in its genitive; and its step
in a chain."""

from dataclasses import dataclass
from typing import Final

from ..language.clause import Analysis, Clause, Phrase, Role
from ..language.wordlists import ends_in, word_list
from ..model import Entity, Kind, Party, Scope, Span, Stance, Step
from .cues import Cues
from .names import base_name
from .parties import PartyFinder
from .profiles import profile
from .slots import Slots

_LEAST: Final = 4  # letters of what a compound may end in: Samstagabend
_TIMES: Final = word_list("de", "time_nouns")  # "Angaben vom Montag" are nobody's


@dataclass(frozen=True, slots=True)
class Sources:
    """Answers for the phrases of one sentence."""

    analysis: Analysis
    slots: Slots
    parties: PartyFinder
    cues: Cues

    def party(self, index: int) -> Party | None:
        """The party that a phrase makes a source: the party it denotes, its issuing body, else its own words."""
        found = self.parties.parties(index)
        if found:
            return found[0]
        phrase = self.analysis.phrases[index]
        body = self.of_noun(phrase)
        if body is not None:
            return body
        if phrase.pronoun is not None:
            return None
        return Party(Entity(base_name(self.analysis, phrase), Kind.GROUP, local=True), self.parties.span(index))

    def of_noun(self, phrase: Phrase) -> Party | None:
        """Whose words a noun of saying names: genitive, "von", adjective."""
        for other in self.analysis.phrases:
            follows = (
                other.preposition in ("von", "aus")
                and all(t.tag == "$(" for t in self.analysis.tokens[phrase.last + 1 : other.first])
                and other.index == phrase.index + 1
                and not ends_in(other.lemma.lower(), _TIMES, _LEAST)
            )
            if (other.attribute_of == phrase.index or follows) and (party := self.party(other.index)) is not None:
                return party
        entity = self.parties.bodies.reporting(phrase) or self.parties.offices.toward(phrase)
        return Party(entity, self.parties.span(phrase.index)) if entity is not None else None

    def of_subject(self, clause: Clause, but: int) -> Party | None:
        fronted = (i for i in clause.fillers_in(Role.PREDICATE) if clause.verb is not None and clause.verb.lemma == "sein")
        subject = next((i for i in (*self.slots.subject(clause), *fronted) if i != but), None)
        return self.party(subject) if subject is not None else None

    def of_possessive(self, clause: Clause, phrase: Phrase, spoke: tuple[Step, ...]) -> Party | None:
        """seiner Darstellung zufolge, ihrer Meinung nach: whoever acts in the main clause around, else who spoke last,
        the innermost of `spoke`."""
        told = phrase.determiner == "possessive" and phrase.name is None and self.cues.noun(phrase) is not None
        if not told or self.of_noun(phrase) is not None:
            return None
        main = self.analysis.clauses[clause.parent] if clause.parent is not None else None
        around = [p for i in (self.slots.subject(main) if main is not None else ()) for p in self.parties.parties(i)]
        last = [step.source for step in spoke[-1:] if step.source is not None]
        own = [p for i in self.slots.subject(clause) for p in self.parties.parties(i) if p.entity.kind is Kind.PERSON]
        return next(iter((*around, *last, *own)), None)

    def step(self, source: Party | None, stance: Stance, cue: Span | None = None, scope: Scope | None = None) -> Step:
        anonymous = self._anonymous(source)
        described = profile(self.analysis, self.parties.bodies, source) if anonymous and source is not None else None
        return Step(source, stance, anonymous, cue, described, scope)

    def _anonymous(self, source: Party | None) -> bool:
        if source is None:
            return True
        return source.entity.local and source.entity.kind in (Kind.GROUP, Kind.PERSON)
