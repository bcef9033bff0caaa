"""The commands that keep a store: `remove`, `rebuild`, `check`, `info`."""

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

import click

from .. import pipeline
from ..asking.pool import Pool
from ..asking.results import Row
from ..asking.views.overview import holdings
from ..errors import DepescheError
from ..extraction.gazetteer import Gazetteer
from ..model import Kind
from ..rdf.changes import Known
from ..rdf.entities import Names
from ..rdf.lock import Holder
from ..rdf.revision import read_meta
from ..rdf.shapes import violations
from ..rdf.store import Store
from ..settings import Settings
from .ask import pool_of
from .options import failed, say, settings, store_option


@dataclass(frozen=True, slots=True)
class PoolAsker:
    """A pool, and the base of the store that it asks."""

    base: str
    pool: Pool

    def rows(self, query: str) -> tuple[Row, ...]:
        return self.pool.rows(query)


@click.command(short_help="Take an article and its claims out of the store.")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@store_option
@click.pass_context
def remove(ctx: click.Context, articles: tuple[str, ...], store: Path | None) -> None:
    """Take articles, their claims and all that only they used out of the store.

    ARTICLE is an article's key, or its address in the explorer.

    \b
    Example:
      depesche remove http://127.0.0.1:1870/id/article/mc5yn3xk3vq7b2s5s5rmzfg6te
    """
    keys = [article.rstrip("/").rpartition("/")[2] for article in articles]
    outcomes = pipeline.remove(keys, opened(settings(store=store)), waiting=waiting)
    failures = [failure for outcome in outcomes for failure in named(outcome)]
    say(f"{len(outcomes) - len(failures)} removed")
    failed(ctx, failures)


@click.command(short_help="Make the RDF of the store anew from its texts and readings.")
@store_option
def rebuild(store: Path | None) -> None:
    """Make the RDF, the labels and all counts of the store anew from its texts and readings.

    Mends a damaged store. An export before and after has the same bytes.

    \b
    Example:
      depesche rebuild --store claims
    """
    chosen = opened(settings(store=store), older=True)
    pipeline.rebuild(chosen, waiting=waiting)
    count = chosen.articles.count()
    say(f"rebuilt from {count} {'article' if count == 1 else 'articles'}")


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
    found = list(violations(Store.open(settings(store=store).store).snapshot().quads))
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
    chosen = settings(store=store)
    there = Store.open(chosen.store)
    with pool_of(chosen) as pool:
        held = holdings(PoolAsker(there.base, pool))
    click.echo(f"{'store':10} {chosen.store}\n{'base':10} {there.base}\n{'revision':10} {there.revision}")
    for name, count in asdict(held).items():
        click.echo(f"{name:10} {count}")


def named(outcome: pipeline.Outcome) -> list[DepescheError]:
    """The error of an outcome, said to whoever is watching; none where there is none."""
    if outcome.error is None:
        return []
    say(str(outcome.error))
    return [outcome.error]


def opened(chosen: Settings, *, make: bool = False, older: bool = False) -> Store:
    """The store of these settings, to write to; with `make` a new one where there is none; `older` as for `Store.open`."""
    if make and not (chosen.store / "meta.json").exists():
        return Store.create(chosen.store, chosen.base, known())
    read_meta(chosen.store, older=older)  # says that there is no store before the gazetteer is loaded
    return Store.open(chosen.store, known(), older=older)


@cache
def known() -> Known:
    """What the gazetteer tells a store: names to show and to search by, and which outlets are known by which names."""
    gazetteer = Gazetteer.load()
    rows = [row for row in gazetteer.rows.values() if row.kind is not None]
    outlets = (row for row in rows if row.kind is Kind.OUTLET)
    return Known(
        {row.id: Names({"de": row.name, "en": row.name_en}, row.names) for row in rows},
        {name: gazetteer.entity(row.id) for row in outlets for name in (*row.names, row.name)},
    )


def waiting(holder: Holder | None) -> None:
    """Say for whom one waits."""
    say(f"waiting for {holder or 'another process'} to finish writing")
