"""Times with ends: since, until, from … to, the next two years; and which of several times in a text is the one.

Open ends and intervals are EDTF: `2014/..`, `../2006-03`, `2012-02-27/2012-02-28`.
"""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from ...edtf import days
from ...model import Time
from .counting import NUMBER, number, shifted_by
from .dates import VAGUE, Calendar, Point, points

_SINCE: Final = re.compile(r"\b(?:seit|ab)(?:\s+(?:dem|der|den|Anfang|Mitte|Ende))?\s*$", re.IGNORECASE)
_UNTIL: Final = re.compile(r"\bbis(?:\s+(?:zum|zur|spätestens|Anfang|Mitte|Ende))?\s*$", re.IGNORECASE)
_BEGINS_SINCE: Final = re.compile(r"^(?:seit|ab)\b", re.IGNORECASE)
_BEGINS_UNTIL: Final = re.compile(r"^bis\b", re.IGNORECASE)
_TO: Final = re.compile(r"^\s*(?:bis(?:\s+(?:zum|zur))?|und(?:\s+(?:am|dem|den|zum))?|-|–)\s*$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:zwischen|von|vom)(?:\s+(?:dem|den))?\s*$", re.IGNORECASE)
_DAYS_OF_MONTH: Final = re.compile(
    r"\b(?:am\s+|vom\s+|den\s+)?(?P<first>\d{1,2})\.\s*(?:und|bis|bis\s+zum|-|–)\s*$", re.IGNORECASE
)
_TWO_WEEKDAYS: Final = re.compile(r"^\s*(?:und|bis)\s+(?P<weekday>\w+tag|Mittwoch)\b", re.IGNORECASE)
_FOR: Final = re.compile(
    rf"\bseit\s+(?:(?:etwa|rund|fast|gut|knapp|nunmehr|bereits|über)\s+)?(?:(?P<count>{NUMBER})\s+)?"
    r"(?P<unit>Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?|Dreivierteljahr|halben\s+Jahr)\b",
    re.IGNORECASE,
)
_COMING: Final = re.compile(
    rf"\b(?:in\s+den|für\s+die|auf\s+die|die|den)\s+(?:nächsten|kommenden)\s+(?:{NUMBER})?(?:\s+bis\s+)?(?P<count>{NUMBER})\s+"
    r"(?P<unit>Tagen?|Wochen|Monaten?|Jahren?)\b",
    re.IGNORECASE,
)
_SINCE_WORD: Final = "seit"  # looked for before the patterns, which take longer, as the next two
_COMING_WORDS: Final = ("nächsten", "kommenden")
_PARTS_OF_YEAR: Final = {"dreivierteljahr": 9, "halben jahr": 6}  # months


def find_time(text: str, calendar: Calendar, near: int | None = None) -> Time | None:
    """The most telling expression of time in `text`, or the one nearest to the place `near` that tells a day or more;
    None where there is none.

    >>> find_time("wurde am 31. Juli 2024 getötet", Calendar(None)).value
    '2024-07-31'
    """
    lasting = _lasting(text, calendar)
    if lasting is not None and lasting.value is not None:
        return lasting
    found = points(text, calendar)
    best = min(found, key=lambda p: (p.rank, p.start), default=None)
    if near is not None:
        telling = [p for p in found if p.value is not None and p.rank < VAGUE]
        best = min(telling, key=lambda p: (min(abs(p.start - near), abs(p.end - near)), p.rank), default=best)
    return _with_ends(text, found, best, calendar) if best is not None else lasting


def _lasting(text: str, calendar: Calendar) -> Time | None:
    """Seit drei Tagen; in den nächsten zwei Jahren."""
    low = text.lower()
    since = _FOR.search(text) if _SINCE_WORD in low else None
    if since is not None:
        return Time(since.group(), _open(_start(since, calendar.published), after=True))
    coming = _COMING.search(text) if any(word in low for word in _COMING_WORDS) else None
    if coming is None or calendar.published is None:
        return None
    unit, count = coming["unit"], number(coming["count"]) or 0
    first, last = shifted_by(unit, 0, calendar.published), shifted_by(unit, count, calendar.published)
    return Time(coming.group(), f"{first}/{last}")


def _start(since: re.Match[str], published: date | None) -> str | None:
    months = _PARTS_OF_YEAR.get(re.sub(r"\s+", " ", since["unit"].lower()))
    if months is not None:
        return shifted_by("Monat", -months, published)
    count = number(since["count"]) if since["count"] else None
    return shifted_by(since["unit"], -count, published) if count is not None else None


def _with_ends(text: str, found: list[Point], best: Point, calendar: Calendar) -> Time:
    """The time with the words that open, close or stretch it."""
    before, after = text[: best.start], text[best.end :]
    first = next((p for p in found if _FROM.search(text[: p.start]) and _TO.match(text[p.end : best.start])), None)
    if first is not None and first.value and best.value and first.end <= best.start:
        return Time(text[first.start : best.end].strip(), _between(first.value, best.value))
    second = next((p for p in found if p.start >= best.end and _TO.match(text[best.end : p.start])), None)
    if second is not None and second.value and best.value:
        return Time(text[best.start : second.end].strip(), _between(best.value, second.value))
    if (days_of := _DAYS_OF_MONTH.search(before)) is not None and best.value is not None:
        begin = f"{best.value[:8]}{int(days_of['first']):02}"
        return Time(text[days_of.start() : best.end].strip(), _between(begin, best.value))
    if (other := _TWO_WEEKDAYS.match(after)) is not None and best.value is not None:
        end = points(f"am {other['weekday']}", calendar)
        value = _between(best.value, end[0].value or "") if end else best.value
        return Time(text[best.start : best.end + other.end()].strip(), value)
    words = text[best.start : best.end].strip()
    if (opened := _SINCE.search(before)) is not None or _BEGINS_SINCE.match(words):
        return Time(text[opened.start() if opened else best.start : best.end].strip(), _open(best.value, after=True))
    if (closed := _UNTIL.search(before)) is not None or _BEGINS_UNTIL.match(words):
        last = _nearest_end(text, best, calendar)
        return Time(text[closed.start() if closed else best.start : best.end].strip(), _open(last, after=False))
    return Time(words, best.value)


def _nearest_end(text: str, best: Point, calendar: Calendar) -> str | None:
    """bis zum 30. November, written in October: an end without a year may lie ahead, whatever the verb's tense."""
    ahead = next((p.value for p in points(text, replace(calendar, ahead=True)) if p.start == best.start), None)
    values = [v for v in (best.value, ahead) if v is not None and len(v) == len("2006-11-30") and "/" not in v]
    published = calendar.published
    if published is None or not values:
        return best.value
    return min(values, key=lambda v: abs((date.fromisoformat(v) - published).days))


def _open(value: str | None, after: bool) -> str | None:
    if value is None or "/" in value:
        return value
    return f"{value}/.." if after else f"../{value}"


def _between(first: str, last: str) -> str:
    """An interval, or its first end where the two are in no order."""
    value = f"{first.split('/')[0]}/{last.split('/')[-1]}"
    try:
        days(value)
    except ValueError:
        return first
    return value
