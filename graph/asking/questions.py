"""Named questions: a file `data/queries/NAME.rq` each, SPARQL that runs as it stands, with what it asks on top.

    # question.de: …              the question, in each language
    # parameter: actor entity     a variable that may be bound, and its type (see `parameters`)
    # parameter: days number 30   the same with a default
    # order: 1                    where it stands among the examples

A line that ends in `# bind NAME` is where `VALUES ?NAME { … }` goes when somebody gives a value; one that ends in
`# with NAME` is left out unless somebody does; the lines from `# without NAME …` to `# end` are left out as soon as somebody
gives one of these: a question about the whole store walks down an index until it has enough, one about a party begins with
the party. A parameter without such a line is for whatever finishes the answer (see `answering`). A new question is a new
file, nothing else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import DataFileError, UsageError
from . import addresses
from .parameters import Given, Parameter, Resolve, is_type

FOLDER = Path(__file__).parents[1] / "data" / "queries"
_LANGUAGES = ("de", "en")
_HEADER = re.compile(r"#\s*([a-z.]+):\s*(.+)")
_PARAMETER = re.compile(r"([a-z]\w*) (\S+)(?: (\S.*))?")
_BIND = re.compile(r"^.*# bind (\w+)$", re.MULTILINE)
_WITH = re.compile(r"^(.*?) *# with (\w+)\n", re.MULTILINE)
_WITHOUT = re.compile(r"^ *# without ([\w ]+)\n(.*?)^ *# end\n", re.MULTILINE | re.DOTALL)
_LANGUAGE = re.compile(r"^.*# bind language\n|\?language\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Question:
    """A named query with the parameters that may be bound, besides the language of names."""

    name: str
    labels: Mapping[str, str]
    parameters: Mapping[str, Parameter]
    order: int
    query: str

    def label(self, language: str) -> str:
        """The question in words."""
        return self.labels[language]

    def given(self, values: Given, resolve: Resolve) -> Given:
        """What is given, parties by their keys, and the defaults of the rest. UsageError for an unknown parameter."""
        for name in values:
            self._known(name)
        defaults = {name: each.default for name, each in self.parameters.items() if each.default is not None}
        told = {name: self.parameters[name].resolved(value, resolve) for name, value in values.items() if value.strip()}
        return defaults | told

    def bound(self, base: str, language: str = "de", given: Given | None = None) -> str:
        """The query with names in `language` and variables bound to what is `given`, else to their defaults.

        Entities are given by their key, relations by their code. UsageError for an unknown parameter or a wrong value.
        """
        given = self.given(given or {}, _as_it_stands)
        terms = {name: self.parameters[name].term(value, base) for name, value in given.items()}
        wanted = _WITH.sub(lambda line: f"{line[1]}\n" if line[2] in terms else "", self.query)
        wanted = _WITHOUT.sub(lambda part: part[2] if terms.keys().isdisjoint(part[1].split()) else "", wanted)
        words = addresses.text(language)
        # Names are chosen by a constant: Virtuoso forgets within OPTIONAL what VALUES gives outside of it.
        wanted = _LANGUAGE.sub(lambda found: words if found[0].startswith("?") else "", wanted)
        return _BIND.sub(lambda line: _bound(line, terms), wanted)

    def _known(self, name: str) -> Parameter:
        if name not in self.parameters:
            known = ", ".join(self.parameters) or "none"
            raise UsageError(f"the question {self.name} has no parameter {name[:40]!r}; it has {known}")
        return self.parameters[name]


def _as_it_stands(value: str) -> str:
    return value


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
    parameters: dict[str, Parameter] = {}
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
        elif match and key == "parameter" and (parameter := _parameter(match[2])):
            parameters[parameter.name] = parameter
        else:
            raise DataFileError(
                "is not `# question.LANGUAGE: …`, `# parameter: NAME TYPE [DEFAULT]` or `# order: N`", file=file, line=number
            )
    query = "\n".join(lines[body:]) + "\n"
    _whole(file, labels, {*parameters, "language"}, query)
    return Question(file.stem, labels, parameters, order, query)


def _parameter(words: str) -> Parameter | None:
    """`NAME TYPE [DEFAULT]`; None for anything else, also for a default that does not fit its type."""
    match = _PARAMETER.fullmatch(words)
    if match is None or not is_type(match[2]):
        return None
    parameter = Parameter(match[1], match[2], match[3])
    try:
        if parameter.default is not None:
            parameter.term(parameter.default, "")
    except UsageError:
        return None
    return parameter


def _whole(file: Path, labels: Mapping[str, str], names: set[str], query: str) -> None:
    if set(labels) != set(_LANGUAGES):
        raise DataFileError(f"needs a question in {' and '.join(_LANGUAGES)}", file=file, line=1)
    places = {*_BIND.findall(query), *(name for _, name in _WITH.findall(query))}
    places |= {name for several, _ in _WITHOUT.findall(query) for name in several.split()}
    if unknown := places - names:
        said = "every `# bind`, `# with` and `# without` needs a parameter"
        raise DataFileError(f"{said}; {', '.join(sorted(unknown))} is none", file=file)
