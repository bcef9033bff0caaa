"""What somebody calls somebody's deed: bad is criticised, good is supported."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norwegen betrachtet die Entscheidung Schwedens als Fehler.",
        "Norwegen sieht in der Entscheidung Schwedens einen Fehler.",
        "Norwegen hält die Entscheidung Schwedens für unklug.",
        "Norwegen nannte die Politik Schwedens kurzsichtig.",
        "Die Politik Schwedens wird von Norwegen als ungerecht angesehen.",
        "Norwegen verglich das Vorgehen Schwedens mit dem Terror der Piraten.",
    ],
)
def test_what_is_called_bad_is_criticised(read: Read, sentence: str) -> None:
    assert acts(read(sentence)) == {"Norwegen ACCUSE Schweden"}


def test_what_is_called_good_is_supported(read: Read) -> None:
    assert acts(read("Norwegen bezeichnete die Entscheidung Schwedens als mutig.")) == {"Norwegen SUPPORT Schweden"}
    assert acts(read("Norwegen nannte den Beschluss Schwedens einen wichtigen Schritt.")) == {"Norwegen SUPPORT Schweden"}


def test_a_source_judges_with_to_be(read: Read) -> None:
    assert "Norwegen ACCUSE Schweden" in acts(read("Die Entscheidung Schwedens sei ein schwerer Fehler, sagte Norwegen."))


def test_an_evaluating_word_beside_the_judgement_judges_nothing(read: Read) -> None:
    assert acts(read("Norwegen sei ein Opfer des Terrorismus, sagte Island.")) == set()
    assert acts(read("Norwegen bezeichnete Schweden als Opfer der Aggression.")) == set()
