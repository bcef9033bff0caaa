"""A reading that no store holds yet, as the same views that the store gives: for looking at it before it is kept.

Things that have no page yet have the key "".
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from ...edtf import bounds
from ...identity import article_key, claim_keys, entity_key
from ...model import Article, Claim, Kind, Party, Reading, Stance
from .articles import SentenceView
from .values import ArticleView, ClaimView, Mark, PartyView, StepView


def article_view(article: Article, *, stored: bool = False) -> ArticleView:
    """The article; with its key where it is `stored`."""
    published = article.published.isoformat() if article.published else None
    key = article_key(article) if stored else ""
    return ArticleView(key, article.title, article.outlet, published, article.url, article.language, article.sample)


def sentences_of(reading: Reading) -> tuple[SentenceView, ...]:
    """All sentences of a reading, each with its claims."""
    text, found = reading.article.text, defaultdict(list)
    for claim in _claims(reading):
        found[claim.start].append(claim)
    views, last = [], 0
    for sentence in reading.sentences:
        span = sentence.span
        paragraph = sentence.index == 0 or "\n" in text[last : span.start]
        views.append(SentenceView(sentence.index, span.start, span.of(text), tuple(found[span.start]), False, paragraph))
        last = span.end
    return tuple(views)


def parties_of(readings: Iterable[Reading], limit: int) -> tuple[str, ...]:
    """The keys of the parties of all claims, those of the most claims first; at most `limit`."""
    met: Counter[str] = Counter()
    for reading in readings:
        own = article_key(reading.article)
        for claim in reading.claims:
            met.update(entity_key(party.entity, own) for party in (claim.actor, claim.recipient) if party)
    return tuple(key for key, _ in sorted(met.items(), key=lambda item: (-item[1], item[0]))[:limit])


def _claims(reading: Reading) -> Iterable[ClaimView]:
    own = article_key(reading.article)
    article = article_view(reading.article)
    for key, claim in zip(claim_keys(reading.claims, own), reading.claims, strict=True):
        yield _claim(claim, key, reading.article.text, article)


def _claim(claim: Claim, key: str, text: str, article: ArticleView) -> ClaimView:
    earliest, latest = bounds(claim.time.value if claim.time else None)
    return ClaimView(
        key=key,
        relation=claim.relation,
        actor=_party(claim.actor),
        recipient=_party(claim.recipient),
        proposition="",
        theme_class=claim.theme_class,
        stance=claim.attribution[-1].stance if claim.attribution else Stance.ASSERTS,
        modality=claim.modality,
        negated=claim.negated,
        chain=tuple(_step(step.source, step.stance, step.anonymous, step.cue.of(text) if step.cue else None)
                    for step in claim.attribution),
        before="",
        sentence=claim.sentence.of(text),
        after="",
        start=claim.sentence.start,
        marks=_marks(claim),
        theme=claim.theme,
        place=claim.place,
        time_text=claim.time.text if claim.time else None,
        edtf=claim.time.value if claim.time else None,
        earliest=earliest.isoformat() if earliest else None,
        latest=latest.isoformat() if latest else None,
        rule=claim.rule,
        confidence=claim.confidence,
        article=article,
    )  # fmt: skip


def _party(party: Party | None) -> PartyView | None:
    return PartyView("", party.entity.name, Kind(party.entity.kind)) if party else None


def _step(source: Party | None, stance: Stance, anonymous: bool, cue: str | None) -> StepView:
    return StepView(_party(source), stance, anonymous, cue)


def _marks(claim: Claim) -> tuple[Mark, ...]:
    sources = [step.source.mention for step in claim.attribution if step.source]
    named = [
        (claim.actor.mention if claim.actor else None, "actor"),
        (claim.recipient.mention if claim.recipient else None, "recipient"),
    ]
    named += [(mention, "source") for mention in sources] + [(claim.evidence, "evidence")]
    marks = {Mark(span.start, span.end, role) for span, role in named if span}
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end, mark.role)))
