"""The two vocabularies as documents, in every format of RDF: as Turtle just as they are written, comments included."""

import pyoxigraph

from ..rdf.names import PREFIXES
from ..vocabulary import DATA
from . import results


def vocabulary_document(name: str, media_type: str) -> bytes:
    """The vocabulary `depesche` or `plover` in one of results.TRIPLE_TYPES."""
    turtle = (DATA / f"{name}.ttl").read_bytes()
    if media_type == results.TURTLE:
        return turtle
    triples = [quad.triple for quad in pyoxigraph.parse(turtle, format=pyoxigraph.RdfFormat.TURTLE)]
    return results.write_triples(triples, media_type, PREFIXES)
