"""What answering costs beside the bare engine: each named question through the pool, in turns with its query sent straight.

    python -m bench.asking --articles 2200 22000     about 10,000 and 100,000 claims
    python -m bench.asking --keep FOLDER             keeps the stores, and uses those that are there

The bare engine evaluates the question's own SPARQL in this process and gives its rows to nobody. A question that is finished
in Python asks more than that, so only the others are held against it: twice the engine and 15 ms, for what the pool, the
guard's process and the codes of concepts cost.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pyoxigraph

from graph.asking.answering import Case
from graph.asking.counter import Counter
from graph.asking.finishing import FINISHING, ask
from graph.asking.pool import Pool
from graph.asking.questions import Question, questions
from graph.errors import DepescheError
from graph.rdf.filling import QUADS
from graph.rdf.names import PREFIXES
from graph.rdf.store import Store

from .loads import apart
from .recording import recorded

ROUNDS = 7
DEADLINE = 30.0  # seconds, thrice what the explorer grants
TIMES, BESIDE = 2.0, 15.0  # of the bare engine, and milliseconds
_LANGUAGE = "de"


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds of one question, medians: through the pool, and of its query in the bare engine; None past the deadline."""

    name: str
    ours: float | None
    bare: float
    finished: bool

    @property
    def fits(self) -> bool:
        """Whether the pool costs no more than it may; what is finished in Python is not held against the engine."""
        return self.finished or (self.ours is not None and self.ours <= TIMES * self.bare + BESIDE)

    def __str__(self) -> str:
        ours = "too long" if self.ours is None else f"{self.ours:,.0f} ms"
        verdict = "finished in Python" if self.finished else "fits" if self.fits else "too slow"
        return f"{self.name:22} {ours:>12} {self.bare:>10,.0f} ms  {verdict}"


def measure(store: Store, rounds: int = ROUNDS) -> tuple[Took, ...]:
    """Every named question as it stands, in turns with the bare engine: `rounds` times, after one that does not count."""
    bare = pyoxigraph.Store.read_only(str(store.folder / QUADS))
    with Pool(store.folder, workers=1, deadline=DEADLINE) as pool:
        desk = Counter(pool, store.articles, store.base)
        return tuple(_took(question, desk, bare, rounds) for question in questions().values())


def _took(question: Question, desk: Counter, bare: pyoxigraph.Store, rounds: int) -> Took:
    case = Case(desk, question.given({}, str), _LANGUAGE)
    query = question.bound(desk.base, _LANGUAGE, case.given)
    ours: list[float] = []
    engine: list[float] = []
    for _ in range(rounds + 1):
        engine.append(_milliseconds(lambda: _evaluated(bare, query, desk.base)))
        try:
            ours.append(_milliseconds(lambda: ask(question, case)))
        except DepescheError:
            return Took(question.name, None, median(engine), question.name in FINISHING)
    return Took(question.name, median(ours[1:]), median(engine[1:]), question.name in FINISHING)


def _evaluated(bare: pyoxigraph.Store, query: str, base: str) -> None:
    found = bare.query(query, base_iri=base, prefixes=PREFIXES, use_default_graph_as_union=True)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    for _ in found:
        pass


def _milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure stores of the sizes that are asked for; 1 when a question costs more than it may."""
    parser = argparse.ArgumentParser(prog="bench.asking", description="What answering costs beside the bare engine.")
    parser.add_argument("--articles", type=int, nargs="+", default=[2200], help="how many articles, of about five claims each")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--keep", type=Path, help="a folder in which the stores stay")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        place = chosen.keep or Path(temporary)
        place.mkdir(parents=True, exist_ok=True)
        recorded(place / "recording.jsonl")
        fits = [_sized(place, articles, chosen.rounds) for articles in chosen.articles]
    return int(not all(fits))


def _sized(place: Path, articles: int, rounds: int) -> bool:
    folder = place / f"store-{articles}"
    if not folder.exists():
        print(f"{articles:,} articles: {apart('load', folder, place / 'recording.jsonl', articles)}", file=sys.stderr, flush=True)
    store = Store.open(folder)
    print(f"{articles:,} articles\n{'question':22} {'answered':>12} {'bare engine':>13}")
    found = measure(store, rounds)
    for took in found:
        print(took)
    return all(took.fits for took in found)


if __name__ == "__main__":
    raise SystemExit(main())
