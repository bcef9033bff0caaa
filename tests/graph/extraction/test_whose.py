"""Whose a deed is that is judged, refused or asked for, and whose an act told by a noun."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norwegen lehnte den von Peru vorgeschlagenen Einsatz der UNO ab.", "Norwegen REJECT Peru"),
        ("Merkel plädierte für eine Erweiterung der Befugnisse der NATO.", "Angela Merkel SUPPORT NATO"),
        ("Norwegen drängt auf den Rücktritt der Regierung Perus.", "Norwegen REQUEST peruanische Regierung"),
        ("Der Rücktritt Putins wurde von Norwegen gefordert.", "Norwegen REQUEST Wladimir Putin"),
        ("Norwegen lehnte ein Angebot aus Peru ab.", "Norwegen REJECT Peru"),
        ("Der Beschluss der EU verpflichtet Peru, Geld zu zahlen.", "Europäische Union REQUEST Peru"),
    ],
)
def test_a_deed_stands_for_whose_it_is(read: Read, text: str, expected: str) -> None:
    assert expected in acts(read(text))


def test_who_leaves_a_land_does_not_act_for_it(read: Read) -> None:
    assert "Norwegen SUPPORT Syrien" not in acts(read("Norwegen begrüßte den Rückzug aus Syrien."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin schwieg bei seiner Verhaftung.", "- COERCE Wladimir Putin"),
        ("Putin wurde wegen seiner Kritik an Norwegen gelobt.", "Wladimir Putin ACCUSE Norwegen"),
        ("Merkel kritisierte Putin wegen seiner Verhandlungen mit der Hamas.", "Wladimir Putin CONSULT Hamas"),
        ("Russland, dessen Angriffe auf Peru andauern, schweigt.", "Russland ASSAULT Peru"),
        ("Ziel der Hamas ist der Sturz der Regierung Perus.", "Hamas ASSAULT peruanische Regierung (intended)"),
    ],
)
def test_a_noun_has_its_owner_from_the_words_around_it(read: Read, text: str, expected: str) -> None:
    assert expected in acts(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Proteste richten sich gegen die NATO.", "- PROTEST NATO"),
        ("Die Kritik Norwegens richtet sich an Peru.", "Norwegen ACCUSE Peru"),
        ("An der Entscheidung der EU gab es Kritik.", "- ACCUSE Europäische Union"),
        ("Die EU erntete Kritik von Russland.", "Russland ACCUSE Europäische Union"),
        ("Merkel hat die Unterstützung Norwegens.", "Norwegen SUPPORT Angela Merkel"),
        ("Peru schloss sich der Kritik an Norwegen an.", "Peru ACCUSE Norwegen"),
        ("Putin gehört zu den schärfsten Kritikern der NATO.", "Wladimir Putin ACCUSE NATO"),
    ],
)
def test_the_other_side_of_a_noun_may_stand_elsewhere_in_its_clause(read: Read, text: str, expected: str) -> None:
    assert expected in acts(read(text))


def test_an_infinitive_on_a_noun_is_done_by_whose_noun_it_is(read: Read) -> None:
    told = acts(read("Das Thema entsprang dem Versuch Perus, Verhandlungen mit Norwegen zu führen."))
    assert any(act.startswith("Peru CONSULT Norwegen") for act in told)


@pytest.mark.parametrize("text", ["Merkel hofft, dass Russland nachgibt.", "Es wird erwartet, dass Putin antritt."])
def test_hopes_and_expectations_ask_nobody(read: Read, text: str) -> None:
    assert not any("REQUEST" in act for act in acts(read(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Peru, die EU und die USA kritisieren Putin.",
        "Peru, die Europäische Union, Norwegen und die USA haben Putin kritisiert.",
    ],
)
def test_a_list_before_the_verb_is_no_relative_clause(read: Read, text: str) -> None:
    assert {"Peru ACCUSE Wladimir Putin", "Europäische Union ACCUSE Wladimir Putin", "USA ACCUSE Wladimir Putin"} <= acts(
        read(text)
    )


def test_of_two_armies_between_whom_there_is_fighting_both_are_named(read: Read) -> None:
    assert acts(read("Es kam zu Gefechten zwischen der Armee und den Rebellen.")) == {"Armee ASSAULT Rebellen"}


def test_an_office_behind_another_noun_is_the_subject(read: Read) -> None:
    told = acts(read("Zuletzt hatte im Mai der norwegische Präsident Anton Berg um Hilfe gebeten."))
    assert "Anton Berg REQUEST -" in told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("China kritisierte das Treffen mit Norwegen.", {"China ACCUSE -"}),
        ("China kritisierte das Treffen in Genf.", {"China ACCUSE -"}),
        ("China verurteilte die Proteste in Lima.", {"China ACCUSE -"}),
        ("China verurteilte das Attentat in Lima.", {"China ACCUSE -", "- ASSAULT Lima"}),
        ("China kritisierte die Lage der Menschenrechte in Peru.", {"China ACCUSE Peru"}),
    ],
)
def test_nobody_is_blamed_for_what_is_done_on_his_soil_or_with_him(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


def test_whose_work_something_is_called(read: Read) -> None:
    assert acts(read("Anna Lund bezeichnete den Prozess als Inszenierung von Präsident Karl Berg.")) == {
        "Anna Lund ACCUSE Karl Berg"
    }
