"""Overlaps: what shares characters with a span, whatever lies within what."""

from hypothesis import given
from hypothesis import strategies as st

from graph.extraction.overlaps import Overlaps
from graph.model import Span

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 30))


@given(st.lists(spans), spans)
def test_it_finds_what_looking_at_each_finds(among: list[Span], span: Span) -> None:
    ordered = sorted(among)
    assert Overlaps(ordered).of(span) == [i for i, other in enumerate(ordered) if other.overlaps(span)]


def test_what_lies_within_another_is_found_beside_it() -> None:
    quotation, within, after = Span(0, 40), Span(5, 9), Span(41, 50)
    assert Overlaps([quotation, within, after]).of(Span(30, 45)) == [0, 2]
