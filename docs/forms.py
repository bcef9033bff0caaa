"""The page about exports, written from the list of forms and from the codebook of the tables."""

from graph.asking.codebook import HEAD, codebook
from graph.asking.exports import FORMS

_INTRODUCTION = """\
`depesche export --format FORM` writes the whole store; `depesche serve` hands out the same at `/dump/FORM`. All are sorted:
the same articles give the same bytes, in whatever order they were added. Sentences of claims are in every form, texts of
articles in none. Nothing in them says that a claim is true.
"""
_RDF_12 = """\
## RDF 1.2

`rdf12` is TriG 1.2 with all that `trig` says, and for each claim that names both parties `CLAIM rdf:reifies <<( ACTOR
RELATION RECIPIENT )>>`. The triple itself is never asserted. A claim without a recipient has no such triple; it is told by
its proposition, as every claim is. Readers of RDF 1.1 (rdflib 7 among them) cannot read this form.
"""
_NANOPUBS = """\
## Nanopublications

`nanopub` holds each claim as a nanopublication of four graphs, as the guidelines of nanopub.net ask: `…#nanopub-head`
names the others; `…#nanopub-assertion` is the proposition alone, which has no truth value; `…#nanopub-provenance` holds
stance, modality, polarity, the chain of sources, the sentence with its evidence, and the article; `…#nanopub-info` the rule
that read it and its confidence. They carry no trusty URIs, no signature and no day of creation, so that they stay the same.
"""
_NETWORKS = """\
## Networks

`graphml` and `gexf` are for Gephi, Cytoscape, yEd, networkx and R. A node is a party, an edge all claims of one relation
between two of them, with `claims`, `articles`, `roots`, `asserting`, `alleging`, `denying`, `doubting`, `intended`,
`possible`, `disputed`, `first_day`, `last_day` and the keys of its claims: whoever draws an edge can see that it is
disputed. Where claims name only one party the edge is a loop and `missing` says which one is not named. `score` is that of
PLOVER, from −10 to +10.
"""
_TABLES = """\
## Tables

`tables` is a ZIP of CSV files (UTF-8, comma, header), with this codebook in it as `codebook.csv`. An empty cell means that
nothing is known or said. `csv` is the table `claims` alone.
"""


def forms() -> str:
    """The whole page."""
    listed = (f"| `{name}` | {form.media_type} | {form.meaning} |" for name, form in FORMS.items())
    parts = ["# Exports\n", "<!-- written by `make docs` from the code; do not edit -->\n", _INTRODUCTION]
    parts += ["| form | media type | what |", "| --- | --- | --- |", *listed, ""]
    parts += [_RDF_12, _NANOPUBS, _NETWORKS, _TABLES, _columns()]
    return "\n".join(parts)


def _columns() -> str:
    """The codebook; long lists of values are left to the vocabulary's page."""
    lines = [f"| {' | '.join(HEAD[:5])} |", "| --- | --- | --- | --- | --- |"]
    for table, column, type_, german, english, _ in codebook():
        lines.append(f"| {table} | `{column}` | {type_.partition(':')[0]} | {german} | {english} |".replace("|  |", "| |"))
    return "\n".join(lines) + "\n"
