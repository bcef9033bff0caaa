"""What is wrong with a store's quads, by the shapes of `data/shapes.ttl`.

`violations` puts each constraint to the engine as one query: 1,200 claims (54,000 quads) take 0.2 s and 12,000 take 5 s,
where pySHACL takes 4 s for the 1,200 and holds everything in memory. `by_pyshacl` asks pySHACL, as referee in tests.
The engine's way knows the part of core SHACL that our shapes use, and refuses shapes with anything else.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyoxigraph
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.plugins.parsers.notation3 import BadSyntax
from rdflib.term import Node

from ..errors import DataFileError
from ..vocabulary import DATA
from .engine import Quads, Solutions, Term
from .names import PREFIXES

SHAPES = DATA / "shapes.ttl"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """A thing (its IRI) of which a property is not as it must be; `message` says in English what is right."""

    focus: str
    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.focus}: {_short(self.path)}: {self.message}"


@dataclass(frozen=True, slots=True)
class Constraint:
    """One demand on one property of the members of a class; `query` finds as `?focus` those that do not meet it."""

    path: str
    message: str
    query: str


def violations(quads: Quads) -> tuple[Violation, ...]:
    """Everything in the store that does not fit the shapes, sorted; empty when all is well."""
    found = set()
    for constraint in constraints():
        rows = quads.query(constraint.query, use_default_graph_as_union=True)
        assert isinstance(rows, Solutions)  # the queries are SELECTs of our own making
        for row in rows:
            found.add(Violation(_iri(row["focus"]), constraint.path, constraint.message))
    return tuple(sorted(found))


def by_pyshacl(store: pyoxigraph.Store, shapes: Path = SHAPES) -> tuple[Violation, ...]:
    """As `violations`, by pySHACL: about 3 s for each thousand claims, with all of them in memory."""
    from pyshacl import validate  # half a second to import, and seldom needed

    triples = pyoxigraph.serialize((quad.triple for quad in store), format=pyoxigraph.RdfFormat.N_TRIPLES)
    dataset = Graph().parse(data=triples, format="nt")
    _, results, _ = validate(dataset, shacl_graph=_parsed(shapes), inplace=True)
    return tuple(sorted({_violation(results, node) for node in results.subjects(RDF.type, SH.ValidationResult)}))


@cache
def constraints(shapes: Path = SHAPES) -> tuple[Constraint, ...]:
    """The constraints of a file of shapes. Raises DataFileError for shapes that cannot be put to the engine."""
    return tuple(_Shapes(_parsed(shapes), shapes).constraints())


@dataclass(frozen=True, slots=True)
class _Shapes:
    dataset: Graph
    path: Path

    def constraints(self) -> Iterator[Constraint]:
        for shape in sorted(self.dataset.subjects(RDF.type, SH.NodeShape), key=str):
            target = self._iri(self.dataset.value(shape, SH.targetClass), f"a target class of {shape}")
            for demand in sorted(self.dataset.objects(shape, SH.property), key=str):
                yield from self._of_property(target, demand)

    def _of_property(self, target: str, shape: Node) -> Iterator[Constraint]:
        path, pattern = self._path(shape)
        message = str(self.dataset.value(shape, SH.message))
        for predicate, value in sorted(self.dataset.predicate_objects(shape)):
            if predicate in (SH.path, SH.message):
                continue
            if predicate not in _DEMANDS:
                raise DataFileError(f"{predicate} of {shape} cannot be put to the engine", file=self.path)
            query = _DEMANDS[predicate](f"?focus a <{target}>", pattern, self._operand(value))
            yield Constraint(path, message, query)

    def _path(self, shape: Node) -> tuple[str, str]:
        path = self.dataset.value(shape, SH.path)
        inverse = self.dataset.value(path, SH.inversePath)
        if inverse is not None:
            iri = self._iri(inverse, f"a plain path in {shape}")
            return iri, f"?value <{iri}> ?focus"
        iri = self._iri(path, f"a plain path in {shape}")
        return iri, f"?focus <{iri}> ?value"

    def _operand(self, value: Node) -> str:
        """The value of a constraint as SPARQL writes it; the members of a list between commas."""
        if isinstance(value, URIRef | Literal):
            return value.n3()
        return ", ".join(member.n3() for member in Collection(self.dataset, value) if isinstance(member, URIRef | Literal))

    def _iri(self, node: Node | None, what: str) -> str:
        if not isinstance(node, URIRef):
            raise DataFileError(f"needs {what}", file=self.path)
        return str(node)


def _where(condition: str) -> Callable[[str, str, str], str]:
    """A query for values that meet `condition`, which names the constraint's value as `{0}`."""
    return lambda target, pattern, value: f"SELECT DISTINCT ?focus {{ {target} . {pattern} {condition.replace('{0}', value)} }}"


