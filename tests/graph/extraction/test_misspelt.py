"""Adjectives of states with a wrong letter."""

from collections.abc import Callable

import pytest

from graph.extraction.gazetteer import Gazetteer
from graph.extraction.misspelt import state_meant
from graph.model import Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("iraniche", "state/iran"),
        ("franzöische", "state/frankreich"),
        ("österreichsche", "state/oesterreich"),
        ("amerikansischen", "state/usa"),
        ("norwegsiche", "state/norwegen"),
        ("irdische", None),  # a word of its own
        ("irakanische", None),
        ("chemische", None),
    ],
)
def test_one_wrong_letter_is_forgiven(word: str, state: str | None) -> None:
    assert state_meant(Gazetteer.load(), word) == state


def test_a_body_keeps_its_state_for_all_its_letters(read: Read) -> None:
    assert "iranische Regierung ACCUSE Peru" in acts(read("Die iraniche Regierung kritisierte Peru."))
