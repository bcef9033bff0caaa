"""Claims with their words, their chain and the sentences around them, by their keys."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from ...errors import NotFoundError
from ...model import Modality, Stance
from ..addresses import Asker, iri, key, word
from ..facts import Facts, gather
from .parties import party
from .values import ArticleView, ClaimView, Mark, PartyView, StepView

Texts = Callable[[str], str | None]  # an article's text by its key, None where there is none

_FIRST_PARTS = (
    "depesche:evidence",
    "depesche:sentencePosition",
    "depesche:actorMention",
    "depesche:recipientMention",
    "depesche:step",
)
_SECOND_PARTS = ("oa:hasSelector", "depesche:sourceMention", "depesche:cuePosition")


def claims(asker: Asker, texts: Texts, keys: Sequence[str], language: str) -> tuple[ClaimView, ...]:
    """The claims with these keys, in their order; names in `language`. NotFoundError for one that is not there."""
    subjects = [iri(asker.base, "claim", each)[1:-1] for each in keys]
    facts = gather(asker, subjects)
    for each, subject in zip(keys, subjects, strict=True):
        if subject not in facts:
            raise NotFoundError(f"there is no claim {each} in the store")
    _gather_around(asker, facts, subjects)
    return tuple(_claim(facts, texts, subject, language) for subject in subjects)


def article(facts: Facts, subject: str, language: str) -> ArticleView:
    """The article at this address, from facts that hold it and its outlet."""
    outlet = facts.text(subject, "schema:publisher")
    name = facts.text(subject, "depesche:outletName") or (facts.label(outlet, language) if outlet else None)
    return ArticleView(
        key=key(subject),
        title=facts.text(subject, "schema:headline"),
        outlet=name,
        published=facts.text(subject, "schema:datePublished"),
        url=facts.text(subject, "schema:url"),
        language=facts.text(subject, "schema:inLanguage") or language,
        sample=any(word(str(kind)) == "SampleArticle" for kind in facts.every(subject, "rdf:type")),
    )


def _gather_around(asker: Asker, facts: Facts, subjects: Iterable[str]) -> None:
    """Parts, propositions and articles of the claims; then what those lead to; then all parties."""
    parts = _linked(facts, subjects, _FIRST_PARTS)
    around = _linked(facts, subjects, ("depesche:reports", "depesche:inArticle"))
    gather(asker, [*parts, *around], facts)
    gather(asker, _linked(facts, parts, _SECOND_PARTS), facts)
    parties = _linked(facts, [*parts, *around], ("depesche:actor", "depesche:recipient", "depesche:source", "schema:publisher"))
    gather(asker, parties, facts)


def _linked(facts: Facts, subjects: Iterable[str], predicates: Iterable[str]) -> list[str]:
    return [str(value) for subject in subjects for predicate in predicates for value in facts.every(subject, predicate)]


def _claim(facts: Facts, texts: Texts, subject: str, language: str) -> ClaimView:
    proposition = str(facts.one(subject, "depesche:reports"))
    where = str(facts.one(subject, "depesche:inArticle"))
    start = facts.number(str(facts.one(subject, "depesche:sentencePosition")), "oa:start")
    before, after = _neighbours(facts, texts, where, start)
    steps = sorted(map(str, facts.every(subject, "depesche:step")), key=lambda step: facts.number(step, "depesche:position"))
    return ClaimView(
        key=key(subject),
        relation=word(str(facts.one(proposition, "depesche:relation"))),
        actor=_party(facts, proposition, "depesche:actor", language),
        recipient=_party(facts, proposition, "depesche:recipient", language),
        proposition=key(proposition),
        theme_class=_word(facts.text(proposition, "depesche:themeClass")),
        stance=Stance(word(str(facts.one(subject, "depesche:stance")))),
        modality=Modality(word(str(facts.one(subject, "depesche:modality")))),
        negated=word(str(facts.one(subject, "depesche:polarity"))) == "negated",
        chain=tuple(_step(facts, step, language) for step in steps),
        before=before,
        sentence=facts.text(subject, "depesche:sentence") or "",
        after=after,
        start=start,
        marks=_marks(facts, subject, steps),
        theme=facts.text(subject, "depesche:theme"),
        place=facts.text(subject, "depesche:place"),
        time_text=facts.text(subject, "depesche:timeText"),
        edtf=facts.text(subject, "depesche:edtf"),
        earliest=facts.text(subject, "depesche:earliest"),
        latest=facts.text(subject, "depesche:latest"),
        rule=facts.text(subject, "depesche:rule") or "",
        confidence=float(facts.one(subject, "depesche:confidence") or 0),
        article=article(facts, where, language),
    )


def _word(address: str | None) -> str | None:
    return word(address) if address else None


def _party(facts: Facts, subject: str, predicate: str, language: str) -> PartyView | None:
    address = facts.text(subject, predicate)
    return party(facts, address, language) if address else None


def _step(facts: Facts, step: str, language: str) -> StepView:
    return StepView(
        source=_party(facts, step, "depesche:source", language),
        stance=Stance(word(str(facts.one(step, "depesche:stance")))),
        anonymous=facts.one(step, "depesche:anonymous") is True,
        cue=facts.text(step, "depesche:cue"),
    )


def _marks(facts: Facts, subject: str, steps: Iterable[str]) -> tuple[Mark, ...]:
    evidence = _linked(facts, _linked(facts, [subject], ["depesche:evidence"]), ["oa:hasSelector"])
    sources = _linked(facts, steps, ["depesche:sourceMention"])
    named = [(part, "actor") for part in _linked(facts, [subject], ["depesche:actorMention"])]
    named += [(part, "recipient") for part in _linked(facts, [subject], ["depesche:recipientMention"])]
    named += [(part, "source") for part in sources] + [(part, "evidence") for part in evidence]
    spans = {Mark(facts.number(p, "oa:start"), facts.number(p, "oa:end"), role) for p, role in named if facts.one(p, "oa:end")}
    return tuple(sorted(spans, key=lambda mark: (mark.start, mark.end, mark.role)))


def _neighbours(facts: Facts, texts: Texts, where: str, start: int) -> tuple[str, str]:
    """The sentences before and after the one that begins at `start`, empty where there is none or no text is at hand."""
    told, text = facts.text(where, "depesche:sentenceSpans"), texts(key(where))
    if not told or text is None:
        return "", ""
    found = spans(told)
    at = next((index for index, (left, _) in enumerate(found) if left == start), None)
    if at is None:
        return "", ""
    before = text[slice(*found[at - 1])] if at else ""
    after = text[slice(*found[at + 1])] if at + 1 < len(found) else ""
    return before.strip(), after.strip()


@lru_cache(maxsize=256)
def spans(told: str) -> tuple[tuple[int, int], ...]:
    """The spans of all sentences, as `depesche:sentenceSpans` tells them.

    >>> spans("0-52 53-120")
    ((0, 52), (53, 120))
    """
    pairs = (pair.partition("-") for pair in told.split())
    return tuple((int(left), int(right)) for left, _, right in pairs)
