"""The kinds of file, each taken apart into what it says about its articles; makes no article itself.

Files are UTF-8, with or without a byte order mark. JSON lines are read one at a time, so that an archive need not fit
into memory, and a broken line is handed on as the error that names it. Front matter is YAML in its safe form.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from ..errors import InputError


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says about one article; `place` is the file, or the entry of its list, `line` where it stands."""

    given: Mapping[str, object]
    place: str
    line: int | None = None


Descriptions = Iterator[Described | InputError]

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)(?P<text>.*)", re.DOTALL | re.MULTILINE)
_BOM = b"\xef\xbb\xbf"


def json_lines(file: Path) -> Descriptions:
    """One article in each line; blank lines are passed over."""
    empty = True
    with file.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                empty = False
                yield from _values(line, str(file), number)
    if empty:
        yield InputError("the file is empty", file=file)


def json_document(file: Path) -> Descriptions:
    """One article, or a list of them."""
    yield from _values(file.read_bytes(), str(file), None)


def front_matter(file: Path) -> Descriptions:
    """Plain text, with or without a YAML block between two lines `---` at its head."""
    text = _decoded(file.read_bytes(), str(file), None)
    if not re.match(r"---[ \t]*\r?\n", text):
        yield Described({"text": text}, str(file))
        return
    found = _FRONT.match(text)
    if found is None:
        raise InputError("the front matter has no closing line ---", file=file, line=1)
    yield Described({**_yaml(found["yaml"], file), "text": found["text"]}, str(file))


FORMATS: Mapping[str, Callable[[Path], Descriptions]] = {
    ".json": json_document,
    ".jsonl": json_lines,
    ".md": front_matter,
    ".txt": front_matter,
}


def _values(data: bytes, place: str, line: int | None) -> Descriptions:
    try:
        value = json.loads(_decoded(data, place, line))
    except json.JSONDecodeError as error:
        where = error.lineno if line is None else line
        yield InputError(f"broken JSON: {error.msg} (column {error.colno})", file=place, line=where)
    except RecursionError:
        yield InputError("broken JSON: nested too deeply", file=place, line=line)
    except InputError as error:
        yield error
    else:
        entries = [(place, value)] if line is not None or not isinstance(value, list) else _entries(place, value)
        for name, entry in entries:
            if isinstance(entry, dict):
                yield Described(entry, name, line)
            else:
                yield InputError("not a JSON object with an article's fields", file=name, line=line)


def _entries(place: str, values: list[object]) -> list[tuple[str, object]]:
    return [(f"{place}[{index}]", value) for index, value in enumerate(values)] or [(place, None)]


def _decoded(data: bytes, place: str, line: int | None) -> str:
    data = data.removeprefix(_BOM)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        kind = "binary data" if b"\0" in data else f"not UTF-8 (byte {error.start}); save it as UTF-8"
        raise InputError(f"no text but {kind}" if b"\0" in data else f"the text is {kind}", file=place, line=line) from None
    if "\0" in text:
        raise InputError("no text but binary data", file=place, line=line)
    return text


def _yaml(block: str, file: Path) -> Mapping[str, object]:
    try:
        value = yaml.safe_load(block)
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 2  # counted from 0, after the line ---
        raise InputError(f"broken front matter: {error.problem}", file=file, line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(f"broken front matter: {str(error).splitlines()[0]}", file=file, line=1) from None
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise InputError("the front matter is no list of `name: value`", file=file, line=1)
    return value
