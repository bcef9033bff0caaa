"""German sentences into the shared clause form, by topological fields."""
