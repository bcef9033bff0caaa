"""Asking: guarded SPARQL in processes of its own, named queries, views for pages, the network and its layout."""
