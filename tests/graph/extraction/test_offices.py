"""Offices of cities, and whom a word in apposition or a city's adjective belongs to."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts, ties

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("words", "city"),
    [
        ("Der Pariser Bürgermeister Jean Kolbac", "Paris"),
        ("Der Berliner Bürgermeister Jean Kolbac", "Berlin"),
        ("Der Kiewer Bürgermeister Jean Kolbac", "Kiew"),
        ("Der Bürgermeister von Paris, Jean Kolbac,", "Paris"),
    ],
)
def test_a_mayor_is_that_of_a_city(read: Read, words: str, city: str) -> None:
    reading = read(f"{words} kritisierte Peru.")
    assert acts(reading) == {"Jean Kolbac ACCUSE Peru"}
    assert {line.partition(" (")[0] for line in ties(reading)} == {f"Jean Kolbac HOLDS_POSITION {city}"}


def test_what_is_offered_to_somebody_behind_a_name_is_no_office_held_there(read: Read) -> None:
    assert not any("Opposition" in line for line in ties(read("Dort bot Präsident Jens Kolb der Opposition Gespräche an.")))


def test_a_name_between_commas_behind_all_that_tells_of_the_office(read: Read) -> None:
    told = acts(read("Der Sprecher der Partei im Bundestag, Jens Kolb, kritisierte Peru."))
    assert "Jens Kolb ACCUSE Peru" in told


def test_a_federal_president_is_that_of_the_state_he_is_known_to_have_served(read: Read) -> None:
    reading = read("Bundespräsident Thomas Klestil lobte die Armee.")
    assert {line.partition(" (")[0] for line in ties(reading)} == {"Thomas Klestil HOLDS_POSITION Österreich"}


def test_brackets_before_the_name_do_not_hide_it(read: Read) -> None:
    told = acts(read("Der Präsident der größten Fraktion KLB (Kolbische Partei), Jens Kolb, kritisierte Peru."))
    assert "Jens Kolb ACCUSE Peru" in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Gouverneur von Texas kritisierte Peru.", "Gouverneur von Texas ACCUSE Peru"),
        ("Ein Berater von Olaf Berg kritisierte Chile. Peru lobte Berg.", "Peru SUPPORT Olaf Berg"),
    ],
)
def test_an_unnamed_holder_is_called_by_whose_the_office_is(read: Read, text: str, expected: str) -> None:
    assert expected in acts(read(text))
