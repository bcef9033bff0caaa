"""The graph of one article version as quads: the article, its claims with their chains and evidence, and its speech.

All of it follows from one reading alone. The article's text stays out: quads hold the sentences of claims, and the
store keeps the texts.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Quad

from ..edtf import bounds
from ..identity import article_key, claim_keys, entity_key, proposition_key, text_hash
from ..model import Claim, Entity, Kind, Modality, Party, Reading, Sentence, Span, Speech, Stance, Step
from . import names
from .names import depesche
from .sentences import Line
from .sheet import Saying, Sheet
from .terms import Terms


def article_quads(reading: Reading, terms: Terms, publisher: Entity | None) -> list[Quad]:
    """The quads of the graph that the article names, in the order of writing."""
    sheet = Sheet(terms.article(article_key(reading.article)))
    say_article(sheet, reading, terms, publisher)
    return sheet.quads


def say_article(sheet: Saying, reading: Reading, terms: Terms, publisher: Entity | None) -> None:
    """Say all of it on a sheet of the graph that the article names."""
    key = article_key(reading.article)
    writer = _Writer(sheet, terms, key, reading.article.text)
    writer.article(reading, publisher)
    for number, (own, claim) in enumerate(zip(claim_keys(reading.claims, key), reading.claims, strict=True), 1):
        writer.claim(terms.claim(own), number, claim)
    for number, speech in enumerate(reading.speech, 1):
        writer.speech(number, speech)


def lines_of(reading: Reading) -> tuple[Line, ...]:
    """The sentences of the claims of a reading, as they are found by their words."""
    article = reading.article
    day = article.published.isoformat() if article.published else ""
    keys = claim_keys(reading.claims, article_key(article))
    told = enumerate(zip(keys, reading.claims, strict=True), 1)
    return tuple(Line(key, number, day, claim.sentence.of(article.text)) for number, (key, claim) in told)


def spans_as_text(sentences: tuple[Sentence, ...]) -> str:
    """The spans of all sentences in one literal: nodes of their own would double the quads and answer no question."""
    return " ".join(f"{sentence.span.start}-{sentence.span.end}" for sentence in sentences)


@dataclass(frozen=True, slots=True)
class _Writer:
    sheet: Saying
    terms: Terms
    key: str
    text: str

    @property
    def about(self) -> NamedNode:
        return self.sheet.name

    def article(self, reading: Reading, publisher: Entity | None) -> None:
        article, say, about = reading.article, self.sheet.say, self.about
        say(about, names.TYPE, depesche("Article"))
        say(about, names.TYPE, depesche("SampleArticle") if article.sample else None)
        say(about, names.HEADLINE, article.title)
        say(about, names.DATE_PUBLISHED, article.published)
        say(about, names.IDENTIFIER, article.identifier)
        say(about, names.IN_LANGUAGE, article.language)
        say(about, depesche("outletName"), article.outlet)
        say(about, depesche("authorName"), article.author)
        say(about, depesche("textHash"), text_hash(article.text))
        say(about, depesche("sentenceSpans"), spans_as_text(reading.sentences))
        say(about, names.PUBLISHER, self._entity(publisher) if publisher else None)
        say(about, names.URL, article.url)

    def claim(self, about: NamedNode, number: int, claim: Claim) -> None:
        say = self.sheet.say
        say(about, names.TYPE, depesche("Claim"))
        say(about, depesche("inArticle"), self.about)
        say(about, depesche("position"), number)
        say(about, depesche("reports"), self.terms.proposition(proposition_key(claim.proposition, self.key)))
        say(about, depesche("polarity"), depesche("negated" if claim.negated else "affirmed"))
        say(about, depesche("modality"), _modality(claim.modality))
        say(about, depesche("rule"), claim.rule)
        say(about, depesche("confidence"), float(claim.confidence))
        say(about, depesche("theme"), claim.theme)
        say(about, depesche("place"), claim.place)
        self._time(about, claim)
        self._evidence(about, claim)
        self._mention(about, "actorMention", "actor", claim.actor)
        self._mention(about, "recipientMention", "recipient", claim.recipient)
        self._attribution(about, claim.attribution)

    def speech(self, number: int, speech: Speech) -> None:
        node, say = self.terms.part(self.about, f"speech-{number}"), self.sheet.say
        say(node, names.TYPE, depesche("Speech"))
        say(node, depesche("inArticle"), self.about)
        say(node, depesche("position"), number)
        say(node, depesche("speechType"), depesche(speech.type.value))
        for place, span in enumerate(speech.content, 1):
            piece = self._select(node, "content", self.about, f"speech-{number}-content-{place}", span)
            say(piece, depesche("position"), place)
        if speech.speaker:
            self._select(node, "speaker", self.about, f"speech-{number}-speaker", speech.speaker)
        if speech.cue:
            self._select(node, "cuePosition", self.about, f"speech-{number}-cue", speech.cue)

    def _time(self, about: NamedNode, claim: Claim) -> None:
        if claim.time is None:
            return
        earliest, latest = bounds(claim.time.value)
        self.sheet.say(about, depesche("timeText"), claim.time.text)
        self.sheet.say(about, depesche("edtf"), claim.time.value)
        self.sheet.say(about, depesche("earliest"), earliest)
        self.sheet.say(about, depesche("latest"), latest)

    def _evidence(self, about: NamedNode, claim: Claim) -> None:
        say, part = self.sheet.say, self.terms.part
        say(about, depesche("sentence"), claim.sentence.of(self.text))
        self._select(about, "sentencePosition", about, "sentence", claim.sentence)
        evidence, quote = part(about, "evidence"), part(about, "quote")
        say(about, depesche("evidence"), evidence)
        say(evidence, names.TYPE, names.SPECIFIC_RESOURCE)
        say(evidence, names.HAS_SOURCE, self.about)
        say(evidence, names.HAS_SELECTOR, self.sheet.select(part(about, "position"), claim.evidence))
        say(evidence, names.HAS_SELECTOR, quote)
        say(quote, names.TYPE, names.QUOTE_SELECTOR)
        say(quote, names.EXACT, claim.evidence.of(self.text))

    def _attribution(self, about: NamedNode, chain: tuple[Step, ...]) -> None:
        say = self.sheet.say
        say(about, depesche("stance"), _stance(chain[-1].stance if chain else Stance.ASSERTS))
        named = [step.source.entity for step in chain if step.source]
        say(about, names.ATTRIBUTED_TO, self._entity(named[-1]) if named else None)
        for outlet in {self._entity(entity) for entity in named if entity.kind is Kind.OUTLET}:
            say(about, names.QUOTED_FROM, outlet)
        for number, step in enumerate(chain, 1):
            self._step(about, number, step)

    def _step(self, about: NamedNode, number: int, step: Step) -> None:
        node, say = self.terms.part(about, f"step-{number}"), self.sheet.say
        say(about, depesche("step"), node)
        say(node, names.TYPE, depesche("Step"))
        say(node, depesche("position"), number)
        say(node, depesche("stance"), _stance(step.stance))
        say(node, depesche("anonymous"), step.anonymous)
        say(node, depesche("scope"), step.scope.value if step.scope else None)
        if step.profile:
            say(node, depesche("sourceClass"), step.profile.source_class)
            say(node, depesche("sourceNumber"), step.profile.number)
            say(node, depesche("closeness"), step.profile.closeness.value if step.profile.closeness else None)
        if step.source:
            say(node, depesche("source"), self._entity(step.source.entity))
            self._mention(node, "sourceMention", f"source-{number}", step.source, about)
        if step.cue:
            say(node, depesche("cue"), step.cue.of(self.text))
            self._select(node, "cuePosition", about, f"cue-{number}", step.cue)

    def _mention(self, about: NamedNode, role: str, name: str, party: Party | None, whole: NamedNode | None = None) -> None:
        if party is None:
            return
        node, say = self.terms.part(whole or about, name), self.sheet.say
        say(about, depesche(role), node)
        say(node, names.TYPE, depesche("Mention"))
        say(node, depesche("denotes"), self._entity(party.entity))
        say(node, depesche("name"), party.entity.name)
        if party.mention:
            self.sheet.select(node, party.mention)
        if party.link:
            say(node, depesche("linkReason"), party.link.reason.value)
            for alternative in party.link.alternatives:
                say(node, depesche("alternative"), alternative)

    def _select(self, about: NamedNode, role: str, whole: NamedNode, name: str, span: Span) -> NamedNode:
        node = self.sheet.select(self.terms.part(whole, name), span)
        self.sheet.say(about, depesche(role), node)
        return node

    def _entity(self, entity: Entity) -> NamedNode:
        return self.terms.entity(entity_key(entity, self.key))


def parties(reading: Reading) -> Iterator[Entity]:
    """Every description of a party in the claims of a reading, as often as it stands there."""
    for claim in reading.claims:
        for party in (claim.actor, claim.recipient, *(step.source for step in claim.attribution)):
            if party is not None:
                yield party.entity


def _stance(stance: Stance) -> NamedNode:
    return depesche(stance.value)


def _modality(modality: Modality) -> NamedNode:
    return depesche(modality.value)
