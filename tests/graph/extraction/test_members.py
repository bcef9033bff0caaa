"""Some of those who suffer, counted out behind them."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_those_counted_out_suffer_too(read: Read) -> None:
    found = acts(read("Die Rebellen töteten zwölf Menschen, darunter drei Soldaten."))
    assert found == {"Rebellen ASSAULT zwölf Menschen", "Rebellen ASSAULT drei Soldaten"}
    assert "- ASSAULT drei Soldaten" in acts(read("Zwölf Menschen, unter ihnen drei Soldaten, wurden entführt."))


def test_those_counted_out_of_who_acts_act_too(read: Read) -> None:
    found = acts(read("Zehn Staaten, darunter Norwegen, bombardierten Schweden."))
    assert found == {"zehn Staaten ASSAULT Schweden", "Norwegen ASSAULT Schweden"}
    found = acts(read("Zuvor hatten mehrere Staaten, darunter auch Norwegen, den Plan Islands abgelehnt."))
    assert found == {"mehrere Staaten REJECT Island", "Norwegen REJECT Island"}
