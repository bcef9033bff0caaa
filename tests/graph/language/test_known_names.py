"""Words that are known to be names."""

import pytest

from graph.language.known_names import KnownNames
from graph.language.tokens import Tagger, Token

NAMES = KnownNames(
    whole=frozenset({"bhutan", "NATO"}),
    parts=frozenset({"Ahmet", "Davutoğlu"}),
    runs={"Bosnien": (("Bosnien", "und", "Herzegowina"),)},
)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def named(tagger: Tagger, text: str) -> list[str]:
    return [t.text for t in NAMES.marked(tagger.tokens(text)) if t.tag == "NE"]


def test_a_whole_name_is_one_wherever_it_stands(tagger: Tagger) -> None:
    assert named(tagger, "Bhutan unterließ es.") == ["Bhutan"]


def test_parts_of_a_name_count_only_beside_one_another(tagger: Tagger) -> None:
    assert {"Ahmet", "Davutoğlu"} <= set(named(tagger, "Norwegen lobte Ahmet Davutoğlu."))


def test_small_words_inside_a_name_belong_to_it(tagger: Tagger) -> None:
    assert {"Bosnien", "und", "Herzegowina"} <= set(named(tagger, "Bosnien und Herzegowina schwieg."))


def test_nothing_is_known_by_default(tagger: Tagger) -> None:
    tokens: tuple[Token, ...] = tagger.tokens("Die Stadt schwieg.")
    assert KnownNames().marked(tokens) == tokens
