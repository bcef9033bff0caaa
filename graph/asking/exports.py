"""The whole store in every form that it can be written in: the one list that commands and pages offer."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..errors import UsageError
from ..rdf import export as rdf
from ..rdf.snapshot import open_snapshot
from ..rdf.store import Store
from . import network_files
from .tables import write_tables


@dataclass(frozen=True, slots=True)
class Form:
    """A form: the media type and the suffix of its files, what it is, and whether it is RDF that tells all."""

    media_type: str
    suffix: str
    meaning: str
    rdf: bool = False


FORMS: Mapping[str, Form] = {
    "trig": Form("application/trig", "trig", "RDF with its named graphs", rdf=True),
    "nq": Form("application/n-quads", "nq", "the same, one statement a line", rdf=True),
    "ttl": Form("text/turtle", "ttl", "RDF without graphs", rdf=True),
    "jsonld": Form("application/ld+json", "jsonld", "RDF as JSON", rdf=True),
    "rdf12": Form("application/trig", "rdf12.trig", "RDF 1.2: each claim reifies its relation as a triple term", rdf=True),
    "nanopub": Form("application/trig", "nanopub.trig", "each claim as a nanopublication"),
    "graphml": Form("application/graphml+xml", "graphml", "the network of parties, edges counted by stance"),
    "gexf": Form("application/gexf+xml", "gexf", "the same for Gephi"),
    "csv": Form("text/csv", "csv", "a row for each claim"),
    "tables": Form("application/zip", "zip", "claims, steps, articles, parties and edges as CSV, with a codebook"),
}


def write(folder: Path, form: str, stream: BinaryIO) -> None:
    """Write the store in `folder` as one of FORMS: the same articles give the same bytes. UsageError for another form."""
    if form not in FORMS:
        raise UsageError(f"there is no format “{form}”; there are {', '.join(FORMS)}")
    if form == "csv":
        rdf.write_claims(Store.open(folder).articles.readings(), stream)
    elif form == "tables":
        write_tables(Store.open(folder), open_snapshot(folder), stream)
    elif form in network_files.FORMATS:
        network_files.write_network(open_snapshot(folder), form, stream)
    else:
        rdf.export(open_snapshot(folder), form, stream)
