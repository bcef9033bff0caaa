"""Clauses into claims: who is meant, who does what to whom, and on whose word. Knows no RDF and no store."""
