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
