"""Quads back to a reading: the other half of `articles`, property by property.

Knows no engine: the caller hands in the quads of the article's graph and of the shared graphs that it points to.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pyoxigraph import NamedNode, Quad

from ..errors import StoreError
from ..identity import text_hash
from ..model import (
    Article,
    Claim,
    Closeness,
    Entity,
    Link,
    LinkReason,
    Modality,
    Party,
    Profile,
    Reading,
    Scope,
    Sentence,
    Span,
    Speech,
    SpeechType,
    Stance,
    Step,
    Time,
)
from ..vocabulary import DEPESCHE, PLOVER
from . import names
from .entities import class_kinds
from .names import depesche
from .sheet import Facts
from .terms import Terms

_SHARED = ("entities", "gazetteer", "propositions")


def parse(quads: Iterable[Quad], key: str, terms: Terms, text: str) -> Reading:
    """See `claims.from_quads`."""
    about = terms.article(key)
    own, shared = _sorted_out(quads, about, {terms.graph(name) for name in _SHARED})
    parser = _Parser(Facts((*own, *shared)), terms)
    if parser.facts.needed(about, depesche("textHash")) != text_hash(text):
        raise StoreError(f"the text is not that of the article {key}")
    try:
        return Reading(
            parser.article(about, text),
            parser.sentences(about),
            tuple(parser.claim(claim) for claim in _of_type(own, "Claim", parser.facts)),
            tuple(parser.speech(speech) for speech in _of_type(own, "Speech", parser.facts)),
        )
    except ValueError as error:  # a stance, a date or an offset that is none
        raise StoreError(f"the quads of the article {key} are damaged: {error}") from error


def _sorted_out(quads: Iterable[Quad], about: NamedNode, shared: set[NamedNode]) -> tuple[list[Quad], list[Quad]]:
    """The quads of the article's own graph, and those of the shared ones."""
    own: list[Quad] = []
    others: list[Quad] = []
    for quad in quads:
        if quad.graph_name == about:
            own.append(quad)
        elif quad.graph_name in shared:
            others.append(quad)
    return own, others


def _of_type(quads: list[Quad], name: str, facts: Facts) -> list[NamedNode]:
    found = [q.subject for q in quads if q.predicate == names.TYPE and q.object == depesche(name)]
    nodes = [node for node in found if isinstance(node, NamedNode)]
    return sorted(nodes, key=lambda node: facts.number(node, depesche("position")))


