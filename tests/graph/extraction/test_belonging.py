"""What belongs to whom."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import ties

Read = Callable[[str], Reading]

BELONGING = [
    ("Das Kosovo steht unter Verwaltung der Vereinten Nationen.", "Kosovo PART_OF Vereinte Nationen"),
    ("Die Krim geriet unter russische Kontrolle.", "Krim PART_OF Russland"),
    ("Die spanische Region Katalonien lehnt das ab.", "Katalonien PART_OF Spanien"),
    ("Spezialeinheiten der Polizei stürmten das Haus.", "Spezialeinheiten der Polizei PART_OF Polizei"),
    ("Soldaten der UN-Mission UNIFIL kamen.", "UNIFIL PART_OF Vereinte Nationen"),
    ("Petrona, eine Tochter von Gazprom, kaufte das.", "Petrona PART_OF Gazprom"),
    ("Die Eingliederung der Krim in Russland folgte.", "Krim PART_OF Russland"),
    ("Südossetien ist ein Teil Georgiens.", "Südossetien PART_OF Georgien"),
    ("Die EU-Mission (EUFOR) ist dort.", "EUFOR PART_OF Europäische Union"),
    ("Das meldete das Belgrader Staatsfernsehen.", "Belgrader Staatsfernsehen PART_OF Serbien"),
]


@pytest.mark.parametrize(("text", "tie"), BELONGING)
def test_words_say_that_something_belongs_to_somebody(read: Read, text: str, tie: str) -> None:
    assert tie in ties(read(text))


def test_citizens_embassies_and_leadership_are_no_organs(read: Read) -> None:
    assert ties(read("Die Rede war von norwegischen Staatsbürgern.")) == set()
    assert ties(read("Die norwegische Botschaft in Rom schwieg.")) == set()
    assert ties(read("Truppen unter Führung Norwegens kamen.")) == set()
    assert ties(read("UN-Inspektoren der IAEA (NAHB) kamen.")) == set()


def test_a_party_in_brackets_is_no_part_of_the_parliament(read: Read) -> None:
    found = ties(read("Der Vorsitzende des Bundestags-Innenausschusses, Paolo Bianchi (SPD), kam."))
    assert "SPD PART_OF Bundestag" not in found
