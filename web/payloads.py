"""What the explorer and the JSON pages receive: the documented contract between server and browser.

Plain frozen values, turned into JSON by `encode`; field names are the JSON keys. `web/ui/src/payloads.ts` says the
same in TypeScript, and a test compares the two. Nothing here knows where the values come from.
"""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EntityRef:
    """A party as it is linked to: `key` is the hash in its address, `kind` one of the six kinds."""

    key: str
    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of a sentence; `role` is `actor`, `recipient`, `source`, `evidence` or None for plain words."""

    text: str
    role: str | None


@dataclass(frozen=True, slots=True)
class StepPayload:
    """One link of the chain, outermost first; `source` is None where the words leave it out."""

    source: EntityRef | None
    stance: str
    anonymous: bool
    cue: str | None


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """The article version that carries a claim; `sample` marks an example dispatch."""

    key: str
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    language: str
    sample: bool


@dataclass(frozen=True, slots=True)
class ClaimPayload:
    """One claim with all that is needed to trust or doubt it.

    `before` and `after` are the neighbouring sentences; `sentence` is cut into marked pieces. `stance` is that of the
    innermost step, `asserts` for the article's own voice. `earliest`, `latest` are ISO dates, `edtf` the exact value.
    """

    key: str
    relation: str
    relation_label: str
    quadrant: str
    actor: EntityRef | None
    recipient: EntityRef | None
    proposition: str
    stance: str
    modality: str
    negated: bool
    chain: list[StepPayload]
    before: str
    sentence: list[Marked]
    after: str
    theme: str | None
    theme_class: str | None
    place: str | None
    time_text: str | None
    edtf: str | None
    earliest: str | None
    latest: str | None
    rule: str
    confidence: float
    article: ArticleRef


@dataclass(frozen=True, slots=True)
class NodePayload:
    """A node of the drawing: position in abstract units from the server, number of claims in the whole store.

    Where neighbours were asked for beside other parties all positions are 0: those stand somewhere already.
    """

    key: str
    name: str
    kind: str
    claims: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class EdgePayload:
    """All claims of one relation from one party to another, aggregated.

    `recipient` equals `actor` where the relation names no recipient (drawn as a loop). Counts are of claims:
    `asserting` (asserts, confirms; not negated), `alleging`, `denying` (denies, or negated), `doubting`.
    `standing` is `asserted`, `alleged`, `denied` or `disputed` (some assert or allege, others deny or doubt).
    `intended` and `possible` count the claims that are not actual.
    """

    key: str
    actor: str
    recipient: str
    relation: str
    label: str
    quadrant: str
    claims: int
    asserting: int
    alleging: int
    denying: int
    doubting: int
    intended: int
    possible: int
    articles: int
    roots: int
    standing: str


@dataclass(frozen=True, slots=True)
class NetworkPayload:
    """A piece of the graph to draw; `hidden` and `hidden_edges` are how many more there are that were not sent.

    `unknown` is how many of the parties asked for the store does not know.
    """

    nodes: list[NodePayload]
    edges: list[EdgePayload]
    hidden: int
    hidden_edges: int
    unknown: int
    revision: int


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result: an entity with its number of claims."""

    entity: EntityRef
    claims: int


@dataclass(frozen=True, slots=True)
class SearchPayload:
    hits: list[Hit]
    query: str


@dataclass(frozen=True, slots=True)
class ClaimsPayload:
    """The claims behind one edge or on one page; `total` counts those not sent as well."""

    claims: list[ClaimPayload]
    total: int


@dataclass(frozen=True, slots=True)
class MonthPayload:
    """The claims of one month, `2024-03`, by what their sources say."""

    month: str
    asserting: int
    alleging: int
    denying: int
    doubting: int


@dataclass(frozen=True, slots=True)
class TimelinePayload:
    """Months with claims, in order, on `clock` (`event` or `published`); `undated` counts claims without a day."""

    clock: str
    months: list[MonthPayload]
    undated: int


@dataclass(frozen=True, slots=True)
class SharePayload:
    """Some of the claims around a party: how many, on how many texts they lean, to how many parties they lead."""

    key: str
    name: str
    claims: int
    roots: int
    parties: int


@dataclass(frozen=True, slots=True)
class AroundPayload:
    """What there is around a party, before it is drawn."""

    claims: int
    roots: int
    parties: int
    relations: list[SharePayload]
    stances: list[SharePayload]
    years: list[SharePayload]
    sources: list[SharePayload]


@dataclass(frozen=True, slots=True)
class PathPayload:
    """The parties on a shortest path, both ends included; empty where there is none."""

    parties: list[EntityRef]


@dataclass(frozen=True, slots=True)
class StampPayload:
    """What a picture or a file says of itself, line by line: sources, dates, lens, examples."""

    lines: list[str]


@dataclass(frozen=True, slots=True)
class LinkPayload:
    """A view that is kept: its key, and the address below the site's host that opens it."""

    key: str
    address: str


@dataclass(frozen=True, slots=True)
class JobPayload:
    """How far a job is that adds articles: `queued`, `reading`, `read`, `storing`, `stored` or `failed`.

    `finished`: nothing more happens by itself. `read` articles of about `expected` (null: nobody knows) hold `claims`.
    `waiting` says who writes to the store meanwhile.
    """

    number: int
    state: str
    finished: bool
    read: int
    expected: int | None
    claims: int
    waiting: str | None


@dataclass(frozen=True, slots=True)
class Problem:
    """An error as the browser receives it (application/problem+json).

    `detail` is exact and English, as on the command line; `explanation` says it in the language of the request.
    """

    title: str
    status: int
    detail: str
    explanation: str
    line: int | None = None
    column: int | None = None


def encode(payload: Any) -> dict[str, Any]:
    """The payload as plain dictionaries and lists, ready for `json.dumps`."""
    return asdict(payload)
