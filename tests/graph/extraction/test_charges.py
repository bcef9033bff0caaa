"""What somebody is charged with is a deed of the accused, on the accuser's word."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegen wirft dem Sudan die Lieferung von Waffen an die Huthi vor.",
        "Norwegen beschuldigt den Sudan der Lieferung von Waffen an die Huthi.",
        "Dem Sudan wird von Norwegen die Lieferung von Waffen an die Huthi vorgeworfen.",
    ],
)
def test_the_accused_is_said_to_have_done_what_the_charge_tells(read: Read, text: str) -> None:
    assert acts(read(text)) == {"Norwegen ACCUSE Sudan", "Sudan AID Huthi (Norwegen alleges)"}


def test_whom_the_deed_was_done_to_is_not_taken_for_its_doer(read: Read) -> None:
    assert "Sudan SUPPORT Huthi (- alleges)" in acts(read("Dem Sudan wird die Unterstützung der Huthi vorgeworfen."))


def test_what_is_no_charge_stays_as_it_is_told(read: Read) -> None:
    assert acts(read("Norwegen verurteilt die Lieferung von Waffen an die Huthi durch Schweden.")) >= {"Schweden AID Huthi"}
