"""The page about the measures of the network, written from the words that pages show beside them."""

from graph.asking.measures.catalogue import Catalogue, Measure, Words, catalogue

_INTRODUCTION = """\
`depesche network MEASURE` and the pages below `/network` measure two networks of a store. What they say is said of
**reports**: who is reported to do what to whom, and who passes on whose word. A figure never says how things are.

```sh
depesche network                         # all measures, each with what it means
depesche network balance                 # a table
depesche network centrality --entity Iran --since 2024-01-01 --format csv
depesche network citations --format graphml --out who-cites-whom.graphml
```

Every row has the keys of its parties; in a browser it leads to the claims behind it. The GraphML files keep on each edge
its counts by stance, its roots and the keys of its claims.

## The network of parties

A **tie** joins all aggregated edges from one party to another. An edge (one relation between two parties) makes a tie if a
source **asserts** it as done. Kept beside it, and never making one:

- what is **denied**, negated or doubted: it is counted on the tie, and lends it nothing;
- what is only **alleged**: a tie for `--voice alleged`, and for `--voice reported` together with what is asserted;
- what is only **planned** or held possible;
- memberships and offices (standing ties), which every mention of a minister would add to, and edges without a recipient.

A tie's **strength** is the sum over its edges of min(roots, claims in that voice, claims of what is actual): on how many
texts at most the report stands ([Roots](roots.md)). It is a bound from above, since an edge's roots count those too that
deny it, and since a text that tells two relations counts once for each. The scores of a tie are the mean PLOVER score
(−10 conflict … +10 cooperation) of what is asserted and, apart from it, of what is alleged.

`--since` and `--until` count the episodes that touch these days, each whole; what has no day is left out then. `--entity`
looks at a party, those it has to do with, and the ties among all these. For `roles`, a party's group is its state, and a
state is its own; `--bloc NATO` makes one group of those who, or whose state, somebody asserts to be members.

## The network of sources

An outlet **cites** the outermost source of a claim's chain, each source of the chain the next one. A source left unnamed
is counted, and breaks the chain: nobody knows who it is, and two are not taken for one. Beside the claims stand **texts
taken over**: articles whose text is, or is like, one that another outlet had first, and articles with an agency's mark.
`--since` and `--until` are days of publication.
"""
_SIZE = """\
## How large a store may be

Everything is measured on the 3,000 strongest ties, or the 3,000 citations with the most roots, and the answer says how
many there were. Nothing is dropped in silence: pairs without a tie are counted, and so are edges beyond the 150,000 with
the most claims, which are not looked at.

Measured for 100,000 generated claims between 8,000 parties, a few of which have most of them (85,057 edges, 42,099 ties);
seconds of CPU on one core:

| step | seconds |
| --- | --- |
| ties from the edges | 0.93 (5.5 × what networkx needs to build the plain network of these ties, 0.17) |
| network of the 3,000 strongest (719 parties) | 0.01 |
| centrality | 0.48, of which betweenness 0.41 |
| communities | 0.04 |
| brokerage | 0.03 |
| roles | 0.09 |
| balance | 0.53 |
| asking the store for all edges, names and groups | 11, of which 8 in the engine |
| asking it for all chains | 7, of which 6 in the engine |
| asking it for the claims behind, for GraphML | 4 |

Betweenness grows with parties times ties: 1.7 s for 5,000 ties, and some 15 s for 10,000. That is why
there are 3,000. The site keeps what it measured of the whole store until the store changes; single parties and days it
measures each time. Brokerage goes through the triangles by code of our own, with networkx's results (a test holds it):
without SciPy networkx needs 70 s for 1,000 ties.

Everything is deterministic: nodes are added in the order of their keys, Louvain has a fixed seed, figures are rounded to
four places. The order of adding articles changes nothing.
"""


def network() -> str:
    """The whole page."""
    known = catalogue()
    parts = ["# The network and its measures\n", "<!-- written by `make docs` from the code; do not edit -->\n", _INTRODUCTION]
    parts.append("## The measures\n")
    for measure in known.measures.values():
        parts.append(_measure(measure, known))
    return "\n".join([*parts, _SIZE])


def _measure(measure: Measure, known: Catalogue) -> str:
    rows = "\n".join(_row(name, known.columns[name]) for name in measure.columns)
    return (
        f"### `{measure.name}`: {measure.title['en']} / {measure.title['de']}\n\n"
        f"**What it means:** {measure.meaning['en']}\n\n"
        f"**Was es heißt:** {measure.meaning['de']}\n\n"
        f"{measure.formula['en']} ({measure.source})\n\n"
        f"| column | en | de | counts |\n| --- | --- | --- | --- |\n{rows}\n"
    )


def _row(name: str, words: Words) -> str:
    return f"| `{name}` | {words.labels['en']} | {words.labels['de']} | {words.hints.get('en', '')} |"
