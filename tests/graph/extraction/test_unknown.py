"""Bare names that no gazetteer has."""

from collections.abc import Callable

import pytest

from graph.model import Kind, Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Kostrow wurde von der Polizei verhaftet.", "Polizei COERCE Kostrow"),
        ("Malinow kritisierte Norwegen.", "Malinow ACCUSE Norwegen"),
        ("Dulmar, einer der Anführer, wurde von Soldaten getötet.", "Soldaten ASSAULT Dulmar"),
    ],
)
def test_of_whom_is_told_what_persons_do_or_suffer_is_a_person(read: Read, text: str, claim: str) -> None:
    reading = read(text)
    parties = [p.entity for c in reading.claims for p in (c.actor, c.recipient) if p is not None]
    assert claim in acts(reading)
    assert {e.kind for e in parties if e.name in ("Kostrow", "Malinow", "Dulmar")} == {Kind.PERSON}


def test_a_name_of_which_anything_may_be_told_is_nobody(read: Read) -> None:
    assert acts(read("Tarnuk erinnerte an Norwegen. Tarnuk lag am Meer.")) == set()


@pytest.mark.parametrize("name", ["Ahmed al-Kolbadi", "Juan de la Kolba", "Mahmoud abu Kolb", "José Luis Kolba y Torres"])
def test_small_words_stand_within_names(read: Read, name: str) -> None:
    assert acts(read(f"{name} kritisierte Peru.")) == {f"{name} ACCUSE Peru"}


def test_a_surname_is_known_again_with_and_without_its_article(read: Read) -> None:
    told = acts(read("Ahmed al-Kolbadi sprach. Al-Kolbadi kritisierte Peru. Kolbadi bedrohte Island."))
    assert {"Ahmed al-Kolbadi ACCUSE Peru", "Ahmed al-Kolbadi THREATEN Island"} <= told


def test_a_rank_is_no_given_name(read: Read) -> None:
    assert acts(read("General Soleimani kritisierte Peru.")) == {"Kassem Soleimani ACCUSE Peru"}


def test_a_given_name_tells_a_person_from_the_body_of_that_name(read: Read) -> None:
    text = "Hussein al Huthi, ein ehemaliger Abgeordneter, sprach. Er kritisierte Peru. Dann hat al Huthi dem Iran gedroht."
    told = acts(read(text + " Die Huthi kritisierten Island."))
    assert {"Hussein al Huthi ACCUSE Peru", "Hussein al Huthi THREATEN Iran", "Huthi ACCUSE Island"} <= told
