"""Other processes that work on a store while a test does: run as `python -m tests.graph.rdf.children WHAT FOLDER …`."""

import os
import signal
import sys
import time
from pathlib import Path

from graph.identity import article_key
from graph.model import Reading
from graph.rdf import loading
from graph.rdf import writer as writers
from graph.rdf.endpoint import Endpoint, places
from graph.rdf.protocol import Client
from graph.rdf.remote import Remote
from graph.rdf.store import Store
from tests.factory import TEXT, article, claim, party, reading


def numbered(number: int) -> Reading:
    """An article of its own, with two claims: one that many share, and one of its own."""
    text = f"{TEXT} Nummer {number}."
    parties = party("Arkadien"), party(f"Nachbar {number}")
    return reading(article(text, url=f"https://blatt.example/{number}"), [claim(), claim("CONSULT", *parties)])


def add_without_end(folder: Path, batch: int) -> None:
    """Add articles in small batches and say so after each, until killed."""
    writers.BATCH_ARTICLES = batch
    with Store.open(folder).writing("adding") as writer:
        for number in range(10_000):
            writer.add(numbered(number), "r1")
            print(number, flush=True)


def load_without_end(folder: Path, batch: int) -> None:
    """The same with all articles at once."""
    loading.BATCH_ARTICLES = batch
    loading._ALONE = 3  # so that another process helps
    with Store.open(folder).loading("loading") as loader:
        for number in range(10_000):
            loader.add(numbered(number), "r1")
            print(number, flush=True)


def die_between(folder: Path, step: str) -> None:
    """Add one article and kill oneself just before `step` of the writing."""

    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    store = Store.open(folder)
    with store.writing("dying") as writer:
        writer.add(numbered(0), "r1")
        writer.remove(article_key(numbered(1).article))
        if step == "quads":
            writer._quads.apply = die  # type: ignore[method-assign]
        elif step == "labels":
            writer._found.labels.put = die  # type: ignore[method-assign]
        elif step == "sentences":
            writer._found.sentences.put = die  # type: ignore[method-assign]
        else:
            writers.write_revision = die  # type: ignore[assignment]
            writers.archive.write_state = die if step == "journal" else writers.archive.write_state  # type: ignore[assignment]


def die_telling(folder: Path, address: str, after: int) -> None:
    """Add one article, remove another, and kill oneself after so many updates of the engine."""
    engine, tell, told = Remote(Endpoint(address, *places(address), batch=20), folder), Client.tell, iter(range(after))

    def limited(self: Client, update: str) -> None:
        if next(told, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        tell(self, update)

    Client.tell = limited  # type: ignore[method-assign]
    with Store.open(folder, engine=engine).writing("dying") as writer:
        writer.add(numbered(0), "r1")
        writer.remove(article_key(numbered(1).article))


def die_rebuilding(folder: Path) -> None:
    """Kill oneself between the old quads and the new ones."""
    store = Store.open(folder)
    store.labels.put_all = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign]
    store.rebuild()


def hold(folder: Path) -> None:
    """Hold the lock for a while."""
    with Store.open(folder).writing("holding") as writer:
        writer.add(numbered(99), "r1")
        print("held", flush=True)
        time.sleep(1)


def read(folder: Path, seconds: float) -> None:
    """Count claims and articles in fresh snapshots; print each pair of numbers."""
    store, until = Store.open(folder), time.monotonic() + seconds
    while time.monotonic() < until:
        quads = store.snapshot().quads
        claims, articles = (
            [
                row["n"].value
                for row in quads.query(f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?x a <http://depesche.localhost/ns#{kind}> }} }}")
            ]
            for kind in ("Claim", "Article")
        )
        print(*claims, *articles, flush=True)


if __name__ == "__main__":
    what, where, *rest = sys.argv[1:]
    match what:
        case "add":
            add_without_end(Path(where), int(rest[0]))
        case "load":
            load_without_end(Path(where), int(rest[0]))
        case "die":
            die_between(Path(where), rest[0])
        case "die-telling":
            die_telling(Path(where), rest[0], int(rest[1]))
        case "die-rebuilding":
            die_rebuilding(Path(where))
        case "hold":
            hold(Path(where))
        case "read":
            read(Path(where), float(rest[0]))
