"""Claims as RDF: terms, quads, the store, what is derived from many articles, and what is well-formed."""
