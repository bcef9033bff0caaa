"""What a store asks of the engine that keeps its quads, whether it lives in the store's folder or on another machine.

`Engine` says where the quads are; it opens them to read (`Quads`) or to write (`Standing`). pyoxigraph's own store is a
`Quads` as it stands.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol, runtime_checkable

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from .names import depesche
from .terms import Terms
from .update import Change

Pattern = tuple[NamedNode | None, NamedNode | None, NamedNode | None, NamedNode]  # of quads within one graph; None: any
Node = pyoxigraph.NamedNode | pyoxigraph.BlankNode
Graphs = list[pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.DefaultGraph]
Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple


class Row(Protocol):
    """One solution: what is bound to a variable, by its name or place."""

    def __getitem__(self, key: str | int) -> Term | None: ...


@runtime_checkable
class Solutions(Protocol):
    """The solutions of a SELECT, to be taken once."""

    @property
    def variables(self) -> list[pyoxigraph.Variable]:
        """The columns."""

    def __iter__(self) -> Iterator[Row]: ...


Found = Solutions | Iterator[pyoxigraph.Triple] | pyoxigraph.QueryBoolean | bool


def is_cut(solutions: Solutions) -> bool:
    """Whether an engine gives only some of all solutions and keeps the others to itself."""
    return getattr(solutions, "cut", False) is True


class Quads(Protocol):
    """The quads of a store, to read."""

    def query(
        self,
        query: str,
        *,
        base_iri: str | None = None,
        prefixes: dict[str, str] | None = None,
        use_default_graph_as_union: bool = False,
        default_graph: Graphs | None = None,
        named_graphs: list[Node] | None = None,
    ) -> Found:
        """What a query finds: solutions, triples, or yes and no. Given graphs go before those that the query names."""

    def quads_for_pattern(
        self, subject: Node | None, predicate: NamedNode | None, object: Term | None, graph_name: NamedNode | None = None
    ) -> Iterator[Quad]:
        """The quads that fit; None fits everything."""

    def named_graphs(self) -> Iterator[NamedNode | pyoxigraph.BlankNode]:
        """The names of all graphs."""


def stored_revision(quads: Quads, terms: Terms) -> int:
    """The revision that stands in the quads themselves; 0 when they were never written."""
    about = terms.graph("meta")
    found = [quad.object for quad in quads.quads_for_pattern(about, depesche("revision"), None, about)]
    return max((int(value.value) for value in found if isinstance(value, pyoxigraph.Literal)), default=0)


class Standing(Protocol):
    """The quads of a store, to write; one at a time has them, until `close`."""

    def revision(self) -> int:
        """The revision that the quads are; 0 when they were never written."""

    def matching(self, patterns: Collection[Pattern]) -> Mapping[Pattern, set[Quad]]:
        """The quads that fit each of the patterns."""

    def apply(self, change: Change, revision: int) -> None:
        """Make the change, and `revision` the revision. StoreError when it fails; then it may be made again."""

    def close(self) -> None:
        """Let go of the engine."""


class Engine(Protocol):
    """Where the quads of a store are kept; costs nothing until it is opened."""

    @property
    def address(self) -> str | None:
        """Where it is served; None when it lives in the store's folder."""

    def read(self) -> Quads:
        """The quads, to read. StoreError when they cannot be."""

    def write(self, terms: Terms) -> Standing:
        """The quads, to write, all that was cut off of the last change made first. StoreError when they cannot be."""

    def replace(self, quads: Iterable[Quad], revision: int, terms: Terms) -> None:
        """Let these quads take the place of all that the store has."""
