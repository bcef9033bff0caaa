"""Inflected forms: enough to be found in running text, none that means another thing."""

import pytest

from graph.extraction.inflection import adjective_forms, demonym_forms, name_forms, title_forms


@pytest.mark.parametrize(
    ("base", "form"),
    [("Iran", "Irans"), ("Vereinte Nationen", "Vereinten Nationen"), ("Weißes Haus", "Weißen Hauses"), ("Laos", "Laos'")],
)
def test_names_take_the_genitive_and_their_adjectives_every_case(base: str, form: str) -> None:
    assert form in set(name_forms(base))


def test_a_name_does_not_become_a_demonym() -> None:
    assert "Iraner" not in set(name_forms("Iran"))


def test_adjectives_from_cities_do_not_change() -> None:
    assert list(adjective_forms("Teheraner")) == ["Teheraner"]
    assert "iranischem" in set(adjective_forms("iranisch"))


@pytest.mark.parametrize(
    ("base", "form"), [("Russe", "Russen"), ("Iraner", "Iranern"), ("Britin", "Britinnen"), ("Gesandter", "Gesandten")]
)
def test_demonyms_decline(base: str, form: str) -> None:
    assert form in set(demonym_forms(base))


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("Minister", "Ministers"),
        ("Präsident", "Präsidenten"),
        ("Vorsitzender", "Vorsitzende"),
        ("Hoher Vertreter", "Hohen Vertreters"),
    ],
)
def test_titles_decline(base: str, form: str) -> None:
    assert form in set(title_forms(base))
