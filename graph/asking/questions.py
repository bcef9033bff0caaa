"""Named questions: a file `data/queries/NAME.rq` each, SPARQL that runs as it stands, with what it asks on top.

    # question.de: …            the question, in each language
    # parameter: entity entity  a variable that may be bound, and its type: entity, relation, date or text
    # order: 1                  where it stands among the examples

A line that ends in `# bind NAME` is where `VALUES ?NAME { … }` goes when somebody gives a value. A new question is a
new file, nothing else.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ..errors import DataFileError, UsageError
from . import addresses

FOLDER = Path(__file__).parents[1] / "data" / "queries"
_LANGUAGES = ("de", "en")
_HEADER = re.compile(r"#\s*([a-z.]+):\s*(.+)")
_BIND = re.compile(r"^.*# bind (\w+)$", re.MULTILINE)


def _entity(value: str, base: str) -> str:
    return addresses.iri(base, "entity", value)


def _relation(value: str, _base: str) -> str:
    return addresses.relation(value)


def _date(value: str, _base: str) -> str:
    try:
        return f'"{date.fromisoformat(value).isoformat()}"^^xsd:date'
    except ValueError:
        raise UsageError(f"{value[:40]!r} is no date; write it as 2024-06-03") from None


def _text(value: str, _base: str) -> str:
    return addresses.text(value)


_TYPES: Mapping[str, Callable[[str, str], str]] = {"entity": _entity, "relation": _relation, "date": _date, "text": _text}


@dataclass(frozen=True, slots=True)
class Question:
    """A named query; `parameters` gives the type of each variable that may be bound, besides the language of names."""

    name: str
    labels: Mapping[str, str]
    parameters: Mapping[str, str]
    order: int
    query: str

    def label(self, language: str) -> str:
        """The question in words."""
        return self.labels[language]

    def bound(self, base: str, language: str = "de", given: Mapping[str, str] | None = None) -> str:
        """The query with names in `language` and variables bound to what is `given`.

        Entities are given by their key, relations by their code. UsageError for an unknown parameter or a wrong value.
        """
        terms = {"language": addresses.text(language)}
        for name, value in (given or {}).items():
            if name not in self.parameters:
                known = ", ".join(self.parameters) or "none"
                raise UsageError(f"the question {self.name} has no parameter {name[:40]!r}; it has {known}")
            terms[name] = _TYPES[self.parameters[name]](value, base)
        return _BIND.sub(lambda line: _bound(line, terms), self.query)


def _bound(line: re.Match[str], terms: Mapping[str, str]) -> str:
    name = line[1]
    if name not in terms:
        return line[0]
    indent = line[0][: len(line[0]) - len(line[0].lstrip())]
    return f"{indent}VALUES ?{name} {{ {terms[name]} }} # bind {name}"


def questions(folder: Path = FOLDER) -> Mapping[str, Question]:
    """All named questions in their order, by name. DataFileError names the file and line of a malformed one."""
    return _read(folder)


@cache
def _read(folder: Path) -> Mapping[str, Question]:
    found = [_question(file) for file in sorted(folder.glob("*.rq"))]
    return {question.name: question for question in sorted(found, key=lambda question: (question.order, question.name))}


def _question(file: Path) -> Question:
    labels: dict[str, str] = {}
    parameters: dict[str, str] = {}
    order = 0
    lines = file.read_text(encoding="utf-8").splitlines()
    body = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    for number, line in enumerate(lines[:body], 1):
        match = _HEADER.fullmatch(line)
        key, _, language = match[1].partition(".") if match else ("", "", "")
        if match and key == "question" and language in _LANGUAGES:
            labels[language] = match[2]
        elif match and key == "order" and match[2].isdecimal():
            order = int(match[2])
        elif match and key == "parameter" and match[2].split()[-1] in _TYPES and len(match[2].split()) == 2:
            name, kind = match[2].split()
            parameters[name] = kind
        else:
            raise DataFileError(
                "is not `# question.LANGUAGE: …`, `# parameter: NAME TYPE` or `# order: N`", file=file, line=number
            )
    query = "\n".join(lines[body:]) + "\n"
    _whole(file, labels, {*parameters, "language"}, query)
    return Question(file.stem, labels, parameters, order, query)


def _whole(file: Path, labels: Mapping[str, str], names: set[str], query: str) -> None:
    if set(labels) != set(_LANGUAGES):
        raise DataFileError(f"needs a question in {' and '.join(_LANGUAGES)}", file=file, line=1)
    places = set(_BIND.findall(query))
    if not places <= names or not names <= places | {"language"}:
        raise DataFileError("every parameter needs one line `# bind NAME`, and every such line a parameter", file=file)
