"""What the tests of the store share: texts of a store's whole content, and a reader that reads like alike."""

import io
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from graph.model import Reading
from graph.rdf.export import export
from graph.rdf.store import Store

MORNING = datetime(2024, 6, 4, 7, 30, tzinfo=UTC)


def exported(store: Store, form: str = "nq") -> str:
    """All that the store knows."""
    stream = io.BytesIO()
    export(store.snapshot(), form, stream)
    return stream.getvalue().decode()


def filled(folder: Path, readings: Iterable[Reading], reader: str = "r1", now: Callable[[], datetime] = lambda: MORNING) -> Store:
    """A new store with these readings."""
    store = Store.create(folder)
    with store.writing(now=now) as writer:
        for reading in readings:
            writer.add(reading, reader)
    return store


def lines(store: Store) -> set[str]:
    """Each quad as a line; literals may hold what `splitlines` takes for the end of one."""
    return set(exported(store).split("\n")) - {""}
