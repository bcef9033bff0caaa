"""What the endpoint says of itself to a program that comes without a query: a SPARQL service description."""

import pyoxigraph

from ..rdf.names import PREFIXES
from . import results

_TURTLE = """
@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix formats: <http://www.w3.org/ns/formats/> .
@prefix dcterms: <http://purl.org/dc/terms/> .

<{endpoint}> a sd:Service ;
    sd:endpoint <{endpoint}> ;
    sd:supportedLanguage sd:SPARQL11Query ;
    sd:feature sd:UnionDefaultGraph ;
    sd:resultFormat formats:SPARQL_Results_JSON, formats:SPARQL_Results_XML,
        formats:SPARQL_Results_CSV, formats:SPARQL_Results_TSV,
        formats:Turtle, formats:N-Triples, formats:RDF_XML, formats:JSON-LD ;
    sd:defaultDataset <{endpoint}#dataset> .
<{endpoint}#dataset> a sd:Dataset, void:Dataset ;
    dcterms:title "Depesche" ;
    void:uriSpace "{base}" ;
    void:vocabulary <{depesche}>, <{plover}> ;
    sd:defaultGraph <{endpoint}#union> .
<{endpoint}#union> a sd:Graph .
"""


def describe(endpoint: str, base: str, media_type: str) -> bytes:
    """The description of the service at `endpoint` over things below `base`, in one of results.TRIPLE_TYPES."""
    text = _TURTLE.format(endpoint=endpoint, base=base, depesche=PREFIXES["depesche"], plover=PREFIXES["plover"])
    triples = [quad.triple for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE)]
    return results.write_triples(triples, media_type, {})
