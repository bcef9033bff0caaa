"""A store that keeps its quads in a real engine elsewhere knows what one knows that keeps them in its own folder."""

import signal
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import StoreError, UsageError
from graph.identity import article_key
from graph.rdf import names
from graph.rdf.protocol import Client
from graph.rdf.remote import Remote
from graph.rdf.shapes import violations
from graph.rdf.store import Store
from graph.rdf.terms import Terms
from graph.rdf.update import Change
from tests.engines import Server, known, oxigraph, running
from tests.factory import article, claim, reading
from tests.stores import dispatches, example_store

from .children import numbered
from .stores import exported, filled
from .test_processes import child

_NOW = Terms().graph("derived")


def kept(engine: Remote, readings: object) -> Store:
    """A new store with these readings, its quads in the engine."""
    store = Store.create(engine.folder, engine=engine)
    with store.writing() as writer:
        for each in readings:  # type: ignore[attr-defined]
            writer.add(each, "r1")
    return store


@pytest.mark.parametrize("form", ["nq", "trig", "jsonld"])
def test_the_export_has_the_same_bytes_wherever_the_quads_are(server: Server, tmp_path: Path, form: str) -> None:
    remote = kept(server.engine(tmp_path / "remote"), dispatches())
    assert exported(remote, form) == exported(filled(tmp_path / "local", dispatches()), form)
    assert not (tmp_path / "remote" / "quads").exists()
    assert remote.revision == remote.snapshot().revision == remote.labels.revision()
    assert violations(remote.snapshot().quads) == ()


def test_what_is_removed_and_read_anew_leaves_no_trace(server: Server, tmp_path: Path) -> None:
    store = kept(server.engine(tmp_path / "remote"), dispatches())
    first, second, *others = dispatches()
    with store.writing() as writer:
        writer.remove(article_key(first.article))
        writer.add(reading(second.article, [], sentences=[]), "r2")
    expected = [reading(second.article, [], sentences=[]), *others]
    assert exported(store) == exported(filled(tmp_path / "local", expected))


def test_more_than_the_engine_gives_at_once_is_read_in_pages(server: Server, tmp_path: Path) -> None:
    many = [numbered(number) for number in range(60)]  # thousands of quads, where the test's Virtuoso gives 500
    store = kept(server.engine(tmp_path / "remote", rows=400), many)
    assert exported(store) == exported(filled(tmp_path / "local", many))


def test_literals_come_back_as_they_went(server: Server, tmp_path: Path) -> None:
    engine = server.engine(tmp_path)
    thing, says = NamedNode("http://depesche.localhost/id/entity/a"), names.depesche("name")
    words = ["", " ", "a\nb\r\nc\td", 'quoted " and \\', "ä ß € 漢字 😀", "e\u0301", "\x01\x7f", "true", "1", "ü" * 30_000]
    values = [Literal(each) for each in words] + [Literal("Österreich", language="de"), Literal("x", language="de-at")]
    typed = {names.BOOLEAN: ("true", "false"), names.INTEGER: ("0", "-5", "9223372036854775807"), names.DECIMAL: ("0.07", "1")}
    values += [Literal(text, datatype=kind) for kind, texts in typed.items() for text in texts]
    values += [Literal(day, datatype=names.DATE) for day in ("2024-06-03", "1066-10-14", "9999-12-31", "1500-02-28")]
    put = {Quad(NamedNode(f"{thing.value}{n}"), says, value, _NOW) for n, value in enumerate(values)}
    put |= {Quad(thing, says, NamedNode("http://elsewhere.example/a%20b?x=1&y=ü#f(1)'"), _NOW)}
    standing = engine.write(Terms())
    standing.apply(Change(put=put), 1)
    assert standing.matching([(None, None, None, _NOW)]) == {(None, None, None, _NOW): put}
    standing.apply(Change(out=put), 2)
    assert standing.matching([(None, None, None, _NOW)]) == {(None, None, None, _NOW): set()}
    assert standing.revision() == 2


