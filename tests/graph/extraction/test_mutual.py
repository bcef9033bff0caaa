"""Several who act on each other, and those who do not."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_two_who_sign_are_each_others_other_side(read: Read) -> None:
    assert acts(read("Norwegen und Peru schlossen ein Bündnis.")) == {"Norwegen AGREE Peru"}


def test_each_of_three_takes_part(read: Read) -> None:
    assert acts(read("Norwegen, Peru und Kuba schlossen ein Militärbündnis.")) == {
        "Norwegen AGREE -",
        "Peru AGREE -",
        "Kuba AGREE -",
    }


@pytest.mark.parametrize(
    "text", ["Norwegen oder Peru unterzeichneten den Vertrag.", "Weder Norwegen noch Peru schlossen ein Bündnis."]
)
def test_one_or_the_other_does_nothing_with_the_other(read: Read, text: str) -> None:
    assert acts(read(text)) == set()


def test_those_who_mediate_do_so_for_others(read: Read) -> None:
    assert "Norwegen CONSULT Peru" not in acts(read("Norwegen und Peru vermitteln in dem Konflikt."))
