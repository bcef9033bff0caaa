"""Small networks made by hand: edges with the claims that a test is about, and networks of parties called by letters."""

from collections.abc import Iterable, Mapping

from graph.asking.edges import Counted
from graph.asking.measures.networks import Group, Network, ends
from graph.asking.measures.ties import Voice, ties
from graph.asking.views.values import PartyView, Tally
from graph.model import Kind

SCORES = {"AID": 10.0, "CONSULT": 2.5, "REQUEST": 0.0, "ASSAULT": -9.0}


def edge(
    actor: str,
    recipient: str | None,
    relation: str = "AID",
    *,
    asserting: int = 1,
    alleging: int = 0,
    denying: int = 0,
    doubting: int = 0,
    intended: int = 0,
    possible: int = 0,
    roots: int | None = None,
) -> Counted:
    """An edge with as many roots as claims, if nothing else is said."""
    claims = asserting + alleging + denying + doubting
    tally = Tally(claims, claims, asserting, alleging, denying, doubting, intended, possible)
    return Counted(
        f"{actor}-{relation}-{recipient}", actor, relation, recipient, tally, claims if roots is None else roots, None, None
    )


def network(edges: Iterable[Counted], groups: Mapping[str, str] | None = None, voice: Voice = Voice.ASSERTED) -> Network:
    """The network of these edges; `groups` gives the group of those that have one."""
    found = ties(edges, SCORES, voice)
    parties = {key: PartyView(key, key.upper(), Kind.STATE) for key in ends(found)}
    return Network(found, parties, {key: Group(group, group) for key, group in (groups or {}).items()}, len(found))
