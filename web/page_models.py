"""What each HTML template receives as its one variable `page`: frozen values made of the payload types.

Addresses (`href`) are ready to print. Relation labels and everything else that depends on the language are already in
the language of the request; codes (`asserts`, `AID`, `state`) are words for the messages. Nothing here knows where the
values come from, and no template needs more than `page`, `_()`, `url_for`, `asset`, `lang` and `vocabulary`. The
models of the explorer and of the SPARQL editor stand in `explore_model` and `editor_model`.
"""

from dataclasses import dataclass

from .payloads import ArticleRef, ClaimPayload, EntityRef, Hit, Marked, Problem


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same thing in another format: for `<link rel="alternate">` and the visible download links."""

    media_type: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class Paging:
    """Page `page` of `pages` (from 1); `previous` and `next` are addresses, None at the ends."""

    page: int
    pages: int
    total: int
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many things the store holds; `samples` of the articles are example dispatches."""

    articles: int
    claims: int
    entities: int
    outlets: int
    samples: int


@dataclass(frozen=True, slots=True)
class PairRow:
    """Relation between two parties, counted in claims; `recipient` is None where the relation has none.

    `asserting` … `doubting`, `standing` mean what they mean in `EdgePayload`; `first` and `last` are ISO dates of
    publication. `key` is the edge's key and `explore` the address of the explorer with this edge open.
    """

    key: str
    actor: EntityRef
    relation: str
    label: str
    quadrant: str
    recipient: EntityRef | None
    claims: int
    asserting: int
    alleging: int
    denying: int
    doubting: int
    articles: int
    roots: int
    standing: str
    first: str | None
    last: str | None
    explore: str


@dataclass(frozen=True, slots=True)
class Question:
    """A named query offered as an example: `question` in the reader's language, `href` opens it in the editor.

    `run` is the address that answers it at once.
    """

    name: str
    question: str
    query: str
    href: str
    run: str


@dataclass(frozen=True, slots=True)
class StartPage:
    counts: Counts
    disputes: list[PairRow]
    pairs: list[PairRow]
    questions: list[Question]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`hits` is empty for an empty query, for one that finds nothing, and on later pages.

    `claims` are those whose sentence holds the words, `paging` their pages; `refusal` says why they were not looked for.
    """

    query: str
    hits: list[Hit]
    claims: list[ClaimPayload]
    paging: Paging
    refusal: str | None


@dataclass(frozen=True, slots=True)
class RelationGroup:
    """The claims of one relation that stand on this page; `total` counts those on other pages too; `href` shows only them."""

    relation: str
    label: str
    quadrant: str
    total: int
    href: str
    claims: list[ClaimPayload]


@dataclass(frozen=True, slots=True)
class RoleSection:
    """Claims in which an entity is `actor`, `recipient` or `source` (`role`), grouped by relation.

    `groups` lists every relation with its total; a group has no claims when they stand on another page.
    `href` shows this section alone.
    """

    role: str
    total: int
    href: str
    groups: list[RelationGroup]
    paging: Paging


@dataclass(frozen=True, slots=True)
class EntityPage:
    """One entity. `wikidata` is the bare id (`Q794`), `wikidata_url` its address; `local` marks an unnamed source or group.

    `role` and `relation` are the filters that the address asks for, None for all.
    """

    entity: EntityRef
    aliases: list[str]
    state: EntityRef | None
    wikidata: str | None
    wikidata_url: str | None
    anonymous: bool
    claims: int
    sections: list[RoleSection]
    role: str | None
    relation: str | None
    explore: str
    alternates: list[Alternate]


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """One claim, and `others` that report the same proposition (`others_total` counts those not shown too)."""

    claim: ClaimPayload
    others: list[ClaimPayload]
    others_total: int
    explore: str
    alternates: list[Alternate]


@dataclass(frozen=True, slots=True)
class PropositionPage:
    """Content without truth value, counted by the stance of the claims that report it."""

    key: str
    relation: str
    label: str
    definition: str
    quadrant: str
    actor: EntityRef | None
    recipient: EntityRef | None
    theme_class: str | None
    asserting: int
    alleging: int
    denying: int
    doubting: int
    standing: str
    claims: list[ClaimPayload]
    paging: Paging
    explore: str
    alternates: list[Alternate]


@dataclass(frozen=True, slots=True)
class SentenceRow:
    """One sentence beside its claims; `pieces` marks the evidence of all of them.

    `gap` says that text was left out before this sentence, `paragraph` that a paragraph begins here.
    """

    index: int
    pieces: list[Marked]
    claims: list[ClaimPayload]
    gap: bool
    paragraph: bool


@dataclass(frozen=True, slots=True)
class LeaningRow:
    """That an article leans on another or on an outlet: `label` names the reason, `likeness` is in percent where texts are
    alike, `words` name an agency. Of those that lean on the page's article, `article` is who does."""

    reason: str
    label: str
    article: ArticleRef | None
    outlet: EntityRef | None
    likeness: int | None
    words: str | None


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One article version; `full_text` is False where only the evidence and its neighbours may be shown."""

    article: ArticleRef
    sentences: list[SentenceRow]
    claims: int
    full_text: bool
    versions: list[ArticleRef]
    leanings: list[LeaningRow]
    leaned_on: list[LeaningRow]
    alternates: list[Alternate]


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """What some sources assert or allege and others deny, doubt or negate."""

    disputes: list[PairRow]
    paging: Paging


@dataclass(frozen=True, slots=True)
class SourceRow:
    """An outlet or a cited source; `stances` counts its claims by stance, in the order asserts … doubts.

    For outlets `articles` are those it published and `claims` the claims in them; for cited sources the claims that
    name it in their chain, and the articles in which they stand. `anonymous` counts claims with an unnamed source.
    """

    entity: EntityRef
    articles: int
    claims: int
    anonymous: int
    stances: list[int]


@dataclass(frozen=True, slots=True)
class SourcesPage:
    outlets: list[SourceRow]
    sources: list[SourceRow]
    outlets_total: int
    sources_total: int


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """An error as a page; `problem.explanation` is the one sentence to read, `remedy` what to do, if we know it."""

    problem: Problem
    remedy: str | None
