"""The knowledge: articles in, attributed claims out, kept as RDF and asked in SPARQL."""

__version__ = "0.1.0"
