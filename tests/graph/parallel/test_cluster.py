"""Reading on a Dask cluster: a scheduler and two workers of this machine, each a process of its own."""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.errors import UsageError, WorkerError
from graph.parallel import cluster as clusters
from graph.parallel.cluster import cluster
from graph.pipeline import Result, add
from graph.rdf.store import Store
from tests.graph.rdf.stores import exported

from .reading import VERSION, Obedient, load, load_another, numbered

if TYPE_CHECKING:
    from distributed import Client

ROOT = Path(__file__).parents[3]
_ONLY_HERE = ("--host", "127.0.0.1", "--no-dashboard")


@contextmanager
def process(what: str, *arguments: object) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *_ONLY_HERE, *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as running:
        try:
            yield running
        finally:
            running.kill()


def until(given: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not given():
        assert time.monotonic() < end
        time.sleep(0.1)


def connected(address: str) -> "Client":
    """A client, whose thread Dask gives ten seconds to start: on a starved machine it may need another try."""
    from distributed import Client

    for _ in range(2):
        try:
            return Client(address, set_as_default=False)
        except AssertionError:
            continue
    return Client(address, set_as_default=False)


class Machines:
    """A scheduler and the workers that were started for it."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        file = folder / "scheduler.json"
        stack.enter_context(process("scheduler", "--port", 0, "--scheduler-file", file))
        until(lambda: file.exists() and file.read_text().endswith("}"))
        self.address = str(json.loads(file.read_text())["address"])
        self._stack = stack
        self.workers: list[subprocess.Popen[bytes]] = []

    def start(self, count: int) -> None:
        with connected(self.address) as client:  # before the workers, which take the processors
            for _ in range(count):
                self.workers.append(self._stack.enter_context(process("worker", self.address, "--nthreads", 1, "--no-nanny")))
            client.wait_for_workers(count, timeout=60)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    pytest.importorskip("distributed")
    with ExitStack() as stack:
        yield Machines(tmp_path, stack)


def test_without_dask_the_error_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'depesche\[dask\]'"), cluster("tcp://127.0.0.1:1", load, VERSION):
        pass


@pytest.mark.parametrize(
    ("address", "error", "told"),
    [
        ("tcp://127.0.0.1:1", WorkerError, "no Dask scheduler answers there"),
        ("nowhere://x", UsageError, "is no address of a Dask scheduler"),
        ("127.0.0.1:port", UsageError, "is no address of a Dask scheduler"),
    ],
)
def test_where_there_is_no_scheduler_the_error_says_so(
    monkeypatch: pytest.MonkeyPatch, address: str, error: type[Exception], told: str
) -> None:
    pytest.importorskip("distributed")
    monkeypatch.setattr(clusters, "PATIENCE", 1)
    with pytest.raises(error, match=told), cluster(address, load, VERSION):
        pass


@pytest.mark.slow
def test_two_workers_make_the_store_that_one_process_makes(machines: Machines, tmp_path: Path) -> None:
    machines.start(2)
    articles = [*numbered(30), *numbered(32, "Falle")[31:]]
    alone, store = Store.create(tmp_path / "alone"), Store.create(tmp_path / "s")
    expected = list(add(articles, Obedient(), alone))
    with cluster(machines.address, load, VERSION) as readers:
        outcomes = list(add(articles, Obedient(), store, readers=readers))
    assert [(each.result, each.article, str(each.error)) for each in outcomes] == [
        (each.result, each.article, str(each.error)) for each in expected
    ]
    assert exported(store) == exported(alone)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_the_command_reads_on_a_cluster(machines: Machines, tmp_path: Path) -> None:
    def depesche(*arguments: object) -> bytes:
        return subprocess.run(
            [sys.executable, "-m", "graph", *map(str, arguments)], cwd=ROOT, check=True, capture_output=True
        ).stdout

    machines.start(2)
    articles = ROOT / "examples" / "dispatches"
    depesche("add", articles, "--store", tmp_path / "alone")
    depesche("add", articles, "--dask", machines.address, "--store", tmp_path / "s")
    assert depesche("export", "--store", tmp_path / "s") == depesche("export", "--store", tmp_path / "alone")


@pytest.mark.slow
def test_what_a_dead_worker_was_reading_is_read_by_the_other(machines: Machines, tmp_path: Path) -> None:
    machines.start(2)
    alone, store = Store.create(tmp_path / "alone"), Store.create(tmp_path / "s")
    list(add(numbered(40, "Brocken"), Obedient(), alone))

    def killing() -> Iterator[object]:
        for number, article in enumerate(numbered(40, "Brocken")):
            if number == 20:
                machines.workers[0].kill()
            yield article

    with cluster(machines.address, load, VERSION) as readers:
        outcomes = list(add(killing(), Obedient(), store, readers=readers))  # type: ignore[arg-type]
    assert {each.result for each in outcomes} == {Result.ADDED}
    assert exported(store) == exported(alone)


@pytest.mark.slow
def test_a_cluster_that_cannot_read_ends_the_call(machines: Machines, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "PATIENCE", 2)
    store = Store.create(tmp_path / "s")
    with pytest.raises(WorkerError, match="has no workers"), cluster(machines.address, load, VERSION):
        pass
    machines.start(1)
    with pytest.raises(WorkerError, match="another version"), cluster(machines.address, load_another, VERSION) as readers:
        list(add(numbered(3), Obedient(), store, readers=readers))
    with (
        pytest.raises(WorkerError, match="all workers of the cluster are gone"),
        cluster(machines.address, load, VERSION) as readers,
    ):
        list(add(numbered(3, "Gift"), Obedient(), store, readers=readers))
    assert store.articles.count() == 0


@pytest.mark.slow
def test_a_scheduler_that_is_lost_ends_the_call(tmp_path: Path) -> None:
    pytest.importorskip("distributed")
    with ExitStack() as stack:
        machines = Machines(tmp_path, stack)
        machines.start(1)
        store = Store.create(tmp_path / "s")
        with (
            pytest.raises(WorkerError, match=f"^{machines.address}: the cluster failed: "),
            cluster(machines.address, load, VERSION) as readers,
        ):
            waiting = [readers.submit(each) for each in numbered(50, "Brocken")]
            stack.close()
            [each.result() for each in waiting]
        assert store.articles.count() == 0
