"""docs/identity.md, from both sides: what must be one thing, and what must not."""

import unicodedata
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity import (
    address_key,
    article_key,
    claim_key,
    claim_keys,
    digest,
    entity_key,
    folded,
    page_key,
    proposition_key,
    text_hash,
)
from graph.model import Kind, Party, Span
from tests.factory import article, claim, entity, party, step
from tests.strategies import texts


def test_a_key_is_26_characters_of_base32() -> None:
    key = article_key(article())
    assert len(key) == 26
    assert set(key) <= set("abcdefghijklmnopqrstuvwxyz234567")


def test_keys_are_for_ever() -> None:
    # A change of these breaks every store: do not adapt them, find what changed.
    assert digest("a", None, "", "ä") == "tdxg7e2du2glxx53xu4mfq7cce"
    assert article_key(article()) == "lpg5yk57q3nukptqq6qa6bjjfu"
    assert entity_key(entity(), "x") == "alzlalz76qkvl6k5pmdlein2oi"
    assert claim_key(claim(), "x") == "ligrlsupoo34cen24bqssdr5bi"
    assert proposition_key(claim().proposition, "x") == "vnliuu66yg6xrm3h2eiky34trq"


@given(st.lists(st.none() | st.text(max_size=4), max_size=4), st.lists(st.none() | st.text(max_size=4), max_size=4))
def test_only_the_same_parts_have_the_same_hash(one: list[str | None], other: list[str | None]) -> None:
    def composed(parts: list[str | None]) -> list[str | None]:
        return [part if part is None else unicodedata.normalize("NFC", part) for part in parts]

    assert (digest(*one) == digest(*other)) == (composed(one) == composed(other))


def test_composed_and_decomposed_letters_are_the_same_text() -> None:
    assert article_key(article(unicodedata.normalize("NFD", "Über Züge"))) == article_key(article("Über Züge"))


@pytest.mark.parametrize(
    "other",
    [
        article(outlet="Abendbote"),
        article(outlet=None),
        article(url="https://morgenblatt.example/anders"),
        article(published=date(2024, 6, 4)),
        article(published=None),
        article(title="Anders"),
        article(title=""),
        article(title=None),
        article("Anderer Text."),
    ],
)
def test_a_change_makes_another_version(other: object) -> None:
    assert article_key(other) != article_key(article())  # type: ignore[arg-type]


def test_language_and_sample_mark_make_no_other_version() -> None:
    assert article_key(article(language="en", sample=True)) == article_key(article())


def test_an_id_counts_where_there_is_no_address() -> None:
    assert article_key(article(identifier="7")) == article_key(article(identifier="8"))
    assert article_key(article(url=None, identifier="7")) != article_key(article(url=None, identifier="8"))


def test_a_reprint_is_another_article_with_the_same_text() -> None:
    one, other = article(outlet="Morgenblatt"), article(outlet="Abendbote")
    assert article_key(one) != article_key(other)
    assert text_hash(one.text) == text_hash(other.text)


@given(texts)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


def test_spellings_of_a_name_are_one_party() -> None:
    spellings = ("Ana Çelik", "ANA ÇELIK", "Ana  Celik", unicodedata.normalize("NFD", "Ana Çelik"))
    assert len({entity_key(entity(name, "person"), "x") for name in spellings}) == 1


def test_transliterations_are_not() -> None:
    assert entity_key(entity("Selenow", "person"), "x") != entity_key(entity("Zelenov", "person"), "x")


def test_kind_and_state_tell_parties_apart() -> None:
    ministries = [entity("Innenministerium", "organisation", state=state) for state in (None, "state/arkadien", "state/utopien")]
    assert len({entity_key(each, "x") for each in (*ministries, entity("Innenministerium", "place"))}) == 4


def test_a_named_party_is_the_same_in_all_articles_whatever_its_wikidata_id() -> None:
    assert entity_key(entity(), "x") == entity_key(entity(wikidata="Q5"), "y")


