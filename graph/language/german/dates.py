"""Single days, weeks, months and years in German text, resolved against the publication date.

Values are EDTF (ISO 8601-2) at the finest certain precision: `2024-07-31`, `2024-06`, `2024-W31`, `1980`; a weekend or a
night are two days, `2006-08-12/2006-08-13`. What cannot be resolved has no value.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from .counting import NUMBER, number, shifted_by, shifted_days, valid_day

_MONTHS: Final = (
    "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember",
)  # fmt: skip
_MONTH_WORDS: Final = {name: i for i, name in enumerate(_MONTHS, 1)} | {"jänner": 1, "feber": 2}
WEEKDAYS: Final = {
    "montag": 0, "dienstag": 1, "mittwoch": 2, "donnerstag": 3, "freitag": 4, "samstag": 5, "sonnabend": 5, "sonntag": 6,
}  # fmt: skip
_NEAR: Final = {"heute": 0, "heutig": 0, "gestern": -1, "gestrig": -1, "vorgestern": -2, "morgig": 1, "übermorgen": 2}
_SATURDAY: Final = 5
_AHEAD: Final = 31  # days; one of the next month may still be ahead, one further off was last year's
_MONTH: Final = "|".join(_MONTH_WORDS)
_DAY_WORD: Final = "|".join(WEEKDAYS)
_BEFORE: Final = "vergangene[nrs]?|letzte[nrs]?|vorige[nrs]?"
_AFTER: Final = "kommende[nrs]?|nächste[nrs]?"
_IN_DAY: Final = "(?:morgen|abend|nachmittag|vormittag|mittag|nacht)?"


@dataclass(frozen=True, slots=True)
class Calendar:
    """What relative times are counted from: the day of publication, the day told last (None where none was), and whether
    the verb looks ahead, so that "am Freitag" is the next one."""

    published: date | None
    ahead: bool = False
    told: date | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A time in the text from `start` to `end`; `value` is None where it cannot be resolved, `rank` grows the less the
    words tell."""

    start: int
    end: int
    value: str | None
    rank: int


_Resolver = Callable[[re.Match[str], Calendar], str | None]


def points(text: str, calendar: Calendar) -> list[Point]:
    """All single times in `text`, in its order; where two overlap, the more telling one."""
    found: list[Point] = []
    low = text.lower()
    holds = {word for word in _TOLD if word in low}
    for rank, (told, pattern, resolve) in enumerate(_PATTERNS):
        if holds.isdisjoint(told):
            continue
        for match in pattern.finditer(text):
            if not any(p.start < match.end() and match.start() < p.end for p in found):
                found.append(Point(match.start(), match.end(), resolve(match, calendar), rank))
    return sorted(found, key=lambda p: p.start)


# days ---------------------------------------------------------------------------------------------------------------


def _day(m: re.Match[str], calendar: Calendar) -> str | None:
    day, month = int(m["day"]), _MONTH_WORDS[m["month"].lower()]
    return _of_year(m["year"], month, day, calendar)


def _numeric(m: re.Match[str], calendar: Calendar) -> str | None:
    return _of_year(m["year"], int(m["month"]), int(m["day"]), calendar)


def _of_year(year: str | None, month: int, day: int, calendar: Calendar) -> str | None:
    """A day of a year that is told, or of the one that is nearest to the publication."""
    if year:
        return valid_day(int(year), month, day)
    if calendar.published is None:
        return None
    published = calendar.published
    value = valid_day(published.year, month, day)
    if value is None:
        return None
    distance = (date.fromisoformat(value) - published).days
    before, after = distance > _AHEAD and not calendar.ahead, distance < 0 and calendar.ahead
    return valid_day(published.year - before + after, month, day)


def _told_day(m: re.Match[str], calendar: Calendar) -> str | None:
    """Am Morgen des folgenden Tages: the day after the one told last."""
    return shifted_days(calendar.told, 1)


def _near(m: re.Match[str], calendar: Calendar) -> str | None:
    return shifted_days(calendar.published, _NEAR[m["word"].lower().removesuffix("en")])


def _weekday(m: re.Match[str], calendar: Calendar) -> str | None:
    """A bare weekday is the last one, the day of publication included, or the next one where the verb looks ahead."""
    if calendar.published is None:
        return None
    back = (calendar.published.weekday() - WEEKDAYS[m["weekday"].lower()]) % 7
    if calendar.ahead or m["next"]:
        return shifted_days(calendar.published, (-back) % 7 or 7)
    return shifted_days(calendar.published, -(back or 7) if m["last"] else -back)


def _weekend(m: re.Match[str], calendar: Calendar) -> str | None:
    if calendar.published is None:
        return None
    back = (calendar.published.weekday() - _SATURDAY) % 7
    ahead = calendar.ahead or bool(m["next"])
    saturday = calendar.published + timedelta((-back) % 7 or 7 if ahead else -back)
    return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"


