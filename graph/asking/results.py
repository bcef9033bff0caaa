"""Results as the formats of the SPARQL protocol and of RDF, or as plain rows for our own pages.

Rows are counted here, because the engine's own writers take no limit: one row too many is read to know, and to say,
that something was cut off. Knows no store and no HTTP, only media types.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph

Value = str | int | float | bool | None
Row = tuple[Value, ...]
_Term = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple | None

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
TURTLE, N_TRIPLES = "text/turtle", "application/n-triples"
RDF_XML, JSON_LD = "application/rdf+xml", "application/ld+json"
TRIG, N_QUADS = "application/trig", "application/n-quads"

SOLUTION_TYPES = (JSON, XML, CSV, TSV)  # the first of each is the default
TRUTH_TYPES = (JSON, XML)
TRIPLE_TYPES = (TURTLE, N_TRIPLES, RDF_XML, JSON_LD)
QUAD_TYPES = (TRIG, N_QUADS)  # tell in which named graph each triple stands
SHORT = {"json": JSON, "xml": XML, "csv": CSV, "tsv": TSV, "ttl": TURTLE, "nt": N_TRIPLES, "rdf": RDF_XML, "jsonld": JSON_LD}

_XSD = "http://www.w3.org/2001/XMLSchema#"
_STRING = _XSD + "string"
_NUMBERS: dict[str, Callable[[str], Value]] = {
    _XSD + "integer": int, _XSD + "decimal": float, _XSD + "double": float, _XSD + "float": float,
    _XSD + "boolean": lambda text: text in ("true", "1"),
}  # fmt: skip
_RDF = {
    TURTLE: pyoxigraph.RdfFormat.TURTLE, N_TRIPLES: pyoxigraph.RdfFormat.N_TRIPLES,
    RDF_XML: pyoxigraph.RdfFormat.RDF_XML, JSON_LD: pyoxigraph.RdfFormat.JSON_LD,
    TRIG: pyoxigraph.RdfFormat.TRIG, N_QUADS: pyoxigraph.RdfFormat.N_QUADS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """Solutions up to a limit; `truncated` says that there were more."""

    columns: tuple[str, ...]
    rows: tuple[tuple[_Term, ...], ...]
    truncated: bool


def table(solutions: pyoxigraph.QuerySolutions, limit: int) -> Table:
    """The first `limit` solutions."""
    columns = tuple(variable.value for variable in solutions.variables)
    width = range(len(columns))
    rows = tuple(tuple(solution[i] for i in width) for solution in islice(solutions, limit + 1))
    return Table(columns, rows[:limit], len(rows) > limit)


def plain(found: Table) -> tuple[Row, ...]:
    """Rows of Python values: IRIs and texts as str, numbers and booleans as such, None where nothing is bound."""
    return tuple(tuple(value(term) for term in row) for row in found.rows)


def value(term: _Term) -> Value:
    """One term as a Python value."""
    if term is None or isinstance(term, pyoxigraph.Triple):
        return None if term is None else str(term)
    if not isinstance(term, pyoxigraph.Literal):
        return term.value
    turn = _NUMBERS.get(term.datatype.value)
    return term.value if turn is None else turn(term.value)


def write_table(found: Table, media_type: str) -> bytes:
    """A SELECT's solutions in one of SOLUTION_TYPES."""
    return "".join(_TABLES[media_type](found)).encode()


def write_truth(truth: bool, media_type: str) -> bytes:
    """An ASK's answer in one of TRUTH_TYPES."""
    word = "true" if truth else "false"
    if media_type == JSON:
        return f'{{"head": {{}}, "boolean": {word}}}'.encode()
    return f"{_XML_HEAD}<head/><boolean>{word}</boolean></sparql>".encode()


