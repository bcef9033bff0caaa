"""`payloads.ts` says the same as `web/payloads.py`: the same names, the same fields, in the same order, nullable alike."""

import dataclasses
import re
from pathlib import Path
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import web.payloads

SCRIPT = Path(web.payloads.__file__).parent / "ui" / "src" / "payloads.ts"
_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def in_typescript(hint: Any) -> str:
    """A Python type as TypeScript writes it."""
    if isinstance(hint, UnionType):
        return " | ".join(in_typescript(part) for part in get_args(hint))
    if get_origin(hint) is list:
        return f"{in_typescript(get_args(hint)[0])}[]"
    return _PLAIN.get(hint) or str(hint.__name__)


def test_both_sides_say_the_same() -> None:
    classes = {name: each for name, each in vars(web.payloads).items() if dataclasses.is_dataclass(each)}
    ours = {name: {field: in_typescript(hint) for field, hint in get_type_hints(each).items()} for name, each in classes.items()}
    interfaces = re.findall(r"export interface (\w+) \{(.*?)\n\}", SCRIPT.read_text(encoding="utf-8"), re.DOTALL)
    theirs = {name: dict(re.findall(r"(\w+): ([^;]+);", body)) for name, body in interfaces}
    assert theirs == ours
    assert list(theirs) == list(ours)
