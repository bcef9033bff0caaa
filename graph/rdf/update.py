"""What has to be taken out of the quads and put in, and how SPARQL says it. Nothing is sent from here."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Triple, serialize

from .names import INTEGER, depesche
from .terms import Terms


@dataclass(slots=True)
class Change:
    """Quads to take out and to put in, and graphs that are left empty."""

    out: set[Quad] = field(default_factory=set)
    put: set[Quad] = field(default_factory=set)
    vacated: set[NamedNode] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.out or self.put)

    def differ(self, old: Collection[Quad], new: Collection[Quad]) -> None:
        """`old` is what stands and `new` what should."""
        standing, wanted = set(old), set(new)
        self.out |= standing - wanted
        self.put |= wanted - standing

    def left(self) -> set[Quad]:
        """What to take out of graphs that stay."""
        return {quad for quad in self.out if quad.graph_name not in self.vacated}


def as_update(change: Change) -> str:
    """The change as one SPARQL update: an engine that keeps to it does all of it or nothing."""
    return " ;\n".join([*drops(change.vacated), f"DELETE DATA {{ {_blocks(change.left())} }}", insertion(change.put)])


def pieces(change: Change, most: int) -> Iterator[str]:
    """The change as updates that name no more than `most` quads or graphs each; any of them may be sent again.

    By graph, so that an article is as seldom seen in halves as can be.
    """
    names = sorted(change.vacated, key=str)
    for start in range(0, len(names), most):
        yield " ;\n".join(drops(names[start : start + most]))
    for some in portions(sorted(change.left(), key=_place), most):
        yield f"DELETE DATA {{ {_blocks(some)} }}"
    for some in portions(sorted(change.put, key=_place), most):
        yield insertion(some)


def portions(quads: Iterable[Quad], most: int) -> Iterator[list[Quad]]:
    """The quads in their order, at most so many at a time."""
    some: list[Quad] = []
    for quad in quads:
        some.append(quad)
        if len(some) == most:
            yield some
            some = []
    if some:
        yield some


def drops(graphs: Iterable[NamedNode]) -> list[str]:
    """An update for each graph that empties it, whether it is there or not."""
    return [f"DROP SILENT GRAPH {name}" for name in sorted(graphs, key=str)]


def insertion(quads: Collection[Quad]) -> str:
    """The update that puts quads in."""
    return f"INSERT DATA {{ {_blocks(quads)} }}"


def raise_revision(revision: int, terms: Terms) -> str:
    """The update that says in the quads themselves which revision they are."""
    about, name = terms.graph("meta"), depesche("revision")
    return (
        f"DELETE WHERE {{ GRAPH {about} {{ {about} {name} ?before }} }} ;\n"
        f"INSERT DATA {{ GRAPH {about} {{ {about} {name} {_revision(revision)} }} }}"
    )


def revision_quad(revision: int, terms: Terms) -> Quad:
    """The quad that says which revision the quads are."""
    return Quad(terms.graph("meta"), depesche("revision"), _revision(revision), terms.graph("meta"))


def _revision(revision: int) -> Literal:
    return Literal(str(revision), datatype=INTEGER)


def _place(quad: Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad.subject)


def _blocks(quads: Collection[Quad]) -> str:
    by_graph: dict[str, list[Triple]] = defaultdict(list)
    for quad in quads:
        by_graph[str(quad.graph_name)].append(quad.triple)
    blocks = ((name, serialize(triples, format=RdfFormat.N_TRIPLES)) for name, triples in sorted(by_graph.items()))
    # Sorted: the engine's keys then come in order, which halves the time of writing.
    told = ((name, b"\n".join(sorted((block or b"").split(b"\n"))).decode()) for name, block in blocks)
    return "\n".join(f"GRAPH {name} {{{lines}\n}}" for name, lines in told)
