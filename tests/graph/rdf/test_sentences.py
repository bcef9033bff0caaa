"""Finding claims by the words of their sentences."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import StoreError, UsageError
from graph.rdf.sentences import LONGEST, MOST_TERMS, Line, Sentences, expression
from graph.rdf.spellings import searchable

LINES = {
    "a": [
        Line("a1", 1, "2024-06-03", "Größere Übungen der Flotte vor Görlitz, sagte ein US-Präsident."),
        Line("a2", 2, "2024-06-03", "Arkadien liefert Getreide."),
    ],
    "b": [Line("b1", 1, "2024-06-05", "Getreide liefert Arkadien nicht, sagte der Präsident.")],
    "c": [Line("c1", 1, "", "Ein Schiff voller Getreide aus Arkadien.")],
}


@pytest.fixture
def sentences(tmp_path: Path) -> Sentences:
    found = Sentences(tmp_path / "sentences.sqlite")
    found.put(LINES.items(), 1)
    return found


@pytest.mark.parametrize(
    "typed, claims",
    [
        ("Getreide", ["b1", "a2", "c1"]),  # newest first, without a date last
        ("getreide ARKADIEN", ["b1", "a2", "c1"]),
        ('"liefert Getreide"', ["a2"]),
        ('"liefert getreide', ["a2"]),
        ("Getreide -liefert", ["c1"]),
        ('Getreide -"liefert Getreide"', ["b1", "c1"]),
        ("Getr", []),
        ("Getr*", ["b1", "a2", "c1"]),
        ("groessere", ["a1"]),
        ("grossere", ["a1"]),
        ("GRÖSSERE uebung*", ["a1"]),
        ("Goerlitz", ["a1"]),
        ("gor*", ["a1"]),
        ("goe*", ["a1"]),
        ("US-Präsident", ["a1"]),
        ("präsident", ["b1", "a1"]),
        ("Frieden", []),
    ],
)
def test_claims_are_found_by(sentences: Sentences, typed: str, claims: list[str]) -> None:
    assert list(sentences.search(typed).claims) == claims


@pytest.mark.parametrize("typed", ["", " ", '"', "*", "-", "-Getreide", "(", "- -", '""', "…"])
def test_without_a_word_nothing_is_found(sentences: Sentences, typed: str) -> None:
    assert sentences.search(typed).total == 0


def test_pages_hold_what_the_total_says(sentences: Sentences) -> None:
    pages = [sentences.search("Getreide", 1, offset) for offset in range(4)]
    assert [page.claims for page in pages] == [("b1",), ("a2",), ("c1",), ()]
    assert {page.total for page in pages} == {3}


@given(st.text(max_size=LONGEST))
def test_anything_may_be_typed(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    file = Path(tmp_path_factory.getbasetemp()) / "anything.sqlite"
    sentences = Sentences(file)
    if not file.exists():
        sentences.put(LINES.items(), 1)
    try:
        assert len(sentences.search(typed).claims) <= 4
    except UsageError as error:
        assert str(MOST_TERMS) in str(error)


def test_limits_are_named() -> None:
    with pytest.raises(UsageError, match="300 characters"):
        expression("a" * (LONGEST + 1))
    with pytest.raises(UsageError, match="20 words"):
        expression("a " * (MOST_TERMS + 1))


@given(st.text(alphabet="abeouäöüßAEU é", min_size=1), st.integers(min_value=1))
def test_a_beginning_stays_a_beginning(word: str, length: int) -> None:
    whole, beginning = searchable(word), searchable(word[:length])
    assert whole.startswith(beginning)


def test_what_changed_and_what_is_gone(sentences: Sentences) -> None:
    sentences.put([("a", [Line("a3", 1, "2024-06-03", "Utopien schweigt.")]), ("b", [])], 2)
    assert sentences.search("Getreide").claims == ("c1",)
    assert sentences.search("schweigt").claims == ("a3",)
    assert sentences.revision() == 2
    fresh = sentences.anew()
    fresh.put("c", LINES["c"])
    assert sentences.search("schweigt").total == 1, "others have those of before"
    fresh.keep(3)
    assert sentences.search("Utopien").total == 0
    assert sentences.search("Schiff").total == 1


def test_what_is_indexed_early_is_there_once_and_so_is_what_comes_after(sentences: Sentences) -> None:
    fresh = sentences.anew()
    fresh.put("c", LINES["c"])
    fresh.index()
    fresh.put("a", LINES["a"])
    fresh.keep(2)
    assert sentences.search("Schiff").total == sentences.search("Flotte").total == 1


def test_what_was_never_indexed_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="depesche rebuild"):
        Sentences(tmp_path / "none.sqlite").search("Getreide")
