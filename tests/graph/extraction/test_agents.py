"""Who acts in a passive: not whoever stands behind "von" beside another noun."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Zwei Soldaten wurden von Rebellen getötet.", "Rebellen ASSAULT zwei Soldaten"),
        ("Bei dem Angriff wurden zwei Soldaten von Rebellen getötet.", "Rebellen ASSAULT zwei Soldaten"),
        ("Drei Ärzte wurden nach einem Angriff auf ein Dorf von der Armee verhaftet.", "Armee COERCE drei Ärzte"),
    ],
)
def test_who_is_named_behind_von_acts(read: Read, text: str, claim: str) -> None:
    assert claim in acts(read(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Kurz vor dem Besuch von Präsident Jan Berg in Peru wurden drei Ärzte freigelassen.",
            {"- RETREAT drei Ärzte", "Jan Berg CONSULT Peru"},
        ),
        ("Der Arzt wurde in der überwiegend von Samen bewohnten Provinz verhaftet.", {"- COERCE Arzt"}),
        ("In Peru wurde ein Arzt mit Verbindungen zu den Attentätern von Oslo festgenommen.", {"Peru COERCE Arzt"}),
    ],
)
def test_who_belongs_to_another_noun_does_not(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


def test_an_earlier_attack_was_that_of_others(read: Read) -> None:
    found = acts(read("Zwei Männer sind nach einer Messerattacke auf eine Soldatin von der Armee erschossen worden."))
    assert found == {"Armee ASSAULT zwei Männer", "- ASSAULT Soldatin"}


@pytest.mark.parametrize("fight", ["Kämpfen der Armee gegen Rebellen", "Gefechten der Armee mit Rebellen"])
def test_in_a_fight_of_two_nobody_tells_who_killed(read: Read, fight: str) -> None:
    assert "- ASSAULT 30 Menschen" in acts(read(f"Bei {fight} wurden 30 Menschen getötet."))


def test_a_visit_is_paid_to_whoever_acts_meanwhile(read: Read) -> None:
    found = acts(read("Jan Berg hat bei einem Besuch seines schwedischen Kollegen Olof Lind die Samen gelobt."))
    assert "Olof Lind CONSULT Jan Berg" in found


@pytest.mark.parametrize("when", ["Während des Besuchs", "Am Rande des Besuchs", "Nach dem Besuch"])
def test_who_visits_is_named_with_the_visit(read: Read, when: str) -> None:
    found = acts(read(f"{when} von Präsident Jan Berg in Peru lobte Olof Lind die Samen."))
    assert "Jan Berg CONSULT Peru" in found and "Olof Lind CONSULT Peru" not in found


@pytest.mark.parametrize("noun", ["Versuch", "Plan"])
def test_an_attempt_is_that_of_its_genitive_also_behind_a_day(read: Read, noun: str) -> None:
    found = acts(read(f"Ein {noun} Norwegens am Montag, Schweden anzugreifen, wurde von Peru vereitelt."))
    assert "Norwegen ASSAULT Schweden (intended)" in found


def test_a_second_infinitive_has_the_same_doer(read: Read) -> None:
    found = acts(read("Norwegen wirft Peru vor, die Rebellen mit Waffen zu versorgen und Truppen einzusetzen."))
    assert found >= {"Peru AID Rebellen (Norwegen alleges)", "Peru MOBILIZE - (Norwegen alleges)"}


def test_deren_is_whoever_was_named_last_but_not_as_subject(read: Read) -> None:
    found = acts(read("Norwegen verurteilte die Huthi und deren Angriffe auf Schweden."))
    assert found == {"Norwegen ACCUSE Huthi", "Huthi ASSAULT Schweden"}


def test_who_attacks_and_destroys_whose_camp_does_both(read: Read) -> None:
    found = acts(read("Soldaten haben mehrere Rebellen getötet und deren Lager zerstört."))
    assert found == {"Soldaten ASSAULT mehrere Rebellen", "Soldaten ASSAULT Lager"}
