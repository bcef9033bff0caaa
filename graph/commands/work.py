"""`work`: does the jobs that were given in browsers; also what a server starts to have them done."""

import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import click

from ..extraction.reader import Reader
from ..jobs.queue import Queue
from ..jobs.work import PURPOSE, Workshop
from ..processes import Worker, end_with, start
from ..rdf.lock import locked
from ..rdf.revision import read_meta
from ..reading.remembering import Remembered
from ..reading.visiting import Visitor
from ..settings import Settings
from .options import say, settings, store_option
from .store import opened, waiting

_JOBS, _LOCK = "jobs.sqlite", "jobs.lock"  # in the store's folder
_IDLE = 300  # seconds after which a server's worker gives back the 300 MB of its reader
_PAUSE = 1.0  # seconds between two looks at the queue


@click.command(short_help="Do the jobs that were given in browsers.")
@click.option("--once", is_flag=True, help="Do what waits, then end.")
@store_option
def work(once: bool, store: Path | None) -> None:
    """Read and store what was given in browsers (the page /add), one job at a time, and wait for more.

    `serve` starts a worker of its own when somebody gives a job; this is for one that runs apart, or afterwards. One at a
    time works on a store. What a worker that was killed left half done is begun anew. Ends with Ctrl-C.

    \b
    Example:
      depesche work --store claims --once
    """
    chosen = settings(store=store)
    read_meta(chosen.folder, at=chosen.address)  # says that there is no store

    def more() -> bool:
        time.sleep(0 if once else _PAUSE)
        return not once

    with locked(chosen.folder / _LOCK, PURPOSE, waiting=waiting):
        say("working; jobs are given at /add of `depesche serve`")
        workshop(chosen).work(more)


def workshop(chosen: Settings) -> Workshop:
    """All that is needed to do the jobs of these settings' store."""
    return Workshop(
        Queue(chosen.folder / _JOBS),
        load=Reader.load,
        opened=lambda: opened(chosen),
        visiting=lambda: Visitor.of(chosen, Remembered()),  # a page that somebody asks for is fetched, known or not
    )


def hire(chosen: Settings) -> Worker:
    """A process that does the jobs of these settings' store, looks again whenever it is sent something, and ends when idle."""
    worker = start(work_for)
    worker.link.send(chosen)
    return worker


def work_for(descriptor: int) -> None:
    """The process's part."""
    link: Connection[Any, Any] = Connection(descriptor)
    with link, suppress(EOFError, ConnectionError):
        chosen: Settings = link.recv()
        end_with(descriptor)
        with locked(chosen.folder / _LOCK, PURPOSE):
            workshop(chosen).work(_nudged(link))


def _nudged(link: "Connection[Any, Any]") -> Callable[[], bool]:
    def more() -> bool:
        if not link.poll(_IDLE):
            return False
        link.recv()
        return True

    return more
