"""Counting days, weeks, months and years on from a day, and the numbers that words tell."""

from datetime import date, timedelta
from typing import Final

_NUMBERS: Final = {
    "einem": 1, "einer": 1, "ein": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8,
    "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "zwanzig": 20, "dreißig": 30, **{str(n): n for n in range(1, 100)},
}  # fmt: skip
NUMBER: Final = "|".join(sorted(_NUMBERS, key=len, reverse=True))


def shifted_by(unit: str, count: int, published: date | None) -> str | None:
    """The day, week, month or year that lies `count` units of the German word `unit` after the publication.

    >>> shifted_by("Monaten", -9, date(2008, 10, 25))
    '2008-01'
    """
    if published is None:
        return None
    low = unit.lower()
    if low.startswith("tag"):
        return shifted_days(published, count)
    if low.startswith("woche"):
        year, week, _ = (published + timedelta(weeks=count)).isocalendar()
        return f"{year:04}-W{week:02}"
    if low.startswith("monat"):
        months = published.year * 12 + published.month - 1 + count
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{published.year + count:04}"


def shifted_days(day: date | None, days: int) -> str | None:
    """The day that lies so many days after another; None without one."""
    return (day + timedelta(days)).isoformat() if day is not None else None


def valid_day(year: int, month: int, day: int) -> str | None:
    """The day, None where no calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def number(word: str) -> int | None:
    """The number that a German word or numeral up to 99 tells."""
    return _NUMBERS.get(word.lower())
