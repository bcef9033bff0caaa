"""An engine on this or another machine that speaks the SPARQL 1.1 Protocol and keeps the quads of one store.

All else that a store is stays in its folder. What is known to differ between engines is met here, so that nobody else
has to know: answers that are cut, truth values, how much an engine takes at once. `docs/remote.md` tells users of it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Quad

from ..errors import StoreError
from ..settings import Settings
from .answers import RemoteSolutions, Solution, found, is_true
from .endpoint import Endpoint
from .engine import Engine, Found, Graphs, Node, Pattern, Term, stored_revision
from .names import TYPE
from .pending import Pending, forget
from .prologue import form, prologue
from .protocol import SOLUTIONS, TRIPLES, Client
from .terms import Terms
from .update import Change, drops, insertion, pieces, portions, raise_revision, revision_quad

_AT_ONCE = 200  # things that are asked about in one query: about 20 KB of text
_GRAPHS_AT_ONCE = 10  # articles whose quads are read in one query: about 5,000
_DROPPED_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Remote:
    """The engine at an endpoint, for the store whose other parts are in `folder`."""

    endpoint: Endpoint
    folder: Path

    @property
    def address(self) -> str:
        return self.endpoint.address

    def read(self) -> "RemoteQuads":
        """The quads as they are whenever one asks. StoreError when the default graph is not the union of all."""
        quads = RemoteQuads(Client(self.endpoint))
        if quads.is_union() is False:
            raise _no_union(self.endpoint)
        return quads

    def write(self, terms: Terms) -> "_Standing":
        standing = _Standing(self.read(), Client(self.endpoint), self.folder, terms)
        standing.finish()
        return standing

    def replace(self, quads: Iterable[Quad], revision: int, terms: Terms) -> None:
        """Empty the store's graphs, then fill them; who reads meanwhile sees the store grow."""
        client, standing = Client(self.endpoint), RemoteQuads(Client(self.endpoint))
        forget(self.folder)
        names = [name for name in standing.named_graphs() if isinstance(name, NamedNode) and name.value.startswith(terms.base)]
        for start in range(0, len(names), _DROPPED_AT_ONCE):
            client.tell(" ;\n".join(drops(names[start : start + _DROPPED_AT_ONCE])))
        self._try_union(client, standing, terms)
        for some in portions(quads, self.endpoint.batch):
            client.tell(insertion(some))
        client.tell(insertion([revision_quad(revision, terms)]))

    def _try_union(self, client: Client, standing: "RemoteQuads", terms: Terms) -> None:
        """Put a triple in a named graph and look for it in the default graph: an empty engine tells nothing by itself."""
        probe = NamedNode(f"{terms.base}graph/probe")
        client.tell(insertion([Quad(probe, TYPE, probe, probe)]))
        try:
            if not standing.truth(f"ASK {{ {probe} a {probe} }}"):
                raise _no_union(self.endpoint)
        finally:
            client.tell(drops([probe])[0])


def engine_of(chosen: Settings, environ: Mapping[str, str]) -> Engine | None:
    """The engine of these settings, as whom the environment says; None for the one in the store's own folder."""
    endpoint = Endpoint.of(chosen, environ)
    return Remote(endpoint, chosen.folder) if endpoint else None


