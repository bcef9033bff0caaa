"""Under which forms a name is found."""

import pytest

from graph.rdf.spellings import forms, plain, sound


@pytest.mark.parametrize(
    "one, other",
    [
        ("Görlitz", "Goerlitz"),
        ("GÖRLITZ", "gorlitz"),
        ("Straße", "Strasse"),
        ("Ærø", "aero"),
        ("Łódź", "Lodz"),
        ("İzmir", "izmir"),
    ],
)
def test_spellings_of_one_name_share_a_form(one: str, other: str) -> None:
    assert set(forms(one)) & set(forms(other))


def test_the_usual_form_comes_first() -> None:
    assert forms("Über  See")[0] == plain("Über  See") == "uber see"


@pytest.mark.parametrize(
    "one, other",
    [
        ("Selenskyj", "Zelensky"),
        ("Selenskyj", "Zelenskyy"),
        ("Peseschkian", "Pezeshkian"),
        ("Kadyrow", "Kadyrov"),
        ("Masud", "Massoud"),
        ("Lukaschenko", "Lukashenko"),
    ],
)
def test_transliterations_of_one_name_sound_the_same(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@pytest.mark.parametrize("one, other", [("Iran", "Irak"), ("Niger", "Nigeria"), ("Arkadien", "Utopien")])
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)