def test_each_pattern_gets_what_fits_it(server: Server, tmp_path: Path) -> None:
    store = kept(server.engine(tmp_path / "remote"), dispatches())
    local = filled(tmp_path / "local", dispatches())
    derived, articles = local.terms.graph("derived"), [local.terms.article(key) for key in local.articles.keys()]  # noqa: SIM118
    edges = {quad.subject for quad in local.snapshot().quads.quads_for_pattern(None, names.TYPE, names.depesche("Edge"), derived)}
    patterns = [(None, None, None, graph) for graph in articles] + [(each, None, None, derived) for each in edges]
    patterns += [(None, names.depesche("edge"), each, derived) for each in edges]
    there = store.engine.write(store.terms).matching(patterns)  # type: ignore[arg-type]
    here = local.engine.write(local.terms)
    assert there == here.matching(patterns)  # type: ignore[arg-type]
    here.close()
    assert all(there.values())


class Lost(Exception):
    """Stands for whatever cuts a writer off."""


@pytest.fixture
def cutting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int], None]]:
    """Cuts the client off after so many updates; none restores it."""
    tell = Client.tell

    def cut(after: int) -> None:
        told = iter(range(after))

        def limited(self: Client, update: str) -> None:
            if next(told, None) is None:
                raise Lost
            tell(self, update)

        monkeypatch.setattr(Client, "tell", limited if after >= 0 else tell)

    yield cut


@pytest.mark.parametrize("after", [0, 1, 2, 5, 9, 14])
def test_a_batch_that_is_cut_off_anywhere_is_mended(
    server: Server, tmp_path: Path, cutting: Callable[[int], None], after: int
) -> None:
    store = kept(server.engine(tmp_path / "remote", batch=20), [numbered(1), numbered(2), dispatches()[0]])
    cutting(after)
    with pytest.raises(Lost), store.writing() as writer:
        writer.add(numbered(0), "r1")
        writer.remove(article_key(numbered(1).article))
        writer.add(reading(dispatches()[0].article, [claim()]), "r2")
    cutting(-1)
    with store.writing():
        pass
    assert exported(store) == exported(filled(tmp_path / "local", [numbered(0), numbered(2), reading(dispatches()[0].article)]))
    assert store.revision == store.snapshot().revision == store.labels.revision()
    assert not (tmp_path / "remote" / "PENDING").exists()


def test_a_killed_writer_is_mended(server: Server, tmp_path: Path) -> None:
    store = kept(server.engine(tmp_path / "remote", batch=20), [numbered(1), numbered(2)])
    with child("die-telling", store.folder, server.address, 7) as other:
        assert other.wait(30) == -signal.SIGKILL
    with store.writing(wait=5):
        pass
    assert exported(store) == exported(filled(tmp_path / "local", [numbered(0), numbered(2)]))


def test_a_rebuild_that_is_cut_off_is_made_again(server: Server, tmp_path: Path, cutting: Callable[[int], None]) -> None:
    store = kept(server.engine(tmp_path / "remote", batch=50), dispatches())
    before = exported(store)
    cutting(4)
    with pytest.raises(Lost):
        store.rebuild()
    cutting(-1)
    with store.writing():
        pass
    assert exported(store) == before


def test_an_engine_that_lost_everything_is_filled_anew(server: Server, tmp_path: Path) -> None:
    store = kept(server.engine(tmp_path / "remote"), dispatches())
    before = exported(store)
    server.empty()
    with store.writing():
        pass
    assert exported(store) == before


def test_a_change_that_waits_is_not_made_in_an_engine_that_is_another_now(
    server: Server, tmp_path: Path, cutting: Callable[[int], None]
) -> None:
    store = kept(server.engine(tmp_path / "remote", batch=50), [numbered(1)])
    cutting(1)
    with pytest.raises(Lost), store.writing() as writer:
        writer.add(numbered(0), "r1")
    cutting(-1)
    server.empty()
    with store.writing():
        pass
    assert exported(store) == exported(filled(tmp_path / "local", [numbered(0), numbered(1)]))


