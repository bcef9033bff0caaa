"""Positions: the same for the same network, apart from each other, in a fraction of a second for the largest drawing."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from graph.asking.layout import positions

_NAMES = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=8)


@given(_NAMES, st.data())
def test_positions_depend_on_the_network_alone(nodes: list[str], data: st.DataObject) -> None:
    pairs = (
        data.draw(st.lists(st.sampled_from(list(combinations(nodes, 2)) or [("", "")]), unique=True)) if len(nodes) > 1 else []
    )
    weights = {pair: 1 + index for index, pair in enumerate(pairs)}
    again = {(other, one): weight for (one, other), weight in reversed(weights.items())}

    placed = positions(nodes, weights)

    assert set(placed) == set(nodes)
    assert placed == positions(reversed(nodes), again)


@given(_NAMES)
def test_nodes_that_nothing_connects_do_not_overlap(nodes: list[str]) -> None:
    placed = list(positions(nodes, {}).values())
    for one, other in combinations(placed, 2):
        assert abs(one[0] - other[0]) + abs(one[1] - other[1]) >= 50


def test_a_loop_moves_nothing() -> None:
    assert positions(["a", "b"], {("a", "b"): 1, ("a", "a"): 9}) == positions(["a", "b"], {("a", "b"): 1})
