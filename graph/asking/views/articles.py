"""One article: its sentences beside the claims read in them, whole or only around the evidence."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...errors import NotFoundError
from ..addresses import Asker, iri, key
from ..facts import Facts, gather
from .claims import Texts, article, claims, spans
from .leanings import leaned_on, leanings
from .values import ArticleView, ClaimView, LeaningView


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence that begins at `start`; `gap`: text was left out before it; `paragraph`: one begins here."""

    index: int
    start: int
    text: str
    claims: tuple[ClaimView, ...]
    gap: bool
    paragraph: bool


@dataclass(frozen=True, slots=True)
class ArticlePageView:
    """An article, its sentences, how many claims were read in it, and other versions at the same address."""

    article: ArticleView
    sentences: tuple[SentenceView, ...]
    claims: int
    versions: tuple[ArticleView, ...]
    leanings: tuple[LeaningView, ...]
    leaned_on: tuple[LeaningView, ...]  # `article` is who leans on this one


def article_page(asker: Asker, texts: Texts, own: str, *, whole: bool, language: str) -> ArticlePageView:
    """The article with the key `own`; only sentences with claims and their neighbours unless `whole`."""
    facts = _articles(asker, [own])
    subject = iri(asker.base, "article", own)[1:-1]
    if subject not in facts:
        raise NotFoundError(f"there is no article {own} in the store")
    found = claims(asker, texts, _claim_keys(asker, own), language)
    sentences = tuple(_sentences(facts.text(subject, "depesche:sentenceSpans") or "", texts(own), found, whole))
    return ArticlePageView(
        article(facts, subject, language), sentences, len(found), _versions(asker, own, language),
        leanings(asker, own, language), leaned_on(asker, own, language),
    )  # fmt: skip


def _claim_keys(asker: Asker, own: str) -> tuple[str, ...]:
    this = iri(asker.base, "article", own)
    query = f"""SELECT ?claim {{ GRAPH {this} {{ ?claim depesche:reports ?proposition
        OPTIONAL {{ ?claim depesche:position ?position }} }} }} ORDER BY ?position ?claim"""
    return tuple(key(str(claim)) for (claim,) in asker.rows(query))


def _articles(asker: Asker, keys: Sequence[str]) -> Facts:
    subjects = [iri(asker.base, "article", each)[1:-1] for each in keys]
    facts = gather(asker, subjects)
    outlets = (facts.text(subject, "schema:publisher") for subject in subjects)
    return gather(asker, [outlet for outlet in outlets if outlet], facts)


def _versions(asker: Asker, own: str, language: str) -> tuple[ArticleView, ...]:
    this = iri(asker.base, "article", own)
    query = f"""SELECT DISTINCT ?other {{ GRAPH {this} {{ {this} schema:url ?address }}
        GRAPH ?other {{ ?other schema:url ?address ; depesche:textHash ?hash }}
        FILTER(?other != {this}) }} ORDER BY ?other LIMIT 20"""
    keys = [key(str(other)) for (other,) in asker.rows(query)]
    facts = _articles(asker, keys)
    found = (article(facts, f"{asker.base}article/{each}", language) for each in keys)
    return tuple(sorted(found, key=lambda view: (view.published or "", view.key)))


def _sentences(told: str, text: str | None, found: Sequence[ClaimView], whole: bool) -> Iterator[SentenceView]:
    by_start: dict[int, list[ClaimView]] = defaultdict(list)
    for claim in found:
        by_start[claim.start].append(claim)
    where = spans(told) if text is not None else ()
    if text is None or not where:
        yield from _bare(by_start)
        return
    carrying = {index for index, (start, _) in enumerate(where) if start in by_start}
    shown = [i for i in range(len(where)) if whole or {i - 1, i, i + 1} & carrying]
    for number, index in enumerate(shown):
        start, end = where[index]
        gap = index > 0 and (number == 0 or shown[number - 1] != index - 1)
        between = text[where[index - 1][1] : start] if index else ""
        yield SentenceView(index, start, text[start:end], tuple(by_start[start]), gap, index == 0 or "\n" in between)


def _bare(by_start: dict[int, list[ClaimView]]) -> Iterator[SentenceView]:
    """Without the text, the sentences that the claims themselves carry."""
    for index, (start, found) in enumerate(sorted(by_start.items())):
        yield SentenceView(index, start, found[0].sentence, tuple(found), index > 0, False)
