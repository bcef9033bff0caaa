"""One request's look into the store: asks for views in the language of the request and gives payloads.

Answers about the whole store are kept for each revision, because they cost the most and are asked for the most.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from flask import Response, current_app, g, jsonify, make_response, render_template, request

from . import freshness, shaping, urls
from .language import current
from .page_models import Counts, PairRow, Question, SourceRow
from .payloads import (
    AroundPayload,
    ClaimPayload,
    ClaimsPayload,
    EntityRef,
    Hit,
    NetworkPayload,
    PathPayload,
    SearchPayload,
    TimelinePayload,
    encode,
)
from .shaping import Words
from .source import (
    Edge,
    Opening,
    Reply,
    Source,
    around,
    claims,
    edges,
    lenses,
    network,
    overview,
    path,
    questions,
    saying,
    timeline,
)
from .source import Question as NamedQuestion

_Value = TypeVar("_Value")


class Visit:
    """What pages ask of `source` during one request."""

    def __init__(self, source: Source, language: str) -> None:
        self.source, self.language = source, language
        self.revision = source.revision()
        self.reader = source.reader()
        self.words = Words(source.vocabulary, language)

    def kept(self, name: Hashable, make: Callable[[], _Value]) -> _Value:
        """What `make` gives for this language, made once for each revision."""
        return self.source.kept((name, self.language), self.reader, make)

    def claims(self, keys: Sequence[str]) -> list[ClaimPayload]:
        """The claims with these keys, in their order."""
        return [shaping.claim(view, self.words) for view in claims.claims(self.reader, self.reader.text, keys, self.language)]

    def edge_claims_through(self, through: lenses.Lens, edge: Edge, limit: int, offset: int) -> ClaimsPayload:
        """The claims of an edge that a lens lets through, newest first."""
        keys = lenses.behind(self.reader, through, edge)
        return ClaimsPayload(self.claims(keys[offset : offset + limit]), len(keys))

    def edge_claims(self, actor: str, code: str, recipient: str | None, limit: int, offset: int = 0) -> ClaimsPayload:
        """The claims that an edge counts, newest first."""
        counted = edges.edge(self.reader, edges.key_of(actor, code, recipient))
        keys = edges.claims_behind(self.reader, actor, code, recipient, limit, offset)
        return ClaimsPayload(self.claims(keys), counted.tally.claims)

    def edge(self, key: str) -> PairRow:
        """One edge as a row."""
        found = network.with_parties(self.reader, [edges.edge(self.reader, key)], self.language)
        return shaping.pair(found[0], self.words, urls.explore_edge)

    def network(
        self, entities: tuple[str, ...], opened: Opening | None = None, through: lenses.Lens = lenses.CLEAR
    ) -> NetworkPayload:
        """A piece of the network to draw, as a lens shows it."""

        chosen = opened or Opening()

        def make() -> NetworkPayload:
            view = network.network(self.reader, entities, self.language, chosen, through)
            return shaping.network(view, self.words, self.revision)

        return self.kept(("network", entities, chosen, through), make)

    def timeline(self, entities: tuple[str, ...], through: lenses.Lens) -> TimelinePayload:
        """The claims among some parties by month."""
        return self.kept(("timeline", entities, through), lambda: shaping.timeline(timeline(self.reader, entities, through)))

    def around(self, key: str, through: lenses.Lens) -> AroundPayload:
        """What there is around a party, counted."""
        return self.kept(
            ("around", key, through), lambda: shaping.around(around(self.reader, key, through, self.language), self.words)
        )

    def path(self, start: str, end: str, through: lenses.Lens) -> PathPayload:
        """The parties on a shortest path between two."""

        def make() -> PathPayload:
            keys = path(self.reader, start, end, through)
            found = network.named(self.reader, keys, self.language)
            return PathPayload([shaping.party(found[each]) for each in keys if each in found])

        return self.kept(("path", start, end, through), make)

    def search(self, text: str, limit: int) -> SearchPayload:
        """The parties that `text` may mean, best first."""
        found = self.source.labels.search(text, limit) if text.strip() else ()
        views = network.named(self.reader, [hit.key for hit in found], self.language)
        hits = [
            Hit(shaping.party(views[hit.key]) if hit.key in views else EntityRef(hit.key, hit.name, hit.kind.value), hit.claims)
            for hit in found
        ]
        return SearchPayload(hits, text)

    def name(self, key: str) -> str:
        """What a party is called; its key where the store does not know it."""
        found = network.named(self.reader, [key], self.language)
        return found[key].name if key in found else key

    def said(self, text: str, limit: int, offset: int = 0) -> ClaimsPayload:
        """The claims whose sentence holds the words of `text`, newest first."""
        found = saying(self.reader, self.source.sentences, self.reader.text, text, self.language, limit, offset)
        return ClaimsPayload([shaping.claim(view, self.words) for view in found.claims], found.total)

    def counts(self) -> Counts:
        """How much the store holds."""
        held = self.kept("holdings", lambda: overview.holdings(self.reader))
        return Counts(held.articles, held.claims, held.entities, held.outlets, held.samples)

    def most_reported(self, limit: int) -> list[PairRow]:
        """The edges with the most claims; lasting ties, which every mention of an office adds to, would drown the events."""
        ties = [relation.code for relation in self.source.vocabulary.relations.values() if relation.standing]
        return self.kept(("pairs", limit), lambda: self._pairs(edges.most_reported(self.reader, limit, ties)))

    def disputes(self, limit: int, offset: int = 0) -> tuple[list[PairRow], int]:
        """Disputes, the latest first, and how many there are."""

        def make() -> tuple[list[PairRow], int]:
            return self._pairs(edges.disputes(self.reader, limit, offset)), edges.count_disputes(self.reader)

        return self.kept(("disputes", limit, offset), make)

    def sources(self) -> tuple[list[SourceRow], list[SourceRow]]:
        """All outlets and all cited sources."""

        def make() -> tuple[list[SourceRow], list[SourceRow]]:
            found = (overview.outlets(self.reader, self.language), overview.cited(self.reader, self.language))
            outlets, cited = ([_source_row(view) for view in views] for views in found)
            return outlets, cited

        return self.kept("sources", make)

    def ask(self, question: NamedQuestion, given: Mapping[str, str]) -> Reply:
        """The answer to a named question."""
        name = ("ask", question.name, *sorted(given.items()))
        return self.kept(name, lambda: self.reader.ask(question, given, self.language))

    def questions(self) -> list[Question]:
        """The named questions, ready for the editor."""
        found = []
        for question in questions().values():
            query = question.bound(self.source.base, self.language)
            address = urls.at("/sparql", query=query)
            found.append(
                Question(question.name, question.label(self.language), query, urls.at("/sparql", name=question.name), address)
            )
        return found

    def _pairs(self, found: Sequence[edges.Counted]) -> list[PairRow]:
        views = network.with_parties(self.reader, found, self.language)
        return [shaping.pair(view, self.words, urls.explore_edge) for view in views]


def visit() -> Visit:
    """The visit of this request."""
    if "visit" not in g:
        g.visit = Visit(current_app.extensions["depesche"], current())
    found: Visit = g.visit
    return found


def fresh(make: Callable[[], Response], *more: str) -> Response:
    """What `make` gives, or 304 when the browser has it already; `more` is what else it depends on."""
    etag = freshness.tag(visit().revision, current_app.config["DEPESCHE_VERSION"], *more)
    return freshness.held(etag) or freshness.marked(make(), etag, visit().revision, visit().reader.revisions)


def page(template: str, model: object) -> Response:
    """A page from its template."""
    return make_response(render_template(template, page=model))


def data(payload: object) -> Response:
    """A payload as JSON."""
    return jsonify(encode(payload))


def number(name: str, default: int, most: int, least: int = 1) -> int:
    """A whole number from the address, from `least` to `most`; anything else is the default."""
    text = request.args.get(name, "")
    return min(max(int(text), least), most) if text.isascii() and text.isdecimal() and len(text) < 10 else default


def _source_row(view: overview.SourceView) -> SourceRow:
    return SourceRow(shaping.party(view.party), view.articles, view.claims, view.anonymous, list(view.stances))
