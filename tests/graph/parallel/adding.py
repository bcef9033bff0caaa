"""A program that adds articles, for tests that end it: `python -m tests.graph.parallel.adding FOLDER ARTICLES WORKERS`."""

import sys
from pathlib import Path

from graph import pipeline
from graph.parallel.spawned import spawned
from graph.rdf.store import Store

from .reading import VERSION, Obedient, load, numbered


def main(folder: Path, count: int, workers: int) -> None:
    """Add articles in small batches; say of each what became of it, and which processes read."""
    pipeline.BATCH_ARTICLES = 4  # type: ignore[attr-defined]
    store = Store.open(folder) if (folder / "meta.json").exists() else Store.create(folder)
    with spawned(load, VERSION, workers) as readers:
        for number, outcome in enumerate(pipeline.add(numbered(count), Obedient(), store, readers=readers)):
            print(number, outcome.result, *(worker.process.pid for worker in readers._workers), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
