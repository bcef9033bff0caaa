"""The prefixes that every query may use without declaring them; the editor lists them, and Turtle output uses them."""

PREFIXES = {
    "depesche": "http://depesche.localhost/ns#",
    "plover": "http://depesche.localhost/plover#",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "wd": "http://www.wikidata.org/entity/",
}