def _night(m: re.Match[str], calendar: Calendar) -> str | None:
    """In der Nacht zum Samstag: from Friday to Saturday."""
    if m["word"]:
        second = shifted_days(calendar.published, _NEAR[m["word"].lower()])
    else:
        back = (calendar.published.weekday() - WEEKDAYS[m["weekday"].lower()]) % 7 if calendar.published else 0
        second = shifted_days(calendar.published, -back)
    return f"{shifted_days(date.fromisoformat(second), -1)}/{second}" if second is not None else None


def _time_of_day(m: re.Match[str], calendar: Calendar) -> str | None:
    """Am Abend: of the day told last, else of the publication."""
    day = calendar.told or calendar.published
    return day.isoformat() if day is not None else None


def _later(m: re.Match[str], calendar: Calendar) -> str | None:
    """Zwei Tage später, drei Jahre zuvor: counted from the day told last; years and months, else, from the publication."""
    count = number(m["count"]) if m["count"] else 1
    unit = m["unit"] or "Tag"
    base = calendar.told or (None if unit.startswith(("Tag", "Woche")) else calendar.published)
    if count is None or base is None:
        return None
    return shifted_by(unit, count if m["side"].lower() in ("später", "danach") else -count, base)


# weeks, months, years -----------------------------------------------------------------------------------------------


def _month(m: re.Match[str], calendar: Calendar) -> str | None:
    month = _MONTH_WORDS[m["month"].lower()]
    if m["year"]:
        return f"{int(m['year']):04}-{month:02}"
    if calendar.published is None:
        return None
    published = calendar.published
    year = published.year - (month > published.month and not calendar.ahead) + (month < published.month and calendar.ahead)
    return f"{year:04}-{month:02}"


def _months(m: re.Match[str], calendar: Calendar) -> str | None:
    """Von Januar bis Juni dieses Jahres."""
    if not m["year"].isdigit() and calendar.published is None:
        return None
    this = calendar.published.year if calendar.published is not None else 0
    year = int(m["year"]) if m["year"].isdigit() else this - (not m["year"].lower().startswith("dieses"))
    first, last = _MONTH_WORDS[m["first"].lower()], _MONTH_WORDS[m["last"].lower()]
    return f"{year:04}-{first:02}/{year:04}-{last:02}" if first < last else None


def _unknown(m: re.Match[str], calendar: Calendar) -> str | None:
    """Im August desselben Jahres: of which year, only what was told before would say."""
    return None


def _year(m: re.Match[str], calendar: Calendar) -> str | None:
    return m["year"]


def _unit(m: re.Match[str], calendar: Calendar) -> str | None:
    shift = -1 if re.match(_BEFORE, m["which"], re.I) else 1 if re.match(_AFTER, m["which"], re.I) else 0
    return shifted_by(m["unit"], shift, calendar.published)


def _end_of_year(m: re.Match[str], calendar: Calendar) -> str | None:
    return f"{calendar.published.year:04}-12" if calendar.published is not None else None


def _ago(m: re.Match[str], calendar: Calendar) -> str | None:
    """Vor zwei Tagen, vor rund drei Jahren: at the precision of the unit."""
    count = number(m["count"])
    if count is None:
        return None
    value = shifted_by(m["unit"], -count if m["side"].lower() == "vor" else count, calendar.published)
    return f"{value}~" if value is not None and m["about"] else value


