"""Times with ends, and which of several times is the one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.edtf import days
from graph.language.german.dates import Calendar
from graph.language.german.periods import find_time

PUBLISHED = date(2024, 8, 6)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seit 2014", "2014/.."),
        ("seit drei Tagen", "2024-08-03/.."),
        ("seit einem halben Jahr", "2024-02/.."),
        ("ab Juni", "2024-06/.."),
        ("bis zum 10. Juni 1999", "../1999-06-10"),
        ("bis zum 30. Oktober", "../2024-10-30"),
        ("bis zum 30. Mai", "../2024-05-30"),
        ("von 1992 bis 1995", "1992/1995"),
        ("hat seit 2014 Sanktionen verhängt", "2014/.."),
        ("hat 2014 Sanktionen verhängt", "2014"),
        ("am 10. und 11. Juli", "2024-07-10/2024-07-11"),
        ("am Montag und Dienstag", "2024-08-05/2024-08-06"),
        ("in den nächsten zwei bis drei Jahren", "2024/2027"),
    ],
)
def test_ends_are_told_apart(text: str, value: str) -> None:
    found = find_time(text, Calendar(PUBLISHED))
    assert found is not None and found.value == value


def test_the_more_telling_of_two_times_counts() -> None:
    found = find_time("forderte am 3. Juli, was seit Tagen erwartet war", Calendar(PUBLISHED))
    assert found is not None and (found.text, found.value) == ("am 3. Juli", "2024-07-03")


def test_the_later_end_brings_the_earlier_one_along() -> None:
    text = "zwischen 2014 und 2016 beschossen"
    found = find_time(text, Calendar(PUBLISHED), near=len(text))
    assert found is not None and found.value == "2014/2016"


def test_a_length_without_a_number_has_words_and_no_value() -> None:
    found = find_time("seit Tagen", Calendar(PUBLISHED))
    assert found is not None and (found.text, found.value) == ("seit Tagen", None)


@given(
    st.sampled_from(["am Freitag", "seit Mai", "bis März", "am Wochenende", "vor zwei Wochen", "am 3. und 4. Juni", "im Mai"]),
    st.dates(date(1950, 1, 1), date(2100, 1, 1)),
    st.booleans(),
)
def test_every_value_is_a_time(text: str, published: date, ahead: bool) -> None:
    found = find_time(text, Calendar(published, ahead))
    assert found is not None and found.value is not None
    days(found.value)
