"""`work`: jobs that were given in a browser are done by whoever is called to, one worker at a time."""

from pathlib import Path

from click.testing import CliRunner

from graph.cli import main
from graph.jobs.job import State
from graph.jobs.queue import Queue
from graph.rdf.store import Store
from tests.graph.jobs.making import text

_WORDS = "Deutschland liefert der Ukraine Panzer."


def test_what_waits_is_read_and_stored_and_then_it_ends(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "store")
    queue = Queue(store.folder / "jobs.sqlite")
    number = queue.add(text(_WORDS))
    for step in ("read", "store"):
        if step == "store":
            queue.store(number)
        done = CliRunner().invoke(main, ["work", "--once", "--store", str(store.folder)], catch_exceptions=False)
        assert done.exit_code == 0, done.output
    job = queue.job(number)
    assert (job.state, job.claims, job.stored) == (State.DONE, 1, 1)
    (key,) = store.articles.keys()
    assert store.articles.reading(key).claims[0].relation == "AID"


def test_without_a_store_there_is_nothing_to_do(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["work", "--once", "--store", str(tmp_path / "none")])
    assert done.exit_code == 2 and "none" in done.output
