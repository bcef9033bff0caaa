"""JSON Schemas of our payloads, read off the dataclasses that are sent: a schema cannot say what is not sent.

Knows plain types, lists, optional values and dataclasses, which become named schemas of their own.
"""

import types
from dataclasses import fields, is_dataclass
from typing import Any, Union, get_args, get_origin, get_type_hints

Schema = dict[str, Any]
_PLAIN: dict[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
}


def ref(payload: type) -> Schema:
    """Points to the named schema of a dataclass."""
    return {"$ref": f"#/components/schemas/{payload.__name__}"}


def named(*payloads: type) -> dict[str, Schema]:
    """The schemas of dataclasses and of all that they are made of, by name and in order."""
    found: dict[str, Schema] = {}
    waiting = list(payloads)
    while waiting:
        payload = waiting.pop()
        if payload.__name__ not in found:
            hints = get_type_hints(payload)
            waiting += [part for hint in hints.values() for part in _parts(hint)]
            found[payload.__name__] = _object(payload, hints)
    return dict(sorted(found.items()))


def _object(payload: type, hints: dict[str, Any]) -> Schema:
    names = [field.name for field in fields(payload)]
    told: Schema = {"type": "object", "properties": {name: _schema(hints[name]) for name in names}, "required": names}
    return {"description": " ".join((payload.__doc__ or "").split()), **told, "additionalProperties": False}


def _schema(hint: Any) -> Schema:
    if is_dataclass(hint) and isinstance(hint, type):
        return ref(hint)
    if get_origin(hint) is list:
        return {"type": "array", "items": _schema(get_args(hint)[0])}
    if get_origin(hint) in (Union, types.UnionType):
        return {"anyOf": [_schema(part) for part in get_args(hint)]}
    return dict(_PLAIN[hint])


def _parts(hint: Any) -> list[type]:
    """The dataclasses that a type is made of."""
    if is_dataclass(hint) and isinstance(hint, type):
        return [hint]
    return [part for inner in get_args(hint) for part in _parts(inner)]