@dataclass(frozen=True, slots=True)
class _Parser:
    facts: Facts
    terms: Terms

    def article(self, about: NamedNode, text: str) -> Article:
        published = self.facts.text(about, names.DATE_PUBLISHED)
        return Article(
            text=text,
            title=self.facts.text(about, names.HEADLINE),
            published=date.fromisoformat(published) if published else None,
            outlet=self.facts.text(about, depesche("outletName")),
            url=self.facts.text(about, names.URL),
            language=self.facts.needed(about, names.IN_LANGUAGE),
            identifier=self.facts.text(about, names.IDENTIFIER),
            sample=depesche("SampleArticle") in self.facts.nodes(about, names.TYPE),
            author=self.facts.text(about, depesche("authorName")),
        )

    def sentences(self, about: NamedNode) -> tuple[Sentence, ...]:
        pairs = (pair.split("-") for pair in self.facts.needed(about, depesche("sentenceSpans")).split())
        return tuple(Sentence(index, Span(int(start), int(end))) for index, (start, end) in enumerate(pairs))

    def claim(self, about: NamedNode) -> Claim:
        facts = self.facts
        proposition = facts.needed_node(about, depesche("reports"))
        theme_class = facts.node(proposition, depesche("themeClass"))
        return Claim(
            evidence=self._evidence(about),
            sentence=self._span(about, "sentencePosition"),
            relation=facts.needed_node(proposition, depesche("relation")).value.removeprefix(PLOVER),
            actor=self._party(facts.node(about, depesche("actorMention"))),
            recipient=self._party(facts.node(about, depesche("recipientMention"))),
            rule=facts.needed(about, depesche("rule")),
            theme=facts.text(about, depesche("theme")),
            theme_class=theme_class.value.removeprefix(DEPESCHE) if theme_class else None,
            modality=Modality(self._concept(about, "modality")),
            negated=self._concept(about, "polarity") == "negated",
            attribution=tuple(self._step(step) for step in facts.in_order(about, depesche("step"))),
            time=self._time(about),
            place=facts.text(about, depesche("place")),
            confidence=float(facts.needed(about, depesche("confidence"))),
        )

    def speech(self, about: NamedNode) -> Speech:
        facts = self.facts
        content = (facts.span(piece) for piece in facts.in_order(about, depesche("content")))
        return Speech(
            content=tuple(span for span in content if span),
            type=SpeechType(self._concept(about, "speechType")),
            speaker=facts.span(facts.node(about, depesche("speaker"))),
            cue=facts.span(facts.node(about, depesche("cuePosition"))),
        )

    def _evidence(self, about: NamedNode) -> Span:
        evidence = self.facts.needed_node(about, depesche("evidence"))
        spans = (self.facts.span(selector) for selector in self.facts.nodes(evidence, names.HAS_SELECTOR))
        found = next((span for span in spans if span), None)
        if found is None:
            raise StoreError(f"{about.value} has no place in its article")
        return found

    def _span(self, about: NamedNode, role: str) -> Span:
        selector = self.facts.needed_node(about, depesche(role))
        return Span(self.facts.number(selector, names.START), self.facts.number(selector, names.END))

    def _step(self, about: NamedNode) -> Step:
        facts = self.facts
        return Step(
            source=self._party(facts.node(about, depesche("sourceMention"))),
            stance=Stance(self._concept(about, "stance")),
            anonymous=facts.needed(about, depesche("anonymous")) == "true",
            cue=facts.span(facts.node(about, depesche("cuePosition"))),
            profile=self._profile(about),
            scope=Scope(scope) if (scope := facts.text(about, depesche("scope"))) else None,
        )

    def _profile(self, about: NamedNode) -> Profile | None:
        text = self.facts.text
        number, near = text(about, depesche("sourceNumber")), text(about, depesche("closeness"))
        found = Profile(text(about, depesche("sourceClass")), int(number) if number else None, Closeness(near) if near else None)
        return found if found != Profile() else None

    def _party(self, mention: NamedNode | None) -> Party | None:
        if mention is None:
            return None
        return Party(self._entity(mention), self.facts.span(mention), self._link(mention))

    def _link(self, mention: NamedNode) -> Link | None:
        reason = self.facts.text(mention, depesche("linkReason"))
        alternatives = tuple(self.facts.texts(mention, depesche("alternative")))
        return Link(LinkReason(reason), alternatives) if reason else None

    def _entity(self, mention: NamedNode) -> Entity:
        facts, about = self.facts, self.facts.needed_node(mention, depesche("denotes"))
        kinds = [class_kinds()[node] for node in facts.nodes(about, names.TYPE) if node in class_kinds()]
        if not kinds:
            raise StoreError(f"{about.value} has no kind")
        match, state = facts.node(about, names.EXACT_MATCH), facts.node(about, depesche("state"))
        return Entity(
            name=facts.needed(mention, depesche("name")),
            kind=kinds[0],
            gazetteer=facts.text(about, depesche("gazetteerId")),
            wikidata=match.value.removeprefix(names.WIKIDATA) if match else None,
            state=facts.needed(state, depesche("gazetteerId")) if state else None,
            local=facts.text(about, depesche("anonymous")) == "true",
        )

    def _time(self, about: NamedNode) -> Time | None:
        words = self.facts.text(about, depesche("timeText"))
        return None if words is None else Time(words, self.facts.text(about, depesche("edtf")))

    def _concept(self, about: NamedNode, role: str) -> str:
        return self.facts.needed_node(about, depesche(role)).value.removeprefix(DEPESCHE)
