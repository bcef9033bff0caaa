"""Who is behind a deed that a noun tells, by what the clause says of it."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Die Huthi sind für den Anschlag auf die Botschaft verantwortlich.", "Huthi ASSAULT Botschaft"),
        ("Die Huthi waren an dem Angriff auf Schweden beteiligt.", "Huthi ASSAULT Schweden"),
        ("Die Huthi beteiligten sich an dem Angriff auf Schweden.", "Huthi ASSAULT Schweden"),
        ("Hinter dem Angriff auf Schweden stecken die Huthi.", "Huthi ASSAULT Schweden"),
        ("Die Huthi waren in den Überfall auf Schweden verwickelt.", "Huthi ASSAULT Schweden"),
        ("Den Rebellen gelang die Eroberung von Aleppo.", "Rebellen ASSAULT Aleppo"),
    ],
)
def test_who_answers_for_a_deed_did_it(read: Read, text: str, told: str) -> None:
    assert acts(read(text)) == {told}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norwegen war am Angriff der Huthi auf Schweden beteiligt.", {"Huthi ASSAULT Schweden", "Norwegen ASSAULT Schweden"}),
        ("Norwegen steht hinter der Forderung Perus.", {"Peru REQUEST -", "Norwegen SUPPORT Peru"}),
        ("Den Rebellen misslang die Eroberung von Aleppo.", set()),
    ],
)
def test_who_takes_part_or_fails_takes_nobodys_place(read: Read, text: str, told: set[str]) -> None:
    assert {act for act in acts(read(text)) if not act.startswith("- ")} == told


def test_who_passes_for_the_doer_has_not_done_it(read: Read) -> None:
    assert "Huthi ASSAULT Botschaft" not in acts(read("Die Huthi gelten als verantwortlich für den Anschlag auf die Botschaft."))


def test_having_had_no_part_in_it_is_told_as_that(read: Read) -> None:
    assert acts(read("Die Huthi waren an dem Angriff auf Schweden nicht beteiligt.")) == {"Huthi ASSAULT Schweden (not)"}
    assert acts(read("Die Huthi waren möglicherweise an dem Angriff auf Schweden beteiligt.")) == {
        "Huthi ASSAULT Schweden (possible)"
    }


def test_to_call_somebody_answerable_is_to_accuse(read: Read) -> None:
    assert acts(read("Norwegen sagte, die Huthi seien für den Angriff auf Schweden verantwortlich.")) == {
        "Norwegen ACCUSE Huthi", "Huthi ASSAULT Schweden (Norwegen asserts)",
    }  # fmt: skip
    assert acts(read("Nach Ansicht Norwegens ist Schweden für die Krise verantwortlich.")) == {"Norwegen ACCUSE Schweden"}


def test_who_answers_for_an_office_has_done_nothing(read: Read) -> None:
    assert acts(read("Norwegen sagte, Schweden sei für den Haushalt verantwortlich.")) == set()
    assert "Norwegen AID" not in str(acts(read("Norwegen ist für die Ausbildung der peruanischen Armee verantwortlich.")))


def test_reproaches_spoken_of_again_are_those_of_who_made_them(read: Read) -> None:
    text = "Norwegen kritisierte Schweden scharf. Die Vorwürfe richten sich auch gegen Finnland."
    assert acts(read(text)) == {"Norwegen ACCUSE Schweden", "Norwegen ACCUSE Finnland"}
    own = "Norwegen kritisierte Schweden scharf. Die Vorwürfe richten sich gegen Norwegen."
    assert "Norwegen ACCUSE Norwegen" not in acts(read(own))
