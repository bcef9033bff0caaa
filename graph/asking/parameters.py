"""What may be bound in a named question: the type of each parameter, its default, and how a value enters the query.

Values come from a command line or a web address, so they are checked here. A party may be given by its key or by its
name; names are looked up by whoever holds the labels (`Resolve`).
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from ..errors import UsageError
from . import addresses

Given = Mapping[str, str]  # values by the names of parameters: parties by key, relations by code, dates as ISO days
Resolve = Callable[[str], str]  # the key of the party that a name means; NotFoundError for an unknown one

_MOST = 100_000  # no question needs a larger number of days, or of rows
_CHOICE = re.compile(r"[a-z-]+(?:\|[a-z-]+)+")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A variable of a query that may be bound: a party, a relation, a date, a number, a text, or one of `choices`."""

    name: str
    kind: str
    default: str | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that may be given, where only some may."""
        return tuple(self.kind.split("|")) if "|" in self.kind else ()

    def term(self, value: str, base: str) -> str:
        """A value, parties by their key, as it stands in a query. UsageError or NotFoundError when it is none."""
        if self.choices:
            return addresses.text(_chosen(self, value))
        return _TYPES[self.kind](value, base)

    def resolved(self, value: str, resolve: Resolve) -> str:
        """The value with a party's name turned into its key."""
        if self.kind == "entity" and not addresses.is_key(value):
            return resolve(value)
        return value.strip().upper() if self.kind == "relation" else value


def is_type(word: str) -> bool:
    """Whether this names a type of parameters: a word of ours, or choices such as `event|published`."""
    return word in _TYPES or _CHOICE.fullmatch(word) is not None


def _chosen(parameter: Parameter, value: str) -> str:
    if value not in parameter.choices:
        raise UsageError(f"{parameter.name} is one of {', '.join(parameter.choices)}, not {value[:40]!r}")
    return value


def _entity(value: str, base: str) -> str:
    return addresses.iri(base, "entity", value)


def _relation(value: str, _base: str) -> str:
    return addresses.relation(value)


def _date(value: str, _base: str) -> str:
    try:
        return f'"{date.fromisoformat(value).isoformat()}"^^xsd:date'
    except ValueError:
        raise UsageError(f"{value[:40]!r} is no date; write it as 2024-06-03") from None


def _number(value: str, _base: str) -> str:
    if not (value.isascii() and value.isdecimal() and int(value[:10]) <= _MOST):
        raise UsageError(f"{value[:40]!r} is no whole number from 0 to {_MOST}")
    return str(int(value))


def _text(value: str, _base: str) -> str:
    return addresses.text(value)


_TYPES: Mapping[str, Callable[[str, str], str]] = {
    "entity": _entity,
    "relation": _relation,
    "date": _date,
    "number": _number,
    "text": _text,
}
