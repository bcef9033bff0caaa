"""The clause: the one form in which every language hands its sentences on.

A sentence becomes tokens, phrases (nominal ones, with or without a preposition) and clauses; a clause has a verb group,
fillers in grammatical roles, and a link to the clause or phrase that it hangs on. What comes after works on this form
alone and knows no language.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from ..model import Sentence, Span
from .tokens import Token


class Case(StrEnum):
    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"


class Role(StrEnum):
    """What a phrase is to the verb of its clause."""

    SUBJECT = "subject"
    ACCUSATIVE = "accusative"
    DATIVE = "dative"
    GENITIVE = "genitive"
    PREPOSITION = "preposition"
    PREDICATE = "predicate"  # what the subject is said to be: war Minister
    ADJUNCT = "adjunct"  # a bare phrase of time or measure, or one left over


class Mood(StrEnum):
    INDICATIVE = "indicative"
    REPORTED = "subjunctive 1"
    UNREAL = "subjunctive 2"
    IMPERATIVE = "imperative"
    AMBIGUOUS = "ambiguous"  # the form serves more than one mood; the running speech decides


class Tense(StrEnum):
    PRESENT = "present"
    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    FUTURE = "future"


class Voice(StrEnum):
    ACTIVE = "active"
    PASSIVE = "passive"
    STATIVE = "stative"  # the state after an act: ist verhängt


class ClauseKind(StrEnum):
    MAIN = "main"
    SUBORDINATE = "subordinate"
    RELATIVE = "relative"
    INFINITIVE = "infinitive"
    PARTICIPIAL = "participial"
    VERBLESS = "verbless"


class Link(StrEnum):
    """How a clause hangs on its parent."""

    NONE = "none"
    COMPLEMENT = "complement"  # dass, ob, Konjunktiv, an infinitive: what is said, wanted, feared
    ADVERBIAL = "adverbial"  # weil, nachdem, um zu
    CONDITION = "condition"  # wenn, falls
    ATTRIBUTE = "attribute"  # on a noun: relative, participial
    COORDINATE = "coordinate"
    INSERT = "insert"  # ", sagte X,": the parent is what X said


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `first` to `last` (both in it) around `head`; all are indices into the sentence's tokens.

    `preposition` is its lemma ("in" for "im"). `attribute_of`, `apposition_of` and `joined_to` are indices of earlier
    or, for a genitive in front, later phrases. `name` is the run of proper names in it, if any.
    """

    index: int
    first: int
    last: int
    head: int
    lemma: str
    preposition: str | None = None
    cases: frozenset[Case] = frozenset(Case)
    plural: bool | None = None
    determiner: str = ""
    pronoun: str | None = None
    name: tuple[int, int] | None = None
    attribute_of: int | None = None
    apposition_of: int | None = None
    joined_to: int | None = None
    clause: int | None = None  # filled by a participial attribute: the clause inside the phrase


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb group. `lemma` has its separable prefix; `tokens` are all its words; `modal` is a modal's lemma."""

    lemma: str
    tokens: tuple[int, ...]
    head: int
    finite: int | None = None
    voice: Voice = Voice.ACTIVE
    tense: Tense = Tense.PRESENT
    mood: Mood = Mood.INDICATIVE
    modal: str | None = None
    evidential: bool = False  # soll … haben: hearsay
    negated: bool = False
    reflexive: bool = False


@dataclass(frozen=True, slots=True)
class Filler:
    role: Role
    phrase: int


@dataclass(frozen=True, slots=True)
class Clause:
    """`tokens` are those of the clause without its embedded clauses; `antecedent` is the phrase a relative hangs on."""

    index: int
    kind: ClauseKind
    tokens: tuple[int, ...]
    verb: Verb | None = None
    fillers: tuple[Filler, ...] = ()
    introducer: str | None = None
    parent: int | None = None
    link: Link = Link.NONE
    antecedent: int | None = None
    quoted: bool = False
    _by_role: Mapping[Role, tuple[int, ...]] = field(init=False, repr=False, compare=False)  # asked for 60 times a clause

    def __post_init__(self) -> None:
        roles = {f.role for f in self.fillers}
        by_role = {role: tuple([f.phrase for f in self.fillers if f.role is role]) for role in roles}
        object.__setattr__(self, "_by_role", by_role)

    def fillers_in(self, role: Role) -> tuple[int, ...]:
        """The phrases in `role`, in the order of the text."""
        return self._by_role.get(role, ())


@dataclass(frozen=True, slots=True)
class Analysis:
    """One sentence with all that was found out about its form."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    phrases: tuple[Phrase, ...]
    clauses: tuple[Clause, ...]

    def span(self, first: int, last: int) -> Span:
        """The characters from token `first` to token `last`."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def clause_span(self, clause: Clause) -> Span:
        """From the first to the last word of the clause, marks at its ends left out."""
        words = [i for i in clause.tokens if not self.tokens[i].tag.startswith("$")]
        kept = words or list(clause.tokens)
        return self.span(kept[0], kept[-1])

    def joined(self, phrase: int) -> tuple[int, ...]:
        """The phrase and those coordinated with it, in order."""
        start = phrase
        while (earlier := self.phrases[start].joined_to) is not None:
            start = earlier
        group = [start]
        for other in self.phrases[start + 1 :]:
            if other.joined_to in group:
                group.append(other.index)
        return tuple(group)
