"""Expressions of time in German text, resolved against the publication date. What cannot be resolved stays unknown.

Values are EDTF (ISO 8601-2) at the finest certain precision: `2024-07-31`, `2024-06`, `2024-W31`, `1980`.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from ...model import Time

_MONTHS: Final = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
]
_MONTH_WORDS: Final = {name: i for i, name in enumerate(_MONTHS, 1)} | {"jänner": 1, "feber": 2}
_WEEKDAYS: Final = {
    "montag": 0,
    "dienstag": 1,
    "mittwoch": 2,
    "donnerstag": 3,
    "freitag": 4,
    "samstag": 5,
    "sonnabend": 5,
    "sonntag": 6,
}
_MONTH: Final = "|".join(_MONTH_WORDS)
_DAY_WORD: Final = "|".join(_WEEKDAYS)
_NEAR: Final = {
    "heute": 0,
    "heutigen": 0,
    "gestern": -1,
    "gestrigen": -1,
    "vorgestern": -2,
    "morgen": 1,
    "morgigen": 1,
    "übermorgen": 2,
}
_BEFORE: Final = "vergangene[nrs]?|letzte[nrs]?|vorige[nrs]?"
_AFTER: Final = "kommende[nrs]?|nächste[nrs]?"


def _day(m: re.Match[str], published: date | None, future: bool) -> str | None:
    day, month = int(m["day"]), _MONTH_WORDS[m["month"].lower()]
    if m["year"]:
        return _valid(int(m["year"]), month, day)
    if published is None:
        return None
    year = published.year
    if (month, day) > (published.month, published.day) and not future and month - published.month > 1:
        year -= 1
    return _valid(year, month, day)


def _month(m: re.Match[str], published: date | None, future: bool) -> str | None:
    month = _MONTH_WORDS[m["month"].lower()]
    if m["year"]:
        return f"{int(m['year']):04}-{month:02}"
    if published is None:
        return None
    year = published.year - (month > published.month and not future) + (month < published.month and future)
    return f"{year:04}-{month:02}"


def _numeric(m: re.Match[str], published: date | None, future: bool) -> str | None:
    return _valid(int(m["year"]), int(m["month"]), int(m["day"]))


def _year(m: re.Match[str], published: date | None, future: bool) -> str | None:
    return m["year"]


def _near(m: re.Match[str], published: date | None, future: bool) -> str | None:
    return (published + timedelta(_NEAR[m["word"].lower()])).isoformat() if published else None


def _weekday(m: re.Match[str], published: date | None, future: bool) -> str | None:
    """A bare weekday is the last one, the day of publication included, or the next one where the verb looks ahead."""
    if published is None:
        return None
    back = (published.weekday() - _WEEKDAYS[m["weekday"].lower()]) % 7
    ahead = future or bool(m["next"])
    days = (-back) % 7 or 7 if ahead else -back
    return (published + timedelta(days)).isoformat()


def _week(m: re.Match[str], published: date | None, future: bool) -> str | None:
    if published is None:
        return None
    shift = -1 if re.match(_BEFORE, m["which"], re.I) else 1 if re.match(_AFTER, m["which"], re.I) else 0
    if m["unit"].lower().startswith("woche"):
        year, week, _ = (published + timedelta(weeks=shift)).isocalendar()
        return f"{year}-W{week:02}"
    if m["unit"].lower().startswith("monat"):
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12:04}-{months % 12 + 1:02}"
    return f"{published.year + shift:04}"


def _valid(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


_Resolver = Callable[[re.Match[str], date | None, bool], str | None]
_DAY = rf"""(?:(?:am|vom|zum|seit\ dem|ab\ dem|bis\ zum|den|dem)\s+)?(?:(?:{_DAY_WORD}),?\s+(?:dem|den)?\s*)?
    (?P<day>\d{{1,2}})\.\s*(?P<month>{_MONTH})\b(?:\s+(?P<year>\d{{4}}))?"""
_NUMERIC = r"(?:am\s+)?(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})"
_IN_MONTH = rf"(?:im|seit|ab|bis|Anfang|Mitte|Ende|Monat)\s+(?P<month>{_MONTH})\b(?:\s+(?P<year>\d{{4}}))?"
_MONTH_AND_YEAR = rf"\b(?P<month>{_MONTH})\s+(?P<year>\d{{4}})"
_WEEKDAY = rf"""\b(?:am|vom|für|bis|seit|zum)\s+(?:(?:{_BEFORE}|(?P<next>{_AFTER})|gestrigen|heutigen|diesem|diesen)\s+)?
    (?P<weekday>{_DAY_WORD})(?:morgen|abend|nachmittag|vormittag|mittag)?\b"""
_NEAR_WORD = r"\b(?P<word>heute|gestern|vorgestern|übermorgen)\b"
_UNIT = rf"""\b(?:in\ der\ |im\ |in\ diesem\ |in\ dieser\ |am\ )?(?P<which>{_BEFORE}|{_AFTER}|diese[rnsm]?)\s+
    (?P<unit>Woche|Monats?|Jahr(?:es)?)\b"""
_YEAR = r"""\b(?:im\ Jahre?|seit|in\ den\ Jahren|von|Ende|Anfang|Mitte|Jahres?)\s+(?P<year>(?:1[89]|20)\d\d)\b
    (?!\s*(?:Menschen|Soldaten|Euro|Dollar))"""
# The most telling pattern first.
_PATTERNS: Final[tuple[tuple[re.Pattern[str], _Resolver], ...]] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.VERBOSE), resolve)
    for pattern, resolve in (
        (_DAY, _day),
        (_NUMERIC, _numeric),
        (_IN_MONTH, _month),
        (_MONTH_AND_YEAR, _month),
        (_WEEKDAY, _weekday),
        (_NEAR_WORD, _near),
        (_UNIT, _week),
        (_YEAR, _year),
    )
)


def find_time(text: str, published: date | None, future: bool = False) -> Time | None:
    """The first expression of time in `text`, most telling pattern first; None where there is none.

    `future` says that the verb looks ahead, so that "am Freitag" is the next one.

    >>> find_time("wurde am 31. Juli 2024 getötet", None).value
    '2024-07-31'
    """
    for pattern, resolve in _PATTERNS:
        match = pattern.search(text)
        if match is not None:
            return Time(match.group().strip(), resolve(match, published, future))
    return None
