"""Writing and reading the quads of plain values: which literal a Python value becomes, and back.

Literals are in the form in which the engine gives them back, so that quads are equal before and after storing.
"""

import re
from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ..errors import StoreError
from ..model import Span
from . import names

Value = NamedNode | str | bool | int | float | date | None


class Saying(ABC):
    """What is said in one named graph, statement by statement."""

    name: NamedNode

    @abstractmethod
    def say(self, subject: NamedNode, predicate: NamedNode, value: Value) -> None:
        """One quad; none when the value is None."""

    def select(self, node: NamedNode, span: Span) -> NamedNode:
        """Make `node` a selector of the characters of `span`."""
        self.say(node, names.TYPE, names.POSITION_SELECTOR)
        self.say(node, names.START, span.start)
        self.say(node, names.END, span.end)
        return node


@dataclass(frozen=True)
class Sheet(Saying):
    """The quads of one named graph while they are written."""

    name: NamedNode
    quads: list[Quad] = field(default_factory=list)

    def say(self, subject: NamedNode, predicate: NamedNode, value: Value) -> None:
        if value is not None:
            told = value if isinstance(value, NamedNode) else term(value)
            self.quads.append(Quad(subject, predicate, told, self.name))


class Lines(Saying):
    """The same as lines of N-Quads, which a bulk loader takes: half the time of making quads and writing those."""

    def __init__(self, name: NamedNode) -> None:
        self.name, self._end = name, f" {name} .\n"
        self._subject, self._begin = name, str(name)
        self._lines: list[str] = []

    def say(self, subject: NamedNode, predicate: NamedNode, value: Value) -> None:
        if value is None:
            return
        if subject is not self._subject:  # most of what is said goes on about the same thing
            self._subject, self._begin = subject, str(subject)
        self._lines.append(f"{self._begin} {spelled(predicate)} {_spelled(value)}{self._end}")

    def told(self) -> bytes:
        """All of it. UnicodeError when it holds characters that no text has."""
        return "".join(self._lines).encode()


def in_graph(triple: Triple, name: NamedNode) -> Quad:
    """The triple in the graph `name`."""
    return Quad(triple.subject, triple.predicate, triple.object, name)


def term(value: NamedNode | str | bool | int | float | date) -> NamedNode | Literal:
    """The node or the typed literal of a value; numbers with a fraction become decimals."""
    match value:
        case NamedNode():
            return value
        case bool():
            return Literal("true" if value else "false", datatype=names.BOOLEAN)
        case int():
            return _integer(value)
        case float():
            return Literal(_decimal(value), datatype=names.DECIMAL)
        case date():
            return Literal(value.isoformat(), datatype=names.DATE)
        case str():
            return Literal(value)


@lru_cache(maxsize=10_000)
def _integer(value: int) -> Literal:
    """Offsets and positions, mostly: the same few thousand numbers again and again."""
    return Literal(str(value), datatype=names.INTEGER)


_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r"})
_INTEGER = str(names.INTEGER)
_SPECIAL = re.compile(r'["\\\n\r]')
spelled = lru_cache(maxsize=1000)(str)  # of properties, in N-Quads


def _spelled(value: NamedNode | str | bool | int | float | date) -> str:
    kind = type(value)
    if kind is NamedNode:
        return str(value)
    if kind is int:  # every third value is an offset or a position; a bool is of another type
        return f'"{value}"^^{_INTEGER}'
    if isinstance(value, str):
        return f'"{value.translate(_ESCAPES) if _SPECIAL.search(value) else value}"'
    return str(term(value))


def _decimal(value: float) -> str:
    """The shortest decimal that gives the same float back, without exponent and trailing zeros."""
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


class Facts:
    """What some quads say about each subject, to be read property by property."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._said: dict[NamedNode, dict[NamedNode, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        for quad in quads:
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                self._said[quad.subject][quad.predicate].append(quad.object)

    def _values(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode | Literal]:
        return self._said[subject][predicate] if subject in self._said else []

    def subjects(self, predicate: NamedNode) -> list[NamedNode]:
        """The subjects that have a property, sorted."""
        return sorted((about for about, said in self._said.items() if predicate in said), key=lambda node: node.value)

    def nodes(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """The IRIs that a property points to, sorted."""
        return sorted((v for v in self._values(subject, predicate) if isinstance(v, NamedNode)), key=lambda node: node.value)

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        """The one IRI that a property points to, the first if there are several; None without any."""
        found = self.nodes(subject, predicate)
        return found[0] if found else None

    def text(self, subject: NamedNode, predicate: NamedNode) -> str | None:
        """The one literal of a property as text, the first if there are several; None without any."""
        return next(iter(self.texts(subject, predicate)), None)

    def texts(self, subject: NamedNode, predicate: NamedNode) -> list[str]:
        """The literals of a property as text, sorted."""
        return sorted(v.value for v in self._values(subject, predicate) if isinstance(v, Literal))

    def needed(self, subject: NamedNode, predicate: NamedNode) -> str:
        """As `text`, of a property that must be there. Raises StoreError."""
        value = self.text(subject, predicate)
        if value is None:
            raise StoreError(f"{subject.value} has no {predicate.value}")
        return value

    def needed_node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode:
        """As `node`, of a property that must be there. Raises StoreError."""
        value = self.node(subject, predicate)
        if value is None:
            raise StoreError(f"{subject.value} has no {predicate.value}")
        return value

    def number(self, subject: NamedNode, predicate: NamedNode) -> int:
        """A whole number that must be there. Raises StoreError."""
        value = self.needed(subject, predicate)
        try:
            return int(value)
        except ValueError as error:
            raise StoreError(f"{subject.value}: {predicate.value} is no number: {value}") from error

    def span(self, selector: NamedNode | None) -> Span | None:
        """The span that a selector selects; None for None and for nodes that select nothing."""
        if selector is None or self.text(selector, names.START) is None:
            return None
        return Span(self.number(selector, names.START), self.number(selector, names.END))

    def in_order(self, subject: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """The parts of a subject by their `depesche:position`."""
        return sorted(self.nodes(subject, predicate), key=lambda node: self.number(node, names.depesche("position")))
