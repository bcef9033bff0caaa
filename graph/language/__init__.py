"""Articles into sentences, sentences into tagged tokens, tokens into clauses. Knows no party, no claim, no RDF."""