class RemoteQuads:
    """The quads at an endpoint, to read; not to be shared by threads."""

    def __init__(self, client: Client) -> None:
        self._client = client

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
        """What a query finds. Unless graphs are given, the default graph is what the engine says it is: the union."""
        graphs = [("default-graph-uri", name.value) for name in default_graph or () if isinstance(name, NamedNode)]
        graphs += [("named-graph-uri", name.value) for name in named_graphs or ()]
        text = prologue(query, base_iri, prefixes or {}) + query
        kind = form(query)
        wanted = SOLUTIONS if kind in ("SELECT", "ASK") else TRIPLES  # Virtuoso makes a table of triples if it may
        answer = found(self._client.ask(text, wanted, graphs), self._client.endpoint.query)
        return is_true(answer) if kind == "ASK" else answer

    def truth(self, query: str) -> bool:
        """The answer to an ASK."""
        return bool(self.query(query))

    def is_union(self) -> bool | None:
        """Whether the default graph is the union of all named ones; None when there is nothing to tell it by."""
        some = "{ SELECT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } LIMIT 1 }"
        rows = list(self._solutions(f"SELECT ?s ?same {{ {some} OPTIONAL {{ ?s ?p ?same }} }} LIMIT 1"))
        return rows[0]["same"] is not None if rows else None

    def quads_for_pattern(
        self, subject: Node | None, predicate: NamedNode | None, object: Term | None, graph_name: NamedNode | None = None
    ) -> Iterator[Quad]:
        given = dict(zip("spog", (subject, predicate, object, graph_name), strict=True))
        s, p, o, g = (str(term) if term is not None else f"?{name}" for name, term in given.items())
        free = [f"?{name}" for name, term in given.items() if term is None]
        for row in self._all(f"{{ GRAPH {g} {{ {s} {p} {o} }} }}", free):
            yield _quad({name: term if term is not None else row[name] for name, term in given.items()})

    def named_graphs(self) -> Iterator[NamedNode | BlankNode]:
        for row in self._all("{ SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } }", ["?g"]):
            if isinstance(name := row["g"], NamedNode):
                yield name

    def matching(self, patterns: Collection[Pattern]) -> Mapping[Pattern, set[Quad]]:
        """The quads that fit each of the patterns, many of them asked for in one query."""
        matches: dict[Pattern, set[Quad]] = {pattern: set() for pattern in patterns}
        alike: dict[tuple[str, Pattern], list[Pattern]] = defaultdict(list)
        for pattern in sorted(matches, key=str):
            alike[_family(pattern)].append(pattern)
        for (varied, _), family in alike.items():
            most = _GRAPHS_AT_ONCE if varied == "g" else _AT_ONCE
            for start in range(0, len(family), most):
                for pattern, quad in self._fitting(varied, family[start : start + most]):
                    matches[pattern].add(quad)
        return matches

    def _fitting(self, varied: str, family: Sequence[Pattern]) -> Iterator[tuple[Pattern, Quad]]:
        """The quads that fit patterns which differ only in one place, each with its pattern."""
        place = "spog".index(varied)
        by_term = {pattern[place]: pattern for pattern in family}
        first = dict(zip("spog", family[0], strict=True)) | {varied: None}
        s, p, o, g = (str(term) if term is not None else f"?{name}" for name, term in first.items())
        terms = " ".join(map(str, by_term))
        free = [f"?{name}" for name, term in first.items() if term is None]
        for row in self._all(f"{{ VALUES ?{varied} {{ {terms} }} GRAPH {g} {{ {s} {p} {o} }} }}", free):
            quad = _quad({name: term if term is not None else row[name] for name, term in first.items()})
            yield by_term[(quad.subject, quad.predicate, quad.object, quad.graph_name)[place]], quad  # type: ignore[index]

    def _all(self, pattern: str, variables: Sequence[str]) -> Iterator[Solution]:
        """All solutions; those of an engine that cuts its answers in pages, put in order inside where no limit holds."""
        names = " ".join(variables) or "*"
        solutions = self._solutions(f"SELECT {names} {pattern}")
        if not solutions.cut:
            yield from solutions
            return
        size, seen = self._client.endpoint.rows, 0
        inner = f"{{ {{ SELECT {names} {pattern} ORDER BY {names} }} }}"
        while page := list(self._solutions(f"SELECT {names} {inner} LIMIT {size} OFFSET {seen}")):
            yield from page
            seen += len(page)

    def _solutions(self, query: str) -> RemoteSolutions:
        answer = self.query(query)
        if not isinstance(answer, RemoteSolutions):
            raise StoreError(f"{self._client.endpoint.query}: the answer to a SELECT is none")
        return answer


class _Standing:
    """The quads to write; what is on its way waits in the store's folder."""

    def __init__(self, quads: RemoteQuads, client: Client, folder: Path, terms: Terms) -> None:
        self._quads, self._client, self._folder, self._terms = quads, client, folder, terms

    def matching(self, patterns: Collection[Pattern]) -> Mapping[Pattern, set[Quad]]:
        return self._quads.matching(patterns)

    def revision(self) -> int:
        return stored_revision(self._quads, self._terms)

    def apply(self, change: Change, revision: int) -> None:
        kept = [*pieces(change, self._client.endpoint.batch), raise_revision(revision, self._terms)]
        self._send(Pending.keep(self._folder, self.revision(), revision, kept))

    def finish(self) -> None:
        """Make the change that was cut off, unless the engine is not what it was then."""
        waiting = Pending.find(self._folder)
        if waiting and self.revision() in (waiting.before, waiting.after):
            self._send(waiting)
        elif waiting:
            waiting.done()

    def close(self) -> None:
        self._client.close()

    def _send(self, waiting: Pending) -> None:
        for piece in waiting.pieces():
            self._client.tell(piece)
        waiting.done()


def _family(pattern: Pattern) -> tuple[str, Pattern]:
    """In which place a pattern differs from others that are asked for with it, and what they have in common."""
    s, p, o, g = pattern
    if s is not None:
        return "s", (None, p, o, g)
    return ("o", (None, p, None, g)) if o is not None else ("g", (None, p, None, TYPE))


def _quad(terms: Mapping[str, Term | None]) -> Quad:
    return Quad(terms["s"], terms["p"], terms["o"], terms["g"])  # type: ignore[arg-type]  # an engine of RDF answers


def _no_union(endpoint: Endpoint) -> StoreError:
    remedy = "start Oxigraph with --union-default-graph; for other engines see docs/remote.md"
    return StoreError(f"{endpoint.query}: the default graph of queries is not the union of all graphs; {remedy}")
