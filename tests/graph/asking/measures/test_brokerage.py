"""Brokers between groups, worked out by hand, and the same as networkx has it."""

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.asking.measures.brokerage import brokerage, roles, structural_holes
from graph.asking.measures.rows import BrokerRow, RoleRow

from .made import edge, network


def test_a_broker_between_two_pairs_is_little_constrained() -> None:
    told = [edge("x", each) for each in "abcd"] + [edge("a", "b"), edge("c", "d")]
    rows, _ = brokerage(network(told))
    broker, other = rows[0], rows[1]

    assert isinstance(broker, BrokerRow) and isinstance(other, BrokerRow)
    # Each of four partners is tied to one other of them: 4 - 2·2/4. To each lead 1/4, and 1/4·1/2 by way of its partner.
    assert (broker.party.key, broker.partners, broker.effective_size, broker.efficiency) == ("x", 4, 3.0, 0.75)
    assert broker.constraint == 4 * 0.375**2 == 0.5625
    assert other.effective_size == 1.0  # its two partners are tied to each other


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(1, 9)), min_size=1, max_size=20))
def test_holes_are_those_that_networkx_finds(told: list[tuple[int, int, int]]) -> None:
    made = networkx.Graph()
    made.add_weighted_edges_from((one, other, weight) for one, other, weight in told if one != other)
    sizes, constraints = networkx.effective_size(made, weight="weight"), networkx.constraint(made, weight="weight")
    assert structural_holes(made) == {node: (pytest.approx(sizes[node]), pytest.approx(constraints[node])) for node in made}


@pytest.mark.parametrize(
    ("groups", "role"),
    [
        ("nnn", "coordinator"),
        ("snn", "gatekeeper"),
        ("nns", "representative"),
        ("nsn", "consultant"),
        ("nsw", "liaison"),
    ],
)
def test_the_groups_of_three_give_the_one_between_its_role(groups: str, role: str) -> None:
    rows, figures = roles(network([edge("a", "b"), edge("b", "c")], dict(zip("abc", groups, strict=True))))

    assert len(rows) == 1 and isinstance(rows[0], RoleRow)
    assert (rows[0].party.key, getattr(rows[0], role), rows[0].total) == ("b", 1, 1)
    assert dict(figures) == {"parties": 3, "grouped": 3, "brokered": 1}


def test_nobody_stands_between_two_who_deal_directly_or_whose_group_is_unknown() -> None:
    direct = [edge("a", "b"), edge("b", "c"), edge("a", "c")]
    assert roles(network(direct, {"a": "n", "b": "s", "c": "w"}))[0] == ()
    assert roles(network(direct[:2], {"a": "n", "b": "s"}))[0] == ()
