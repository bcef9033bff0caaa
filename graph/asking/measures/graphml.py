"""The networks that measures look at as GraphML, for Gephi, Cytoscape, yEd, networkx and their like.

Each edge keeps its counts and the keys of its claims, whether it makes a tie or not: `tie` is false for what is denied,
doubted, planned or told in another voice, and its `weight` is 0. Names of attributes are those of `export --format graphml`.
"""

import io
from collections.abc import Mapping
from typing import Any

import networkx

from ...model import Kind, Stance
from ..edges import Counted
from ..views.values import PartyView
from .answers import Answer
from .citing import Citation, Citations
from .networks import Network
from .sheets import cells
from .ties import Scores, Voice, backing

EdgeClaims = Mapping[tuple[str, str, str], tuple[str, ...]]  # by actor, relation and recipient


def of_parties(network: Network, found: Answer, of: Scores, voice: Voice, claims: EdgeClaims) -> bytes:
    """The parties with what `found` measured of each, and all edges between them."""
    made = _nodes(network.parties, found)
    for key, group in network.groups.items():
        made.nodes[key]["group"] = group.name
    edges = {edge.key: edge for tie in network.ties for edge in tie.all_edges}
    for key, edge in sorted(edges.items()):
        behind = claims.get((edge.actor, edge.relation, edge.recipient or ""), ())
        told = _of_edge(edge, of, backing(edge, voice))
        made.add_edge(edge.actor, edge.recipient, key=key, **told, claim_keys=" ".join(behind))
    return _written(made, found)


def of_sources(citations: Citations, found: Answer) -> bytes:
    """Who cites whom, with what `found` measured of each party."""
    made = _nodes(citations.parties, found)
    for each in sorted(citations.found, key=lambda each: (each.citing, each.cited)):
        told = _of_citation(each)
        made.add_edge(each.citing, each.cited, key=f"{each.citing}-{each.cited}", **told, claim_keys=" ".join(each.behind))
    return _written(made, found)


def _nodes(parties: Mapping[str, PartyView], found: Answer) -> "networkx.MultiDiGraph[str]":
    made: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for key, party in sorted(parties.items()):
        made.add_node(key, label=party.name, kind=Kind(party.kind).value)
    for row in found.rows:
        told = dict(cells(row))
        whose = told.get("party") or told.get("source")
        if isinstance(whose, PartyView):
            made.nodes[whose.key].update({name: cell for name, cell in told.items() if isinstance(cell, int | float)})
    return made


def _of_edge(edge: Counted, of: Scores, roots: int) -> dict[str, Any]:
    tally = edge.tally
    counts = {name: getattr(tally, name) for name in ("claims", "articles", "asserting", "alleging", "denying", "doubting")}
    told = {"label": edge.relation, "relation": edge.relation, "weight": roots, "tie": roots > 0, "roots": edge.roots}
    score = {"score": of[edge.relation]} if edge.relation in of else {}
    return {**told, **counts, "intended": tally.intended, "possible": tally.possible, **score}


def _of_citation(each: Citation) -> dict[str, Any]:
    stances = {stance.value: number for stance, number in zip(Stance, each.stances, strict=True)}
    days = {"first_day": each.first or "", "last_day": each.last or ""}
    counts = {"claims": each.claims, "roots": each.roots, "taken_over": each.taken_over}
    return {"weight": each.roots + each.taken_over, **counts, **stances, **days}


def _written(made: "networkx.MultiDiGraph[str]", found: Answer) -> bytes:
    meaning, left_out = found.measure.meaning["en"], found.total - found.looked_at
    made.graph.update(name=f"Depesche: {found.measure.name}", meaning=meaning, left_out=left_out)
    made.graph.update({name: figure for name, figure in found.figures if figure is not None})
    out = io.BytesIO()
    networkx.write_graphml(made, out, encoding="utf-8", prettyprint=True)
    return out.getvalue()
