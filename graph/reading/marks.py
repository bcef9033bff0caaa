"""The marks that agencies leave in a text: "(dpa)", "Wien (AFP/APA) –", "mit Material von Reuters", "kle/jj (dpa, afp)".

Only where marks stand: in a dateline, at the end, or in words that say so. A name elsewhere is a source that the article
cites, or a photo credit, and no mark. Pure; which names are agencies is data.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import DataFileError

_HEAD, _TAIL = 160, 80  # characters in which a dateline, or the line of initials at the end, stands
_NAME = r"[^\W\d_][\w.-]*(?: [^\W\d_][\w.-]*)?"
# A place or two, then in brackets who sent it, then a dash: whoever stands there is an agency, known or not.
_DATELINE = re.compile(
    rf"\s*(?P<place>[A-ZÄÖÜ][\w .,'’/-]{{1,60}}?)\s?\((?P<names>{_NAME}(?:\s?[/,]\s?{_NAME}){{0,3}})\)\s?[-–—:]\s"
)
_BRACKET = re.compile(r"\((?P<names>[^()\n]{2,40})\)")
_MATERIAL = re.compile(
    r"\b(?:Mit |unter Verwendung von |aus )?(?:Agentur)?[Mm]aterial(?:ien)? (?:von|der|aus)(?: den| der)?"
    r"(?: (?:Nachrichten|Presse)agentur(?:en)?)? (?P<names>[\w-]+(?:(?:, | und |/| )[\w-]+){0,7})",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"^(?:Quellen?|Sources?)\s*:\s*(?P<names>[^\n]{2,60})$", re.MULTILINE)
_BETWEEN = re.compile(r"\s*(?:[/,;+()]|\bund\b|\bmit\b)\s*")
_INITIALS = re.compile(r"[a-zäöü]{1,4}")  # of the editor, beside the agency's name


@dataclass(frozen=True, slots=True)
class Mark:
    """An agency by the name that we know it by (else as it stands there), and the words that name it."""

    agency: str
    words: str


def marks(text: str) -> tuple[Mark, ...]:
    """The agencies that `text` says it comes from, each once, in the order of their names."""
    found = {mark.agency: mark for mark in (*_material(text), *_tail(text), *_dateline(text))}
    return tuple(found[agency] for agency in sorted(found))


def _dateline(text: str) -> Iterator[Mark]:
    if (found := _DATELINE.match(text[:_HEAD])) and _is_place(found["place"]):
        names = list(_parts(found["names"]))
        for name in [known for each in names if (known := _known(each))] or names:
            yield Mark(name, found[0].strip())
    elif (found := _BRACKET.match(text.lstrip()[:_HEAD])) and _all_marks(found["names"]):
        yield from _named(found["names"], found[0])


def _is_place(words: str) -> bool:
    return "agentur" not in words.casefold() and not any(map(_known, words.split()))


def _tail(text: str) -> Iterator[Mark]:
    last = text.rstrip().rpartition("\n")[2].strip()
    if len(last) <= _TAIL and _all_marks(last):
        yield from _named(last, last)
        return
    brackets = [found for found in _BRACKET.finditer(last[-_TAIL:]) if found.end() == len(last[-_TAIL:])]
    for found in brackets:
        if _all_marks(found["names"]):
            yield from _named(found["names"], found[0])


def _material(text: str) -> Iterator[Mark]:
    for pattern in (_MATERIAL, _SOURCE):
        for found in pattern.finditer(text):
            yield from _named(found["names"], found[0])


def _named(names: str, words: str) -> Iterator[Mark]:
    for name in _parts(names):
        if known := _known(name):
            yield Mark(known, " ".join(words.split()))


def _all_marks(names: str) -> bool:
    """Whether these are agencies and initials and nothing else, at least one of them an agency."""
    parts = list(_parts(names))
    return any(map(_known, parts)) and all(_known(part) or _is_initials(part) for part in parts)


def _parts(names: str) -> Iterator[str]:
    return (part for part in _BETWEEN.split(names.strip(" .-–—")) if part)


def _is_initials(name: str) -> bool:
    return bool(_INITIALS.fullmatch(name))


def _known(name: str) -> str | None:
    return _agencies().get(name.strip(" .").casefold())


@cache
def _agencies() -> Mapping[str, str]:
    """The name of each agency by every way of writing it, without case."""
    file = Path(__file__).parents[1] / "data" / "agencies.toml"
    try:
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        return {form.casefold(): name for form, name in (*((each, each) for each in told["names"]), *told["forms"].items())}
    except (OSError, KeyError, TypeError, AttributeError, tomllib.TOMLDecodeError) as error:
        raise DataFileError(f"cannot be read: {error}", file=file) from error
