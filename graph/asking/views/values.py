"""The values that views give: a claim with all that is needed to trust or doubt it, and the things around it."""

from dataclasses import dataclass

from ...model import Kind, Modality, Stance, disputed


@dataclass(frozen=True, slots=True)
class PartyView:
    """An entity as it is linked to."""

    key: str
    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence; `role` is `actor`, `recipient`, `source`, `evidence` or None."""

    text: str
    role: str | None


@dataclass(frozen=True, slots=True)
class StepView:
    """One link of the chain, outermost first; `source` is None where the words leave it out."""

    source: PartyView | None
    stance: Stance
    anonymous: bool
    cue: str | None


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article version without its text."""

    key: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str
    sample: bool


@dataclass(frozen=True, slots=True)
class LeaningView:
    """That an article leans on another, or on an outlet: the `reason` (a code of the vocabulary), how alike the two texts
    are (0 to 1) where that is the reason, and the words that name an agency."""

    reason: str
    article: ArticleView | None
    outlet: PartyView | None
    likeness: float | None
    words: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of an article's text: characters `start` to `end`, `end` left out."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim. `start` is where its sentence begins in the article's text; `marks` are offsets in that text."""

    key: str
    relation: str
    actor: PartyView | None
    recipient: PartyView | None
    proposition: str
    theme_class: str | None
    stance: Stance
    modality: Modality
    negated: bool
    chain: tuple[StepView, ...]
    before: str
    sentence: str
    after: str
    start: int
    marks: tuple[Mark, ...]
    theme: str | None
    place: str | None
    time_text: str | None
    edtf: str | None
    earliest: str | None
    latest: str | None
    rule: str
    confidence: float
    article: ArticleView


@dataclass(frozen=True, slots=True)
class Tally:
    """Claims counted by what their sources say; the four add up to `claims`.

    `denying` holds what is denied and what is reported as not so. `intended` and `possible` count what is not actual.
    """

    claims: int
    articles: int
    asserting: int
    alleging: int
    denying: int
    doubting: int
    intended: int
    possible: int

    @property
    def standing(self) -> str:
        """`asserted`, `alleged`, `denied`, or `disputed` where some say so and others do not."""
        if disputed(asserting=self.asserting, alleging=self.alleging, denying=self.denying, doubting=self.doubting):
            return "disputed"
        return "asserted" if self.asserting else "alleged" if self.alleging else "denied"


@dataclass(frozen=True, slots=True)
class EdgeView:
    """All claims of one relation from one party to another; `first` and `last` are days of publication.

    `roots` is on how many texts they lean: reprints and what leans on one agency or outlet count once.
    """

    key: str
    actor: PartyView
    relation: str
    recipient: PartyView | None
    tally: Tally
    roots: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class NodeView:
    """A party in the drawing: where it stands, and in how many claims of the whole store."""

    party: PartyView
    claims: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class NetworkView:
    """A piece of the network to draw; `hidden` and `hidden_edges` are how many more there are that are left out.

    `unknown` counts the parties that were asked for and that the store does not know.
    """

    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]
    hidden: int
    hidden_edges: int
    unknown: int
