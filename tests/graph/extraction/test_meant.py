"""Persons and states that are meant by what they are: "die beiden Minister", "der 53-Jährige", "der Verbündete Peru"."""

from collections.abc import Callable

import pytest

from graph.model import Reading

from .conftest import acts, ties

Read = Callable[[str], Reading]
MET = "Der norwegische Außenminister Jan Berg traf den schwedischen Außenminister Olof Lind."


def test_both_ministers_are_the_two_persons_named_last(read: Read) -> None:
    assert "Jan Berg CONSULT Olof Lind" in acts(read(f"{MET} Die beiden Minister berieten über Peru."))


def test_one_of_them_may_stand_in_the_same_sentence(read: Read) -> None:
    text = "Außenminister Jan Berg lobte Peru. Nach dem Treffen mit Olof Lind setzten beide Politiker ihre Beratungen fort."
    found = acts(read(text))
    assert "Jan Berg CONSULT Olof Lind" in found


@pytest.mark.parametrize("called", ["Die SPD-Politikerin", "Die 53-Jährige", "Die Ministerin"])
def test_a_woman_is_meant_by_her_party_or_age(read: Read, called: str) -> None:
    found = acts(read(f"Christine Berg besuchte Peru. {called} kritisierte Schweden."))
    assert "Christine Berg ACCUSE Schweden" in found


def test_a_man_is_not_meant_by_a_word_for_a_woman(read: Read) -> None:
    found = acts(read("Paul Berg besuchte Peru. Die SPD-Politikerin kritisierte Schweden."))
    assert found == {"Paul Berg CONSULT Peru", "SPD-Politikerin ACCUSE Schweden"}


AGED = [
    ("Die Polizei nahm den 38-Jährigen fest.", "Polizei COERCE 38-Jährige"),
    ("Ein 38-Jähriger griff Merkel an.", "38-Jähriger ASSAULT Angela Merkel"),
    ("Merkel forderte den 38-Jährigen auf, Peru zu verlassen.", "Angela Merkel REQUEST 38-Jährige"),
    ("Norwegen verhaftete den heute 53-Jährigen.", "Norwegen COERCE 53-Jährige"),
]


@pytest.mark.parametrize(("text", "told"), AGED)
def test_who_is_known_by_nothing_but_an_age_is_a_party(read: Read, text: str, told: str) -> None:
    assert told in acts(read(text))


@pytest.mark.parametrize("role", ["Der Verbündete Peru", "Der Erzfeind Peru", "Das NATO-Mitglied Peru", "Der Partner Peru"])
def test_what_a_state_is_may_stand_in_front_of_its_name(read: Read, role: str) -> None:
    assert acts(read(f"{role} griff Schweden an.")) == {"Peru ASSAULT Schweden"}


def test_the_capital_of_a_state_is_where_one_visits_it(read: Read) -> None:
    assert acts(read("Jan Berg ist in der peruanischen Hauptstadt zu Besuch.")) == {"Jan Berg CONSULT Peru"}


def test_who_was_named_in_full_is_meant_by_the_surname_and_not_somebody_better_known(read: Read) -> None:
    found = acts(read("Der Arzt Paul Merkel wurde in Peru verhaftet. Norwegen forderte die Freilassung Merkels."))
    assert found == {"Peru COERCE Paul Merkel", "Norwegen REQUEST -", "Peru RETREAT Paul Merkel (intended)"}


@pytest.mark.parametrize("name", ["Grunzbeck", "Lambrecht"])
def test_a_name_in_front_of_the_verb_that_no_dictionary_has_acts(read: Read, name: str) -> None:
    assert f"Anna {name} ACCUSE Schweden" in acts(read(f"Anna {name} kam nach Oslo. {name} kritisierte Schweden."))


def test_papers_act_in_nothing(read: Read) -> None:
    found = acts(read("Die Ermittler fanden Unterlagen. Außerdem eroberten sie ein Dorf."))
    assert found == {"Ermittler ASSAULT Dorf"}


def test_a_known_person_s_office_is_that_of_the_own_state(read: Read) -> None:
    found = ties(read("Der Libanon und noch einmal der Libanon. Machthaber Baschar al-Assad schwieg."))
    assert found == {"Baschar al-Assad HOLDS_POSITION Syrien"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Milizen griffen eine ältere Frau an.", "ältere Frau"),
        ("Milizen griffen ein improvisiertes Lager an.", "improvisiertes Lager"),
        ("Milizen töteten eine 38-jährige Israelin.", "38-jährige Israelin"),
        ("Milizen töteten schwer verletzte Soldaten.", "schwer verletzte Soldaten"),
    ],
)
def test_unnamed_ones_agree_in_gender(read: Read, text: str, name: str) -> None:
    assert acts(read(text)) == {f"Milizen ASSAULT {name}"}


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Rebellen rückten auf Aleppo vor. Am Dienstag eroberten sie die Stadt.", "Aleppo"),
        ("In Homs wurde gekämpft. Rebellen rückten auf Aleppo vor und eroberten die Stadt.", "Aleppo"),
        ("Norwegen verlegte Truppen nach Helmand. Rebellen beschossen die Provinz.", "Helmand"),
    ],
)
def test_the_town_is_the_one_named_last(read: Read, text: str, struck: str) -> None:
    assert f"Rebellen ASSAULT {struck}" in acts(read(text))


def test_towns_in_the_plural_are_others(read: Read) -> None:
    assert not any("Aleppo" in act for act in acts(read("Rebellen zogen an Aleppo vorbei. Norwegen beschoss die Städte.")))
