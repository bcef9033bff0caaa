"""The network of parties as GraphML or GEXF, for Gephi, Cytoscape, yEd, networkx and their like.

An edge stands for all claims of one relation between two parties and keeps its counts by stance, its roots, its days and
the keys of its claims: what is disputed stays visible as disputed. Where claims name only one of the two parties, the
edge is a loop, and `missing` says which one they leave out.
"""

from typing import Any, BinaryIO

import networkx
from networkx.readwrite.gexf import GEXFWriter

from ..rdf.names import TYPE, depesche
from ..rdf.snapshot import Snapshot
from ..vocabulary import Vocabulary
from .ties import COUNTS, Party, Tie, all_parties, all_ties

FORMATS = ("graphml", "gexf")


def write_network(snapshot: Snapshot, form: str, stream: BinaryIO) -> None:
    """Write the network of the whole store as one of FORMATS; the same store gives the same bytes."""
    network = whole_network(snapshot)
    if form == "graphml":
        networkx.write_graphml(network, stream, encoding="utf-8", prettyprint=True)
        return
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    writer.xml.find("meta").attrib.pop("lastmodifieddate", None)  # the day of writing would make every file another one
    writer.add_graph(network)
    writer.write(stream)


def whole_network(snapshot: Snapshot) -> "networkx.MultiDiGraph[str]":
    """All parties and edges, in order.

    Of the network, `left_out` counts edges whose claims name neither party, and `sample_articles` articles that are examples.
    """
    network: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    ties = all_ties(snapshot)
    named = [tie for tie in ties if tie.actor or tie.recipient]
    ends = {end for tie in named for end in (tie.actor, tie.recipient)}
    for party in all_parties(snapshot):
        if party.key in ends:
            network.add_node(party.key, **_of_party(party))
    for tie in named:
        network.add_edge(tie.actor or tie.recipient, tie.recipient or tie.actor, key=tie.key, **_of_tie(tie))
    samples = sum(1 for _ in snapshot.quads.quads_for_pattern(None, TYPE, depesche("SampleArticle"), None))
    network.graph.update(name="Depesche", base=snapshot.base, left_out=len(ties) - len(named), sample_articles=samples)
    return network


def _of_party(party: Party) -> dict[str, Any]:
    told = {"label": party.name, "name_de": party.name_de, "name_en": party.name_en, "kind": party.kind}
    return {**told, "wikidata": party.wikidata, "state": party.state, "claims": party.claims}


def _of_tie(tie: Tie) -> dict[str, Any]:
    relation = Vocabulary.load().relations.get(tie.relation)
    counts = {f"{name}s" if name in ("claim", "article", "root") else name: n for name, n in zip(COUNTS, tie.counts, strict=True)}
    told: dict[str, Any] = {"label": tie.relation, "relation": tie.relation, "weight": counts["claims"], **counts}
    if relation:
        told |= {"label_de": relation.labels["de"], "label_en": relation.labels["en"], "quadrant": relation.quadrant}
    if relation and relation.score is not None:
        told["score"] = relation.score
    missing = "" if tie.actor and tie.recipient else "recipient" if tie.actor else "actor"
    days = {"first_day": tie.first, "last_day": tie.last}
    return {**told, "disputed": tie.disputed, "missing": missing, **days, "claim_keys": " ".join(tie.claims)}
