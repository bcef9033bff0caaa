"""How a query begins: what it is, and what has to be said before it where it uses prefixes that it does not declare."""

import re
from collections.abc import Mapping

_DECLARED = re.compile(r"\bPREFIX\s+([\w-]*):", re.IGNORECASE)

_BEFORE = re.compile(r"\s+|#[^\n]*|(?:BASE|PREFIX\s+[^\s<]*)\s*<[^<>]*>", re.IGNORECASE)


def form(query: str) -> str:
    """The first word behind the declarations of a query, such as `SELECT`.

    >>> form("PREFIX ask: <http://a.example/#select> # why\\nconstruct { ?s ?p ?o } { ?s ?p ?o }")
    'CONSTRUCT'
    """
    at = 0
    while declared := _BEFORE.match(query, at):
        at = declared.end()
    word = re.match(r"[A-Za-z]*", query[at:])
    return word[0].upper() if word else ""


def prologue(query: str, base: str | None, prefixes: Mapping[str, str]) -> str:
    """The declarations of the base and of those prefixes that the query may use, on one line that the query goes on.

    >>> prologue("ASK { ?x a sem:Event }", None, {"sem": "http://sem.example/", "oa": "http://oa.example/"})
    'PREFIX sem: <http://sem.example/> '
    """
    declared = set(_DECLARED.findall(query))
    used = [name for name in prefixes if name not in declared and re.search(rf"(?<![\w-]){re.escape(name)}:", query)]
    return (f"BASE <{base}> " if base else "") + "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in used)
