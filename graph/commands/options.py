"""What several commands share: how they come by their settings, where they write, and how they say what happens.

Results go to stdout or a file, everything else to stderr, so that a pipe gets the results alone.
"""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any, BinaryIO

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.text import Text

from ..addresses import is_address
from ..errors import DepescheError, UsageError
from ..rdf.engine import Engine
from ..rdf.remote import engine_of
from ..rdf.store import Store
from ..settings import Settings, read_settings

_STATE = "depesche.state"  # where `--state` waits for whoever reads the settings


def settings(**flags: object) -> Settings:
    """The settings of this call: `flags` before environment, files and defaults."""
    context = click.get_current_context(silent=True)
    state = context.meta.get(_STATE) if context else None
    chosen = read_settings({"state": state, **flags}, os.environ, Path.cwd())
    if state is not None and chosen.address is None:
        raise UsageError("--state goes with an engine; give its address as --store")
    return chosen


def engine(chosen: Settings) -> Engine | None:
    """The engine of these settings, as whom the environment says; None for the one in the store's own folder."""
    return engine_of(chosen, os.environ)


def store_of(chosen: Settings) -> Store:
    """The store of these settings, to read. StoreError with the remedy when there is none."""
    return Store.open(chosen.folder, engine=engine(chosen))


class _Place(click.Path):
    """A folder or the address of an engine, which a path would spoil."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        return value if isinstance(value, str) and is_address(value) else super().convert(value, param, ctx)


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--store DIR|URL` and `--state DIR`: the store to work on; `settings` knows the second by itself."""
    store = click.option(
        "--store", type=_Place(path_type=Path), metavar="DIR|URL", help="The store's folder, or the engine that keeps its RDF."
    )
    state = click.option(
        "--state", type=click.Path(path_type=Path), metavar="DIR", help="The folder that goes with an engine.",
        expose_value=False, callback=_keep_state,
    )  # fmt: skip
    return store(state(command))


def _keep_state(ctx: click.Context, _param: click.Parameter, value: Path | None) -> None:
    ctx.meta[_STATE] = value


def say(message: str) -> None:
    """One line to whoever is watching."""
    click.echo(message, err=True)


@contextmanager
def progress(what: str, total: int, *, wanted: bool = True) -> Iterator[Callable[[], None]]:
    """A bar over about `total` steps with rate and remaining time; gives the function that counts a step.

    It is drawn on stderr when that is a terminal.
    """
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=not (wanted and sys.stderr.isatty()), transient=True) as bar:
        task = bar.add_task(what, total=total)
        counted = count(1)

        def step() -> None:
            done = next(counted)
            bar.update(task, completed=done, total=max(done, total))  # a feed holds more than was expected of it

        yield step


class _Rate(ProgressColumn):
    """Steps a second: of the last half minute, or of all the time where that is not known."""

    def render(self, task: Task) -> Text:
        speed = task.speed or (task.completed / task.elapsed if task.elapsed else 0)
        return Text(f"{speed:.1f}/s" if speed else "")


@contextmanager
def output(out: Path | None) -> Iterator[BinaryIO]:
    """The file `out`, written beside it and then put in its place; stdout where it is None."""
    if out is None:
        yield sys.stdout.buffer
        return
    part = out.with_name(out.name + ".part")
    try:
        with part.open("wb") as file:
            yield file
        part.replace(out)
    except OSError as error:
        raise UsageError(f"{out}: cannot be written: {error.strerror}") from None
    finally:
        part.unlink(missing_ok=True)


def failed(ctx: click.Context, failures: Sequence[DepescheError]) -> None:
    """End with the code for inputs that failed, if any did; each was already named."""
    if failures:
        ctx.exit(max(failure.exit_code for failure in failures))
