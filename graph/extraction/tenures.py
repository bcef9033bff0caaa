"""Who held which office when: the terms of office in the gazetteer's table of people, and which titles mean them.

Days are those of the table: a year or a month alone leaves the edge open, and nobody is certain to be in office there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Final

from ..errors import DataFileError
from .gazetteer import DATA
from .tables import read, rows_of, several

_YEAR, _MONTH = 4, 7  # characters of "2012" and "2012-11"
_LAST_MONTH: Final = 12


@dataclass(frozen=True, slots=True)
class Tenure:
    """One term: the holder's row, and the days between which it began and ended. `ends` is None for a term that lasts,
    `begins` where the table does not know."""

    holder: str
    begins: tuple[date, date] | None
    ends: tuple[date, date] | None

    def covers(self, day: date) -> bool:
        """Whether the holder was in office on that day for certain."""
        return self.begins is not None and self.begins[1] <= day and (self.ends is None or day <= self.ends[0])


class Tenures:
    """All terms by office and by the state or body toward which it is held."""

    def __init__(self, terms: Mapping[tuple[str, str], tuple[Tenure, ...]], held_as: Mapping[str, tuple[str, ...]]) -> None:
        self._terms, self._held_as = terms, held_as

    @classmethod
    def load(cls, folder: Path = DATA) -> "Tenures":
        """The terms in `folder`; raises DataFileError with file and line at the first that is malformed."""
        return _load(folder)

    def of(self, titles: Iterable[str], toward: str) -> tuple[Tenure, ...]:
        """The terms of all whom one of the titles' rows can mean in a state or body, in the order of their beginning;
        empty for offices that several may hold at a time."""
        offices = dict.fromkeys(office for title in titles for office in self._held_as.get(title, ()))
        found = (term for office in offices for term in self._terms.get((office, toward), ()))
        return tuple(sorted(found, key=lambda t: (t.begins or (date.min, date.min), t.holder)))


@lru_cache(4)
def _load(folder: Path) -> Tenures:
    held_as = {row["id"]: tuple(several(row["held_as"])) for _, row in _table(folder / "offices.csv")}
    terms: dict[tuple[str, str], list[Tenure]] = defaultdict(list)
    file = folder / "people.csv"
    for line, row in _table(file):
        try:
            term = Tenure(row["id"], _days(row["from"]), _days(row["until"]))
        except ValueError as error:
            raise DataFileError(f"not a day, month or year: {error}", file=file, line=line) from error
        terms[row["office"], row["toward"]].append(term)
    return Tenures({key: tuple(found) for key, found in terms.items()}, held_as)


def _table(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    return rows_of(file, read(file).decode())


def _days(text: str) -> tuple[date, date] | None:
    """The first and the last day that a day, month or year can mean."""
    if not text:
        return None
    if len(text) == _YEAR:
        return date(int(text), 1, 1), date(int(text), _LAST_MONTH, 31)
    if len(text) == _MONTH:
        first = date.fromisoformat(f"{text}-01")
        following = date(first.year + first.month // _LAST_MONTH, first.month % _LAST_MONTH + 1, 1)
        return first, following - timedelta(days=1)
    day = date.fromisoformat(text)
    return day, day
