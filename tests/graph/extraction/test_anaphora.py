"""Pronouns in the singular for somebody unnamed."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_she_may_be_a_spokeswoman(read: Read) -> None:
    assert "Armeesprecherin THREATEN Island" in acts(read("Eine Armeesprecherin sprach in Oslo. Sie drohte Island."))


def test_she_is_no_spokesman(read: Read) -> None:
    assert acts(read("Ein Sprecher sprach in Oslo. Sie drohte Island.")) == set()


def test_a_family_is_she(read: Read) -> None:
    told = acts(read("Die Familie fuhr nach Norden. Danach wurde sie von Bewaffneten entführt."))
    assert "Bewaffnete ASSAULT Familie" in {line.partition(" (")[0] for line in told}


def test_a_person_named_goes_on_before_a_group_in_the_plural(read: Read) -> None:
    told = acts(read("Präsident Paul Kern traf zwei Soldaten. Er kritisierte Norwegen."))
    assert "Paul Kern ACCUSE Norwegen" in told
