"""Who is praised or blamed for a deed: whoever did it, and never whom it was done to."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize("verb", ["lobte", "begrüßte", "verteidigte"])
@pytest.mark.parametrize("deed", ["den Kampf gegen Schweden", "den Widerstand gegen Schweden", "die Gewalt gegen Schweden"])
def test_who_praises_a_fight_does_not_support_its_target(read: Read, verb: str, deed: str) -> None:
    assert "Norwegen SUPPORT Schweden" not in acts(read(f"Norwegen {verb} {deed}."))


@pytest.mark.parametrize("deed", ["die Sanktionen gegen Schweden", "die Gewalt gegen Schweden", "die Hilfe für Schweden"])
def test_who_blames_a_deed_does_not_blame_whom_it_was_meant_for(read: Read, deed: str) -> None:
    found = acts(read(f"Norwegen kritisierte {deed}."))
    assert "Norwegen ACCUSE -" in found and "Norwegen ACCUSE Schweden" not in found


def test_whose_deed_it_is_the_words_tell(read: Read) -> None:
    assert "Norwegen ACCUSE Peru" in acts(read("Norwegen kritisierte die Haltung Perus gegenüber Schweden."))
    assert "Norwegen ACCUSE Peru" in acts(read("Norwegen kritisierte die peruanische Hilfe für Schweden."))


@pytest.mark.parametrize("step", ["den Schritt", "die Maßnahme", "das Vorgehen", "die Entscheidung"])
def test_a_step_is_that_of_whoever_acted_last(read: Read, step: str) -> None:
    found = acts(read(f"Peru wies drei schwedische Diplomaten aus. Norwegen verurteilte {step}."))
    assert "Norwegen ACCUSE Peru" in found


def test_one_s_own_step_is_not_meant(read: Read) -> None:
    found = acts(read("Peru wies drei schwedische Diplomaten aus. Peru verteidigte den Schritt."))
    assert found == {"Peru SANCTION drei schwedische Diplomaten"}


def test_who_turns_sanctions_down_neither_tells_nor_denies_them_again(read: Read) -> None:
    found = acts(read("Peru verhängte Sanktionen gegen Schweden. Norwegen lehnte die neuen Sanktionen ab."))
    assert found == {"Peru SANCTION Schweden", "Norwegen REJECT Peru"}


def test_a_judgement_behind_what_it_judges_is_of_its_subject(read: Read) -> None:
    assert acts(read("Schweden verletze die Rechte der Samen, kritisierte Norwegen.")) >= {"Norwegen ACCUSE Schweden"}


@pytest.mark.parametrize("word", ["ungerechtfertigt", "inakzeptabel"])
def test_a_word_with_un_judges_and_is_no_verb(read: Read, word: str) -> None:
    found = acts(read(f"Peru wies drei Diplomaten aus. Norwegen nannte die Ausweisung {word}."))
    assert "Norwegen ACCUSE Peru" in found


@pytest.mark.parametrize("charge", ["Rebellen mit Waffen zu versorgen", "dass es Rebellen mit Waffen versorge"])
def test_what_is_denied_behind_a_charge_is_the_deed(read: Read, charge: str) -> None:
    found = acts(read(f"Norwegen wirft Peru vor, {charge}, was Lima bestreitet."))
    denied = "Peru AID Rebellen (Peru denies)"
    assert found == {"Norwegen ACCUSE Peru", "Peru AID Rebellen (Norwegen alleges)", denied}


def test_whom_an_act_is_toward_is_not_its_theme(read: Read) -> None:
    (claim,) = read("Norwegen kritisierte Peru.").claims
    assert claim.theme is None


def test_who_shall_act_is_asked(read: Read) -> None:
    assert acts(read("Norwegen fordert einen stärkeren Schutz durch die NATO.")) == {"Norwegen REQUEST NATO"}


def test_what_seems_so_to_a_source_is_asserted_by_it(read: Read) -> None:
    assert acts(read("Peru hat offenbar Schweden angegriffen, sagte Olof Lind.")) == {"Peru ASSAULT Schweden (Olof Lind asserts)"}
