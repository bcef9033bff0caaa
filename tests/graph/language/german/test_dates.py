"""Single times: what the words say, resolved against the day of publication, and unknown where it cannot be."""

from datetime import date

import pytest

from graph.language.german.counting import shifted_by
from graph.language.german.dates import Calendar, points

PUBLISHED = date(2024, 8, 6)  # a Tuesday


def value(text: str, calendar: Calendar) -> str | None:
    found = points(text, calendar)
    return found[0].value if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("traf am 31. Juli ein", "2024-07-31"),
        ("am Mittwoch, dem 3. Januar 2001", "2001-01-03"),
        ("am 12.4.1999", "1999-04-12"),
        ("begann im Juni", "2024-06"),
        ("im Dezember", "2023-12"),
        ("am 20. November", "2023-11-20"),
        ("Mitte Mai 2019", "2019-05"),
        ("am Freitag", "2024-08-02"),
        ("am vergangenen Dienstag", "2024-07-30"),
        ("am gestrigen Montag", "2024-08-05"),
        ("gestern", "2024-08-05"),
        ("am Wochenende", "2024-08-03/2024-08-04"),
        ("in der Nacht zum Samstag", "2024-08-02/2024-08-03"),
        ("vergangene Woche", "2024-W31"),
        ("im vergangenen Jahr", "2023"),
        ("im nächsten Monat", "2024-09"),
        ("vor zwei Jahren", "2022"),
        ("vor rund zwei Jahren", "2022~"),
        ("zum Jahresende", "2024-12"),
        ("trat 1998 bei", "1998"),
        ("von Januar bis Juni dieses Jahres", "2024-01/2024-06"),
        ("von März bis Mai 2019", "2019-03/2019-05"),
        ("dem heute 77-jährigen Autor im Jahr 1979", "1979"),
    ],
)
def test_expressions_are_resolved(text: str, expected: str) -> None:
    assert value(text, Calendar(PUBLISHED)) == expected


def test_a_weekday_ahead_is_the_next_one() -> None:
    assert value("will am Freitag reisen", Calendar(PUBLISHED, ahead=True)) == "2024-08-09"


def test_an_evening_is_that_of_the_day_told_last() -> None:
    assert value("am Abend", Calendar(PUBLISHED, told=date(2024, 8, 1))) == "2024-08-01"
    assert value("zwei Tage später", Calendar(PUBLISHED, told=date(2024, 8, 1))) == "2024-08-03"
    assert value("am Abend", Calendar(PUBLISHED)) == "2024-08-06"
    assert value("am Morgen des folgenden Tages", Calendar(PUBLISHED, told=date(2024, 8, 1))) == "2024-08-02"
    assert value("am folgenden Tag", Calendar(PUBLISHED)) is None


def test_without_a_publication_date_relative_times_stay_unresolved() -> None:
    assert [p.value for p in points("am Freitag", Calendar(None))] == [None]


@pytest.mark.parametrize("text", ["Die Lage bleibt ruhig", "2000 Menschen kamen", "am 31. Februar 2020", "1980 Panzer"])
def test_what_is_no_time_has_no_value(text: str) -> None:
    assert value(text, Calendar(PUBLISHED)) is None


def test_a_month_of_the_same_year_is_of_one_told_elsewhere() -> None:
    assert [p.value for p in points("im August desselben Jahres", Calendar(PUBLISHED))] == [None]


def test_units_are_counted_at_their_own_precision() -> None:
    assert [shifted_by(unit, -1, PUBLISHED) for unit in ("Tag", "Wochen", "Monaten", "Jahr")] == [
        "2024-08-05", "2024-W31", "2024-07", "2023",
    ]  # fmt: skip
