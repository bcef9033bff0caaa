"""The words behind what is on a screen: each claim with its sentence, who says so, how, and where that is printed.

Less than a claim's page tells (nothing of where in the sentence what stands), so that thousands can be taken along.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..addresses import Asker, iri, key, word
from ..facts import Facts, gather
from ..views.claims import article
from ..views.values import ArticleView

MOST = 10_000  # in one file: some ten seconds of looking up; more is for a copy of the whole store


@dataclass(frozen=True, slots=True)
class Said:
    """One link of the chain: the source by key and name (None where the words leave it out), and the stance."""

    source: str | None
    name: str | None
    stance: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim with its words; `chain` has the outermost source first, `stance` is that of the innermost."""

    key: str
    proposition: str
    stance: str
    negated: bool
    modality: str
    chain: tuple[Said, ...]
    sentence: str
    time_text: str | None
    earliest: str | None
    latest: str | None
    article: ArticleView

    @property
    def source(self) -> str | None:
        """Who says so: the innermost source that is named."""
        return next((said.name for said in reversed(self.chain) if said.name), None)


def quotes(asker: Asker, claims: Sequence[str], language: str) -> Mapping[str, Quote]:
    """The claims with these keys, MOST of them at most; names in `language`. What is gone meanwhile is left out."""
    subjects = [iri(asker.base, "claim", each)[1:-1] for each in claims[:MOST]]
    facts = gather(asker, subjects)
    known = [subject for subject in subjects if subject in facts]
    gather(asker, _linked(facts, known, "depesche:step", "depesche:inArticle"), facts)
    steps = list(_linked(facts, known, "depesche:step"))
    articles = list(_linked(facts, known, "depesche:inArticle"))
    gather(asker, [*_linked(facts, steps, "depesche:source"), *_linked(facts, articles, "schema:publisher")], facts)
    return {key(subject): _quote(facts, subject, language) for subject in known}


def _linked(facts: Facts, subjects: Iterable[str], *names: str) -> Iterator[str]:
    return (str(value) for subject in subjects for name in names for value in facts.every(subject, name))


def _quote(facts: Facts, subject: str, language: str) -> Quote:
    steps = sorted(_linked(facts, [subject], "depesche:step"), key=lambda step: facts.number(step, "depesche:position"))
    return Quote(
        key=key(subject),
        proposition=key(str(facts.one(subject, "depesche:reports"))),
        stance=word(str(facts.one(subject, "depesche:stance"))),
        negated=word(str(facts.one(subject, "depesche:polarity"))) == "negated",
        modality=word(str(facts.one(subject, "depesche:modality"))),
        chain=tuple(_said(facts, step, language) for step in steps),
        sentence=" ".join((facts.text(subject, "depesche:sentence") or "").split()),
        time_text=facts.text(subject, "depesche:timeText"),
        earliest=facts.text(subject, "depesche:earliest"),
        latest=facts.text(subject, "depesche:latest"),
        article=article(facts, str(facts.one(subject, "depesche:inArticle")), language),
    )


def _said(facts: Facts, step: str, language: str) -> Said:
    source, stance = facts.text(step, "depesche:source"), word(str(facts.one(step, "depesche:stance")))
    return Said(key(source), facts.label(source, language), stance) if source else Said(None, None, stance)
