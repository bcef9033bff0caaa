"""Persons in a sentence by their given names."""

import pytest

from graph.language.given_names import GivenNames
from graph.language.tokens import Tagger

COMMON = frozenset({"Olli", "Toby", "Kemal", "Michael", "Friedbert", "Anna", "Lena", "Angela", "Rita", "Robert", "Paul", "Karim"})
OTHERS = frozenset({"Alexander", "Antonio", "Carlo", "Carlos", "Peter", "Georg", "Joseph", "Baschar", "Wladimir"})
WORDS = frozenset({"Will", "Mark", "Rose"})
GIVEN = GivenNames(COMMON | OTHERS | WORDS, doubtful=WORDS)


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def persons(tagger: Tagger, text: str) -> list[str]:
    tokens = tagger.tokens(text)
    return [" ".join(tokens[i].text for i in run) for run in GIVEN.persons(tokens)]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Gestern schwieg Olli Rehn.", "Olli Rehn"),
        ("Kemal Bedri lobte den Plan.", "Kemal Bedri"),
        ("Der Plan gefiel Anna-Lena Lanzer.", "Anna-Lena Lanzer"),
        ("Es kam Peter Georg Lanzer.", "Peter Georg Lanzer"),
        ("Es kam Paul B. Lanzer.", "Paul B. Lanzer"),
        ("Der Prinz Karim bin Salaman schwieg.", "Karim bin Salaman"),
        ("Es kam Alexander van der Bellen, ein Gast.", "Alexander van der Bellen"),
        ("Der Herrscher Baschar al-Assad schwieg.", "Baschar al-Assad"),
        ("Es kam Karim von Hohenlanz.", "Karim von Hohenlanz"),
    ],
)
def test_what_follows_a_given_name_is_the_surname(tagger: Tagger, text: str, named: str) -> None:
    assert persons(tagger, text) == [named]


def test_a_noun_is_a_surname_where_no_object_can_stand(tagger: Tagger) -> None:
    assert persons(tagger, "Der Chef lobte Produktionschef Michael Macht.") == ["Michael Macht"]
    assert persons(tagger, "Michael Macht lobte den Plan.") == ["Michael Macht"]
    assert persons(tagger, "Gestern sagte Friedbert Pflüger den Termin ab.") == ["Friedbert Pflüger"]
    assert persons(tagger, "Gestern lobte Michael Macht, der Chef, den Plan.") == ["Michael Macht"]


@pytest.mark.parametrize(
    "text",
    [
        "Gestern bat Angela Journalisten um Geduld.",
        "Gestern hatte Rita Kurs auf die Küste genommen.",
        "Gestern versprach Wladimir Waffenlieferungen.",
        "Annas Freund lobte den Plan.",
        "Am Abend kamen Carlos Freunde.",
        "Gestern wurde Angela von Polizisten befreit.",
        "Gestern lobte Peter Georg von der IG Metall den Plan.",
        "Das Robert Koch-Institut warnte.",
        "Gestern siegten die San Antonio Spurs.",
        "Gestern kam Joseph Kardinal zu Besuch.",
        "Gestern schrieb Angela ZDF und WDR an.",
    ],
)
def test_other_words_behind_a_given_name_are_none(tagger: Tagger, text: str) -> None:
    assert all(" " not in name or name == "Peter Georg" for name in persons(tagger, text))


def test_doubtful_names_count_before_words_that_no_dictionary_has(tagger: Tagger) -> None:
    assert persons(tagger, "Gestern kam Mark Lanzer.") == ["Mark Lanzer"]
    assert persons(tagger, "Gestern kostete es eine Mark Zinsen.") == []
    assert persons(tagger, "Die Rose Lanzers blühte.") == []
    assert persons(tagger, "Will Lanzer zurücktreten?") == []
