"""Citations, as if made by hand: cascades, and those that go both ways."""

from collections.abc import Iterable

from graph.asking.measures.chains import Chain, counted
from graph.asking.measures.citing import Citation, Citations, by_roots, leaned_on, who_cites_whom
from graph.asking.measures.rows import CitationRow, LeanedOnRow
from graph.asking.views.values import PartyView
from graph.model import Kind, Stance


def cites(citing: str, cited: str, claims: int = 1, taken_over: int = 0) -> Citation:
    behind = tuple(f"{citing}-{cited}-{number}" for number in range(claims))
    return Citation(citing, cited, behind, claims, (claims, 0, 0, 0, 0), taken_over, "2024-06-03", "2024-06-05")


def citations(*found: Citation) -> Citations:
    kept = by_roots(found)
    keys = {end for each in kept for end in (each.citing, each.cited)}
    return Citations(kept, {key: PartyView(key, key, Kind.OUTLET) for key in keys}, roots(kept), len(kept), 0)


def roots(found: Iterable[Citation]) -> dict[str, int]:
    return {each.cited: 1 for each in found}


def test_a_cascade_leans_on_its_end() -> None:
    rows, _ = leaned_on(citations(cites("paper", "agency"), cites("journal", "agency"), cites("agency", "minister", 2)))
    told = {row.source.key: row for row in rows if isinstance(row, LeanedOnRow)}

    assert [row.source.key for row in rows if isinstance(row, LeanedOnRow)] == ["agency", "minister"]
    assert (told["agency"].citing, told["agency"].claims, told["agency"].roots) == (2, 2, 1)
    assert (told["minister"].citing, told["minister"].claims) == (1, 2)
    assert told["minister"].pagerank > told["agency"].pagerank  # all that reaches the agency flows on to the minister


def test_who_cites_each_other_is_told_as_mutual() -> None:
    rows, figures = who_cites_whom(citations(cites("a", "b", 2), cites("b", "a"), cites("a", "c"), cites("a", "a", 9)))

    told = [(row.citing.key, row.cited.key, row.mutual) for row in rows if isinstance(row, CitationRow)]
    assert told == [("a", "b", True), ("a", "c", False), ("b", "a", True)]
    assert dict(figures) == {"citations": 3, "mutual": 2, "reciprocity": 0.6667, "unnamed": 0}


def test_texts_taken_over_weigh_as_much_as_words() -> None:
    rows, _ = who_cites_whom(citations(cites("a", "b", 2), cites("a", "agency", 0, taken_over=3)))
    assert [row.cited.key for row in rows if isinstance(row, CitationRow)] == ["agency", "b"]


def test_a_chain_is_cited_link_by_link_and_broken_where_nobody_is_named() -> None:
    said, denied = Stance.ASSERTS, Stance.DENIES
    chains = [
        Chain("one", "paper", "2024-06-03", "text", (("agency", said), ("minister", denied))),
        Chain("two", "journal", "2024-06-05", "text", (("agency", said), (None, said), ("general", said))),
        Chain("three", None, None, "other", (("agency", said),)),
    ]
    found, roots_of = counted(chains, [("journal", "agency", 2, ("2024-06-01",))])
    told = {(each.citing, each.cited): each for each in found}

    assert set(told) == {("paper", "agency"), ("agency", "minister"), ("journal", "agency")}
    assert told["agency", "minister"].stances == (0, 0, 0, 1, 0)
    assert (told["journal", "agency"].taken_over, told["journal", "agency"].first) == (2, "2024-06-01")
    assert roots_of == {"agency": 1, "minister": 1}  # two papers that print one text are one
    assert counted(reversed(chains), [("journal", "agency", 2, ("2024-06-01",))]) == (found, roots_of)
