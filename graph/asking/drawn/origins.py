"""Where what is on a screen comes from: how many articles of which outlets, of which days, and whether some are examples."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...rdf.census import Report
from ..addresses import Asker, iri, values, word
from ..clock import iso

_AT_ONCE = 500  # articles in one query: keeps the text of a query below 50 KB


@dataclass(frozen=True, slots=True)
class Origins:
    """Of some reports: how many `claims` and `articles`, the outlets by name (those with the most articles first), the first
    and the last day of publication as ISO, and how many of the articles are examples."""

    claims: int
    articles: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    samples: int


def origins(asker: Asker, reports: Sequence[Report]) -> Origins:
    """Where some reports come from."""
    printed: dict[str, date | None] = {report.article: report.published for report in reports}
    days = [day for day in printed.values() if day]
    outlets, samples = _told(asker, sorted(printed))
    return Origins(
        claims=len(reports),
        articles=len(printed),
        outlets=tuple(sorted(outlets, key=lambda name: (-outlets[name], name))),
        first=iso(min(days, default=None)),
        last=iso(max(days, default=None)),
        samples=samples,
    )


def _told(asker: Asker, articles: Sequence[str]) -> tuple[Counter[str], int]:
    """How many of the articles each outlet printed, and how many are examples."""
    outlets, samples = Counter[str](), set[str]()
    for start in range(0, len(articles), _AT_ONCE):
        terms = values(iri(asker.base, "article", each) for each in articles[start : start + _AT_ONCE])
        where = "GRAPH ?article { ?article a ?kind OPTIONAL { ?article depesche:outletName ?outlet } }"
        rows = asker.rows(f"SELECT ?article ?kind ?outlet {{ VALUES ?article {{ {terms} }} {where} }}")
        samples |= {str(article) for article, kind, _ in rows if word(str(kind)) == "SampleArticle"}
        outlets.update(_outlets(rows))
    return outlets, len(samples)


def _outlets(rows: Iterable[tuple[object, ...]]) -> Iterable[str]:
    """The outlet of each article once, however many kinds the article is of."""
    return {str(article): str(outlet) for article, _, outlet in rows if outlet}.values()
