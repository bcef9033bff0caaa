"""Who owns up to a deed, or denies a part in it: the deed once more, on his own word."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]
TOLD = "In Oslo sind drei Soldaten getötet worden. "


@pytest.mark.parametrize(
    "owned", ["Die Taliban bekannten sich zu der Tat.", "Die Taliban übernahmen die Verantwortung für den Anschlag."]
)
def test_who_owns_up_to_a_deed_did_it_on_his_own_word(read: Read, owned: str) -> None:
    assert "Taliban ASSAULT drei Soldaten (Taliban asserts)" in acts(read(TOLD + owned))


@pytest.mark.parametrize(
    "denied",
    [
        "Die Taliban bestritten jede Beteiligung.",
        "Die Taliban wiesen jede Verantwortung für den Anschlag zurück.",
        "Die Taliban bestreiten, an dem Anschlag beteiligt gewesen zu sein.",
        "Die Taliban bestreiten, etwas damit zu tun zu haben.",
    ],
)
def test_who_denies_a_part_in_a_deed_denies_to_have_done_it(read: Read, denied: str) -> None:
    found = acts(read(TOLD + denied))
    assert "Taliban ASSAULT drei Soldaten (Taliban denies)" in found
    assert "- ASSAULT drei Soldaten (Taliban denies)" not in found


def test_a_deed_that_names_whom_it_struck_tells_itself(read: Read) -> None:
    found = acts(read(TOLD + "Die Taliban übernahmen die Verantwortung für den Anschlag auf Oslo."))
    assert not any("drei Soldaten (Taliban" in told for told in found)


def test_who_is_known_not_to_have_done_it_denies_nothing(read: Read) -> None:
    found = acts(read("Norwegen hat Schweden angegriffen. Dänemark bestritt jede Beteiligung."))
    assert found == {"Norwegen ASSAULT Schweden"}


def test_an_incident_is_what_was_told_before(read: Read) -> None:
    found = acts(read("Norwegen hat Schweden angegriffen. Dänemark bestätigte den Vorfall."))
    assert found == {"Norwegen ASSAULT Schweden", "Norwegen ASSAULT Schweden (Dänemark confirms)"}


@pytest.mark.parametrize(
    ("told", "stance"),
    [
        ("Norwegen hat Schweden angegriffen, was Dänemark bestätigte.", "confirms"),
        ("Norwegen hat Schweden angegriffen, was Dänemark bestreitet.", "denies"),
        ("Norwegen hat Schweden angegriffen; Dänemark bestreitet dies.", "denies"),
        ("Norwegen hat Schweden angegriffen – das berichtet Dänemark.", "asserts"),
    ],
)
def test_a_sentence_may_judge_what_it_has_just_told(read: Read, told: str, stance: str) -> None:
    assert acts(read(told)) == {"Norwegen ASSAULT Schweden", f"Norwegen ASSAULT Schweden (Dänemark {stance})"}
