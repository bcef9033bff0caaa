"""What a stranger may ask, and all the ways round that we could think of."""

import socket
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.asking.guard import Checked, canonical, check
from graph.asking.pool import Pool
from graph.errors import DepescheError, QueryError, QueryRefused, QuerySyntaxError, QueryTooLong
from graph.rdf.names import PREFIXES
from graph.rdf.store import Store

_BASE = "http://depesche.localhost/id/"


def checked(query: str) -> Checked:
    return check(query, _BASE, PREFIXES)


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * { ?s ?p ?o }", "select"),
        ("ASK { ?claim a depesche:Claim }", "ask"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "construct"),
        ("DESCRIBE <http://elsewhere.example/>", "describe"),
        ('SELECT ?service { ?service ex:service "SERVICE <http://a/> {}" }'.replace("ex:", "depesche:"), "select"),
        ("SELECT * { ?s ?p ?o } # INSERT DATA, LOAD, SERVICE", "select"),
    ],
)
def test_queries_pass_in_all_four_forms(query: str, form: str) -> None:
    assert checked(query).form == form


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://a/> { ?s ?p ?o } }",
        "SELECT * { ?endpoint ?p ?o SERVICE ?endpoint { ?s ?p ?o } }",
        "SELECT * { sErViCe <http://a/> {} }",
        "SELECT * { SERVICE # a remark\n <http://a/> {} }",
        "SELECT * {SERVICE<http://a/>{}}",
        "SELECT * { # a remark that ends here\rSERVICE <http://a/> {}\n}",
        r"SELECT * { \u0053ERVICE <http://a/> {} }",
        r"SELECT * { \U00000053ERVICE <http://a/> {} }",
        "SELECT * { { SELECT * { { } UNION { OPTIONAL { SERVICE <http://a/> {} } } } } }",
        "SELECT * { ?s ?p ?o MINUS { GRAPH ?g { SERVICE <http://a/> {} } } }",
        "SELECT * { FILTER NOT EXISTS { SERVICE <http://a/> {} } }",
        "SELECT * { BIND(EXISTS { SERVICE <http://a/> {} } AS ?x) }",
        "SELECT (EXISTS { SERVICE <http://a/> {} } AS ?x) {}",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://a/> {} })",
        "SELECT ?s { ?s ?p ?o } ORDER BY EXISTS { SERVICE <http://a/> {} }",
        "CONSTRUCT { ?s ?p ?o } { SERVICE <http://a/> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE <http://a/> { ?s ?p ?o } }",
        "PREFIX s: <http://a/> ASK { SERVICE s:x {} }",
    ],
)
def test_service_is_refused_in_every_form(query: str) -> None:
    with pytest.raises(QueryRefused, match="SERVICE"):
        checked(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT (<bif:http_get>("http://a/") AS ?x) {}',
        'PREFIX b: <bif:> SELECT (b:http_get("http://a/") AS ?x) {}',
        'PREFIX b: <bi> SELECT (<BIF:http_get>("http://a/") AS ?x) {}',
        'BASE <bif:> SELECT (<http_get>("http://a/") AS ?x) {}',
        "SELECT * { ?s ?p ?o FILTER(<sql:rdf_load>(?o)) }",
        "SELECT * { ?s ?p ?o } ORDER BY <http://elsewhere.example/function>(?o)",
        "SELECT * { BIND(EXISTS { ?s ?p ?o FILTER(<bif:x>(?o)) } AS ?y) }",
        "PREFIX b: <bif:> SELECT * { BIND(EXISTS { ?s ?p ?o FILTER(b:x(?o)) } AS ?y) }",
        "PREFIX : <bif:> ASK { FILTER(:x(1)) }",
        "BASE <bif:> SELECT * { BIND(EXISTS { ?s <x> ?o } AS ?y) }",
        "PREFIX b: <bi> SELECT (b:f(1) AS ?x) {}",
        'SELECT * { ?s <bif:contains> "words" }',
        "SELECT * { ?s (<bif:contains>/<http://a/>)* ?o }",
        "SELECT * { GRAPH <file:///etc/passwd> { ?s ?p ?o } }",
        "SELECT * { VALUES ?x { <sql:x> } }",
        "CONSTRUCT { ?s <bif:x> ?o } { ?s ?p ?o }",
    ],
)
def test_functions_and_addresses_of_an_engines_own_are_refused(query: str) -> None:
    with pytest.raises(QueryRefused, match="is not allowed"):
        checked(query)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT (xsd:integer("1") AS ?x) {}',
        "SELECT * { ?s a/skos:broader* <urn:a> ; <HTTP://a/> ?o FILTER(STRLEN(?o) > 1 && REGEX(?o, 'bif:http_get')) }",
        "DESCRIBE <urn:a>",
        "SELECT * { <claim/abc> a <x> FILTER(xsd:date(?d) > xsd:date('2024-06-03')) }",
    ],
)
def test_casts_and_usual_addresses_pass(query: str) -> None:
    assert checked(query).text == query


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <http://a/> <http://a/> 1 }",
        "DELETE WHERE { ?s ?p ?o }",
        "PREFIX a: <http://a/> INSERT { ?s a:x 1 } WHERE { ?s ?p ?o }",
        "LOAD <file:///etc/passwd>",
        "LOAD SILENT <http://a/> INTO GRAPH <http://b/>",
        "CLEAR ALL",
        "DROP GRAPH <http://a/>",
        "WITH <http://a/> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_updates_are_refused_by_name(query: str) -> None:
    with pytest.raises(QueryRefused, match="updates"):
        checked(query)


