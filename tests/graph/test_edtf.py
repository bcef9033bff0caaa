from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.edtf import Days, bounds, days


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-06", "2024-06-01", "2024-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-07-31", "2024-07-31", "2024-07-31"),
        ("2024-W31", "2024-07-29", "2024-08-04"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2006-08-12/2006-08-13", "2006-08-12", "2006-08-13"),
        ("2006-08/2006-10", "2006-08-01", "2006-10-31"),
        ("2024-W01/2024-W02", "2024-01-01", "2024-01-14"),
        ("1999-06-10/..", "1999-06-10", None),
        ("../1999-06", None, "1999-06-30"),
        ("1999-06-10/", "1999-06-10", None),
        ("2024-06~", "2024-06-01", "2024-06-30"),
        ("2024?", "2024-01-01", "2024-12-31"),
    ],
)
def test_a_value_covers_days(value: str, earliest: str | None, latest: str | None) -> None:
    assert days(value) == Days(
        date.fromisoformat(earliest) if earliest else None,
        date.fromisoformat(latest) if latest else None,
    )


@pytest.mark.parametrize(
    "value",
    ["", "..", "../..", "/", "neulich", "2024-13", "2024-00", "2023-02-29", "2023-W53", "0000", "24-06", "2024-6",
     "2024-06-10/2024-06-09", "2024-06-10/2024-06-11/2024-06-12", " 2024", "2024\n", "٢٠٢٤"],
)  # fmt: skip
def test_what_is_no_time_is_refused_and_has_no_bounds(value: str) -> None:
    with pytest.raises(ValueError):
        days(value)
    assert bounds(value) == (None, None)


def test_no_value_has_no_bounds() -> None:
    assert bounds(None) == (None, None)


@given(st.dates())
def test_every_day_is_itself(day: date) -> None:
    assert days(day.isoformat()) == Days(day, day)


@given(st.dates(), st.dates())
def test_an_interval_runs_from_its_first_to_its_last_day(one: date, other: date) -> None:
    first, last = sorted((one, other))
    assert days(f"{first}/{last}") == Days(first, last)


@given(st.dates(date(1, 1, 4), date(9999, 12, 24)))
def test_a_week_holds_each_of_its_days(day: date) -> None:
    year, week, _ = day.isocalendar()
    found = days(f"{year:04}-W{week:02}")
    assert found.earliest is not None and found.latest is not None
    assert found.earliest <= day <= found.latest
    assert (found.latest - found.earliest).days == 6
