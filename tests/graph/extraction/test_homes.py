"""Whose an office is that its own words leave open."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import ties

Read = Callable[[str], Reading]


def test_his_minister_serves_the_same_state(read: Read) -> None:
    found = ties(read("Der italienische Präsident Paolo Bianchi und sein Außenminister Carlo Neri trafen sich."))
    assert found == {"Paolo Bianchi HOLDS_POSITION Italien", "Carlo Neri HOLDS_POSITION Italien"}


def test_his_colleague_serves_the_state_that_is_named(read: Read) -> None:
    found = ties(read("Der italienische Präsident Paolo Bianchi und sein süd-koreanischer Kollege Min Park trafen sich."))
    assert found == {"Paolo Bianchi HOLDS_POSITION Italien", "Min Park HOLDS_POSITION Südkorea"}


def test_an_adjective_that_nobody_knows_tells_no_state(read: Read) -> None:
    found = ties(read("Der italienische Präsident Paolo Bianchi und sein nordländischer Kollege Rolf Ahrens trafen sich."))
    assert found == {"Paolo Bianchi HOLDS_POSITION Italien"}


def test_of_the_land_is_of_the_state_in_focus(read: Read) -> None:
    assert "Anton Berg HOLDS_POSITION Norwegen" in ties(read("Norwegen rüstet auf. Der Militärchef des Landes, Anton Berg, kam."))


def test_the_state_stands_in_brackets(read: Read) -> None:
    assert "Paolo Bianchi HOLDS_POSITION Norwegen" in ties(read("Außenminister Paolo Bianchi (Norwegen) kam."))


def test_a_successor_has_the_office_of_the_one_before(read: Read) -> None:
    silva = "Der Präsident von Peru, Alan Silva, ist gestorben."
    assert "Luis Roth HOLDS_POSITION Peru" in ties(read(f"{silva} Die Armee hat Luis Roth zu dessen Nachfolger ernannt."))
    assert "Luis Roth HOLDS_POSITION Peru" in ties(read(f"{silva} Das Parlament wählte Luis Roth zu seinem Nachfolger."))
    assert ties(read("Die Armee hat Luis Roth zu seinem Nachfolger ernannt.")) == set()


def test_a_mayor_alone_is_that_of_the_town_named_last(read: Read) -> None:
    found = ties(read("In Mombasa starben zwei Menschen. Bürgermeisterin Anna Lund kritisierte Peru."))
    assert found == {"Anna Lund HOLDS_POSITION Mombasa"}
    assert ties(read("Im Westjordanland starben zwei Menschen. Bürgermeisterin Anna Lund kritisierte Peru.")) == set()


def test_a_name_behind_the_matter_of_an_office(read: Read) -> None:
    found = ties(read("Der EU-Kommissar für Erweiterung und Nachbarschaft Stefan Roth lobte Island."))
    assert found == {"Stefan Roth HOLDS_POSITION Europäische Union"}
    assert ties(read("Der Minister für Handel und Verkehr dankte Karl Berg.")) == set()


def test_a_successor_is_not_the_one_before(read: Read) -> None:
    assert ties(read("Karl Berg wurde zum Nachfolger des UN-Generalsekretärs Kofi Annan gewählt.")) == {
        "Karl Berg HOLDS_POSITION Vereinte Nationen", "Kofi Annan HOLDS_POSITION Vereinte Nationen",
    }  # fmt: skip


def test_a_name_between_commas_is_that_of_an_office_in_the_genitive(read: Read) -> None:
    assert ties(read("Damit teilte er die Meinung des deutschen Befehlshabers vor Ort, Karl Berg.")) == {
        "Karl Berg HOLDS_POSITION Deutschland"
    }
    assert ties(read("Die Sprecherin des deutschen Ministers, Anna Lund, kritisierte Peru.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Der Bruder des Präsidenten von Peru, Karl Berg, lobte Chile.",
        "Der Sprecher für Präsident Karl Berg lobte Chile.",
        "Sie fanden die Leiche des Botschafters von Peru, Anna Lund, Jens Holm und Karl Berg.",
    ],
)
def test_names_behind_that_belong_to_others(read: Read, text: str) -> None:
    assert ties(read(text)) == set()


def test_her_deputy_is_no_mans(read: Read) -> None:
    found = ties(read("Emmanuel Macron lobte die Wahl. Die SPD wählte Karl Berg zu ihrem Stellvertreter."))
    assert "Karl Berg HOLDS_POSITION SPD" in found
