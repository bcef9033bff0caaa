"""Who passes on whose word, and on whom most of it leans. Pure; knows no store."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx

from ..views.values import PartyView
from .centrality import pagerank
from .rows import CitationRow, LeanedOnRow, Measured, rounded


@dataclass(frozen=True, slots=True)
class Citation:
    """That one party passes on what another says, by their keys.

    An outlet cites the first source of a claim's chain, each source of the chain the next one. `behind` are the keys of the
    claims, `stances` counts them by the stance given to the cited source, in the order of Stance. `roots` is on how many
    texts and agencies their articles lean. `taken_over` counts articles whose text is another outlet's, or bears an
    agency's mark. `first` and `last` are days of publication.
    """

    citing: str
    cited: str
    behind: tuple[str, ...]
    roots: int
    stances: tuple[int, int, int, int, int]
    taken_over: int
    first: str | None
    last: str | None

    @property
    def claims(self) -> int:
        """How many claims there are behind it."""
        return len(self.behind)


@dataclass(frozen=True, slots=True)
class Citations:
    """Citations, those with the most roots first, with the names of all parties; `total` counts them before the rarest were
    left out. `roots_of` is on how many texts and agencies the articles lean that cite a source: two papers that print
    one dispatch are one. `unnamed` counts claims with a source
    left unnamed, which is nobody's node; None where only some parties are looked at."""

    found: tuple[Citation, ...]
    parties: Mapping[str, PartyView]
    roots_of: Mapping[str, int]
    total: int
    unnamed: int | None

    @property
    def left_out(self) -> int:
        """How many citations were left out."""
        return self.total - len(self.found)


def by_roots(found: Iterable[Citation]) -> tuple[Citation, ...]:
    """Those with the most roots first; nobody cites himself."""
    return tuple(sorted((each for each in found if each.citing != each.cited), key=_order))


def cited_by(citations: Citations) -> networkx.DiGraph:
    """From citing to cited; an edge's `weight` is its roots and texts taken over, its `citation` all that is counted."""
    made = networkx.DiGraph()
    made.add_nodes_from(sorted({end for each in citations.found for end in (each.citing, each.cited)}))
    for each in sorted(citations.found, key=lambda each: (each.citing, each.cited)):
        made.add_edge(each.citing, each.cited, weight=_weight(each), citation=each)
    return made


def who_cites_whom(citations: Citations) -> Measured:
    """Every pair of who cites and who is cited, with claims, roots, stances and days; a citation is mutual if both do.

    Reciprocity: the share of citations that are mutual (Wasserman and Faust 1994, chapter 13).
    """
    both = {(each.citing, each.cited) for each in citations.found}
    rows = tuple(
        CitationRow(
            citations.parties[each.citing],
            citations.parties[each.cited],
            each.claims,
            each.roots,
            *each.stances,
            taken_over=each.taken_over,
            first_day=each.first,
            last_day=each.last,
            mutual=(each.cited, each.citing) in both,
        )
        for each in citations.found
    )
    mutual = sum(row.mutual for row in rows)
    share = rounded(mutual / len(rows)) if rows else None
    return rows, (("citations", len(rows)), ("mutual", mutual), ("reciprocity", share), ("unnamed", citations.unnamed))


def leaned_on(citations: Citations) -> Measured:
    """Sources by how many cite them and how much; PageRank follows chains, so that whoever is cited by those who are cited
    counts more (Brin and Page 1998; weights are roots and texts taken over).
    """
    made = cited_by(citations)
    ranks, of = pagerank(made), defaultdict[str, list[Citation]](list)
    for each in citations.found:
        of[each.cited].append(each)
    rows = (
        LeanedOnRow(
            source=citations.parties[key],
            citing=len(found),
            claims=sum(each.claims for each in found),
            roots=citations.roots_of.get(key, 0),
            taken_over=sum(each.taken_over for each in found),
            pagerank=rounded(ranks[key]),
        )
        for key, found in of.items()
    )
    ordered = sorted(rows, key=lambda row: (-row.citing, -row.roots, -row.taken_over, row.source.key))
    return tuple(ordered), (("sources", len(ordered)), ("citations", len(citations.found)), ("unnamed", citations.unnamed))


def _weight(each: Citation) -> int:
    return each.roots + each.taken_over


def _order(each: Citation) -> tuple[int, int, str, str]:
    return -_weight(each), -each.claims, each.citing, each.cited
