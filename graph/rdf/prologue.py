"""What has to be said before a query that uses prefixes which it does not declare."""

import re
from collections.abc import Mapping

_DECLARED = re.compile(r"\bPREFIX\s+([\w-]*):", re.IGNORECASE)


def prologue(query: str, base: str | None, prefixes: Mapping[str, str]) -> str:
    """The declarations of the base and of those prefixes that the query may use, on one line that the query goes on.

    >>> prologue("ASK { ?x a sem:Event }", None, {"sem": "http://sem.example/", "oa": "http://oa.example/"})
    'PREFIX sem: <http://sem.example/> '
    """
    declared = set(_DECLARED.findall(query))
    used = [name for name in prefixes if name not in declared and re.search(rf"(?<![\w-]){re.escape(name)}:", query)]
    return (f"BASE <{base}> " if base else "") + "".join(f"PREFIX {name}: <{prefixes[name]}> " for name in used)
