"""Asked of an engine elsewhere: the same answers, and the same that is refused, cut or ended."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from graph.asking.answering import Case
from graph.asking.counter import Counter
from graph.asking.dumps import Dumps
from graph.asking.edges import key_of
from graph.asking.exports import FORMS
from graph.asking.finishing import ask
from graph.asking.guard import Graphs
from graph.asking.naming import resolver
from graph.asking.pool import Pool
from graph.asking.questions import questions
from graph.asking.things import FORMATS, KINDS, document, nanopublication
from graph.errors import QueryRefused, QueryTimeout, StoreError
from graph.identity import article_key, claim_keys, entity_key, proposition_key
from graph.model import Reading
from graph.rdf.protocol import SOLUTIONS
from graph.rdf.remote import Remote
from graph.rdf.store import Store
from tests.affair import affair
from tests.engines import CUT, Server
from tests.graph.rdf.children import numbered
from tests.graph.rdf.speaking import NOTHING, Speaking, speaking
from tests.hosts import Says
from tests.stores import ARKADIEN, UTOPIEN, dispatches

ALL = (*affair(), *dispatches())
GIVEN = {
    "entity": "Arkadien", "outlet": "Abendbote", "from": "2024-06-01", "to": "2024-07-01", "day": "2024-06-30",
    "state": "Arkadien", "others": "Utopien",
}  # fmt: skip


def keys() -> dict[str, str]:
    """A thing of each kind, all of them of the first dispatch."""
    first = dispatches()[0]
    article, actor, recipient = article_key(first.article), entity_key(ARKADIEN, ""), entity_key(UTOPIEN, "")
    proposition = proposition_key(first.claims[0].proposition, article)
    things = (actor, claim_keys(first.claims, article)[0], proposition, article, key_of(actor, "AID", recipient))
    return dict(zip(KINDS, things, strict=True))


@contextmanager
def asked(store: Store, **more: object) -> Iterator[Pool]:
    with Pool(store.folder, engine=store.engine, workers=1, **{"deadline": 30.0, **more}) as pool:  # type: ignore[arg-type]
        yield pool


def kept(store: Store, readings: tuple[Reading, ...]) -> Store:
    with store.writing() as writer:
        for each in readings:
            writer.add(each, "r1")
    return store


def answers(store: Store, language: str) -> dict[str, object]:
    """What every named question finds, with nothing given and with some of what it may be."""
    found: dict[str, object] = {}
    with asked(store) as pool:
        for name, question in questions().items():
            some = {each: value for each, value in GIVEN.items() if each in question.parameters}
            for given in ({}, some):
                case = Case(Counter(pool, store.articles, store.base), question.given(given, resolver(store.labels)), language)
                found[f"{name} {given}"] = ask(question, case)
    return found


@pytest.mark.slow
def test_every_named_question_has_the_same_answer(server: Server, tmp_path: Path) -> None:
    remote = kept(Store.create(tmp_path / "remote", engine=server.engine(tmp_path / "remote")), ALL)
    local = kept(Store.create(tmp_path / "local"), ALL)
    for language in ("de", "en"):
        expected = answers(local, language)
        for asked_for, reply in answers(remote, language).items():
            assert reply == expected[asked_for], asked_for
        assert any(getattr(reply, "rows", ()) for reply in expected.values())


def test_from_names_what_is_asked(server: Server, tmp_path: Path) -> None:
    remote = kept(Store.create(tmp_path / "remote", engine=server.engine(tmp_path / "remote")), dispatches())
    local = kept(Store.create(tmp_path / "local"), dispatches())
    graphs = [f"FROM{named} <{local.base}graph/{name}>" for named in ("", " NAMED") for name in ("derived", "entities")]
    patterns = ["?s ?p ?o", "GRAPH ?g { ?s ?p ?o }"]
    with asked(remote) as there, asked(local) as here:
        for clauses in ([graphs[0]], graphs[:2], [graphs[2]], [graphs[1], graphs[2]]):
            for pattern in patterns[: 2 if any("NAMED" in each for each in clauses) else 1]:
                query = f"SELECT (COUNT(*) AS ?n) {' '.join(clauses)} {{ {pattern} }}"
                assert there.answer(query).rows == here.answer(query).rows, query


def test_graphs_that_a_request_names_are_what_is_asked(server: Server, tmp_path: Path) -> None:
    remote = kept(Store.create(tmp_path / "remote", engine=server.engine(tmp_path / "remote")), dispatches())
    local = kept(Store.create(tmp_path / "local"), dispatches())
    one, other = (f"{local.base}graph/{name}" for name in ("derived", "entities"))
    with asked(remote) as there, asked(local) as here:
        for graphs in (Graphs((one,)), Graphs((one, other)), Graphs((), (one,)), Graphs((one,), (other,))):
            for pattern in ("{ ?s ?p ?o }", "{ GRAPH ?g { ?s ?p ?o } }")[: 2 if graphs.named else 1]:
                query = f"SELECT (COUNT(*) AS ?n) {pattern}"
                assert there.answer(query, graphs=graphs).rows == here.answer(query, graphs=graphs).rows, (query, graphs)
        with pytest.raises(QueryRefused, match="only graphs of this store"):
            there.answer("SELECT * { ?s ?p ?o }", graphs=Graphs(("http://127.0.0.1:9/",)))
        with pytest.raises(QueryRefused, match="takes one or the other"):
            there.answer(f"SELECT * FROM <{other}> {{ ?s ?p ?o }}", graphs=Graphs((one,)))


@pytest.mark.slow
def test_every_copy_of_a_store_has_the_same_bytes(server: Server, tmp_path: Path) -> None:
    remote = kept(Store.create(tmp_path / "remote", engine=server.engine(tmp_path / "remote")), dispatches())
    local = kept(Store.create(tmp_path / "local"), dispatches())
    there, here = Dumps(remote.folder, remote.engine), Dumps(local.folder)
    try:
        for form in FORMS:
            assert there.file(form)[0].read_bytes() == here.file(form)[0].read_bytes(), form
    finally:
        there.close()
        here.close()


@pytest.mark.parametrize("kind", KINDS)
def test_things_are_the_same_as_data(server: Server, tmp_path: Path, kind: str) -> None:
    remote = kept(Store.create(tmp_path / "remote", engine=server.engine(tmp_path / "remote")), dispatches())
    local = kept(Store.create(tmp_path / "local"), dispatches())
    key = keys()[kind]
    with asked(remote) as there, asked(local) as here:
        for media_type in FORMATS:
            one, other = (document(pool, local.base, kind, key, media_type, "http://c.example/").body for pool in (there, here))
            assert one == other and one, media_type
        if kind == "claim":
            assert nanopublication(there, local.base, key).body == nanopublication(here, local.base, key).body


@pytest.mark.parametrize(
    "query", ["ASK { ?c a depesche:Claim }", "ASK { ?c a depesche:Dragon }", "CONSTRUCT WHERE { ?c a depesche:Claim }"]
)
def test_all_forms_answer_alike(server: Server, tmp_path: Path, query: str) -> None:
    remote = kept(Store.create(tmp_path / "remote", engine=server.engine(tmp_path / "remote")), dispatches())
    local = kept(Store.create(tmp_path / "local"), dispatches())
    with asked(remote) as there, asked(local) as here:
        for formats in ((), ("text/turtle", SOLUTIONS)):
            one, other = there.answer(query, formats), here.answer(query, formats)
            assert (sorted(one.rows), one.body, one.form) == (sorted(other.rows), other.body, other.form)


def test_rows_are_cut_at_the_limit_and_where_the_engine_cuts(server: Server, tmp_path: Path) -> None:
    many = tuple(numbered(number) for number in range(20))
    remote = kept(Store.create(tmp_path / "remote", engine=server.engine(tmp_path / "remote")), many)
    with asked(remote, limit=100) as pool:
        answer = pool.answer("SELECT * { ?s ?p ?o }")
        assert (len(answer.rows), answer.truncated) == (100, True)
        assert not pool.answer("SELECT * { ?s a depesche:Article }").truncated
    with asked(remote, limit=100_000) as pool:
        answer = pool.answer("SELECT * { ?s ?p ?o }")
        assert (len(answer.rows) == CUT) == answer.truncated == (server.digest is not None)
        if answer.truncated:
            with pytest.raises(StoreError, match="cuts its answers after 500 rows"):
                pool.rows("SELECT * { ?s ?p ?o }")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "LOAD <http://127.0.0.1:9/>",
        "INSERT DATA { <http://a/> <http://a/> 1 }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        'SELECT (<bif:http_get>("http://127.0.0.1:9/") AS ?x) {}',
        'PREFIX b: <bif:> SELECT (b:file_to_string("virtuoso.ini") AS ?x) {}',
    ],
)
def test_what_is_refused_never_reaches_the_engine(talking: tuple[Speaking, Path], query: str) -> None:
    engine, folder = talking
    with Pool(folder, engine=Remote(engine.endpoint(), folder), workers=1, deadline=20.0) as pool:
        assert pool.answer("SELECT * {}").rows == ()
        before = len(engine.told)
        with pytest.raises(QueryRefused):
            pool.answer(query)
    assert len(engine.told) == before


def test_an_engine_that_is_slow_is_left_at_the_deadline(talking: tuple[Speaking, Path]) -> None:
    engine, folder = talking

    def slow(_: BaseHTTPRequestHandler) -> None:
        time.sleep(20)

    with Pool(folder, engine=Remote(engine.endpoint(seconds=60), folder), workers=1, deadline=5.0) as pool:
        pool.answer("SELECT * {}")
        engine.answers[:] = [slow, NOTHING]
        started = time.monotonic()
        with pytest.raises(QueryTimeout):
            pool.answer("SELECT * {}")
        assert time.monotonic() - started < 10
        assert pool.answer("SELECT * {}").rows == ()


def test_half_an_answer_is_a_time_out(talking: tuple[Speaking, Path]) -> None:
    engine, folder = talking
    with Pool(folder, engine=Remote(engine.endpoint(), folder), workers=1, deadline=20.0) as pool:
        pool.answer("SELECT * {}")
        engine.answers[:] = [Says(b'{"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "lit', SOLUTIONS)]
        with pytest.raises(QueryTimeout, match="broke off"):
            pool.answer("SELECT ?x { ?x ?p ?o }")


@pytest.fixture
def talking(tmp_path: Path) -> Iterator[tuple[Speaking, Path]]:
    """An engine that has nothing to say, and the folder of a store that it is meant to keep."""
    with speaking(NOTHING) as engine:
        folder = tmp_path / "s"
        Store.create(folder)
        meta = folder / "meta.json"
        meta.write_text(meta.read_text().replace("\n}", f',\n  "engine": "{engine.endpoint().address}"\n}}'))
        yield engine, folder
