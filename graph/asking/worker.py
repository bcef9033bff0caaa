"""The process that evaluates queries: read-only, without a network, with a limit on memory, and meant to be killed.

The engine can neither be timed out nor interrupted, so whoever asks kills the process at the deadline (see `pool`).
Nothing that a query can do here outlives it. Where an engine elsewhere keeps the quads, the process checks the query,
hands it on and reads no more of the answer than the limit; then it needs a network, and only the engine's address is used.
"""

import ctypes
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import pyoxigraph

from ..errors import DepescheError, QueryError, QueryRefused, QuerySyntaxError, QueryTooLarge, StoreError
from ..processes import end_with
from ..rdf.engine import Engine, Solutions, is_cut
from ..rdf.names import PREFIXES
from ..rdf.snapshot import Latest, Snapshot
from . import guard, results

_ARENA_MAX = -8  # M_ARENA_MAX of malloc.h
_OURS = partial(guard.Checked, form="construct")  # written by us, so not checked


@dataclass(frozen=True, slots=True)
class Ask:
    """One query; `formats` are media types in the order of preference, none for plain rows.

    `trusted` queries are our own and skip the guard. At most `limit` rows or triples come back. `graphs` is the dataset
    that is asked, by default the whole store.
    """

    query: str
    formats: tuple[str, ...]
    limit: int
    trusted: bool = False
    graphs: guard.Graphs | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: `rows` when plain rows were asked for, else `body` in `media_type`.

    `form` is `select`, `ask`, `construct` or `describe`. `media_type` is None when none of the formats fits the form.
    `truncated` says that more than the limit was found. `seconds` is the time in the worker.
    """

    form: str
    columns: tuple[str, ...]
    rows: tuple[results.Row, ...]
    body: bytes
    media_type: str | None
    truncated: bool
    revision: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Place:
    """Where a worker works: the store's folder, the engine that keeps its quads, the bytes of memory that it may take and
    those that a query may have."""

    folder: Path
    engine: Engine
    memory: int
    size: int = guard.SIZE


def work(descriptor: int) -> None:
    """Answers what comes through the socket `descriptor`, first of all a Place, until the other end is gone."""
    link: Connection[Any, Any] = Connection(descriptor)
    place: Place = link.recv()
    if place.engine.address is None:
        _cut_network()
    _limit_memory(place.memory)
    end_with(descriptor)  # a query that runs when the server dies would otherwise run on for nobody
    latest = Latest(place.folder, engine=place.engine)
    while True:
        try:
            ask = link.recv()
        except (EOFError, OSError):
            return
        link.send(_answered(ask, place, latest))


def _answered(ask: Ask, place: Place, latest: Latest) -> Answer | DepescheError:
    try:
        return answer(ask, place, latest)
    except DepescheError as error:
        return error
    except MemoryError:
        return too_large(place.memory)
    except SyntaxError as error:
        return _syntax_error(str(error))
    except (ValueError, RuntimeError, RecursionError) as error:
        return QueryError(f"the query cannot be evaluated: {error}")
    except OSError as error:
        return StoreError(f"{place.folder}: the store cannot be read: {error}")


def too_large(memory: int) -> QueryTooLarge:
    """The error for a query that needs more than `memory` bytes."""
    return QueryTooLarge(
        f"the query needs more than {memory >> 20} MB of memory; ask for less at a time, or group before you join"
    )


def answer(ask: Ask, place: Place, latest: Latest) -> Answer:
    """The answer over the newest state of the store; a snapshot whose files are gone is opened anew, once."""
    started = time.perf_counter()
    for again in (True, False):
        snapshot = latest.get()
        checked = _OURS(ask.query) if ask.trusted else guard.check(ask.query, snapshot.base, PREFIXES, place.size)
        try:
            finish = _evaluated(snapshot, checked, ask)
        except OSError:
            if not again:
                raise
            latest.forget()
        else:
            return finish(revision=snapshot.revision, seconds=time.perf_counter() - started)
    raise AssertionError("unreachable")


def _evaluated(snapshot: Snapshot, checked: guard.Checked, ask: Ask) -> Callable[..., Answer]:
    found = snapshot.quads.query(checked.text, base_iri=snapshot.base, prefixes=PREFIXES, **_dataset(snapshot, checked, ask))
    if isinstance(found, Solutions):
        return _select(found, ask)
    if isinstance(found, pyoxigraph.QueryBoolean | bool):
        return _truth(bool(found), ask)
    return _triples(found, ask, checked.form)


def _dataset(snapshot: Snapshot, checked: guard.Checked, ask: Ask) -> dict[str, Any]:
    """Which graphs the engine looks into: those that the request names, else those of FROM, else all.

    Those of FROM are told apart from the text too: where the default graph is the union, Oxigraph's server ignores FROM.
    """
    if ask.graphs is not None:
        ask.graphs.check(snapshot.base)
        if checked.dataset and not isinstance(snapshot.quads, pyoxigraph.Store):  # to Virtuoso FROM goes before the request
            raise QueryRefused("the request names graphs and so does the query (FROM): the store's engine takes one or the other")
    elif not checked.dataset:
        return {"use_default_graph_as_union": True}
    chosen = ask.graphs or guard.Graphs(checked.default, checked.named)
    return {"default_graph": _nodes(chosen.default), "named_graphs": _nodes(chosen.named)}


def _select(found: Solutions, ask: Ask) -> Callable[..., Answer]:
    table = results.table(found, ask.limit)
    cut = is_cut(found)
    if cut and ask.trusted and not table.truncated:
        remedy = "let it give more at once (docs/remote.md)"
        raise StoreError(f"the engine cuts its answers after {len(table.rows)} rows, and our own need them all; {remedy}")
    made = partial(Answer, form="select", columns=table.columns, truncated=table.truncated or cut)
    if not ask.formats:
        return partial(made, rows=results.plain(table), body=b"", media_type=None)
    media_type = _best(ask.formats, results.SOLUTION_TYPES)
    body = results.write_table(table, media_type) if media_type else b""
    return partial(made, rows=(), body=body, media_type=media_type)


def _truth(truth: bool, ask: Ask) -> Callable[..., Answer]:
    made = partial(Answer, form="ask", columns=(), truncated=False)
    if not ask.formats:
        return partial(made, rows=((truth,),), body=b"", media_type=None)
    media_type = _best(ask.formats, results.TRUTH_TYPES)
    return partial(made, rows=(), body=results.write_truth(truth, media_type) if media_type else b"", media_type=media_type)


def _triples(found: Any, ask: Ask, form: str) -> Callable[..., Answer]:
    triples = [triple for triple, _ in zip(found, range(ask.limit + 1), strict=False)]
    made = partial(Answer, form=form, columns=("subject", "predicate", "object"), truncated=len(triples) > ask.limit)
    triples = triples[: ask.limit]
    if not ask.formats:
        rows = tuple((results.value(t.subject), results.value(t.predicate), results.value(t.object)) for t in triples)
        return partial(made, rows=rows, body=b"", media_type=None)
    media_type = _best(ask.formats, results.TRIPLE_TYPES)
    body = results.write_triples(triples, media_type, PREFIXES) if media_type else b""
    return partial(made, rows=(), body=body, media_type=media_type)


def _nodes(names: tuple[str, ...]) -> list[pyoxigraph.NamedNode | pyoxigraph.BlankNode]:
    return [pyoxigraph.NamedNode(name) for name in names]


def _best(wanted: tuple[str, ...], offered: tuple[str, ...]) -> str | None:
    return next((media_type for media_type in wanted if media_type in offered), None)


def _syntax_error(message: str) -> QuerySyntaxError:
    """Oxigraph's message `error at LINE:COLUMN: …` as our error."""
    head, _, rest = message.removeprefix("error at ").partition(": ")
    line, _, column = head.partition(":")
    if line.isdigit() and column.isdigit():
        return QuerySyntaxError(
            f"syntax error at line {line}, column {column}: {rest.splitlines()[0]}", line=int(line), column=int(column)
        )
    return QuerySyntaxError(f"syntax error: {message}")


def _cut_network() -> None:
    """An empty network of its own, where the system lets us: the guard must not be the only lock on the door."""
    if not sys.platform.startswith("linux"):
        return
    new_user, new_network = 0x10000000, 0x40000000
    with suppress(AttributeError):  # and where a container's rules refuse it, the guard stands alone
        ctypes.CDLL(None).unshare(new_user | new_network)


def _limit_memory(memory: int) -> None:
    """Counts address space beyond what the process has now; reached, the engine aborts or raises MemoryError."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(AttributeError):  # only in glibc, which else reserves 64 MB of address space for each thread
        ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_address_space() + memory, hard))


def _address_space() -> int:
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")
