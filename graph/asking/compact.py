"""Triples as compact JSON-LD: short names from our context, parts of a thing inside it, the thing itself on top.

Made for our own data: no blank nodes and no lists. Pure; the same triples give the same bytes.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from pyoxigraph import Literal, NamedNode, Triple

from ..rdf import names
from .context import Name, classes, properties, shrunk

_Node = dict[str, Any]
_STRING = names.XSD + "string"
_EXACT = 2**53  # a JSON number beyond it loses digits where it is read as a double


def compact(triples: Iterable[Triple], context: str) -> bytes:
    """The triples as one JSON-LD document that refers to the context at the address `context`."""
    said: dict[str, list[tuple[str, NamedNode | Literal]]] = defaultdict(list)
    for triple in sorted(set(triples), key=str):
        if isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            said[triple.subject.value].append((triple.predicate.value, triple.object))
    parts = _parts(said)
    nodes = [_node(subject, said, parts) for subject in sorted(said) if subject not in parts]
    head = {"@context": context}
    document = {**head, **nodes[0]} if len(nodes) == 1 else {**head, "@graph": nodes}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _parts(said: dict[str, list[tuple[str, NamedNode | Literal]]]) -> frozenset[str]:
    """Fragments that one thing alone points to: they are told inside it, and nowhere else."""
    links = [(about, name, value) for about, facts in said.items() for name, value in facts if isinstance(value, NamedNode)]
    pointers = [(about, value.value) for about, name, value in links if name != names.TYPE.value]
    pointed = Counter(target for _, target in pointers)
    below = {(target, about) for about, target in pointers}
    found = {target for target, n in pointed.items() if n == 1 and target in said and "#" in target}
    # What only a part of it points to, or two fragments that point to each other, must not vanish in a circle.
    return frozenset(each for each in found if _reaches_whole(each, dict(below), found))


def _reaches_whole(part: str, above: dict[str, str], found: set[str]) -> bool:
    seen: set[str] = set()
    while part in found and part not in seen:
        seen.add(part)
        part = above[part]
    return part not in seen


def _node(about: str, said: dict[str, list[tuple[str, NamedNode | Literal]]], parts: frozenset[str]) -> _Node:
    types = sorted(_class(value.value) for predicate, value in said[about] if predicate == names.TYPE.value)
    node: _Node = {"id": about, **({"type": types if len(types) > 1 else types[0]} if types else {})}
    values: dict[str, list[Any]] = defaultdict(list)
    for predicate, value in said[about]:
        if predicate == names.TYPE.value:
            continue
        name = properties().get(predicate, Name(shrunk(predicate), predicate, None))
        part = value.value if isinstance(value, NamedNode) and value.value in parts else None
        values[name.short].append(_node(part, said, parts) if part else _value(value, name))
    return {**node, **{short: found if len(found) > 1 else found[0] for short, found in sorted(values.items())}}


def _class(iri: str) -> str:
    return classes().get(iri, shrunk(iri))


def _value(value: NamedNode | Literal, name: Name) -> Any:
    if isinstance(value, NamedNode):
        return shrunk(value.value) if name.values == "@id" else {"id": shrunk(value.value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    if value.datatype.value == _STRING:
        return value.value if name.values is None else {"@value": value.value}
    if value.datatype.value != name.values:
        return {"@value": value.value, "@type": shrunk(value.datatype.value)}
    return _native(value)


def _native(value: Literal) -> Any:
    """Whole numbers and truth values as JSON has them, where that says exactly the same."""
    if value.datatype == names.BOOLEAN and value.value in ("true", "false"):
        return value.value == "true"
    if value.datatype == names.INTEGER and str(int(value.value)) == value.value and abs(int(value.value)) <= _EXACT:
        return int(value.value)
    return value.value
