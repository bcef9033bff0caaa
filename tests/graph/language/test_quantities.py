"""Amounts in sentences: digits and words, German and English, how sure they are, and what is counted."""

from pathlib import Path

import pytest

from graph.errors import DataFileError
from graph.language.amount_words import amount_words
from graph.language.quantities import quantities


def told(sentence: str, language: str = "de") -> list[tuple[object, ...]]:
    return [(q.low, q.high, q.bound, q.kind) for q in quantities(sentence, language)]


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("Mindestens zwölf Menschen wurden getötet.", [(12, 12, "at-least", "killed")]),
        ("20 Menschen starben, 30 weitere wurden verletzt.", [(20, 20, "exact", "killed"), (30, 30, "exact", "injured")]),
        ("22 Zivilisten und 2 Polizisten wurden getötet.", [(22, 22, "exact", "killed"), (2, 2, "exact", "killed")]),
        ("Bei dem Angriff seien rund 1.500 Zivilisten verletzt worden.", [(1500, 1500, "about", "injured")]),
        ("Zwischen 20 und 30 Soldaten kamen ums Leben.", [(20, 30, "between", "killed")]),
        ("Sie zahlten drei bis vier Millionen Euro.", [(3_000_000, 4_000_000, "between", "euro")]),
        ("Bis zu 2,5 Milliarden Dollar sind zugesagt.", [(2_500_000_000, 2_500_000_000, "at-most", "dollar")]),
        ("Hunderte Menschen flohen.", [(200, 999, "about", "displaced")]),
        ("Mehrere hundert Verletzte, Dutzende Tote.", [(200, 999, "about", "injured"), (24, 119, "about", "killed")]),
        ("Ein halbes Dutzend Raketen und zwei Dutzend Panzer.", [(6, 6, "exact", "rakete"), (24, 24, "exact", "panzer")]),
        ("Zweihundertfünfzig britische Soldaten wurden verlegt.", [(250, 250, "exact", "soldat")]),
        ("2000 Soldaten blieben.", [(2000, 2000, "exact", "soldat")]),
    ],
)
def test_german_amounts(sentence: str, amounts: list[tuple[object, ...]]) -> None:
    assert told(sentence) == amounts


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        (
            "At least twenty-three people were killed and 40 wounded.",
            [(23, 23, "at-least", "killed"), (40, 40, "exact", "injured")],
        ),
        ("They sent $2.5 million in aid.", [(2_500_000, 2_500_000, "exact", "dollar")]),
        ("Tens of thousands of people fled.", [(20_000, 99_999, "about", "displaced")]),
        ("Between 20 and 30 soldiers died.", [(20, 30, "between", "killed")]),
        ("Nearly 1,200 residents stayed.", [(1200, 1200, "about", "resident")]),
    ],
)
def test_english_amounts(sentence: str, amounts: list[tuple[object, ...]]) -> None:
    assert told(sentence, "en") == amounts


@pytest.mark.parametrize(
    "sentence",
    [
        "Am 3. Mai 2004 traf er um 12.30 Uhr ein.",
        "Im Jahr 2004 Präsident, im ersten Wahlgang gewählt.",
        "Die 20-jährige Boeing 747 landete nach drei Stunden.",
        "Ein Minister sprach.",
        "Artikel 5 Satz 2",
    ],
)
def test_what_is_no_amount_is_passed_over(sentence: str) -> None:
    assert [each for each in told(sentence) if each[3] != "satz"] == []


def test_where_an_amount_stands_is_known() -> None:
    (amount,) = quantities("Es habe 3 Tote bei einem Unfall gegeben.", "de")

    assert (amount.text, amount.unit) == ("3 Tote", "Tote")


def test_a_file_without_the_words_is_refused(tmp_path: Path) -> None:
    (tmp_path / "quantities.toml").write_text('[en.bounds]\nat-least = "over"\n')
    with pytest.raises(DataFileError, match=r"quantities\.toml"):
        amount_words("en", tmp_path / "quantities.toml")
