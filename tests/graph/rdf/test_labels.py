"""Finding parties by what somebody types."""

from pathlib import Path

import pytest

from graph.model import Kind
from graph.rdf.labels import Label, Labels

PARTIES = (
    Label("a", "Arkadien", Kind.STATE, 40, "Q1", ("Republik Arkadien", "Arcadia")),
    Label("b", "arkadische Marine", Kind.ORGANISATION, 3),
    Label("c", "Göldenstadt", Kind.PLACE, 7),
    Label("d", "Ana Schewtschuk", Kind.PERSON, 9),
    Label("e", "東京", Kind.PLACE, 2),
    Label("f", "Bund der Arkadier", Kind.ORGANISATION, 90),
)


@pytest.fixture
def labels(tmp_path: Path) -> Labels:
    found = Labels(tmp_path / "labels.sqlite")
    found.put({label.key: label for label in PARTIES}, 1)
    return found


@pytest.mark.parametrize(
    "typed, key",
    [
        ("Arkadien", "a"),
        ("arcadia", "a"),
        ("rep arka", "a"),
        ("göld", "c"),
        ("Goeldenstadt", "c"),
        ("goldenstadt", "c"),
        ("denstad", "c"),
        ("Shevchuk", "d"),
        ("Schewtchuk", "d"),
        ("東", "e"),
        ("東京", "e"),
        ("Göldnstadt", "c"),
        ("Arkadein", "a"),
    ],
)
def test_a_party_is_found_by(labels: Labels, typed: str, key: str) -> None:
    assert labels.search(typed)[0].key == key


def test_whole_names_come_before_beginnings_and_these_before_pieces(labels: Labels) -> None:
    assert [hit.key for hit in labels.search("arkadi")] == ["a", "b", "f"]
    assert [hit.score for hit in labels.search("arkadien")] == [5]


def test_among_equals_the_one_with_more_claims_comes_first(labels: Labels) -> None:
    labels.put({"z": Label("z", "Arkadienbund", Kind.ORGANISATION, 50)}, 2)
    assert [hit.key for hit in labels.search("arkad")][:2] == ["z", "a"]


def test_only_the_kinds_asked_for_and_not_more_than_asked_for(labels: Labels) -> None:
    assert {hit.key for hit in labels.search("arkad", kinds=[Kind.ORGANISATION])} == {"b", "f"}
    assert len(labels.search("a", limit=2)) == 2


@pytest.mark.parametrize(
    "typed", ["", " ", '"', "*", "(", 'a" OR "b', "NEAR(a b)", "%", "_", "\0", "a" * 5000, "-", "form:arkadien"]
)
def test_anything_may_be_typed(labels: Labels, typed: str) -> None:
    assert isinstance(labels.search(typed), tuple)


def test_changed_and_forgotten_names_are_found_so(labels: Labels) -> None:
    labels.put({"a": Label("a", "Neu-Arkadien", Kind.STATE, 1), "c": None}, 2)
    assert labels.search("Arcadia") == ()
    assert labels.search("Neu-Arkadien")[0].key == "a"
    assert labels.search("Göldenstadt") == ()
    assert labels.get("c") is None
    assert labels.revision() == 2


def test_writing_anew_forgets_all_others(labels: Labels) -> None:
    labels.put_all([PARTIES[2]], 3)
    assert labels.get("a") is None
    assert labels.search("Arkadien") == ()
    assert labels.search("gold")[0].key == "c"
