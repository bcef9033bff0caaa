"""What is measured of writing, each in a process of its own, so that its memory is its own: `python -m bench.loads WHAT …`.

Prints one line of JSON. The time for telling the recorded readings again is taken out.
"""

import json
import re
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from itertools import chain
from pathlib import Path

import pyoxigraph

from graph.commands.store import known
from graph.extraction.gazetteer import Gazetteer
from graph.model import Reading
from graph.rdf.filling import QUADS
from graph.rdf.store import Store

from .derived import fill
from .measure import ROOT
from .recording import recorded
from .replay import Replay

BATCH = 200  # articles, as many as a writer takes at once


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of processors, and the most memory that it and the processes it started had, each (MB)."""

    seconds: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s ({self.processor:.1f} s of processors), {self.memory:,.0f} MB"


class _Watch:
    """Counts what passes outside of `telling`, in this process and in those that it starts."""

    def __init__(self) -> None:
        self._memory = _Memory()
        self._clock, self._processor = time.perf_counter(), time.process_time()

    def telling(self, readings: Iterator[Reading]) -> Iterator[Reading]:
        """The readings; the time until each is there does not count."""
        while True:
            clock, processor = time.perf_counter(), time.thread_time()
            reading = next(readings, None)
            self._clock += time.perf_counter() - clock
            self._processor += time.thread_time() - processor
            if reading is None:
                return
            yield reading

    def cost(self) -> Cost:
        """What it came to; the processes that were started have ended."""
        others = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = time.process_time() + others.ru_utime + others.ru_stime
        return Cost(time.perf_counter() - self._clock, processor - self._processor, self._memory.peak())


class _Memory:
    """The most memory that this process and those that it starts had, each at its own peak (MB); looked up every second.

    Not what `getrusage` gives: that counts the process that started this one too.
    """

    def __init__(self) -> None:
        self._peaks: dict[str, float] = {}
        threading.Thread(target=self._look_on, daemon=True).start()

    def peak(self) -> float:
        self._look()
        return sum(self._peaks.values())

    def _look_on(self) -> None:
        while True:
            self._look()
            time.sleep(1)

    def _look(self) -> None:
        started = (_read(file).split() for file in Path("/proc/self/task").glob("*/children"))
        for process in ("self", *chain.from_iterable(started)):
            if had := re.search(r"VmHWM:\s+(\d+) kB", _read(Path("/proc", process, "status"))):
                self._peaks[process] = int(had[1]) / 1024


def _read(file: Path) -> str:
    try:
        return file.read_text()
    except OSError:  # the process ended meanwhile
        return ""


def load(folder: Path, recording: Path, count: int) -> Cost:
    """Articles from readings to a whole store: texts, readings, counts, labels and quads."""
    replay = Replay(recorded(recording), Gazetteer.load())
    store = Store.create(folder, known=known())
    next(replay.readings(1))  # what is worked out once for all
    watch = _Watch()
    with store.loading() as loader:
        for reading in watch.telling(replay.readings(count)):
            loader.add(reading, "replay")
    return watch.cost()


def derived(folder: Path, recording: Path, count: int) -> Cost:
    """What is derived of so many articles, without these."""
    replay = Replay(recorded(recording), Gazetteer.load())
    watch = _Watch()
    fill(folder, ((number, replay.root(number), replay.bare(number)) for number in range(count)))
    return watch.cost()


def more(folder: Path, recording: Path, start: int) -> Cost:
    """A batch more for a store that has `start` articles, as a feed brings it: all counts right when it is done."""
    replay = Replay(recorded(recording), Gazetteer.load())
    store = Store.open(folder, known())
    batch = list(replay.readings(BATCH, start))
    watch = _Watch()
    with store.writing() as writer:
        for reading in batch:
            writer.add(reading, "replay")
    return watch.cost()


def engine(folder: Path, file: Path) -> Cost:
    """The engine's own bulk loader, of the same quads as a file, and its merging, so that both stores end in the same state."""
    watch = _Watch()
    quads = pyoxigraph.Store(str(folder))
    quads.bulk_load(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS)
    quads.optimize()
    quads.flush()
    return watch.cost()


def dump(folder: Path, file: Path) -> Cost:
    """The store's quads as that file."""
    watch = _Watch()
    pyoxigraph.Store.read_only(str(folder / QUADS)).dump(str(file), pyoxigraph.RdfFormat.N_QUADS)
    return watch.cost()


def quads_in(folder: Path) -> int:
    """How many quads the store has."""
    return len(pyoxigraph.Store.read_only(str(folder / QUADS)))


_WHAT: dict[str, Callable[..., Cost]] = {"load": load, "derived": derived, "more": more, "engine": engine, "dump": dump}


def apart(what: str, *arguments: Path | int) -> Cost:
    """The cost of one of these in a process of its own."""
    command = [sys.executable, "-m", "bench.loads", what, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return Cost(**json.loads(done.stdout))


if __name__ == "__main__":
    what, *given = sys.argv[1:]
    print(json.dumps(asdict(_WHAT[what](*(int(each) if each.isdecimal() else Path(each) for each in given)))))
