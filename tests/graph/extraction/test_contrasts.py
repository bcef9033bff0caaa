"""What "nicht nur" and "sondern" do: both are meant, or one instead of the other."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text", ["Peru griff nicht nur Chile an, sondern auch Kuba.", "Peru griff nicht nur Chile, sondern auch Kuba an."]
)
def test_not_only_one_but_also_another_are_both(read: Read, text: str) -> None:
    assert acts(read(text)) == {"Peru ASSAULT Chile", "Peru ASSAULT Kuba"}


def test_not_only_denies_nothing(read: Read) -> None:
    assert acts(read("Norwegen liefert nicht nur Waffen an die Ukraine.")) == {"Norwegen AID Ukraine"}


def test_one_instead_of_another_denies_the_first(read: Read) -> None:
    assert acts(read("Peru griff nicht Chile, sondern Kuba an.")) == {"Peru ASSAULT Chile (not)", "Peru ASSAULT Kuba"}