def write_triples(triples: Sequence[pyoxigraph.Triple], media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """Triples, each once and in order, in one of TRIPLE_TYPES; the prefixes are for Turtle."""
    ordered = sorted(set(triples), key=str)
    if media_type != TURTLE:
        return pyoxigraph.serialize(ordered, format=_RDF[media_type]) or b""
    return _tidied(pyoxigraph.serialize(ordered, format=_RDF[media_type], prefixes=dict(prefixes)) or b"")


def write_quads(quads: Iterable[pyoxigraph.Quad], media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """Quads, each once and graph by graph, in one of QUAD_TYPES; the prefixes are for TriG."""
    ordered = sorted(set(quads), key=lambda quad: (str(quad.graph_name), str(quad)))
    if media_type != TRIG:
        return pyoxigraph.serialize(ordered, format=_RDF[media_type]) or b""
    return _tidied(pyoxigraph.serialize(ordered, format=_RDF[media_type], prefixes=dict(prefixes)) or b"")


def read_triples(body: bytes) -> list[pyoxigraph.Triple]:
    """What `write_triples` wrote as N_TRIPLES."""
    return [quad.triple for quad in pyoxigraph.parse(body, format=pyoxigraph.RdfFormat.N_TRIPLES)]


def _tidied(turtle: bytes) -> bytes:
    """Only the prefixes that are used, in order: the engine writes them all, each time in another order."""
    lines = turtle.split(b"\n")
    heads = [line for line in lines if line.startswith(b"@prefix ")]
    body = b"\n".join(lines[len(heads) :])
    used = set(re.findall(rb"([a-z]+:)", body))
    return b"".join(head + b"\n" for head in sorted(heads) if head.split(b" ")[1] in used) + body


_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # XML 1.0 cannot carry these even as references
_XML_HEAD = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def _json(found: Table) -> Iterator[str]:
    yield f'{{"head": {{"vars": {json.dumps(found.columns)}}}, "results": {{"bindings": ['
    for number, row in enumerate(found.rows):
        bound = {name: _json_term(term) for name, term in zip(found.columns, row, strict=True) if term is not None}
        yield (",\n" if number else "\n") + json.dumps(bound, ensure_ascii=False)
    yield "\n]}}\n"


def _json_term(term: _Term) -> dict[str, object]:
    if isinstance(term, pyoxigraph.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts.items()}}
    if not isinstance(term, pyoxigraph.Literal):
        assert term is not None
        return {"type": "uri" if isinstance(term, pyoxigraph.NamedNode) else "bnode", "value": term.value}
    told: dict[str, object] = {"type": "literal", "value": term.value}
    if term.language:
        told["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        told["datatype"] = term.datatype.value
    return told


def _xml(found: Table) -> Iterator[str]:
    variables = "".join(f"<variable name={quoteattr(name)}/>" for name in found.columns)
    yield f"{_XML_HEAD}<head>{variables}</head><results>"
    for row in found.rows:
        bound = (
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(found.columns, row, strict=True)
            if term is not None
        )
        yield f"\n<result>{''.join(bound)}</result>"
    yield "\n</results></sparql>\n"


def _xml_term(term: _Term) -> str:
    if isinstance(term, pyoxigraph.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"
    if not isinstance(term, pyoxigraph.Literal):
        assert term is not None
        tag = "uri" if isinstance(term, pyoxigraph.NamedNode) else "bnode"
        return f"<{tag}>{escape(term.value)}</{tag}>"
    kind = ""
    if term.language:
        kind = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype.value != _STRING:
        kind = f" datatype={quoteattr(term.datatype.value)}"
    legal = _NO_XML.sub("\ufffd", term.value)
    return f"<literal{kind}>{escape(legal, {chr(13): '&#13;'})}</literal>"


def _csv(found: Table) -> Iterator[str]:
    yield ",".join(found.columns) + "\r\n"
    for row in found.rows:
        yield ",".join(_csv_term(term) for term in row) + "\r\n"


def _csv_term(term: _Term) -> str:
    text = "" if term is None else str(term) if isinstance(term, pyoxigraph.Triple | pyoxigraph.BlankNode) else term.value
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in '",\r\n') else text


def _tsv(found: Table) -> Iterator[str]:
    yield "\t".join(f"?{name}" for name in found.columns) + "\n"
    for row in found.rows:
        yield "\t".join("" if term is None else str(term).replace("\t", "\\t") for term in row) + "\n"


_TABLES: dict[str, Callable[[Table], Iterator[str]]] = {JSON: _json, XML: _xml, CSV: _csv, TSV: _tsv}
