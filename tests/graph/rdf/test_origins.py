"""Which article was first, how the others hang on it, and that no order changes it."""

from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from graph.model import Reason
from graph.rdf.origins import Member, Origin, origins

MAY = date(2024, 5, 1)


def member(name: str, text: str = "t", page: str | None = None, day: int | None = 1, agencies: tuple[str, ...] = ()) -> Member:
    return Member(name, text, page, date(2024, 5, day) if day else None, agencies)


def test_an_article_alone_is_its_own_root() -> None:
    assert origins([member("a")], {}) == {"a": Origin("a")}
    assert origins([], {}) == {}


def test_the_earliest_is_the_root_and_one_without_a_date_is_not() -> None:
    found = origins([member("a", day=None), member("b", day=2), member("c", day=1)], {})
    assert {each.root for each in found.values()} == {"c"}
    assert found["a"] == Origin("c", (), "c", Reason.SAME_TEXT)


def test_each_link_keeps_its_reason() -> None:
    members = [
        member("a", "t", day=1),
        member("b", "t", day=2),
        member("c", "u", day=3),
        member("d", "v", "p", 4),
        member("e", "u", "p", 5),
    ]
    found = origins(members, {("t", "u"): 0.8, ("u", "t"): 0.8})
    assert {name: (each.lender, each.reason, each.likeness) for name, each in found.items()} == {
        "a": (None, None, None),
        "b": ("a", Reason.SAME_TEXT, None),
        "c": ("a", Reason.NEAR_TEXT, 0.8),
        "e": ("c", Reason.SAME_TEXT, None),
        "d": ("e", Reason.SAME_PAGE, None),
    }


def test_of_two_reasons_the_surer_is_told() -> None:
    found = origins([member("a", "t", "p", 1), member("b", "t", "p", 2)], {})
    assert found["b"].reason is Reason.SAME_TEXT


def test_what_one_says_of_its_agency_holds_for_all_of_its_text() -> None:
    found = origins([member("a"), member("b", day=2, agencies=("dpa",)), member("c", day=3, agencies=("afp",))], {})
    assert {each.agencies for each in found.values()} == {("afp", "dpa")}


def test_the_order_does_not_matter() -> None:
    members = [member("a", "t", "p"), member("b", "u", "p", 2), member("c", "u", day=None), member("d", "v", day=1)]
    kin = {("u", "v"): 0.6, ("v", "u"): 0.6, ("t", "v"): 0.9, ("v", "t"): 0.9}
    told = {
        tuple(sorted(origins(order, dict(pairs)).items()))
        for order in permutations(members)
        for pairs in (kin.items(), reversed(kin.items()))
    }
    assert len(told) == 1


_MEMBERS = st.lists(
    st.builds(
        Member, st.sampled_from("abcdefgh"), st.sampled_from("tuv"), st.just("p"), st.none() | st.dates(MAY, date(2024, 5, 4))
    ),
    min_size=1, unique_by=lambda each: each.article,
)  # fmt: skip


@given(_MEMBERS)
def test_every_link_leads_to_the_root(members: list[Member]) -> None:
    found = origins(members, {})
    assert set(found) == {each.article for each in members}
    for start in found:
        here, steps = start, 0
        while (lender := found[here].lender) is not None:
            here, steps = lender, steps + 1
            assert steps <= len(found)
        assert here == found[start].root
