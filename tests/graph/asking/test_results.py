"""Results in every format, read back by a parser that is not ours."""

import csv
import io
import xml.etree.ElementTree as ElementTree

import pyoxigraph
import pytest

from graph.asking import results

_QUERY = """SELECT ?a ?b { VALUES (?a ?b) {
    (<http://x.example/y> "tab\\tnew\\nline \\"quoted\\", ü") (1 "words"@de) (UNDEF 2.5)
    (true "<&>"^^<http://x.example/type>) ("" "a\\\\b") } }"""
_OX = {results.JSON: "JSON", results.XML: "XML", results.TSV: "TSV"}


@pytest.fixture
def table() -> results.Table:
    found = pyoxigraph.Store().query(_QUERY)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    return results.table(found, 10)


@pytest.mark.parametrize("media_type", _OX)
def test_tables_read_back_as_they_were(table: results.Table, media_type: str) -> None:
    written = results.write_table(table, media_type)
    back = pyoxigraph.parse_query_results(written, getattr(pyoxigraph.QueryResultsFormat, _OX[media_type]))
    assert isinstance(back, pyoxigraph.QuerySolutions)
    assert [(row["a"], row["b"]) for row in back] == list(table.rows)


def test_csv_holds_the_values_alone(table: results.Table) -> None:
    rows = list(csv.reader(io.StringIO(results.write_table(table, results.CSV).decode(), newline="")))
    assert rows[0] == ["a", "b"]
    assert rows[1] == ["http://x.example/y", 'tab\tnew\nline "quoted", ü']
    assert rows[2:4] == [["1", "words"], ["", "2.5"]]


def test_plain_rows_have_python_types(table: results.Table) -> None:
    assert results.plain(table)[1:] == ((1, "words"), (None, 2.5), (True, "<&>"), ("", "a\\b"))


def test_characters_that_xml_cannot_carry_are_replaced() -> None:
    table = results.Table(("a",), ((pyoxigraph.Literal("a\x01b"),),), False)
    root = ElementTree.fromstring(results.write_table(table, results.XML))
    assert "".join(root.itertext()).strip() == "a\ufffdb"


@pytest.mark.parametrize("media_type", results.TRUTH_TYPES)
@pytest.mark.parametrize("truth", [True, False])
def test_a_truth_reads_back(media_type: str, truth: bool) -> None:
    written = results.write_truth(truth, media_type)
    back = pyoxigraph.parse_query_results(written, getattr(pyoxigraph.QueryResultsFormat, _OX[media_type]))
    assert isinstance(back, pyoxigraph.QueryBoolean) and bool(back) is truth


@pytest.mark.parametrize("media_type", results.TRIPLE_TYPES)
def test_triples_read_back_whatever_their_order(media_type: str) -> None:
    node = pyoxigraph.NamedNode("http://depesche.localhost/ns#a")
    triples = [pyoxigraph.Triple(node, node, pyoxigraph.Literal(str(i))) for i in range(5)]
    prefixes = {"depesche": "http://depesche.localhost/ns#", "unused": "http://x.example/"}

    written = results.write_triples([*triples, triples[0]], media_type, prefixes)
    back = {quad.triple for quad in pyoxigraph.parse(written, format=results._RDF[media_type])}

    assert back == set(triples)
    assert written == results.write_triples(triples[::-1], media_type, prefixes)
    assert b"unused" not in written