def test_a_gazetteer_row_is_itself_whatever_it_is_called() -> None:
    row = entity("Arkadien", gazetteer="state/arkadien")
    assert entity_key(row, "x") == entity_key(entity("Arkadische Republik", "place", gazetteer="state/arkadien"), "y")
    assert entity_key(row, "x") != entity_key(entity("Arkadien"), "x")


def test_unnamed_parties_stay_in_their_article() -> None:
    group = entity("zwei Beamte", Kind.GROUP, local=True)
    assert entity_key(group, "x") == entity_key(replace(group, name="Zwei Beamte"), "x")
    assert entity_key(group, "x") != entity_key(group, "y")
    assert entity_key(group, "x") != entity_key(replace(group, local=False), "x")


def test_content_is_the_same_in_all_articles_but_with_unnamed_parties() -> None:
    named = claim().proposition
    unnamed = replace(named, actor=entity("zwei Beamte", Kind.GROUP, local=True))
    assert proposition_key(named, "x") == proposition_key(named, "y")
    assert proposition_key(unnamed, "x") != proposition_key(unnamed, "y")


def test_content_differs_by_relation_direction_theme_class_and_missing_parties() -> None:
    one = claim().proposition
    others = [
        replace(one, relation="SUPPORT"),
        replace(one, actor=one.recipient, recipient=one.actor),
        replace(one, theme_class=None),
        replace(one, actor=None),
        replace(one, recipient=None),
    ]
    assert len({proposition_key(each, "x") for each in (one, *others)}) == 6


def test_a_better_reading_keeps_the_permalink() -> None:
    better = claim(
        actor=party("Arkadische Marine", Span(0, 8), kind="organisation"),
        attribution=[step()],
        negated=True,
        modality="possible",
        theme="Weizen",
        theme_class="trade",
        rule="neu",
        sentence=Span(0, 97),
    )
    assert claim_key(better, "x") == claim_key(claim(), "x")


@pytest.mark.parametrize(
    "other",
    [
        claim("SUPPORT"),
        claim(evidence=Span(0, 35)),
        claim(actor=None),
        claim(actor=party("Arkadien")),
        claim(actor=party("Arkadien", Span(1, 8))),
        claim(recipient=party("Utopien", Span(0, 8)), actor=party("Arkadien", Span(29, 36))),
    ],
)
def test_other_words_are_another_claim(other: object) -> None:
    assert claim_key(other, "x") != claim_key(claim(), "x")  # type: ignore[arg-type]


def test_the_same_words_in_another_version_are_another_claim() -> None:
    assert claim_key(claim(), "x") != claim_key(claim(), "y")


def test_claims_on_the_same_words_are_told_apart_and_the_first_keeps_its_key() -> None:
    both = [claim("CONSULT", Party(entity(name), Span(74, 81)), None) for name in ("Arkadien", "Utopien")]
    keys = claim_keys((*both, claim()), "x")
    assert keys[0] == claim_key(both[0], "x")
    assert len(set(keys)) == 3
    assert keys[2] == claim_key(claim(), "x")


def test_versions_share_their_page_and_other_pages_do_not() -> None:
    first = article(url="https://blatt.example/a")
    assert page_key(first) == page_key(
        article("Neu.", title="Neu", published=date(2025, 1, 1), url="https://blatt.example/a/?utm_source=x#b")
    )
    assert page_key(first) == address_key("https://blatt.example/a#c") != page_key(article(url="https://blatt.example/a?id=2"))


def test_without_an_address_the_outlets_own_id_tells_versions() -> None:
    bare = article(url=None, identifier="7")
    assert page_key(bare) == page_key(article("Neu.", url=None, identifier="7"))
    assert page_key(bare) != page_key(article(url=None, identifier="7", outlet="Abendbote"))
    assert page_key(article(url=None)) is page_key(article(url=None, outlet=None, identifier="7")) is None


def test_a_front_page_is_no_page_of_an_article() -> None:
    assert page_key(article(url="https://blatt.example/", identifier=None)) is None
    assert page_key(article(url="https://blatt.example/?id=7")) is not None
