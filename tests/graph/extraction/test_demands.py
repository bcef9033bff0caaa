"""Demands told by a modal: in reported speech, after somebody's will, to who is told so."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_what_somebody_wills_is_demanded(read: Read) -> None:
    assert "NATO REQUEST Norwegen" in acts(read("Nach dem Willen der NATO soll Norwegen das Abkommen unterzeichnen."))


def test_who_is_told_what_must_change_is_asked(read: Read) -> None:
    assert "Norwegen REQUEST Island" in acts(read("Norwegen schrieb Island, dass die Fangquoten geändert werden müssten."))


def test_who_says_we_should_asks_nobody(read: Read) -> None:
    told = acts(read("„Wir sollten daran denken“, sagte der norwegische Außenminister."))
    assert not any("REQUEST" in act for act in told)
