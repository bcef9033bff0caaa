"""Several processes that read: the same store as with one, and whatever befalls them befalls one article alone."""

from pathlib import Path

import pytest

from graph.errors import DataFileError, InputError, WorkerError
from graph.parallel.readers import Load
from graph.parallel.spawned import spawned
from graph.pipeline import Outcome, Result, add
from graph.rdf.store import Store
from tests.graph.rdf.stores import exported

from .reading import VERSION, Obedient, load, load_and_die, load_another, load_nothing, numbered


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "s")


def added(store: Store, articles: list[object], workers: int, reader: Load = load) -> list[Outcome]:
    with spawned(reader, VERSION, workers) as readers:
        return list(add(articles, Obedient(), store, readers=readers))  # type: ignore[arg-type]


def test_three_processes_make_the_store_that_one_makes(store: Store, tmp_path: Path) -> None:
    articles = numbered(20)
    alone = Store.create(tmp_path / "alone")
    expected = list(add(articles, Obedient(), alone))
    outcomes = added(store, [*articles], 3)
    assert outcomes == expected, "also in the same order"
    assert exported(store) == exported(alone)


def test_a_mistake_in_a_process_is_told_like_one_here(store: Store, tmp_path: Path) -> None:
    bad, articles = InputError("cannot be read", file="kaputt.json"), [*numbered(1), *numbered(3, "Falle")[2:]]
    here = list(add([bad, *articles], Obedient(), Store.create(tmp_path / "alone")))
    there = added(store, [bad, *articles], 2)
    assert [str(each.error) for each in there] == [str(each.error) for each in here]
    assert str(there[2].error) == "II: the reader failed: ZeroDivisionError: no clause"


def test_a_process_that_dies_takes_one_article_with_it(store: Store) -> None:
    articles = numbered(12)
    articles[3:4], articles[7:8] = numbered(4, "Gift")[3:], numbered(8, "Gift")[7:]
    outcomes = added(store, [*articles], 2)
    assert [number for number, each in enumerate(outcomes) if each.result is Result.FAILED] == [3, 7]
    assert str(outcomes[3].error) == "III: the process that read it was killed by SIGKILL; add it again to try once more"
    assert store.articles.count() == 10


def test_nothing_is_started_for_what_is_stored(store: Store) -> None:
    list(add(numbered(5), Obedient(), store))
    assert {each.result for each in added(store, [*numbered(5)], 2, load_nothing)} == {Result.KNOWN}


@pytest.mark.parametrize(
    ("reader", "error", "told"),
    [
        (load_nothing, DataFileError, "verbs.toml: is malformed"),
        (load_another, WorkerError, "another version"),
        (load_and_die, WorkerError, "was killed by SIGKILL before it could"),
    ],
)
def test_where_no_process_can_read_the_call_ends(store: Store, reader: Load, error: type[Exception], told: str) -> None:
    with pytest.raises(error, match=told):
        added(store, [*numbered(3)], 2, reader)


def test_leaving_early_ends_the_processes_at_once(store: Store) -> None:
    with spawned(load, VERSION, 2) as readers:
        waiting = [readers.submit(each) for each in numbered(200, "Brocken")]
        assert not isinstance(waiting[0].result(), InputError)
        running = [worker.process for worker in readers._workers]
    assert running and all(process.returncode for process in running)
    assert sum(each.cancelled() for each in waiting) > 100
