"""Times as readers write them (ISO 8601-2, "EDTF") turned into a first and a last day.

A subset of our own, because the claims hold ISO weeks, which the libraries for EDTF leave out: years, months, days,
weeks, intervals of these, open ends (`..`), and the marks for uncertain (`?`), approximate (`~`) or both (`%`), which
do not move the days: how far "about June" reaches, nobody says.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

_VALUE = re.compile(r"(?P<year>[0-9]{4})(?:-W(?P<week>[0-9]{2})|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?[?~%]?")
_OPEN = ("", "..")
_LAST_MONDAY = date.max - timedelta(days=6)  # the calendar ends within a week


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day of a time, both within it; None where that end is open or unknown."""

    earliest: date | None
    latest: date | None


def days(value: str) -> Days:
    """The days that `value` covers. Raises ValueError when it is not in the subset or no such day exists.

    >>> days("2024-06")
    Days(earliest=datetime.date(2024, 6, 1), latest=datetime.date(2024, 6, 30))
    >>> days("1999-06-10/..")
    Days(earliest=datetime.date(1999, 6, 10), latest=None)
    """
    if "/" not in value:
        return _single(value)
    start, end = value.split("/", 1)
    if start in _OPEN and end in _OPEN:
        raise ValueError(f"both ends are open: {value!r}")
    earliest = None if start in _OPEN else _single(start).earliest
    latest = None if end in _OPEN else _single(end).latest
    if earliest and latest and earliest > latest:
        raise ValueError(f"ends before it begins: {value!r}")
    return Days(earliest, latest)


def bounds(value: str | None) -> tuple[date | None, date | None]:
    """The first and the last day of `value`; none of either when there is no value or it cannot be understood."""
    if value is None:
        return None, None
    try:
        found = days(value)
    except ValueError:
        return None, None
    return found.earliest, found.latest


def _single(value: str) -> Days:
    match = _VALUE.fullmatch(value)
    if match is None:
        raise ValueError(f"not a time in EDTF: {value!r}")
    year, week, month, day = (int(part) if part else None for part in match.group("year", "week", "month", "day"))
    return _days_of(year or 0, week, month, day)


def _days_of(year: int, week: int | None, month: int | None, day: int | None) -> Days:
    if week is not None:
        monday = date.fromisocalendar(year, week, 1)
        return Days(monday, min(monday, _LAST_MONDAY) + timedelta(days=6))
    if month is None:
        return Days(date(year, 1, 1), date(year, 12, 31))
    if day is not None:
        return Days(date(year, month, day), date(year, month, day))
    first = date(year, month, 1)  # refuses months that do not exist before monthrange sees them
    return Days(first, date(year, month, monthrange(year, month)[1]))
