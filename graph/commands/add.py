"""The commands that fill a store: `add` once, `watch` again and again."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import click

from .. import pipeline
from ..addresses import is_address
from ..errors import DepescheError, UsageError
from ..extraction.reader import Reader
from ..parallel.readers import Here, Readers
from ..parallel.spawned import spawned
from ..reading import Source, expected_of, read_sources, source
from ..reading.remembering import Remembered
from ..reading.visiting import Visitor
from ..settings import Settings
from .options import failed, progress, say, settings, store_option
from .store import named, opened, waiting

_MEMORY = "fetched.sqlite"  # in the store's folder: what hosts said of their pages
_MINUTE = 60  # seconds


@click.command(short_help="Read files, folders, pages and feeds into the store.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--anew", is_flag=True, help="Fetch pages also where they did not change since the last visit.")
@click.option(
    "--workers", type=click.IntRange(1, 64), metavar="N", help="Read in so many processes (see `read_workers` in `config`)."
)
@click.option("--dask", metavar="ADDRESS", help="Read on the Dask cluster of this scheduler, as in tcp://10.0.0.5:8786.")
@click.option("--at-once", is_flag=True, help="Show what is added when all of it is: faster for more than the store has.")
@store_option
@click.pass_context
def add(
    ctx: click.Context, sources: tuple[str, ...], anew: bool, workers: int | None, dask: str | None, at_once: bool,
    store: Path | None,
) -> None:  # fmt: skip
    """Read files, folders, pages and feeds of articles into the store, which is made if it is not there.

    SOURCE is a file (.json, .jsonl, .md, .txt, .html, .pdf, .warc, .wacz, also packed as .gz or .zst), a folder of these,
    or the address of a page, a PDF, a feed or a sitemap. What is already there is not read again, so a call that was cut
    off is simply made once more. The articles show up in a running `serve` as they come. However many processes read,
    and wherever they do, the store is the same.

    \b
    Examples:
      depesche add articles/ more.jsonl.gz crawl.wacz --workers 3
      depesche add https://news.example/a-report
    """
    if workers is not None and dask is not None:
        raise UsageError("a cluster has workers of its own; give either --workers or --dask")
    chosen = settings(store=store, read_workers=workers)
    failed(ctx, fill(chosen, map(source, sources), anew=anew, dask=dask, at_once=at_once))


@click.command(short_help="Read feeds and sitemaps into the store, again and again.")
@click.argument("feeds", nargs=-1, required=True, metavar="FEED|SITEMAP...")
@click.option(
    "--every", type=click.IntRange(1, 10_080), default=15, show_default=True, metavar="MINUTES", help="How long to wait between."
)
@click.option("--once", is_flag=True, help="Read them once, then end; for a scheduler of your own.")
@store_option
@click.pass_context
def watch(ctx: click.Context, feeds: tuple[str, ...], every: int, once: bool, store: Path | None) -> None:
    """Read the pages that feeds (RSS, Atom) and sitemaps name into the store, now and every so many minutes.

    Only what is new or changed is fetched; robots.txt is obeyed and each host is left time between requests (see
    `fetch_…` in `depesche config`). Ends with Ctrl-C.

    \b
    Example:
      depesche watch https://news.example/rss https://other.example/news-sitemap.xml --every 30
    """
    if files := [each for each in feeds if not is_address(each)]:
        raise UsageError(f"{files[0]}: only addresses can be watched; `depesche add` reads files")
    failures = watched(settings(store=store), feeds, every=every * _MINUTE, rounds=1 if once else None)
    failed(ctx, failures)


def watched(
    chosen: Settings, feeds: Iterable[str], *, every: float, rounds: int | None, sleep: Callable[[float], None] = time.sleep
) -> list[DepescheError]:
    """Read `feeds` now and after every so many seconds, `rounds` times (None: for ever); the failures of the last round."""
    feeds, done = tuple(feeds), 0
    while True:
        failures = fill(chosen, feeds)
        done += 1
        if rounds is not None and done >= rounds:
            return failures
        sleep(every)


def fill(
    chosen: Settings, sources: Iterable[Source], *, anew: bool = False, dask: str | None = None, at_once: bool = False
) -> list[DepescheError]:
    """Read `sources` into the store, said step by step; what could not be read is named and handed back.

    With `anew`, pages are fetched also where they did not change. `dask` is the scheduler of a cluster to read on.
    With `at_once`, others see what was added when all of it is.
    """
    sources = tuple(sources)
    visitor = Visitor.of(chosen, Remembered(chosen.folder / _MEMORY, anew=anew))
    failures: list[DepescheError] = []
    told = Counter[pipeline.Result]()
    claims = 0
    with progress("adding", expected_of(sources)) as step:
        reader, store = _reader(), opened(chosen, make=True)
        with _readers(reader, chosen.read_workers, dask) as readers:
            articles = read_sources(sources, visitor, say)
            store_them = pipeline.load if at_once else pipeline.add
            for outcome in store_them(articles, reader, store, readers=readers, waiting=waiting):
                told[outcome.result] += 1
                claims += outcome.claims
                failures += named(outcome)
                step()
    visitor.memory.keep()
    say(_summary(told, claims))
    return failures


@contextmanager
def _readers(reader: Reader, workers: int, dask: str | None) -> Iterator[Readers]:
    """Who reads: the cluster of `dask`, else so many processes, else this one."""
    if dask is not None:
        from ..parallel.cluster import cluster

        with cluster(dask, Reader.load, reader.version) as remote:
            yield remote
    elif workers > 1:
        with spawned(Reader.load, reader.version, workers) as processes:
            yield processes
    else:
        yield Here(reader)


def _summary(told: Counter[pipeline.Result], claims: int) -> str:
    added = told[pipeline.Result.ADDED]
    parts = [f"{added} {'article' if added == 1 else 'articles'} added"]
    parts += [f"{told[pipeline.Result.REPLACED]} read anew"] if told[pipeline.Result.REPLACED] else []
    parts += [f"{told[pipeline.Result.KNOWN]} already there"] if told[pipeline.Result.KNOWN] else []
    return f"{', '.join(parts)}; {claims} {'claim' if claims == 1 else 'claims'} in them"


@cache
def _reader() -> Reader:
    return Reader.load()
