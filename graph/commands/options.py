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

from ..errors import DepescheError, UsageError
from ..settings import Settings, read_settings


def settings(**flags: object) -> Settings:
    """The settings of this call: `flags` before environment, files and defaults."""
    return read_settings(flags, os.environ, Path.cwd())


def store_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--store DIR`: the store to work on."""
    return click.option("--store", type=click.Path(path_type=Path), metavar="DIR", help="The store's folder (see `config`).")(
        command
    )


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
