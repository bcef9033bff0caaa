"""The commands that keep a store: `add`, `remove`, `rebuild`, `check`, `info`."""

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from ..errors import InputError
from ..extraction.reader import Reader
from ..rdf.lock import Holder
from ..rdf.shapes import violations
from ..rdf.store import Store
from ..reading import expected, read
from ..settings import Settings
from .options import failed, progress, say, settings, store_option


@click.command(short_help="Read files and folders of articles into the store.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=click.Path(path_type=Path))
@store_option
@click.pass_context
def add(ctx: click.Context, sources: tuple[Path, ...], store: Path | None) -> None:
    """Read files and folders of articles into the store, which is made if it is not there.

    What is already there is not read again, so a call that was cut off is simply made once more. The articles show up
    in a running `serve` as they come.

    \b
    Example:
      depesche add articles/ more.jsonl
    """
    failed(ctx, fill(settings(store=store), sources))


@click.command(short_help="Take an article and its claims out of the store.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@store_option
def remove(articles: tuple[str, ...], store: Path | None) -> None:
    """Take articles, their claims and all that only they used out of the store.

    ARTICLE is an article's key, or its address in the explorer.

    \b
    Example:
      depesche remove http://127.0.0.1:1870/id/article/mc5yn3xk3vq7b2s5s5rmzfg6te
    """
    with opened(settings(store=store)).writing("depesche remove", waiting=_waiting) as writer:
        for article in articles:
            writer.remove(article.rstrip("/").rpartition("/")[2])
    say(f"{len(articles)} {'article' if len(articles) == 1 else 'articles'} removed")


@click.command(short_help="Make the RDF of the store anew from its texts and readings.")
@store_option
def rebuild(store: Path | None) -> None:
    """Make the RDF, the labels and all counts of the store anew from its texts and readings.

    Mends a damaged store. An export before and after has the same bytes.

    \b
    Example:
      depesche rebuild --store claims
    """
    chosen = opened(settings(store=store))
    chosen.rebuild(waiting=_waiting)
    say(f"rebuilt from {_articles(chosen.articles.count())}")


@click.command(short_help="Validate the store against the shapes of the vocabulary.")
@store_option
@click.pass_context
def check(ctx: click.Context, store: Path | None) -> None:
    """Validate the store against the shapes of the vocabulary (SHACL).

    Prints a line for each violation; exit code 1 if there is one.

    \b
    Example:
      depesche check --store claims
    """
    found = list(violations(opened(settings(store=store)).snapshot()))
    for violation in found:
        click.echo(str(violation))
    say("well-formed" if not found else f"{len(found)} violations")
    ctx.exit(1 if found else 0)


@click.command(short_help="Say what is in the store.")
@store_option
def info(store: Path | None) -> None:
    """Say where the store is and what is in it.

    \b
    Example:
      depesche info --store claims
    """
    chosen = opened(settings(store=store))
    rows = {
        "store": str(chosen.folder),
        "base": chosen.base,
        "revision": str(chosen.revision),
        "articles": str(chosen.articles.count()),
    }
    for name, value in rows.items():
        click.echo(f"{name:10} {value}")


def fill(chosen: Settings, sources: Iterable[Path]) -> list[InputError]:
    """Read `sources` into the store, said step by step; what could not be read is named and handed back."""
    sources = tuple(sources)
    failures: list[InputError] = []
    with progress("adding", expected(sources)) as step:
        added = _add(chosen, sources, failures, step)
    new, old, claims = added
    say(f"{_articles(new)} added, {old} already there, {claims} claims")
    return failures


def _add(
    chosen: Settings, sources: tuple[Path, ...], failures: list[InputError], step: Callable[[], None]
) -> tuple[int, int, int]:
    reader = Reader.load()
    store = opened(chosen, make=True)
    new = old = claims = 0
    with store.writing("depesche add", waiting=_waiting) as writer:
        for article in read(sources, say):
            if isinstance(article, InputError):
                say(str(article))
                failures.append(article)
            else:
                reading = store.articles.known(article, reader.version) or reader.read(article)
                added = writer.add(reading, reader.version)
                new, old, claims = new + added.new, old + (not added.new), claims + added.claims
            step()
    return new, old, claims


def opened(chosen: Settings, *, make: bool = False) -> Store:
    """The store of these settings; with `make` a new one where there is none."""
    if make and not (chosen.store / "meta.json").exists():
        return Store.create(chosen.store, chosen.base)
    return Store.open(chosen.store)


def _waiting(holder: Holder | None) -> None:
    say(f"waiting for {holder or 'another process'} to finish writing")


def _articles(count: int) -> str:
    return f"{count} {'article' if count == 1 else 'articles'}"
