"""What a stranger's query may ask: SPARQL 1.1 queries over this store, and nothing that reaches out of it or changes it.

Runs inside the worker, because parsing alone can take seconds. rdflib only parses here; Oxigraph evaluates. The two
parsers disagree about Unicode escapes and about where a comment ends, so a query is first put into a form in which
they cannot: what was checked is then, character for character, what is evaluated. Knows no store.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pyparsing import ParseBaseException
from rdflib.plugins.sparql.algebra import translateQuery
from rdflib.plugins.sparql.parser import parseQuery, parseUpdate
from rdflib.plugins.sparql.parserutils import CompValue

from ..errors import QueryRefused, QuerySyntaxError, QueryTooLong

SIZE = 16 * 1024  # bytes; rdflib needs seconds for 30 KB of `||`, and no question written by hand is longer

_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8}))")
_LINE_END = re.compile(r"\r\n?")
_NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')  # what may not stand between < and >
_UPDATE = re.compile(r"\b(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\b", re.IGNORECASE)
_FORMS = {"SelectQuery": "select", "AskQuery": "ask", "ConstructQuery": "construct", "DescribeQuery": "describe"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may be evaluated: its canonical `text`, its form, and whether it names its own dataset (FROM)."""

    text: str
    form: str
    dataset: bool


@dataclass(frozen=True, slots=True)
class Graphs:
    """The dataset that a request names beside its query, by the protocol's rules: it goes before any FROM.

    The default graph is the union of `default`; GRAPH sees `named` alone. What is not named is not there.
    """

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    def check(self, base: str) -> None:
        """Raises QueryRefused for a graph that is not of the store whose things live under `base`."""
        for name in (*self.default, *self.named):
            _check_graph(name, base, "the graph")


def check_size(query: str, limit: int = SIZE) -> None:
    """Raises QueryTooLong for more than `limit` bytes of UTF-8; cheap, so it comes before everything else."""
    if len(query) > limit or len(query.encode("utf-8", "surrogatepass")) > limit:
        raise QueryTooLong(f"the query is longer than {limit} bytes; ask for less at a time")


def check(query: str, base: str, prefixes: Mapping[str, str], size: int = SIZE) -> Checked:
    """The query as it may be evaluated over a store whose things live under `base`; `size` is in bytes.

    Raises QueryTooLong, QuerySyntaxError (with line and column where the parser tells them) and QueryRefused.
    """
    check_size(query, size)
    text = canonical(query)
    try:
        parsed = _parsed(text)
        _refuse_service(parsed)
        algebra = _translated(parsed, text, base, prefixes).algebra
    except RecursionError:
        raise QuerySyntaxError("the query is nested too deeply") from None
    _refuse_service(algebra)
    graphs = _dataset(algebra)
    for name in graphs:
        _check_graph(name, base, "FROM")
    return Checked(text, _FORMS[algebra.name], bool(graphs))


def _check_graph(name: str, base: str, how: str) -> None:
    if not name.startswith(base) or _NO_IRI.search(name):
        raise QueryRefused(f"{how} <{name[:200]}> is not allowed: only graphs of this store can be named")


def canonical(query: str) -> str:
    r"""The query with code point escapes written out and every line end as a newline, so that all parsers agree.

    >>> canonical('ASK { ?s ?p "\\u00e9" }')
    'ASK { ?s ?p "é" }'
    """
    text = _ESCAPE.sub(_character, _LINE_END.sub("\n", query))
    if _ESCAPE.search(text):
        raise QuerySyntaxError("an escape yields another escape; write the character itself", **_place(text, _ESCAPE))
    if any("\ud800" <= character <= "\udfff" or character == "\0" for character in text):
        raise QuerySyntaxError("the query holds a character that is no text")
    return _LINE_END.sub("\n", text)


def _character(escape: re.Match[str]) -> str:
    code = int(escape[1] or escape[2], 16)
    if code > 0x10FFFF:
        raise QuerySyntaxError(f"{escape[0]} is no character")
    return chr(code)


def _place(text: str, pattern: re.Pattern[str]) -> dict[str, int]:
    found = pattern.search(text)
    if found is None:
        return {}
    before = text[: found.start()]
    return {"line": before.count("\n") + 1, "column": len(before) - before.rfind("\n")}


def _parsed(text: str) -> Any:
    try:
        return parseQuery(text)
    except ParseBaseException as error:
        _refuse_update(text)
        raise QuerySyntaxError(_sentence(error), line=error.lineno, column=error.column) from None
    except ValueError as error:
        raise QuerySyntaxError(str(error)) from None


def _sentence(error: ParseBaseException) -> str:
    """The parser's message without its list of a hundred alternatives."""
    found = re.search(r"found (.+?)\s*\(at char", str(error), re.DOTALL)
    what = f"found {found[1]}" if found else "the query ends too early or goes on where it should end"
    return f"syntax error at line {error.lineno}, column {error.column}: {what}"


def _refuse_update(text: str) -> None:
    """An update is refused by name, not called a syntax error; only a hint in the text makes it worth parsing again."""
    if not _UPDATE.search(text):
        return
    try:
        parseUpdate(text)
    except (ParseBaseException, ValueError):
        return
    raise QueryRefused("updates are not allowed here: this endpoint only answers queries")


def _translated(parsed: Any, text: str, base: str, prefixes: Mapping[str, str]) -> Any:
    try:
        return translateQuery(parsed, base=base, initNs=dict(prefixes))
    except RecursionError:
        raise
    except Exception as error:  # rdflib raises bare Exceptions for unknown prefixes, wrong scopes and the like
        unknown = re.match(r"Unknown namespace prefix : (\S+)", str(error))
        if unknown is None:
            raise QuerySyntaxError(str(error).strip() or "the query makes no sense") from None
        place = _place(text, re.compile(rf"(?<![\w:]){re.escape(unknown[1])}:"))
        raise QuerySyntaxError(f"the prefix {unknown[1]}: is not declared", **place) from None


def _refuse_service(tree: Any) -> None:
    for part in _parts(tree):
        if part.name == "ServiceGraphPattern":
            raise QueryRefused("SERVICE is not allowed: queries are answered from this store alone")


def _dataset(algebra: Any) -> list[str]:
    clauses = [part for part in _parts(algebra) if part.name == "DatasetClause"]
    return [str(clause[kind]) for clause in clauses for kind in ("default", "named") if kind in clause]


def _parts(tree: Any) -> Iterator[CompValue]:
    """Every node of a parse tree or algebra, however it is held."""
    waiting, seen = [tree], set()
    while waiting:
        part = waiting.pop()
        if isinstance(part, str) or id(part) in seen:
            continue
        seen.add(id(part))
        if isinstance(part, CompValue):
            yield part
        if isinstance(part, Mapping):
            waiting.extend(part.values())
        elif hasattr(part, "__iter__"):
            waiting.extend(part)
