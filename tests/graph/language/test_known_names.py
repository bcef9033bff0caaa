"""Words that are known to be names."""

import pytest

from graph.language.given_names import GivenNames
from graph.language.known_names import KnownNames
from graph.language.tokens import Tagger, Token

NAMES = KnownNames(
    whole=frozenset({"bhutan", "NATO"}),
    parts=frozenset({"Ahmet", "Davutoğlu"}),
    runs={"Bosnien": (("Bosnien", "und", "Herzegowina"),)},
    surnames=frozenset({"Steinlanz"}),
    given=GivenNames(frozenset({"Olli", "Kemal", "Gabriel"})),
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


def test_given_name_and_surname_are_names_whatever_the_tagger_thinks(tagger: Tagger) -> None:
    assert {"Olli", "Rehn", "Kemal", "Bedri"} <= set(named(tagger, "Kemal Bedri lobte Olli Rehn."))


def test_a_place_behind_a_given_name_stays_a_whole_name(tagger: Tagger) -> None:
    marked = NAMES.marked(tagger.tokens("Gestern kritisierte Gabriel Bhutan."))
    assert [t.text for t in marked if t.whole] == ["Bhutan"]


def test_who_acts_on_a_surname_is_no_part_of_it(tagger: Tagger) -> None:
    marked = NAMES.marked(tagger.tokens("Gestern wurde Gabriel von Steinlanz empfangen."))
    assert next(t.tag for t in marked if t.text == "von") == "APPR"


def test_nothing_is_known_by_default(tagger: Tagger) -> None:
    tokens: tuple[Token, ...] = tagger.tokens("Die Stadt schwieg.")
    assert KnownNames().marked(tokens) == tokens
