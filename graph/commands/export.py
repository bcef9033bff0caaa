"""`export`: the whole store as one file."""

from pathlib import Path

import click

from ..rdf.export import FORMATS, write_claims
from ..rdf.export import export as write_snapshot
from .options import output, settings, store_of, store_option


@click.command(short_help="Write the whole store as RDF or as a table.")
@store_option
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="trig", show_default=True, help="RDF, or csv: a row for each claim."
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write there, not to stdout.")
def export(store: Path | None, form: str, out: Path | None) -> None:
    """Write the whole store as RDF or as a table.

    Sorted, and the same bytes for the same articles in whatever order they were added.

    \b
    Example:
      depesche export --format csv --out claims.csv
    """
    chosen = store_of(settings(store=store))
    with output(out) as stream:
        if form == "csv":
            write_claims(chosen.articles.readings(), stream)
        else:
            write_snapshot(chosen.snapshot(), form, stream)
