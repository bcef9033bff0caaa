"""The kinds of file, each taken apart into what it says about its articles; makes no article itself.

Files are UTF-8, with or without a byte order mark. JSON lines are read one at a time, so that an archive need not fit
into memory, and a broken line is handed on as the error that names it. Front matter is YAML in its safe form.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

import yaml

from ..errors import InputError
from .unpacking import told_whole, whole


@dataclass(frozen=True, slots=True)
class Described:
    """What a file says about one article; `place` is the file, or the entry of its list, `line` where it stands.

    `remark` is what its reader should know about how it was read.
    """

    given: Mapping[str, object]
    place: str
    line: int | None = None
    remark: str | None = None


Descriptions = Iterator[Described | InputError]

_FRONT = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*(?:\r?\n|\Z)(?P<text>.*)", re.DOTALL | re.MULTILINE)
_BOM = b"\xef\xbb\xbf"
LINE_BYTES = 32 * 1024 * 1024  # one article; the longest books have 5 MB of text
DOCUMENT_BYTES = 512 * 1024 * 1024  # a list of articles that is held in memory whole; longer ones are for JSON lines


def json_lines(stream: BinaryIO, place: str) -> Descriptions:
    """One article in each line; blank lines are passed over."""
    empty, number = True, 0
    while line := stream.readline(LINE_BYTES + 1):
        number += 1
        if len(line) > LINE_BYTES:
            raise InputError(
                f"the line is longer than {LINE_BYTES // 1_048_576} MB; the rest is not read", file=place, line=number
            )
        if not line.endswith(b"\n"):
            told_whole(stream)  # so that the last line of a damaged file is not called broken
        if line.strip():
            empty = False
            yield from _values(line, place, number)
    told_whole(stream)
    if empty:
        yield InputError("the file is empty", file=place)


def json_document(stream: BinaryIO, place: str) -> Descriptions:
    """One article, or a list of them."""
    yield from _values(whole(stream, DOCUMENT_BYTES, place), place, None)


def front_matter(stream: BinaryIO, place: str) -> Descriptions:
    """Plain text, with or without a YAML block between two lines `---` at its head."""
    text = _decoded(whole(stream, LINE_BYTES, place), place, None)
    if not re.match(r"---[ \t]*\r?\n", text):
        yield Described({"text": text}, place)
        return
    found = _FRONT.match(text)
    if found is None:
        raise InputError("the front matter has no closing line ---", file=place, line=1)
    yield Described({**_yaml(found["yaml"], place), "text": found["text"]}, place)


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


def _yaml(block: str, place: str) -> Mapping[str, object]:
    try:
        value = yaml.safe_load(block)
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 2  # counted from 0, after the line ---
        raise InputError(f"broken front matter: {error.problem}", file=place, line=line) from None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise InputError(f"broken front matter: {str(error).splitlines()[0]}", file=place, line=1) from None
    if value is None:
        return {}
    if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
        raise InputError("the front matter is no list of `name: value`", file=place, line=1)
    return value
