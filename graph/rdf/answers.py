"""What a remote engine answers, as the nodes and literals that the embedded one would give.

Solutions and triples are read as they come, so that whoever wants a hundred rows of a million waits for a hundred. An
answer that breaks off was ended at the engine's own time limit: Oxigraph then says 200 and sends half of it.
"""

from collections.abc import Iterator
from typing import IO, TypeVar, cast

import pyoxigraph
import urllib3
from pyoxigraph import Literal, QueryResultsFormat, RdfFormat, parse, parse_query_results
from urllib3.exceptions import HTTPError

from ..errors import QueryTimeout, StoreError
from .engine import Found, Term
from .names import BOOLEAN
from .protocol import SOLUTIONS, TRIPLES

_CUT, _PARTLY = "X-SPARQL-MaxRows", ("X-SPARQL-Anytime", "X-SQL-State")  # how Virtuoso says that there was more
_PLAIN_TRIPLES = (TRIPLES, "text/plain")
_BROKEN = (SyntaxError, ValueError, OSError, RuntimeError, HTTPError)


class Solution:
    """What is bound to each variable, by name or place."""

    def __init__(self, names: dict[str, int], terms: list[Term | None]) -> None:
        self._names, self._terms = names, terms

    def __getitem__(self, key: str | int) -> Term | None:
        return self._terms[self._names[key] if isinstance(key, str) else key]

    def __iter__(self) -> Iterator[Term | None]:
        return iter(self._terms)


class RemoteSolutions:
    """The solutions of a SELECT, to be taken once; `cut` says that the engine keeps more to itself."""

    def __init__(self, solutions: pyoxigraph.QuerySolutions, response: urllib3.BaseHTTPResponse) -> None:
        self.variables, self.cut = solutions.variables, _CUT in response.headers
        self._solutions, self._response = solutions, response

    def __iter__(self) -> Iterator[Solution]:
        names = {variable.value: place for place, variable in enumerate(self.variables)}
        for solution in _whole(self._solutions, self._response):
            yield Solution(names, [canonical(solution[place]) for place in range(len(names))])


def found(response: urllib3.BaseHTTPResponse, address: str) -> Found:
    """What the response holds. QueryTimeout when it was cut short, StoreError when it is no answer to a query."""
    if any(name in response.headers for name in _PARTLY):
        raise QueryTimeout("the engine ended the query at its own time limit; ask for less at a time")
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if kind in (SOLUTIONS, "application/json"):
        return _solutions(response)
    if kind in _PLAIN_TRIPLES:
        return _triples(response)
    raise StoreError(f"{address}: answers a query with {kind or 'nothing'}; is this where the engine takes queries?")


def is_true(answer: Found) -> bool:
    """The answer to an ASK; Virtuoso gives a table with 1 in it for yes, and an empty one for no."""
    if not isinstance(answer, RemoteSolutions):
        return bool(answer)
    return any(isinstance(row[0], Literal) and row[0].value in ("1", "true") for row in answer)


def canonical(term: Term | None) -> Term | None:
    """The term as it was written: Virtuoso gives 1 for true and 0 for false."""
    if isinstance(term, Literal) and term.datatype == BOOLEAN and term.value in ("0", "1"):
        return Literal("true" if term.value == "1" else "false", datatype=BOOLEAN)
    return term


def _solutions(response: urllib3.BaseHTTPResponse) -> Found:
    try:
        read = parse_query_results(cast(IO[bytes], response), QueryResultsFormat.JSON)
    except _BROKEN as error:
        raise _broken_off() from error
    return RemoteSolutions(read, response) if isinstance(read, pyoxigraph.QuerySolutions) else bool(read)


def _triples(response: urllib3.BaseHTTPResponse) -> Iterator[pyoxigraph.Triple]:
    for quad in _whole(parse(cast(IO[bytes], response), RdfFormat.N_TRIPLES), response):
        triple = quad.triple
        term = cast(Term, canonical(triple.object))
        yield pyoxigraph.Triple(triple.subject, triple.predicate, term)


_Part = TypeVar("_Part")


def _whole(parts: Iterator[_Part], response: urllib3.BaseHTTPResponse) -> Iterator[_Part]:
    """All parts; that one is missing is an error, and never less of an answer.

    Whoever takes no more of them lets the engine go, which else would work on for nobody.
    """
    try:
        yield from parts
        response.drain_conn()
    except _BROKEN as error:
        raise _broken_off() from error
    finally:
        response.close()


def _broken_off() -> QueryTimeout:
    return QueryTimeout("the engine's answer broke off, as it does at its own time limit; ask for less at a time")
