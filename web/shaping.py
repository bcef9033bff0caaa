"""Views turned into payloads: the language of labels is chosen here, and nothing is asked or decided.

Pure: what comes in are frozen values, what comes out are the payloads of the contract.
"""

from collections.abc import Callable

from .explore_model import ListedEdge, ListedParty
from .page_models import LeaningRow, PairRow
from .payloads import (
    AroundPayload,
    ArticleRef,
    ClaimPayload,
    EdgePayload,
    EntityRef,
    Marked,
    MonthPayload,
    NetworkPayload,
    NodePayload,
    SharePayload,
    StepPayload,
    TimelinePayload,
)
from .source import (
    ArticleView,
    ClaimView,
    EdgeView,
    LeaningView,
    NetworkView,
    PartyView,
    Piece,
    Share,
    StepView,
    Surroundings,
    Timeline,
    Vocabulary,
    pieces,
)


class Words:
    """Labels of relations and theme classes in one language; a code without a label stands for itself."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        self._vocabulary, self.language = vocabulary, language

    def relation(self, code: str, *, alone: bool = False) -> str:
        """What a relation is called: between two parties, or `alone` where no recipient follows."""
        found = self._vocabulary.relations.get(code)
        return (found.alone if alone else found.labels)[self.language] if found else code

    def definition(self, code: str) -> str:
        """What a relation means."""
        found = self._vocabulary.relations.get(code)
        return found.definition[self.language] if found else ""

    def quadrant(self, code: str) -> str:
        """The code of a relation's quadrant."""
        found = self._vocabulary.relations.get(code)
        return found.quadrant if found else ""

    def reason(self, code: str) -> str:
        """What a reason to lean on somebody is called."""
        found = self._vocabulary.reasons.get(code)
        return found.labels[self.language] if found else code

    def theme_class(self, code: str | None) -> str | None:
        """What a class of themes is called."""
        found = self._vocabulary.theme_classes.get(code) if code else None
        return found.labels[self.language] if found else code


def party(view: PartyView) -> EntityRef:
    return EntityRef(view.key, view.name, view.kind.value)


def maybe(view: PartyView | None) -> EntityRef | None:
    return party(view) if view else None


def article(view: ArticleView) -> ArticleRef:
    return ArticleRef(view.key, view.title, view.outlet, view.published, view.url, view.language, view.sample)


def marked(found: tuple[Piece, ...]) -> list[Marked]:
    return [Marked(piece.text, piece.role) for piece in found]


def step(view: StepView) -> StepPayload:
    return StepPayload(maybe(view.source), view.stance.value, view.anonymous, view.cue)


def claim(view: ClaimView, words: Words) -> ClaimPayload:
    return ClaimPayload(
        key=view.key,
        relation=view.relation,
        relation_label=words.relation(view.relation, alone=view.recipient is None),
        quadrant=words.quadrant(view.relation),
        actor=maybe(view.actor),
        recipient=maybe(view.recipient),
        proposition=view.proposition,
        stance=view.stance.value,
        modality=view.modality.value,
        negated=view.negated,
        chain=[step(each) for each in view.chain],
        before=view.before,
        sentence=marked(pieces(view.sentence, view.start, view.marks)),
        after=view.after,
        theme=view.theme,
        theme_class=words.theme_class(view.theme_class),
        place=view.place,
        time_text=view.time_text,
        edtf=view.edtf,
        earliest=view.earliest,
        latest=view.latest,
        rule=view.rule,
        confidence=view.confidence,
        article=article(view.article),
    )


def edge(view: EdgeView, words: Words) -> EdgePayload:
    tally = view.tally
    return EdgePayload(
        key=view.key,
        actor=view.actor.key,
        recipient=(view.recipient or view.actor).key,
        relation=view.relation,
        label=words.relation(view.relation, alone=view.recipient is None),
        quadrant=words.quadrant(view.relation),
        claims=tally.claims,
        asserting=tally.asserting,
        alleging=tally.alleging,
        denying=tally.denying,
        doubting=tally.doubting,
        intended=tally.intended,
        possible=tally.possible,
        articles=tally.articles,
        roots=view.roots,
        standing=tally.standing,
    )


def pair(view: EdgeView, words: Words, explore: Callable[[EdgeView], str]) -> PairRow:
    """An edge as a row; `explore` gives the address at which it stands open."""
    tally = view.tally
    return PairRow(
        key=view.key,
        actor=party(view.actor),
        relation=view.relation,
        label=words.relation(view.relation, alone=view.recipient is None),
        quadrant=words.quadrant(view.relation),
        recipient=maybe(view.recipient),
        claims=tally.claims,
        asserting=tally.asserting,
        alleging=tally.alleging,
        denying=tally.denying,
        doubting=tally.doubting,
        articles=tally.articles,
        roots=view.roots,
        standing=tally.standing,
        first=view.first,
        last=view.last,
        explore=explore(view),
    )


def network(view: NetworkView, words: Words, revision: int) -> NetworkPayload:
    nodes = [NodePayload(n.party.key, n.party.name, n.party.kind.value, n.claims, n.x, n.y) for n in view.nodes]
    return NetworkPayload(
        nodes, [edge(each, words) for each in view.edges], view.hidden, view.hidden_edges, view.unknown, revision
    )


def listed(drawn: NetworkPayload, most: int) -> list[ListedParty]:
    """The parties of a network, each with at most so many of the relations that begin there."""
    names = {node.key: node.name for node in drawn.nodes}
    begun: dict[str, list[ListedEdge]] = {key: [] for key in names}
    for each in drawn.edges:
        begun[each.actor].append(ListedEdge(each, names[each.recipient] if each.recipient != each.actor else None))
    return [ListedParty(node, begun[node.key][:most], max(0, len(begun[node.key]) - most)) for node in drawn.nodes]


def timeline(view: Timeline) -> TimelinePayload:
    months = [MonthPayload(m.month, m.asserting, m.alleging, m.denying, m.doubting) for m in view.months]
    return TimelinePayload(view.clock.value, months, view.undated)


def around(view: Surroundings, words: Words) -> AroundPayload:
    """What there is around a party, relations by their labels."""
    relations = [share(each, words.relation(each.key, alone=True)) for each in view.relations]
    others = ([share(each, each.name) for each in shares] for shares in (view.stances, view.years, view.sources))
    return AroundPayload(view.claims, view.roots, view.parties, relations, *others)


def share(view: Share, name: str) -> SharePayload:
    return SharePayload(view.key, name, view.claims, view.roots, view.parties)


def leaning(view: LeaningView, words: Words) -> LeaningRow:
    """One link of an article to what it leans on."""
    return LeaningRow(
        reason=view.reason,
        label=words.reason(view.reason),
        article=article(view.article) if view.article else None,
        outlet=maybe(view.outlet),
        likeness=round(100 * view.likeness) if view.likeness is not None else None,
        words=view.words,
    )
