"""Whose grievances are blamed: those of the state whose prisons they are in."""

from collections.abc import Callable

from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


def test_grievances_are_pointed_out_to_who_has_them(read: Read) -> None:
    assert "Menschenrechtler ACCUSE China" in acts(read("Menschenrechtler wiesen auf die Missstände in Chinas Gefängnissen hin."))


def test_a_sign_that_points_to_a_place_blames_nobody(read: Read) -> None:
    assert acts(read("Das Schild weist auf eine Baustelle in Norwegen hin.")) == set()


def test_whose_stance_it_is_the_words_say(read: Read) -> None:
    assert "Peru ACCUSE Chile" not in acts(read("Peru kritisierte ihre Haltung gegenüber Chile."))
