"""Adding that is killed at whatever moment, and made once more: the store is the one of a call that nobody killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from graph.pipeline import add
from graph.rdf.store import Store
from tests.graph.rdf.stores import exported

from .reading import Obedient, numbered

ROOT = Path(__file__).parents[3]
COUNT = 40


@contextmanager
def adding(folder: Path, workers: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tests.graph.parallel.adding", str(folder), str(COUNT), str(workers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as process:
        try:
            yield process
        finally:
            process.kill()


def lines(process: subprocess.Popen[str], count: int) -> list[str]:
    assert process.stdout
    return [line for line in (process.stdout.readline() for _ in range(count)) if line]


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def expected(folder: Path) -> str:
    straight = Store.create(folder)
    list(add(numbered(COUNT), Obedient(), straight))
    return exported(straight)


@pytest.mark.parametrize("seed", [1870, 1871])
def test_killed_at_random_and_made_once_more_it_is_the_same_store(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "s"
    for _ in range(3):
        with adding(folder, chance.choice([1, 3])) as process:
            lines(process, chance.randrange(COUNT))
            time.sleep(chance.random() / 20)  # in the midst of whatever it does next
            process.send_signal(signal.SIGKILL)
    with adding(folder, 3) as process:
        assert process.wait(60) == 0, process.stderr and process.stderr.read()
    assert exported(Store.open(folder)) == expected(tmp_path / "straight")


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes as Linux shows them")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_the_processes_that_read_end_with_the_one_that_writes(tmp_path: Path, how: signal.Signals) -> None:
    with adding(tmp_path / "s", 2) as process:
        workers = [int(pid) for pid in lines(process, 1)[0].split()[2:]]
        assert workers and all(map(alive, workers))
        process.send_signal(how)
        assert process.wait(30) != 0
    until = time.monotonic() + 10
    while any(map(alive, workers)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(alive, workers))


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_the_command_itself_can_be_killed_at_any_time(tmp_path: Path) -> None:
    def command(*arguments: object) -> list[str]:
        return [sys.executable, "-m", "graph", *map(str, arguments)]

    def export(store: Path) -> bytes:
        return subprocess.run(command("export", "--store", store), cwd=ROOT, check=True, capture_output=True).stdout

    articles, chance = ROOT / "examples" / "dispatches", random.Random(1870)
    began = time.monotonic()
    subprocess.run(command("add", articles, "--workers", 1, "--store", tmp_path / "straight"), cwd=ROOT, check=True)
    whole = time.monotonic() - began
    for _ in range(4):
        again = command("add", articles, "--workers", 3, "--store", tmp_path / "s")
        with subprocess.Popen(again, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": str(chance.randrange(99))}) as process:
            time.sleep(chance.uniform(0, whole))
            process.kill()
    subprocess.run(command("add", articles, "--workers", 3, "--store", tmp_path / "s"), cwd=ROOT, check=True)
    assert export(tmp_path / "s") == export(tmp_path / "straight")
