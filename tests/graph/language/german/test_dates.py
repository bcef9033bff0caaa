"""Times: what the words say, resolved against the day of publication, and unknown where it cannot be."""

from datetime import date

import pytest

from graph.language.german.dates import find_time

PUBLISHED = date(2024, 8, 6)  # a Tuesday


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("traf am 31. Juli ein", "2024-07-31"),
        ("am Mittwoch, dem 3. Januar 2001", "2001-01-03"),
        ("am 12.4.1999", "1999-04-12"),
        ("begann im Juni", "2024-06"),
        ("im Dezember", "2023-12"),
        ("Mitte Mai 2019", "2019-05"),
        ("am Freitag", "2024-08-02"),
        ("am gestrigen Montag", "2024-08-05"),
        ("gestern", "2024-08-05"),
        ("vergangene Woche", "2024-W31"),
        ("im vergangenen Jahr", "2023"),
        ("im nächsten Monat", "2024-09"),
        ("seit 2014", "2014"),
    ],
)
def test_expressions_are_resolved(text: str, value: str) -> None:
    found = find_time(text, PUBLISHED)
    assert found is not None and found.value == value


def test_a_weekday_ahead_is_the_next_one() -> None:
    found = find_time("will am Freitag reisen", PUBLISHED, future=True)
    assert found is not None and found.value == "2024-08-09"


def test_without_a_publication_date_relative_times_stay_unresolved() -> None:
    found = find_time("am Freitag", None)
    assert found is not None and (found.text, found.value) == ("am Freitag", None)


@pytest.mark.parametrize("text", ["Die Lage bleibt ruhig", "2000 Menschen kamen", "am 31. Februar 2020"])
def test_what_is_no_time_has_no_value(text: str) -> None:
    found = find_time(text, PUBLISHED)
    assert found is None or found.value is None