def _unless(condition: str) -> Callable[[str, str, str], str]:
    """A query for values that do not meet `condition`, or of which it cannot be said."""
    return _where(f"FILTER(!COALESCE({condition}, false))")


def _at_least(target: str, pattern: str, number: str) -> str:
    count = int(number.split('"')[1])
    if count == 1:
        return f"SELECT ?focus {{ {target} FILTER NOT EXISTS {{ {pattern} }} }}"
    return f"SELECT ?focus {{ {target} OPTIONAL {{ {pattern} }} }} GROUP BY ?focus HAVING(COUNT(DISTINCT ?value) < {count})"


def _at_most(target: str, pattern: str, number: str) -> str:
    return f"SELECT ?focus {{ {target} . {pattern} }} GROUP BY ?focus HAVING(COUNT(DISTINCT ?value) > {number})"


def _one_in_each_language(target: str, pattern: str, _: str) -> str:
    other = pattern.replace("?value", "?other")
    both = "LANG(?value) != '' && LANG(?value) = LANG(?other) && STR(?value) != STR(?other)"
    return f"SELECT DISTINCT ?focus {{ {target} . {pattern} . {other} FILTER({both}) }}"


_DEMANDS: dict[Node, Callable[[str, str, str], str]] = {
    SH.minCount: _at_least,
    SH.maxCount: _at_most,
    # the cast fails on what is no date, number or truth value, although it says so
    SH.datatype: _unless("DATATYPE(?value) = {0} && DATATYPE({0}(STR(?value))) = {0}"),
    SH["class"]: _where("FILTER NOT EXISTS { ?value a {0} }"),
    SH["in"]: _unless("?value IN ({0})"),
    SH.pattern: _unless("REGEX(STR(?value), {0})"),
    SH.minLength: _unless("STRLEN(STR(?value)) >= {0}"),
    SH.minInclusive: _unless("?value >= {0}"),
    SH.maxInclusive: _unless("?value <= {0}"),
    SH.nodeKind: _unless("isIRI(?value)"),  # the shapes ask for no other kind; a test holds it
    SH.lessThanOrEquals: _where(". ?focus {0} ?other FILTER(!COALESCE(?value <= ?other, false))"),
    SH.uniqueLang: _one_in_each_language,
}


def _parsed(path: Path) -> Graph:
    try:
        return Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(f"cannot be read: {error}", file=path) from error
    except BadSyntax as error:
        raise DataFileError("is not Turtle", file=path, line=error.lines + 1) from error


def _violation(results: Graph, result: Node) -> Violation:
    path = results.value(result, SH.resultPath)
    iri = path if isinstance(path, URIRef) else results.value(path, SH.inversePath)
    return Violation(str(results.value(result, SH.focusNode)), str(iri), str(results.value(result, SH.resultMessage)))


def _iri(term: Term | None) -> str:
    return term.value if isinstance(term, pyoxigraph.NamedNode) else str(term)


def _short(iri: str) -> str:
    """The IRI with its usual prefix, where it has one."""
    return next((f"{name}:{iri.removeprefix(start)}" for name, start in PREFIXES.items() if iri.startswith(start)), iri)
