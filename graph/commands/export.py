"""`export`: the whole store as one file."""

from pathlib import Path

import click

from ..asking.exports import FORMS, write
from .options import output, settings, store_option


@click.command(short_help="Write the whole store as RDF, as a network or as tables.")
@store_option
@click.option(
    "--format", "form", type=click.Choice(list(FORMS)), default="trig", show_default=True, help="The format; see below."
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write there, not to stdout.")
def export(store: Path | None, form: str, out: Path | None) -> None:
    """Write the whole store as RDF, as a network or as tables.

    Sorted, and the same bytes for the same articles in whatever order they were added. The sentences of claims are in
    it, the texts of articles are not.

    \b
    trig     RDF with its named graphs
    nq       the same, one statement a line
    ttl      RDF without graphs
    jsonld   RDF as JSON
    rdf12    RDF 1.2: each claim reifies its relation as a triple term
    nanopub  each claim as a nanopublication
    graphml  the network of parties, edges counted by stance
    gexf     the same for Gephi
    csv      a row for each claim
    tables   claims, steps, articles, parties and edges as CSV, with a codebook, in a ZIP

    \b
    Examples:
      depesche export --format csv --out claims.csv
      depesche export --format tables --out claims.zip
    """
    with output(out) as stream:
        write(settings(store=store).store, "tables" if form == "csv" and out and out.suffix == ".zip" else form, stream)
