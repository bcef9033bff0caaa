"""`serve` and `demo`: the only commands that know the web."""

import secrets
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import FrameType

import click

from web import serving
from web.options import Options, is_loopback

from ..errors import StoreError, UsageError
from ..settings import Settings
from .add import fill
from .options import say, settings, store_option
from .work import hire


@click.command(short_help="Explore the store in a browser, or ask it over HTTP.")
@store_option
@click.option("--host", metavar="ADDRESS", help="Listen there; 127.0.0.1 is this machine alone.")
@click.option("--port", type=int, metavar="N", help="Listen on this port; 0 takes any free one.")
@click.option("--allow-host", multiple=True, metavar="NAME", help="Answer to this name as well, behind a proxy for instance.")
@click.option(
    "--cors", type=click.Choice(["auto", "on", "off"]), help="Let scripts of other sites read the data; auto: not on loopback."
)
@click.option("--with-text", is_flag=True, help="Show articles whole to everybody; otherwise only to this machine.")
def serve(
    store: Path | None, host: str | None, port: int | None, allow_host: tuple[str, ...], cors: str | None, with_text: bool
) -> None:
    """Explore the store in a browser, or ask it over HTTP.

    Pages, linked data and a SPARQL endpoint (/sparql). Serving never writes; `add` may run beside it, and what it adds
    shows up by itself. On this machine alone, articles can be added in the browser too: open the address with the token
    that is printed at the start; a process of its own (`work`) reads and stores them.

    \b
    Example:
      depesche serve --store claims --port 8080
    """
    _run(settings(store=store, host=host, port=port, cors=cors), Options(with_text=with_text, hosts=allow_host))


@click.command(short_help="Load the example dispatches into a fresh store and explore them.")
@click.option(
    "--store", type=click.Path(path_type=Path), metavar="DIR", help="Keep the examples' store in DIR, which must not exist."
)
@click.option("--host", metavar="ADDRESS", help="Listen there; 127.0.0.1 is this machine alone.")
@click.option("--port", type=int, metavar="N", help="Listen on this port; 0 takes any free one.")
@click.option("--no-serve", is_flag=True, help="Load the examples, then end.")
def demo(store: Path | None, host: str | None, port: int | None, no_serve: bool) -> None:
    """Load the example dispatches into a fresh store and explore them.

    They tell documented acts in our own words and under invented outlets. The store is gone when the demo ends, unless
    you keep it with --store; your own store is never touched.

    \b
    Example:
      depesche demo --port 8080
    """
    signal.signal(signal.SIGTERM, _stop)
    with _fresh(store) as folder:
        chosen = settings(store=folder, host=host, port=port)
        fill(chosen, [examples()])
        if not no_serve:
            _run(chosen, Options())


def examples() -> Path:
    """The folder of example dispatches: in the package when installed, beside it in a checkout."""
    package = Path(__file__).parents[1]
    for folder in (package / "data" / "dispatches", package.parent / "examples" / "dispatches"):
        if folder.is_dir():
            return folder
    raise StoreError("the example dispatches are missing from this installation")


@contextmanager
def _fresh(store: Path | None) -> Iterator[Path]:
    if store is None:
        with TemporaryDirectory(prefix="depesche-demo-") as scratch:
            yield Path(scratch) / "store"
    elif store.exists():
        raise UsageError(f"{store}: exists already; the demo wants a store of its own")
    else:
        yield store


def _run(chosen: Settings, options: Options) -> None:
    """Serve until Ctrl-C or SIGTERM; whoever sees what is said here may write, on this machine."""
    signal.signal(signal.SIGTERM, _stop)
    token = secrets.token_urlsafe(24) if is_loopback(chosen.host) else None

    def announce(address: str) -> None:
        adding = f"\nTo add articles in the browser, open {address}?token={token}" if token else ""
        say(f"Depesche is at {address} (Ctrl-C ends it){adding}")

    with suppress(KeyboardInterrupt):  # the server ends on it by itself, once it runs
        serving.serve(chosen, replace(options, token=token, hire=hire), announce)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(0)
