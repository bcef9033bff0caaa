"""Whose a proposal or resolution is that is spoken of again."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_a_proposal_spoken_of_again_is_whose_it_was(read: Read) -> None:
    told = acts(read("Der Vorschlag Norwegens liegt seit Montag vor. Island begrüßte den Vorstoß."))
    assert "Island SUPPORT Norwegen" in told


def test_a_law_belongs_to_who_passed_it(read: Read) -> None:
    assert "Island ACCUSE Norwegen" in acts(read("Norwegen verabschiedete ein Gesetz. Island kritisierte das Gesetz."))


def test_another_kind_of_deed_is_not_meant(read: Read) -> None:
    assert "Island SUPPORT Norwegen" not in acts(read("Der Vorschlag Norwegens liegt vor. Island begrüßte das Urteil."))


def test_what_says_itself_whose_it_is_needs_no_memory(read: Read) -> None:
    told = acts(read("Der Vorschlag Norwegens liegt vor. Island lehnte den Plan Schwedens ab."))
    assert told == {"Island REJECT Schweden"}
