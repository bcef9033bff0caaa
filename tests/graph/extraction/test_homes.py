"""Whose an office is that its own words leave open."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import ties

Read = Callable[[str], Reading]


def test_his_minister_serves_the_same_state(read: Read) -> None:
    found = ties(read("Der italienische Präsident Paolo Bianchi und sein Außenminister Carlo Neri trafen sich."))
    assert found == {"Paolo Bianchi HOLDS_POSITION Italien", "Carlo Neri HOLDS_POSITION Italien"}


def test_his_colleague_serves_the_state_that_is_named(read: Read) -> None:
    found = ties(read("Der italienische Präsident Paolo Bianchi und sein süd-koreanischer Kollege Min Park trafen sich."))
    assert found == {"Paolo Bianchi HOLDS_POSITION Italien", "Min Park HOLDS_POSITION Südkorea"}


def test_an_adjective_that_nobody_knows_tells_no_state(read: Read) -> None:
    found = ties(read("Der italienische Präsident Paolo Bianchi und sein nordländischer Kollege Rolf Ahrens trafen sich."))
    assert found == {"Paolo Bianchi HOLDS_POSITION Italien"}


def test_of_the_land_is_of_the_state_in_focus(read: Read) -> None:
    assert "Anton Berg HOLDS_POSITION Norwegen" in ties(read("Norwegen rüstet auf. Der Militärchef des Landes, Anton Berg, kam."))


def test_the_state_stands_in_brackets(read: Read) -> None:
    assert "Paolo Bianchi HOLDS_POSITION Norwegen" in ties(read("Außenminister Paolo Bianchi (Norwegen) kam."))
