"""How a store grows: recorded readings told again as thousands of articles, loaded, added to, and asked.

    python -m bench.scale --articles 1000 10000 100000 --rounds 7 --json FILE

Loading is measured in pairs with the engine's own bulk loader, which gets the same quads as a file: one after the other,
in turns, so that a machine that slows down slows both alike. Figures are medians. `docs/scale.md` says what they mean.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from graph.rdf.store import Store

from .asks import asks
from .loads import BATCH, Cost, apart, quads_in
from .recording import recorded

ROUNDS = 7
PARTS = ("articles.sqlite", "labels.sqlite", "sentences.sqlite", "quads")


@dataclass(frozen=True, slots=True)
class Size:
    """All that was measured of a store of so many articles; times in milliseconds, disk and memory in MB."""

    articles: int
    rounds: int
    asked: int  # answers to each question
    quads: int
    load: float  # for each article, by the clock
    load_processor: float
    engine: float
    engine_processor: float
    ratio: float  # of loading to the engine's own loader, the median of the pairs
    ratio_processor: float
    memory: float
    more: float  # for each article of a batch that comes to the store
    more_processor: float
    disk: dict[str, float]
    asks: dict[str, float | None]


def measure(articles: int, recording: Path, place: Path, rounds: int = ROUNDS, asked: int = ROUNDS) -> Size:
    """Load so many articles `rounds` times, in turns with the engine alone; then ask the last store, each question as often as
    `asked` says, and add to it."""
    store, alone, file = place / "store", place / "engine", place / "quads.nq"
    pairs: list[tuple[Cost, Cost]] = []
    for _ in range(rounds):
        _cleared(store, alone)
        ours = apart("load", store, recording, articles)
        if not file.exists():
            apart("dump", store, file)
        pairs.append((ours, apart("engine", alone, file)))
        print(f"{articles:,} articles: {pairs[-1][0]}, the engine alone: {pairs[-1][1]}", file=sys.stderr, flush=True)
    file.unlink()
    _cleared(alone)
    disk = {part: _size(store / part) for part in PARTS}
    answers = asks(Store.open(store), asked)
    quads = quads_in(store)
    batches = [apart("more", store, recording, articles + number * BATCH) for number in range(rounds)]
    _cleared(store)
    each = 1000 / articles
    return Size(
        articles, rounds, asked, quads,
        load=each * median(ours.seconds for ours, _ in pairs),
        load_processor=each * median(ours.processor for ours, _ in pairs),
        engine=each * median(theirs.seconds for _, theirs in pairs),
        engine_processor=each * median(theirs.processor for _, theirs in pairs),
        ratio=median(ours.seconds / theirs.seconds for ours, theirs in pairs),
        ratio_processor=median(ours.processor / theirs.processor for ours, theirs in pairs),
        memory=max(ours.memory for ours, _ in pairs),
        more=1000 / BATCH * median(batch.seconds for batch in batches),
        more_processor=1000 / BATCH * median(batch.processor for batch in batches),
        disk=disk,
        asks=answers,
    )  # fmt: skip


def table(sizes: Sequence[Size]) -> str:
    """The figures of each size side by side."""
    rows = [("articles", *(f"{size.articles:,}" for size in sizes)), ("quads", *(f"{size.quads:,}" for size in sizes))]
    rows += [(name, *(f"{getattr(size, field):,.1f}" for size in sizes)) for name, field in _SHOWN.items()]
    rows += [(f"MB on disk: {part}", *(f"{size.disk[part]:,.0f}" for size in sizes)) for part in PARTS]
    rows += [(f"ms: {name}", *map(_ms, (size.asks.get(name) for size in sizes))) for name in sizes[0].asks]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(_padded(row, widths)) for row in rows)


_SHOWN = {
    "seconds to load 1,000": "load",
    "… of processors": "load_processor",
    "engine's own loader": "engine",
    "… of processors ": "engine_processor",
    "times the engine's": "ratio",
    "… by processors": "ratio_processor",
    "peak memory, MB": "memory",
    "seconds to add 1,000 in batches": "more",
    "… of processors  ": "more_processor",
}


def _padded(row: Sequence[str], widths: Sequence[int]) -> Iterable[str]:
    return (row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)))


def _ms(value: float | None) -> str:
    return "—" if value is None else f"{value:,.0f}"


def _cleared(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _size(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else path.parent.glob(f"{path.name}*")
    return sum(file.stat().st_size for file in files) / 1e6


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="bench.scale", description="How a store grows with its articles.")
    parser.add_argument("--articles", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="pairs of which the median is taken")
    parser.add_argument("--asked", type=int, default=ROUNDS, help="answers to each question, of which the median is taken")
    parser.add_argument("--recording", type=Path, help="a file of recorded readings, made when it is not there")
    parser.add_argument("--folder", type=Path, help="where stores are made and removed again (1 GB for 10,000 articles)")
    parser.add_argument("--json", type=Path, help="where the figures are written too")
    given = parser.parse_args(arguments)
    sizes: list[Size] = []
    with TemporaryDirectory(dir=given.folder) as scratch:
        recording = given.recording or Path(scratch) / "recording.jsonl"
        recorded(recording)
        for articles in given.articles:
            sizes.append(measure(articles, recording, Path(scratch), given.rounds, given.asked))
            if given.json:
                given.json.write_text(json.dumps([asdict(size) for size in sizes], indent=2) + "\n", encoding="utf-8")
    print(table(sizes))
    return 0


if __name__ == "__main__":
    sys.exit(main())