def test_an_update_after_a_query_is_no_query() -> None:
    with pytest.raises(QueryError):
        checked("ASK {} ; DROP ALL")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://elsewhere.example/> { GRAPH ?g { ?s ?p ?o } }",
        "PREFIX f: <file:///etc/> SELECT * FROM f:passwd { ?s ?p ?o }",
        "BASE <file:///etc/> SELECT * FROM <passwd> { ?s ?p ?o }",
        "SELECT * FROM <http://depesche.localhost/id/graph/entities> FROM <file:///etc/passwd> { ?s ?p ?o }",
    ],
)
def test_graphs_from_elsewhere_are_refused(query: str) -> None:
    with pytest.raises(QueryRefused, match="FROM"):
        checked(query)


def test_graphs_of_the_store_may_be_named() -> None:
    assert checked("SELECT * FROM <http://depesche.localhost/id/graph/entities> { ?s ?p ?o }").dataset
    assert checked("SELECT * FROM NAMED <graph/entities> { GRAPH ?g { ?s ?p ?o } }").dataset
    assert not checked("SELECT * { ?s ?p ?o }").dataset


def test_syntax_errors_say_where() -> None:
    with pytest.raises(QuerySyntaxError) as early:
        checked("SELECT *\n{ ?s ?p ?o ")
    with pytest.raises(QuerySyntaxError) as unknown:
        checked("SELECT *\n{ ?s ?p nobody:knows }")

    assert early.value.line == 2
    assert (unknown.value.line, unknown.value.column) == (2, 9)
    assert "nobody:" in str(unknown.value)


@pytest.mark.parametrize("depth", [200, 3000])
def test_deep_nesting_is_a_syntax_error(depth: int) -> None:
    with pytest.raises(QuerySyntaxError, match="deeply"):
        checked("SELECT * " + "{" * depth + "}" * depth)
    with pytest.raises(QuerySyntaxError, match="deeply"):
        checked("ASK { FILTER" + "(" * depth + "1" + ")" * depth + " }")


def test_length_is_counted_in_bytes_before_anything_else() -> None:
    with pytest.raises(QueryTooLong):
        checked("#" + "ü" * 8192)


def test_both_parsers_see_the_same_text() -> None:
    # One parser would read three quotation marks, the other an escape within a string: what is checked is what runs.
    query = r'SELECT * { BIND("\u0022" AS ?a) SERVICE <http://a/> {} BIND("\u0022" AS ?b) }'
    assert "\\u" not in checked(query).text
    assert canonical("a\r\nb\rc") == "a\nb\nc"


@pytest.mark.parametrize("query", [r"\u005Cu0041", "\ud800", "ASK {} \0", r"ASK { ?s ?p '\UFFFFFFFF' }"])
def test_characters_that_only_confuse_are_refused(query: str) -> None:
    with pytest.raises(QuerySyntaxError):
        checked(query)


@given(st.text(alphabet="SELECTASK {}()<>?$\"'\\u0053#\n\r;.,|&=*+-!:_@^ab12", max_size=60))
def test_any_text_is_a_query_or_one_of_our_errors(query: str) -> None:
    with suppress(DepescheError):
        checked(query)


def test_a_worker_has_no_network_even_if_the_guard_sleeps(tmp_path: Path) -> None:
    Store.create(tmp_path / "store")
    called = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)

        def listen() -> None:
            for _ in range(20):
                try:
                    server.accept()[0].close()
                except TimeoutError:
                    if done.is_set():
                        return
                else:
                    called.set()
                    return

        done = threading.Event()
        thread = threading.Thread(target=listen)
        thread.start()
        with Pool(tmp_path / "store", workers=1, deadline=5.0) as pool, suppress(DepescheError):
            pool.trust(f"SELECT * {{ SERVICE <http://127.0.0.1:{server.getsockname()[1]}/> {{ ?s ?p ?o }} }}")
        done.set()
        thread.join()
    if called.is_set() and not _may_unshare():
        pytest.skip("this system does not let a process leave its network")
    assert not called.is_set()


def _may_unshare() -> bool:
    switch = Path("/proc/sys/user/max_net_namespaces")
    return switch.exists() and int(switch.read_text()) > 0
