"""RDF 1.2 for those who like claims as statements about statements: each claim reifies its relation as a triple term.

`<claim> rdf:reifies <<( actor relation recipient )>>` is added to all that the store says otherwise; the triple itself is
never asserted. A claim that leaves out one of the parties has no such triple, and is told by its proposition as ever.
"""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, Triple

from . import names
from .names import depesche
from .sheet import Facts
from .snapshot import Snapshot
from .terms import Terms

REIFIES = NamedNode(names.RDF + "reifies")


def reifying(snapshot: Snapshot) -> Iterator[Quad]:
    """A quad for each claim that names both parties, in the graph of its article."""
    facts = Facts(snapshot.quads.quads_for_pattern(None, None, None, Terms(snapshot.base).graph("propositions")))
    for quad in snapshot.quads.quads_for_pattern(None, depesche("reports"), None, None):
        if isinstance(quad.object, NamedNode):
            actor, relation, recipient = (facts.node(quad.object, depesche(name)) for name in ("actor", "relation", "recipient"))
            if actor and relation and recipient:
                yield Quad(quad.subject, REIFIES, Triple(actor, relation, recipient), quad.graph_name)
