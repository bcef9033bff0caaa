"""The words of Depesche as frozen values: article, sentence, mention, entity, claim, attribution, speech.

Every offset is a character of the article's text, half open. A value knows nothing of tags, RDF or the web; it is
what one stage hands to the next.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What sort of party an entity is."""

    STATE = "state"
    PLACE = "place"
    PERSON = "person"
    ORGANISATION = "organisation"
    OUTLET = "outlet"
    GROUP = "group"


class Stance(StrEnum):
    """The attitude that the words give a source towards a claim."""

    ASSERTS = "asserts"
    CONFIRMS = "confirms"
    ALLEGES = "alleges"
    DENIES = "denies"
    DOUBTS = "doubts"


def disputed(*, asserting: int, alleging: int, denying: int, doubting: int) -> bool:
    """Whether some say a thing is so and some say, or suspect, that it is not; by how many claims each stance has."""
    return bool(asserting + alleging and denying + doubting)


class Scope(StrEnum):
    """What of a claim a denial or doubt is about, where the words say it."""

    EVENT = "event"  # that it happened at all
    AGENT = "agent"  # who did it
    NUMBER = "number"  # how many
    INTENT = "intent"  # on purpose, or why


class Closeness(StrEnum):
    """How near to the matter an unnamed source is said to stand."""

    INSIDER = "insider"  # familiar with the matter, from the circle of somebody
    SENIOR = "senior"  # high-ranking


class Modality(StrEnum):
    """How real the article, or its source, presents the relation."""

    ACTUAL = "actual"
    INTENDED = "intended"
    POSSIBLE = "possible"


class SpeechType(StrEnum):
    """How a stretch of speech is rendered."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    FREE = "free"
    REPORTED = "reported"


class Reason(StrEnum):
    """Why an article is taken to lean on another, or on an outlet; the surest first."""

    SAME_TEXT = "same-text"
    SAME_PAGE = "same-page"
    NEAR_TEXT = "near-text"
    AGENCY_MARK = "agency-mark"
    CITED_OUTLET = "cited-outlet"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` of an article's text, `end` left out.

    >>> Span(3, 7).of("Die Lage")
    ' Lag'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The characters of `text` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one text in one outlet; `identifier` is the id that its file gave it, if any."""

    text: str
    title: str | None = None
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "de"
    identifier: str | None = None
    sample: bool = False  # written as an example, not a real article
    author: str | None = None  # the names of its byline, as they stand there


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence number `index` of the article's text, counted from 0."""

    index: int
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A party: what mentions denote.

    `gazetteer` is the row's id in our gazetteer when the entity comes from there (such as `state/iran`).
    `state` is the gazetteer id of the state it belongs to where that tells it from others of the same name.
    `local` marks unnamed groups and anonymous sources: they are the same only within their article.
    """

    name: str
    kind: Kind
    gazetteer: str | None = None
    wikidata: str | None = None
    state: str | None = None
    local: bool = False


class LinkReason(StrEnum):
    """Why words without a name are taken to mean a known person."""

    IN_OFFICE = "in-office"  # held the office on the day of publication
    NAMED = "named"  # the article names this person in the office


@dataclass(frozen=True, slots=True)
class Link:
    """Why an office without a name ("der US-Präsident") means the person it is taken for; `alternatives` are the gazetteer
    ids of those who might be meant as well: who held the office before and after, and whose office it is."""

    reason: LinkReason
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """An entity in its role in a claim, with the words that name it there (None: understood from the context), and the
    `link` where only an office does."""

    entity: Entity
    mention: Span | None = None
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What is said of an unnamed source: the class of its noun (official, military, media, ...), how many they are, and how
    near to the matter they stand. Whose people they are is the state of its entity."""

    source_class: str | None = None
    number: int | None = None
    closeness: Closeness | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One link of an attribution chain; `source` is None where the words leave it out ("angeblich"). `profile` is there for
    an unnamed source that is described, `scope` where a denial says what it is about."""

    source: Party | None
    stance: Stance
    anonymous: bool = False
    cue: Span | None = None
    profile: Profile | None = None
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """When a relation holds: the words, and an EDTF value (ISO 8601-2) where they can be resolved."""

    text: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """Content without truth value: who stands in which relation to whom, about which class of theme."""

    relation: str
    actor: Entity | None
    recipient: Entity | None
    theme_class: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence's report of one proposition.

    `evidence` is the smallest clause or phrase that holds the relation word; `sentence` the sentence around it.
    `attribution` lists the sources outermost first; the outlet itself is implied. `rule` names what made the claim.
    `confidence` is the share, 0 to 1, that the rule's author expects to be right.
    """

    evidence: Span
    sentence: Span
    relation: str
    actor: Party | None
    recipient: Party | None
    rule: str
    theme: str | None = None
    theme_class: str | None = None
    modality: Modality = Modality.ACTUAL
    negated: bool = False
    attribution: tuple[Step, ...] = ()
    time: Time | None = None
    place: str | None = None
    confidence: float = 0.5

    @property
    def proposition(self) -> Proposition:
        """What the claim reports, without who says so."""
        return Proposition(
            self.relation,
            self.actor.entity if self.actor else None,
            self.recipient.entity if self.recipient else None,
            self.theme_class,
        )


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch of reported speech: its content (one span or several), who speaks, and the cue word."""

    content: tuple[Span, ...]
    type: SpeechType
    speaker: Span | None = None
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader got out of one article: the result of extraction."""

    article: Article
    sentences: tuple[Sentence, ...] = ()
    claims: tuple[Claim, ...] = ()
    speech: tuple[Speech, ...] = ()
