"""Names of the gazetteer that mean something else in an article."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_a_capital_spoken_of_as_a_land_is_no_government_later_on(read: Read) -> None:
    told = acts(read("Das Land Berlin klagte. Berlin kritisierte Peru."))
    assert "Berlin ACCUSE Peru" in told


def test_a_capital_alone_is_the_government(read: Read) -> None:
    assert acts(read("Berlin kritisierte Peru.")) == {"Deutschland ACCUSE Peru"}


def test_a_middle_name_may_be_what_somebody_is_called(read: Read) -> None:
    told = acts(read("Adolfo Kolbez Esquival sprach. Kolbez kritisierte Peru."))
    assert "Adolfo Kolbez Esquival ACCUSE Peru" in told
