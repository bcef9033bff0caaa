"""What answering costs beside the bare engine: each named question through the pool, in turns with its query sent straight.

    python -m bench.asking --articles 2200 22000     about 10,000 and 100,000 claims
    python -m bench.asking --derived 220000          what is derived of a million, without the articles
    python -m bench.asking --keep FOLDER             keeps the stores, and uses those that are there

The bare engine evaluates the question's own SPARQL in this process and gives its rows to nobody. A question that is finished
in Python asks more than that, so only the others are held against it: twice the engine and 15 ms, for what the pool, the
guard's process and the codes of concepts cost. Pages that look at all of the store are measured beside what they may take.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
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

from .asks import over_all, timed
from .loads import apart
from .recording import recorded

ROUNDS = 7
DEADLINE = 30.0  # seconds, thrice what the explorer grants
TIMES, BESIDE = 2.0, 15.0  # of the bare engine, and milliseconds
MAY_TAKE = {"page: disputes": 500.0, "page: top pairs": 500.0, "page: neighbours of the busiest": 50.0}  # milliseconds
_LANGUAGE = "de"
# What looks at nothing but `…/derived` and the names of parties, all of it, and is not finished in Python.
_OVER_ALL = ("most-reported", "between", "corroborated")


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


@dataclass(frozen=True, slots=True)
class Page:
    """Milliseconds of what a page asks, the median; None past the deadline. `bound` is what it may take, if that was set."""

    name: str
    took: float | None
    bound: float | None

    @property
    def fits(self) -> bool:
        """Whether it takes no longer than it may."""
        return self.bound is None or (self.took is not None and self.took <= self.bound)

    def __str__(self) -> str:
        took = "too long" if self.took is None else f"{self.took:,.0f} ms"
        return f"{self.name:34} {took:>12}" + (f"  of {self.bound:,.0f} ms" if self.bound else "")


def measure(store: Store, rounds: int = ROUNDS, names: Iterable[str] | None = None) -> tuple[Took | Page, ...]:
    """Every named question (or those of `names`) as it stands, in turns with the bare engine: `rounds` times, after one that
    does not count; then what pages ask of all that is derived."""
    bare = pyoxigraph.Store.read_only(str(store.folder / QUADS))
    asked = [question for name, question in questions().items() if names is None or name in names]
    with Pool(store.folder, workers=1, deadline=DEADLINE) as pool:
        desk = Counter(pool, store.articles, store.base)
        told = [_took(question, desk, bare, rounds) for question in asked]
        return *told, *(Page(name, timed(ask, rounds), MAY_TAKE.get(name)) for name, ask in over_all(desk))


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
    parser.add_argument("--articles", type=int, nargs="*", default=[2200], help="how many articles, of about five claims each")
    parser.add_argument("--only", nargs="+", metavar="QUESTION", help="not all questions, but these")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--keep", type=Path, help="a folder in which the stores stay")
    parser.add_argument("--derived", type=int, nargs="*", default=[], help="the same of stores that hold what is derived alone")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        place = chosen.keep or Path(temporary)
        place.mkdir(parents=True, exist_ok=True)
        recorded(place / "recording.jsonl")
        fits = [_sized(place, "load", articles, chosen.rounds, chosen.only) for articles in chosen.articles]
        fits += [_sized(place, "derived", articles, chosen.rounds, _OVER_ALL) for articles in chosen.derived]
    return int(not all(fits))


def _sized(place: Path, what: str, articles: int, rounds: int, names: Iterable[str] | None) -> bool:
    folder = place / f"{'store' if what == 'load' else what}-{articles}"
    if not folder.exists():
        print(f"{articles:,} articles: {apart(what, folder, place / 'recording.jsonl', articles)}", file=sys.stderr, flush=True)
    print(f"{articles:,} articles\n{'question':22} {'answered':>12} {'bare engine':>13}")
    found = measure(Store.open(folder), rounds, names)
    for took in found:
        print(took)
    return all(took.fits for took in found)


if __name__ == "__main__":
    raise SystemExit(main())
