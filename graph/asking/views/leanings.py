"""Where an article's text comes from, and who leans on it: the links that the writer keeps in `…/derived`, with their reasons."""

from ..addresses import Asker, iri, place, word
from ..facts import gather
from .claims import article
from .parties import party
from .values import LeaningView

_MOST = 50  # links of one article that are shown


def leanings(asker: Asker, own: str, language: str) -> tuple[LeaningView, ...]:
    """What the article leans on, with the reasons."""
    return _links(asker, f"{iri(asker.base, 'article', own)} depesche:leans ?link . ?link depesche:on ?other", language)


def leaned_on(asker: Asker, own: str, language: str) -> tuple[LeaningView, ...]:
    """Articles that lean on this one, the first of them by address."""
    return _links(asker, f"?link depesche:on {iri(asker.base, 'article', own)} . ?other depesche:leans ?link", language)


def _links(asker: Asker, pattern: str, language: str) -> tuple[LeaningView, ...]:
    derived = place(asker.base, "derived")
    query = f"""SELECT ?other ?reason ?likeness ?words {{ GRAPH {derived} {{ {pattern} . ?link depesche:reason ?reason }}
        OPTIONAL {{ GRAPH {derived} {{ ?link depesche:likeness ?likeness }} }}
        OPTIONAL {{ GRAPH {derived} {{ ?link depesche:words ?words }} }} }} ORDER BY ?other ?reason ?link LIMIT {_MOST}"""
    rows = asker.rows(query)
    articles = gather(asker, [str(row[0]) for row in rows if _kind(asker, row[0]) == "article"])
    outlets = gather(asker, [str(row[0]) for row in rows if _kind(asker, row[0]) == "entity"])
    return tuple(
        LeaningView(
            reason=word(str(reason)),
            article=article(articles, str(other), language) if str(other) in articles else None,
            outlet=party(outlets, str(other), language) if str(other) in outlets else None,
            likeness=float(str(likeness)) if likeness is not None else None,
            words=str(words) if words is not None else None,
        )
        for other, reason, likeness, words in rows
    )


def _kind(asker: Asker, address: object) -> str:
    """`article` or `entity`."""
    return str(address).removeprefix(asker.base).partition("/")[0]
