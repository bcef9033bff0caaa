"""`extract`: articles in, claims out, no store."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import click

from ..errors import InputError
from ..extraction.reader import Reader
from ..model import Article, Reading
from ..reading import Source, expected_of, read_sources, source
from ..reading.remembering import Remembered
from ..reading.visiting import Visitor
from ..records import reading_to_json
from .explain import write_explanations
from .options import failed, output, progress, say, settings
from .table import write_tables

Writer = Callable[[Iterable[Reading], BinaryIO], None]


@click.command(short_help="Read articles and print their claims; touches no store.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["jsonl", "table", "trig"]), default="jsonl", show_default=True,
              help="One JSON object an article, something to read, or RDF.")  # fmt: skip
@click.option("--explain", is_flag=True, help="Show what became of each sentence: clauses, slots, parties, claims.")
@click.option("--with-text", is_flag=True, help="Put the article's text into the JSON as well.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write there, not to stdout.")
@click.pass_context
def extract(ctx: click.Context, files: tuple[str, ...], form: str, explain: bool, with_text: bool, out: Path | None) -> None:
    """Read articles and print the claims in them.

    FILE is whatever `add` takes: files, folders, addresses. One that cannot be read is named on stderr, and the others are
    still read.

    \b
    Examples:
      depesche extract article.md --format table
      depesche extract archive.jsonl > claims.jsonl
      depesche extract article.md --explain
    """
    sources = tuple(map(source, files))
    failures: list[InputError] = []
    if explain:
        with output(out) as stream:
            write_explanations(_articles(sources, failures), stream)
        failed(ctx, failures)
        return
    writers = {"jsonl": _lines(with_text), "table": write_tables, "trig": _write_trig}
    with (
        output(out) as stream,
        progress("reading", expected_of(sources), wanted=out is not None or not sys.stdout.isatty()) as step,
    ):
        writers[form](_readings(sources, failures, step), stream)
    failed(ctx, failures)


def _readings(sources: Iterable[Source], failures: list[InputError], step: Callable[[], None]) -> Iterator[Reading]:
    reader = Reader.load()
    for article in _articles(sources, failures, step):
        yield reader.read(article)


def _articles(
    sources: Iterable[Source], failures: list[InputError], step: Callable[[], None] = lambda: None
) -> Iterator[Article]:
    """The articles that can be read; what cannot is said and collected."""
    visitor = Visitor.of(settings(), Remembered())
    for article in read_sources(sources, visitor, say):
        if isinstance(article, InputError):
            say(str(article))
            failures.append(article)
        else:
            yield article
        step()


def _lines(with_text: bool) -> Writer:
    def write(readings: Iterable[Reading], stream: BinaryIO) -> None:
        for reading in readings:
            stream.write(reading_to_json(reading, text=with_text).encode() + b"\n")
            stream.flush()

    return write


def _write_trig(readings: Iterable[Reading], stream: BinaryIO) -> None:
    from ..rdf.claims import to_quads
    from ..rdf.export import write_quads
    from ..rdf.terms import Terms

    terms = Terms(settings().base)
    quads = {quad for reading in readings for quad in to_quads(reading, terms)}
    write_quads(quads, "trig", stream)
