from datetime import date

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from graph.errors import StoreError
from graph.model import Span
from graph.rdf.sheet import Facts, Lines, Sheet, Value, term

A, P, WHERE = NamedNode("http://a.example/a"), NamedNode("http://a.example/p"), NamedNode("http://a.example/g")
plain = st.characters(exclude_categories=["Cs"])
confidences = st.integers(0, 10_000).map(lambda n: n / 10_000)


@pytest.mark.parametrize(
    ("value", "text", "kind"),
    [
        (True, "true", "boolean"),
        (3, "3", "integer"),
        (0.5, "0.5", "decimal"),
        (1.0, "1", "decimal"),
        (1e-7, "0.0000001", "decimal"),
        (date(2024, 6, 3), "2024-06-03", "date"),
        ("3", "3", "string"),
    ],
)
def test_each_value_has_its_literal(value: Value, text: str, kind: str) -> None:
    assert value is not None
    found = term(value)
    assert isinstance(found, pyoxigraph.Literal)
    assert (found.value, found.datatype.value) == (text, f"http://www.w3.org/2001/XMLSchema#{kind}")


@given(st.one_of(st.text(plain), st.booleans(), st.integers(-(2**60), 2**60), confidences, st.dates()))
def test_the_engine_gives_back_what_was_written(value: Value) -> None:
    sheet = Sheet(WHERE)
    sheet.say(A, P, value)
    store = pyoxigraph.Store()
    store.extend(sheet.quads)
    assert list(store) == sheet.quads


_values = st.one_of(st.text(plain), st.booleans(), st.integers(-(2**60), 2**60), confidences, st.dates(), st.just(P), st.none())


@given(st.lists(_values))
def test_lines_say_what_quads_say(values: list[Value]) -> None:
    sheet, lines = Sheet(WHERE), Lines(WHERE)
    for value in values:
        sheet.say(A, P, value)
        lines.say(A, P, value)
    assert list(pyoxigraph.parse(lines.told(), pyoxigraph.RdfFormat.N_QUADS)) == sheet.quads


def test_what_no_text_has_cannot_be_told() -> None:
    lines = Lines(WHERE)
    lines.say(A, P, "\ud800")
    with pytest.raises(UnicodeError):
        lines.told()


@given(st.floats(0, 1))
def test_a_share_comes_back_to_the_last_digit(share: float) -> None:
    sheet = Sheet(WHERE)
    sheet.say(A, P, share)
    assert float(Facts(sheet.quads).needed(A, P)) == share


def test_nothing_is_not_written() -> None:
    sheet = Sheet(WHERE)
    sheet.say(A, P, None)
    assert sheet.quads == []
    with pytest.raises(StoreError, match=r"a\.example/a has no http://a\.example/p"):
        Facts(sheet.quads).needed(A, P)


def test_a_selector_gives_its_span() -> None:
    sheet = Sheet(WHERE)
    assert Facts(()).span(A) is None
    assert Facts(()).span(None) is None
    sheet.select(A, Span(3, 7))
    assert Facts(sheet.quads).span(A) == Span(3, 7)


def test_a_number_that_is_none_is_named() -> None:
    sheet = Sheet(WHERE)
    sheet.say(A, P, "drei")
    with pytest.raises(StoreError, match="is no number: drei"):
        Facts(sheet.quads).number(A, P)