def test_many_articles_at_once_are_there_when_all_are(server: Server, tmp_path: Path) -> None:
    store = kept(server.engine(tmp_path / "remote", batch=50), [numbered(1)])
    with store.loading() as loader:
        for number in range(4):
            loader.add(numbered(number), "r1")
        loader.remove(article_key(numbered(0).article))
    expected = filled(tmp_path / "local", map(numbered, range(1, 4)))
    assert exported(store) == exported(expected)
    assert store.sentences.search("Getreide") == expected.sentences.search("Getreide")
    assert store.revision == store.snapshot().revision == store.sentences.revision()
    assert not (tmp_path / "remote" / "quads.new").exists()


def test_a_store_moves_to_an_engine_and_back(server: Server, tmp_path: Path) -> None:
    folder = tmp_path / "s"
    before = exported(example_store(folder))
    engine = server.engine(folder)
    with pytest.raises(StoreError, match="in this folder; use it with --store and without --state; `depesche rebuild` moves"):
        Store.open(folder, engine=engine)
    Store.open(folder, engine=engine, older=True).rebuild()
    moved = Store.open(folder, engine=engine)
    assert exported(moved) == before
    with pytest.raises(StoreError, match=f"keeps its quads at {server.address}; use it with --store {server.address}"):
        Store.open(folder)
    Store.open(folder, older=True).rebuild()
    assert exported(Store.open(folder)) == before


def test_a_new_store_does_not_take_the_place_of_another(server: Server, tmp_path: Path) -> None:
    kept(server.engine(tmp_path / "one"), [numbered(1)])
    with pytest.raises(UsageError, match="holds a store with the base"):
        Store.create(tmp_path / "two", engine=server.engine(tmp_path / "two"))
    assert not (tmp_path / "two").exists()


def test_where_the_default_graph_is_no_union_nothing_is_written(tmp_path: Path) -> None:
    with running(oxigraph(tmp_path, union=False)) as server:
        engine = server.engine(tmp_path / "s")
        with pytest.raises(StoreError, match="not the union of all graphs; start Oxigraph with --union-default-graph"):
            Store.create(engine.folder, engine=engine)
        assert list(engine.read().named_graphs()) == [], "what was tried is taken back"
        Client(engine.endpoint).tell("INSERT DATA { GRAPH <http://a/g> { <http://a/s> <http://a/p> 1 } }")
        with pytest.raises(StoreError, match="--union-default-graph"):
            engine.read()


def test_a_server_that_is_restarted_is_waited_for(tmp_path: Path) -> None:
    with running(oxigraph(tmp_path)) as server:
        store = kept(server.engine(tmp_path / "remote", tries=8), [numbered(1)])
        server.stop()
        again = threading.Thread(target=lambda: (time.sleep(1), server.start()))
        again.start()
        with store.writing() as writer:
            writer.add(numbered(2), "r1")
        again.join()
        assert exported(store) == exported(filled(tmp_path / "local", [numbered(1), numbered(2)]))


def test_a_server_that_stays_away_is_an_error_with_its_address(tmp_path: Path) -> None:
    server = oxigraph(tmp_path)
    with pytest.raises(StoreError, match=f"{server.address}/query: the engine cannot be reached: no connection; start it"):
        Store.create(tmp_path / "s", engine=server.engine(tmp_path / "s", tries=2))


@pytest.mark.parametrize("started", ["virtuoso"], indirect=True, scope="session")
def test_who_asks_is_told_by_digest(server: Server, tmp_path: Path) -> None:
    store = kept(known(server, tmp_path / "remote"), dispatches())
    assert exported(store) == exported(filled(tmp_path / "local", dispatches()))
    with pytest.raises(StoreError, match="does not know the user or the password; look at DEPESCHE_ENGINE_USER") as refused:
        known(server, tmp_path / "remote", "guessed").read()
    assert "guessed" not in str(refused.value)


def test_what_was_added_with_a_date_is_found_by_it(server: Server, tmp_path: Path) -> None:
    told = [reading(article(published=date(2024, 6, day), url=f"https://blatt.example/{day}")) for day in (3, 4, 5)]
    quads = kept(server.engine(tmp_path / "remote"), told).snapshot().quads
    asked = "SELECT ?a { ?a schema:datePublished ?d FILTER(?d >= '2024-06-04'^^xsd:date) }"
    assert len(list(quads.query(asked, prefixes=names.PREFIXES))) == 2  # type: ignore[arg-type]
