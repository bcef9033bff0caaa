"""Queries answered by processes that can be killed: deadlines, memory, limits, and a store that changes meanwhile."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyoxigraph
import pytest

from graph.asking.pool import Pool
from graph.asking.results import CSV, JSON, TURTLE
from graph.asking.worker import Ask
from graph.errors import QueryError, QueryRefused, QuerySyntaxError, QueryTimeout, QueryTooLarge, QueryTooLong, StoreError
from graph.rdf.revision import FORMAT, Meta, write_meta, write_revision

_THING = "http://depesche.localhost/id/entity/"
# Four nested loops over 300 things: 8,100,000,000 solutions to count.
_ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z . ?d ?s ?v }"
_HUGE = "SELECT ?a ?b ?c ?x { ?a ?p ?x . ?b ?q ?y . ?c ?r ?z } ORDER BY ?x ?y ?z"


def _write(folder: Path, count: int, revision: int) -> None:
    store = pyoxigraph.Store(str(folder / "quads"))
    names = pyoxigraph.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
    place = pyoxigraph.NamedNode("http://depesche.localhost/id/graph/entities")
    store.extend(
        pyoxigraph.Quad(pyoxigraph.NamedNode(f"{_THING}{i}"), names, pyoxigraph.Literal(f"Ding {i}"), place) for i in range(count)
    )
    meta = pyoxigraph.NamedNode("http://depesche.localhost/id/graph/meta")
    number = pyoxigraph.Literal(str(revision), datatype=pyoxigraph.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))
    store.update("DELETE WHERE { GRAPH ?g { ?s <http://depesche.localhost/ns#revision> ?o } }")
    store.add(pyoxigraph.Quad(meta, pyoxigraph.NamedNode("http://depesche.localhost/ns#revision"), number, meta))
    store.flush()
    write_meta(folder, Meta(FORMAT, "http://depesche.localhost/id/"))
    write_revision(folder, revision)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    _write(folder, 300, 1)
    return folder


@pytest.fixture(scope="module")
def pool(folder: Path) -> Iterator[Pool]:
    with Pool(folder, workers=2, deadline=20.0, limit=100) as pool:
        yield pool


def test_plain_rows_are_python_values(pool: Pool) -> None:
    answer = pool.answer("SELECT (COUNT(*) AS ?n) ?g { GRAPH ?g { ?s skos:prefLabel ?o } } GROUP BY ?g")

    assert answer.columns == ("n", "g")
    assert answer.rows == ((300, "http://depesche.localhost/id/graph/entities"),)
    assert answer.revision == 1


def test_rows_beyond_the_limit_are_cut_and_said_so(pool: Pool) -> None:
    cut = pool.answer("SELECT ?s { ?s ?p ?o }", (JSON,))
    whole = pool.answer("SELECT ?s { ?s ?p ?o } LIMIT 100", (JSON,))
    triples = pool.answer("CONSTRUCT WHERE { ?s ?p ?o }", (TURTLE,))

    assert cut.truncated and not whole.truncated and triples.truncated
    assert cut.body.count(b'"uri"') == 100
    assert triples.body.count(b"Ding") == 100


def test_the_format_is_the_first_wanted_that_fits_the_form(pool: Pool) -> None:
    assert pool.answer("ASK {}", (CSV, JSON)).media_type == JSON
    assert pool.answer("ASK {}", (CSV,)).media_type is None
    assert pool.answer("DESCRIBE ?s { ?s ?p 'Ding 1' }", (JSON, TURTLE)).media_type == TURTLE


def test_prefixes_need_not_be_declared(pool: Pool) -> None:
    assert pool.answer('ASK { ?s skos:prefLabel "Ding 7" }').rows == ((True,),)


def test_addresses_may_be_relative_to_the_base(pool: Pool) -> None:
    assert pool.answer("ASK { <entity/7> skos:prefLabel ?name }").rows == ((True,),)
    assert pool.answer("ASK FROM <graph/propositions> { ?s ?p ?o }").rows == ((False,),)


def test_errors_arrive_with_their_place(pool: Pool) -> None:
    with pytest.raises(QuerySyntaxError) as wrong:
        pool.answer("SELECT *\n{ ?s ?p }")
    with pytest.raises(QuerySyntaxError) as undeclared:
        pool.answer("SELECT *\n{ ?s foo:p ?o }")
    with pytest.raises(QueryRefused):
        pool.answer("SELECT * { SERVICE <http://localhost/> {} }")
    with pytest.raises(QueryTooLong):
        pool.answer("ASK {}" + " " * 17_000)

    assert wrong.value.line == 2
    assert (undeclared.value.line, undeclared.value.column) == (2, 6)


def test_what_only_the_engine_finds_wrong_is_a_query_error_too(pool: Pool) -> None:
    with pytest.raises(QueryError):
        pool.answer("SELECT * { BIND(1 AS ?x) BIND(2 AS ?x) }")


def test_the_deadline_ends_a_query_and_the_next_is_answered(folder: Path) -> None:
    with Pool(folder, workers=1, deadline=1.0) as pool:
        started = time.monotonic()
        with pytest.raises(QueryTimeout, match="1 seconds"):
            pool.answer(_ENDLESS)

        assert time.monotonic() - started < 2.0
        assert pool.rows("ASK {}") == ((True,),)


def test_a_chain_that_takes_seconds_to_parse_is_ended_as_well(folder: Path) -> None:
    with Pool(folder, workers=1, deadline=1.0) as pool, pytest.raises(QueryTimeout):
        pool.answer(f"ASK {{ FILTER({'||'.join(['?a'] * 4000)}) }}")


def test_when_all_workers_are_busy_the_error_says_so(folder: Path) -> None:
    with Pool(folder, workers=1, deadline=1.0) as pool, ThreadPoolExecutor(2) as threads:
        errors = {str(asked.exception()) for asked in [threads.submit(pool.answer, _ENDLESS) for _ in range(2)]}
        assert any("busy" in error or "took longer" in error for error in errors)


def test_the_memory_limit_ends_a_query_and_the_next_is_answered(folder: Path) -> None:
    with Pool(folder, workers=1, deadline=60.0, memory=200 << 20) as pool:
        with pytest.raises(QueryTooLarge, match="200 MB"):
            pool.answer(_HUGE)

        assert pool.rows("ASK {}") == ((True,),)


def test_questions_at_the_same_time_wait_for_each_other(pool: Pool) -> None:
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda i: pool.rows(f"SELECT ?s {{ ?s skos:prefLabel 'Ding {i}' }}"), range(40)))

    assert answers == [((f"{_THING}{i}",),) for i in range(40)]


def test_what_is_written_later_is_seen_within_a_second(tmp_path: Path) -> None:
    _write(tmp_path, 1, 1)
    with Pool(tmp_path, workers=1) as pool:
        count = "SELECT (COUNT(*) AS ?n) { ?s skos:prefLabel ?o }"
        assert pool.rows(count) == ((1,),)

        _write(tmp_path, 3, 2)
        time.sleep(1.1)

        assert pool.answer(count).revision == 2
        assert pool.rows(count) == ((3,),)


def test_without_a_store_the_error_says_so(tmp_path: Path) -> None:
    with Pool(tmp_path / "none", workers=1) as pool, pytest.raises(StoreError):
        pool.rows("ASK {}")
    with pytest.raises(StoreError):
        pool.rows("ASK {}")


def test_a_worker_dies_with_the_program_that_asked(folder: Path) -> None:
    pool = Pool(folder, workers=1, deadline=30.0)
    pool.rows("ASK {}")
    worker = pool._idle.get()
    worker.link.send(Ask(_ENDLESS, (), 1, trusted=True))
    worker.link.close()  # what the system does when a program ends, however it ends

    assert worker.process.wait(timeout=5) != 0
