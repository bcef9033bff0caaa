"""Nouns left out behind a number."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_a_number_counts_those_named_before(read: Read) -> None:
    found = acts(read("Bei dem Angriff wurden 20 Soldaten getötet und 40 verletzt."))
    assert found == {"- ASSAULT 20 Soldaten", "- ASSAULT 40 Soldaten"}


def test_one_more_is_not_the_one_before(read: Read) -> None:
    found = acts(read("Bei dem Angriff wurde eine Person getötet und eine weitere verletzt."))
    assert "- ASSAULT eine weitere Person" in found


def test_a_number_with_a_noun_is_no_gap(read: Read) -> None:
    found = acts(read("Bei dem Angriff wurden 20 Soldaten getötet und 40 Zivilisten verletzt."))
    assert found == {"- ASSAULT 20 Soldaten", "- ASSAULT 40 Zivilisten"}


def test_a_year_counts_nobody(read: Read) -> None:
    told = read("Es heißt, dass zwei Rebellen Peru angriffen und Island bereits 2006 verlassen haben.").claims
    assert all(c.recipient is None or "2006" not in c.recipient.entity.name for c in told)