_COUNTED: Final = "Menschen|Soldaten|Euro|Dollar|Meter|Personen|Tonnen|Kilometer"
# Words behind which such a number is a year whatever noun follows: "hat 2014 Sanktionen verhängt".
_BEHIND: Final = "|".join(
    rf"(?<=\b{word}\ )"
    for word in ("seit", "bis", "ab", "bereits", "schon", "erst", "hat", "haben", "hatte", "hatten", "wurde", "wurden")
)
_DIGITS: Final = tuple("0123456789")
_UNITS: Final = ("woche", "monat", "jahr")
# The most telling first; in front, words of which one stands in whatever a pattern matches: looking for them in a text takes
# a tenth of the time that looking for the patterns takes, and most texts tell no time.
_TEXTS: Final[tuple[tuple[Iterable[str], str, _Resolver], ...]] = (
    (_MONTH_WORDS,
     rf"""(?:\b(?:am|vom|zum|für|den|dem|auf\ den)\s+)?(?:\b(?:gestrigen|heutigen)\s+)?
         (?:\b(?:{_DAY_WORD})\s*,?\s+(?:dem|den)?\s*)?
         \b(?P<day>\d{{1,2}})\.\s*(?P<month>{_MONTH})\b(?:\s+(?P<year>\d{{4}}))?""", _day),
    (_DIGITS,
     r"(?:\b(?:am|vom|zum)\s+)?\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})", _numeric),
    (_MONTH_WORDS,
     rf"""\b(?:von|zwischen)\s+(?P<first>{_MONTH})\s+(?:bis|und)\s+(?P<last>{_MONTH})\s+
         (?P<year>\d{{4}}|(?:dieses|vergangenen|letzten)\s+Jahres)\b""", _months),
    (_MONTH_WORDS,
     rf"\bim\s+(?:{_MONTH})\s+(?:desselben|des\ gleichen|jenes|des\ darauffolgenden)\s+Jahres\b", _unknown),
    (_MONTH_WORDS,
     rf"(?:\b(?:im|Anfang|Mitte|Ende|Monat)\s+)?\b(?P<month>{_MONTH})\s+(?P<year>\d{{4}})\b", _month),
    (_MONTH_WORDS,
     rf"\b(?:im|seit|ab|bis|Anfang|Mitte|Ende|Monat|des)\s+(?P<month>{_MONTH})\b(?P<year>)", _month),
    (("nacht",),
     rf"\bin\ der\ Nacht\ (?:zum|auf|zu)\s+(?:(?P<weekday>{_DAY_WORD})|(?P<word>heute|gestern))\b", _night),
    (WEEKDAYS,
     rf"""\b(?:am|vom|von|für|bis|seit|zum|ab|auf)\s+(?:den\s+)?(?:(?:(?P<last>{_BEFORE})|(?P<next>{_AFTER})|diese[mn])\s+)?
         (?P<weekday>{_DAY_WORD}){_IN_DAY}\b""", _weekday),
    (("gestrig", "heutig", "morgig"),
     r"\bam\s+(?P<word>gestrigen|heutigen|morgigen)\s+\w+", _near),
    (("wochenende",),
     rf"\bam\s+(?:(?:{_BEFORE}|(?P<next>{_AFTER}))\s+)?Wochenende\b", _weekend),
    (("folgenden tag", "nächsten tag"),
     r"\b(?:(?:am|in\ der|gegen)\s+\w+\s+des|am)\s+(?:darauf\s*)?(?:folgenden|nächsten)\s+Tage?s?\b", _told_day),
    (("heute", "gestern", "übermorgen"),
     r"""\b(?P<word>heute|gestern|vorgestern|übermorgen)\b(?!\s+\d+(?:-?jährig|\s+Jahre\s+alt))
         (?:\s+(?:Morgen|Abend|Nacht|Mittag|früh|Nachmittag|Vormittag))?""", _near),
    (_UNITS,
     rf"""\b(?:in\ der\ |im\ |in\ diesem\ |in\ dieser\ |am\ |Ende\ |Anfang\ )?(?P<which>{_BEFORE}|{_AFTER}|diese[rnsm]?)\s+
         (?P<unit>Woche|Monats?|Jahr(?:es)?)\b""", _unit),
    (("tag", *_UNITS),
     rf"""\b(?P<side>vor|in)\s+(?P<about>(?:knapp|rund|etwa|ungefähr|fast|gut)\s+)?(?P<count>{NUMBER})\s+
         (?P<unit>Tag(?:en)?|Wochen?|Monat(?:en)?|Jahr(?:en)?)\b""", _ago),
    (("jahresende",),
     r"\b(?:zum|am)\s+Jahresende\b|\bbis\s+Jahresende\b", _end_of_year),
    (("18", "19", "20"),
     rf"""(?:{_BEHIND})(?P<year>(?:1[89]|20)\d\d)\b(?![.,:/-]?\d|\s*(?:{_COUNTED}))""", _year),
    (("18", "19", "20"),
     rf"""\b(?:(?:im\ Jahre?|in\ den\ Jahren|Ende|Anfang|Mitte|Jahres?)\s+)?
         (?<![\d.,:/-])(?<!vor\ )(?<!nach\ )(?P<year>(?:1[89]|20)\d\d)\b
         (?![.,:/-]?\d|\s*(?:{_COUNTED})|\s+(?-i:[A-ZÄÖÜ])\w+(?:en|er)\b)""", _year),
    (("später", "danach", "zuvor", "davor"),
     rf"""\b(?:(?P<count>{NUMBER})\s+(?P<unit>Tage?|Wochen?|Monate?|Jahre?)|am\ Tag)\s+
         (?P<side>später|danach|zuvor|davor)\b""", _later),
    (("morgen", "mittag", "abend", "nacht"),
     r"\b(?:am|in\ der)\s+(?:frühen\s+|späten\s+)?(?:Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht)\b", _time_of_day),
)  # fmt: skip
VAGUE: Final = len(_TEXTS) - 1  # the rank of a time of day, which tells no day by itself
_PATTERNS: Final = tuple(
    (frozenset(told), re.compile(pattern, re.IGNORECASE | re.VERBOSE), resolve) for told, pattern, resolve in _TEXTS
)
_TOLD: Final = tuple(sorted({word for told, _, _ in _PATTERNS for word in told}))
