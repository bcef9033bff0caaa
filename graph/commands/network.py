"""`network`: what a measure says of who is reported to have to do with whom, and of who cites whom."""

import sys
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from ..asking.addresses import Asker
from ..asking.measures.answers import Answer, measure, scores
from ..asking.measures.asked import Asked, day, found
from ..asking.measures.catalogue import PARTIES, Measure, catalogue
from ..asking.measures.rows import Row
from ..asking.measures.sheets import Cell, as_csv, as_json, cells
from ..asking.measures.store import as_graphml, measured
from ..asking.measures.ties import Voice
from ..asking.views.values import PartyView
from ..rdf.labels import Labels
from ..rdf.revision import read_meta
from ..vocabulary import Vocabulary
from .ask import pool_of
from .options import output, say, settings, store_option
from .store import PoolAsker

FORMATS = ("table", "json", "csv", "graphml")
_SHOWN = 20  # rows of a table where nobody said how many
_WIDE = 10_000  # columns where there is no terminal: nothing is cut or wrapped


@click.command(short_help="Measure the network of reported relations, or of who cites whom.")
@click.argument("name", metavar="MEASURE", required=False)
@store_option
@click.option("--entity", "entities", multiple=True, metavar="NAME", help="Only around this party, a name or a key; repeatable.")
@click.option("--since", metavar="DAY", help="Only what is told of this day or later, such as 2024-06-03.")
@click.option("--until", metavar="DAY", help="Only what is told of this day or earlier.")
@click.option(
    "--voice", type=click.Choice([each.value for each in Voice]), default=Voice.ASSERTED.value, show_default=True,
    help="Whose reports make a tie: those that a source asserts, those that one alleges, or both.",
)  # fmt: skip
@click.option("--bloc", "blocs", multiple=True, metavar="NAME", help="For `roles`: members of this organisation are one group.")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="table", show_default=True, help="How the answer is written."
)
@click.option("--limit", type=click.IntRange(1), default=_SHOWN, show_default=True, metavar="N", help="Rows of a table.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write there, not to stdout.")
def network(
    name: str | None, store: Path | None, entities: tuple[str, ...], since: str | None, until: str | None, voice: str,
    blocs: tuple[str, ...], form: str, limit: int, out: Path | None,
) -> None:  # fmt: skip
    """Measure the network of reported relations, or of who cites whom.

    Without a measure, all are listed with what they mean. What is denied, doubted or only planned never makes a tie.
    Large stores are measured on their strongest ties, and the answer says so. docs/network.md explains each measure.

    \b
    Examples:
      depesche network balance
      depesche network centrality --entity Iran --since 2024-01-01
      depesche network citations --format graphml --out who-cites-whom.graphml
    """
    if name is None:
        for each in catalogue().measures.values():
            click.echo(f"{each.name:12} {each.title['en']}: {each.meaning['en']}")
        return
    chosen, asked_for = settings(store=store), measure(name)
    base, labels = read_meta(chosen.store).base, Labels(chosen.store / "labels.sqlite")
    parties, organisations = found(labels, entities), found(labels, blocs)
    for word, those in (("around", parties), ("bloc", organisations)):
        for party in those:
            say(f"{word} {party.name}")
    asked = Asked(
        tuple(each.key for each in parties), day(since) if since else None, day(until) if until else None, Voice(voice),
        tuple(each.key for each in organisations),
    )  # fmt: skip
    with pool_of(chosen) as pool:
        written = _written(PoolAsker(base, pool), asked_for, asked, form, limit)
    with output(out) as stream:
        stream.write(written)


def _written(asker: Asker, of: Measure, asked: Asked, form: str, limit: int) -> bytes:
    """The answer in one of FORMATS; the command line speaks English."""
    known = scores(Vocabulary.load())
    if form == "graphml":
        return as_graphml(asker, known, of, asked, "en")
    answer = measured(asker, known, of, asked, "en")
    if form == "json":
        return as_json(answer, "en")
    return as_csv(answer) if form == "csv" else _page(answer, limit)


def _page(answer: Answer, limit: int) -> bytes:
    """The table between what it means and what was left out."""
    words, figures = answer.measure.meaning["en"], catalogue().figures
    told = [f"{figures[name].labels['en']} {'–' if number is None else number}" for name, number in answer.figures]
    lines = [words, "", " · ".join(told), "", *_table(answer, answer.rows[:limit])]
    if len(answer.rows) > limit:
        lines.append(f"{_count(len(answer.rows) - limit, 'more row')}; --limit shows more, --format csv all")
    return "\n".join([*lines, *_left_out(answer)]).encode() + b"\n"


def _left_out(answer: Answer) -> list[str]:
    """A line for each reason for which something is not in the answer."""
    what, lines = "ties" if answer.measure.network == PARTIES else "citations", []
    if answer.total > answer.looked_at:
        lines.append(f"measured on the strongest {answer.looked_at} of {answer.total} {what}")
    if answer.unseen:
        lines.append(f"{_count(answer.unseen, 'edge')} with the fewest claims not looked at")
    if answer.untied:
        verb = "is" if answer.untied == 1 else "are"
        pairs = f"{_count(answer.untied, 'pair')} {verb} spoken of together without a tie"
        lines.append(f"{pairs}: denied, doubted, planned or in another voice")
    return lines


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _table(answer: Answer, rows: tuple[Row, ...]) -> list[str]:
    columns = catalogue().columns
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in answer.measure.columns:
        numbers = rows and isinstance(getattr(rows[0], name), int | float)
        table.add_column(columns[name].labels["en"], overflow="fold", justify="right" if numbers else "left")
    for row in rows:
        table.add_row(*(_cell(cell) for _, cell in cells(row)))
    width = None if sys.stdout.isatty() else _WIDE
    console = Console(width=width, highlight=False, markup=False, color_system="auto" if width is None else None)
    with console.capture() as captured:
        console.print(table)
    return [line.rstrip() for line in captured.get().splitlines()]


def _cell(cell: Cell) -> str:
    match cell:
        case PartyView():
            return cell.name
        case tuple():
            return str(sum(each.claims for each in cell))
        case bool():
            return "yes" if cell else ""
        case None:
            return ""
    return str(cell)
