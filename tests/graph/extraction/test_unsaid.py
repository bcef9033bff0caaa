"""What a passive leaves unsaid: names that could be its subject, and those of whom some are told."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin werden Verbrechen vorgeworfen.", "- ACCUSE Wladimir Putin"),
        ("Norwegen werden von Peru Verstöße vorgeworfen.", "Peru ACCUSE Norwegen"),
        ("Gestern wurde Merkel mit dem Tod gedroht.", "- THREATEN Angela Merkel"),
        ("Peru wurden Waffen geliefert.", "- AID Peru"),
    ],
)
def test_a_name_may_be_the_dative_of_a_passive(read: Read, text: str, expected: str) -> None:
    assert acts(read(text)) == {expected}


def test_who_is_put_under_a_law_is_not_accused(read: Read) -> None:
    assert acts(read("Die Soldaten werden dem Militärrecht unterstellt.")) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Truppen Perus eroberten die Stadt Lima. Viele von ihnen wurden erschossen.", "- ASSAULT Truppen Perus"),
        ("Die Studenten protestierten. Zwei von ihnen wurden verhaftet.", "- COERCE Studenten"),
        ("Von den Flüchtlingen wurden viele von Milizen verhaftet.", "Milizen COERCE Flüchtlinge"),
        ("Einer der Männer wurde von Soldaten getötet.", "Soldaten ASSAULT Männer"),
    ],
)
def test_those_of_whom_some_suffer_do_it_to_nobody(read: Read, text: str, expected: str) -> None:
    assert expected in acts(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Von Seiten der Regierung Perus wurde Norwegen kritisiert.", "peruanische Regierung ACCUSE Norwegen"),
        ("Von norwegischer Seite wurde Peru kritisiert.", "Norwegen ACCUSE Peru"),
    ],
)
def test_a_side_stands_for_whose_it_is(read: Read, text: str, expected: str) -> None:
    assert expected in acts(read(text))


def test_the_killed_of_an_attribute_were_killed_by_whom_was_told(read: Read) -> None:
    told = acts(read("Rebellen entführten den Sanitäter Paul Kern. Der entführte Paul Kern meldete sich gestern."))
    assert told == {"Rebellen ASSAULT Paul Kern"}
    assert acts(read("Der entführte Sanitäter Paul Kern meldete sich gestern.")) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ausländischen Reportern ist die Einreise untersagt.", "- COERCE ausländische Reporter"),
        ("Der Türkei waren Versprechen gemacht worden.", "- AGREE Türkei"),
        ("Der Zeitung zufolge sei Anna Lund das Amt angeboten worden.", "- AGREE Anna Lund (Zeitung asserts)"),
        ("Den Demonstranten wurde mit Gewalt gedroht.", "- THREATEN Demonstranten"),
    ],
)
def test_to_whom_it_is_done_stands_in_the_dative(read: Read, text: str, expected: str) -> None:
    assert acts(read(text)) == {expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In einem Bericht der UNO wird Peru kritisiert.", "Vereinte Nationen ACCUSE Peru"),
        ("Peru wurde in einem Brief der Opposition aufgefordert, abzurüsten.", "Opposition REQUEST Peru"),
        ("In einer Resolution des Sicherheitsrats wurde Peru aufgefordert, abzurüsten.", "UN-Sicherheitsrat REQUEST Peru"),
        ("In einem Zug der Bahn wurde Peru kritisiert.", "- ACCUSE Peru"),
    ],
)
def test_what_is_done_on_paper_those_do_whose_it_is(read: Read, text: str, expected: str) -> None:
    assert expected in acts(read(text))
