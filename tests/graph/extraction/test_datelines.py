"""A place in front of a text says where it was written, and acts in nothing."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "dateline",
    ["Lima – ", "Lima/Quito – ", "Sankt Pölten - ", "Lima (bna) – ", "Lima (BNA) ", "Lima- ", "Addis Abeba/Bujumbura – "],
)
def test_whatever_its_form_it_belongs_to_no_clause(read: Read, dateline: str) -> None:
    assert acts(read(f"{dateline}Die Armee Norwegens hat Schweden angegriffen.")) == {"norwegische Armee ASSAULT Schweden"}


def test_behind_a_headline_too(read: Read) -> None:
    found = acts(read("Neuer Streit im Norden.\nLima – Norwegen hat Schweden gewarnt, Dänemark kritisierte Island."))
    assert found == {"Dänemark ACCUSE Island"}


def test_what_stands_between_two_dashes_is_none(read: Read) -> None:
    assert "Norwegen ASSAULT Schweden" in acts(read("Norwegen – Nachbar Finnlands – griff Schweden an."))


def test_a_name_in_front_of_a_colon_does_not_act_behind_it(read: Read) -> None:
    assert acts(read("Oslo: Stockholm plant einen Angriff auf Dänemark.")) == {"Schweden ASSAULT Dänemark (intended)"}
