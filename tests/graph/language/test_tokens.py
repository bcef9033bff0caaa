"""Words and marks of a sentence: where they stand, and what they are."""

import pytest

from graph.language.tokens import Tagger


@pytest.fixture(scope="module")
def tagger() -> Tagger:
    return Tagger()


def test_every_token_is_the_text_where_it_stands(tagger: Tagger) -> None:
    text = "Am 3. Mai lieferte Oslo 1.000 Zelte, die US-Hilfe blieb aus."
    tokens = tagger.tokens(text, offset=100)
    assert [t.text for t in tokens][:6] == ["Am", "3.", "Mai", "lieferte", "Oslo", "1.000"]
    assert all(text[t.span.start - 100 : t.span.end - 100] == t.text for t in tokens)


def test_two_apostrophes_are_one_quotation_mark(tagger: Tagger) -> None:
    text = "Das meldet die Zeitung ''Fjordblick''."
    marks = [t for t in tagger.tokens(text) if t.text == '"']
    assert [t.span.of(text) for t in marks] == ["''", "''"]
    assert {t.tag for t in marks} == {"$("}


def test_names_and_acronyms_are_their_own_lemmas(tagger: Tagger) -> None:
    tokens = tagger.tokens("Norwegen verließ die UNO.")
    assert [t.lemma for t in tokens if t.text in ("Norwegen", "UNO")] == ["Norwegen", "UNO"]


def test_a_compound_with_a_hyphen_keeps_its_front(tagger: Tagger) -> None:
    assert [t.lemma for t in tagger.tokens("Die US-Sanktionen wirkten.")][1] == "US-Sanktion"
