"""Sentences: boundaries that German abbreviations, ordinals and quotations make hard."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.language.sentences import sentences


def cut(text: str) -> list[str]:
    return [s.span.of(text) for s in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai traf der Minister in Oslo ein.",
        "Laut Dr. Meier gilt z. B. das Abkommen weiter.",
        "Der Vertrag kostet 3,5 Mio. Euro.",
        "„Wir reden weiter.“, sagte sie.",
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert cut(text) == [text]


def test_line_ends_are_boundaries_and_spaces_are_left_out() -> None:
    assert cut("Oslo schweigt.\n\n  Rom redet. Wien hört zu. ") == ["Oslo schweigt.", "Rom redet.", "Wien hört zu."]


def test_sentences_are_counted_from_zero_in_order() -> None:
    assert [s.index for s in sentences("Eins. Zwei.\nDrei.")] == [0, 1, 2]


@given(st.text(alphabet="abÄ .!?\n„“13", max_size=80))
def test_every_letter_is_in_exactly_one_sentence(text: str) -> None:
    spans = [s.span for s in sentences(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for s in spans for i in range(s.start, s.end)}
    assert {i for i, c in enumerate(text) if not c.isspace()} <= covered


def test_a_sentence_without_end_is_read_in_parts() -> None:
    text = "Es kamen " + ", ".join(["Vertreter der Kommune"] * 400) + "."
    found = sentences(text)
    assert len(found) > 1 and max(s.span.end - s.span.start for s in found) <= 2_000
    assert "".join(s.span.of(text) for s in found).replace(" ", "") == text.replace(" ", "")
