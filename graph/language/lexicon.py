"""The lexicon of one language as values: frames, embeddings, cues of saying, nouns for groups."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..model import Modality, Stance

_TAIL: Final = 5  # letters; shorter nouns end too many others


@dataclass(frozen=True, slots=True)
class Embedding:
    """What a predicate does to the clause it takes: who is its subject, how real it is, on whose stance it stands.

    `carries`: the predicate's own negation and reality are those of the clause ("es stimmt nicht, dass"); `ahead`: only
    what is still to come is made less real ("geht davon aus, dass X zustimmt", but not "dass X zugestimmt hat")."""

    controller: str = "subject"
    modality: Modality | None = None
    negated: bool = False
    stance: Stance | None = None
    carries: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """From a predicate and its slots to a relation. Slots are roles ("subject"), prepositions ("an"), "into" ("in" with the
    accusative), or, for nouns, "genitive", "adjective", "compound", "possessive"; lists are in order of preference."""

    rule: str
    predicate: str
    is_noun: bool
    relation: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    theme: tuple[str, ...]
    requires: frozenset[str] = frozenset()
    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    complement_slot: str | None = None
    complement_heads: frozenset[str] = frozenset()
    light: str | None = None
    reflexive: bool = False
    mode: str | None = None
    modality: Modality | None = None
    negated: bool = False
    tone: str | None = None  # "bad" or "good": fires only where the clause calls the thing so; `said_as` tells how
    said_as: tuple[str, ...] = ()
    amid: str | None = None  # the relation that a noun beside it must tell: "starb bei einem Anschlag"
    alone: bool = False  # complete without a recipient, though it can have one: "verhängte das Kriegsrecht"
    clause: Embedding | None = None
    example: str = ""
    against: str = ""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying. `part` is verb, noun, preposition, adverb or phrase; `source` the slots of who says it."""

    form: str
    part: str
    stance: Stance
    source: tuple[str, ...]
    kind: str
    anaphora: bool = False
    reflexive: bool = False
    light: frozenset[str] = frozenset()  # words one of which must stand in the clause: "nannte … haltlos"
    then: str | None = None  # the slot of a second, inner source: "zitiert einen Beamten"


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """The head of an unnamed party: `kind` of the entity, `source_class` of the anonymous source it can be."""

    noun: str
    group_class: str
    kind: str
    source_class: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All entries of a language by their predicate or form, and the digest of the files that they came from. It equals
    itself alone, so that what was found in it can be kept by the word that was looked for."""

    verbs: Mapping[str, tuple[Frame, ...]]
    nouns: Mapping[str, tuple[Frame, ...]]
    embedding_verbs: Mapping[str, Embedding]
    embedding_nouns: Mapping[str, Embedding]
    embedding_adjectives: Mapping[str, Embedding]  # as predicates: "es ist möglich, dass"
    cues: Mapping[str, tuple[Cue, ...]]
    report_nouns: frozenset[str]
    groups: Mapping[str, GroupNoun]
    no_groups: frozenset[str]  # nouns that only end like one of `groups`: "Urkunde" is no "Kunde"
    support_verbs: frozenset[str]
    themes: Mapping[str, str]
    tones: Mapping[str, str]  # evaluating words, lower case, "bad" or "good"
    saying_verbs: frozenset[str]  # those of saying and those that embed a clause: they may stand as an insert in what is said
    digest: str

    def is_report(self, noun: str) -> bool:
        """Whether the noun, or the last part of a compound, means something said: Bericht, Pressemeldung."""
        tail = noun.rpartition("-")[2]
        return tail in self.report_nouns or any(tail.lower().endswith(n.lower()) for n in self.report_nouns if len(n) > _TAIL)

    @property
    def frames(self) -> tuple[Frame, ...]:
        """Every frame, verbs first, in the order of predicate."""
        return tuple(f for table in (self.verbs, self.nouns) for key in sorted(table) for f in table[key])
