"""Acts of everyday life: where nobody but private people take part, no relation between parties is reported.

A robber's demand, a crew's help and a reunion of a family are told with the same verbs as what states do. Violence,
arrests, protests and accusations stay: those are reported of anybody.
"""

from typing import Final

from ..language.clause import Analysis
from ..model import Kind, Party
from .frames import Act
from .parties import PartyFinder

_PRIVATE: Final = frozenset(
    {"civilians", "family", "workers", "artists", "business", "criminals", "rescuers", "victims", "minorities", "prisoners"}
)
_OF_STATES: Final = frozenset(
    {"CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "REJECT", "THREATEN", "SANCTION"}
)
_BY_SOMEBODY: Final = frozenset({"REQUEST", "RETREAT"})  # "wurden freigelassen, aufgefordert": by whom is not said


def is_everyday(act: Act, analysis: Analysis, parties: PartyFinder) -> bool:
    """Whether everybody who is named in the act is a private person without a name or a state."""
    named = [party for party in (act.actor, act.recipient) if party is not None]
    if act.actor is None and act.frame.relation in _BY_SOMEBODY:
        return False
    return act.frame.relation in _OF_STATES and all(_is_private(party, analysis, parties) for party in named)


def _is_private(party: Party, analysis: Analysis, parties: PartyFinder) -> bool:
    entity = party.entity
    if not entity.local or entity.kind is not Kind.GROUP or entity.state is not None or party.mention is None:
        return False
    spans = (p.index for p in analysis.phrases if parties.span(p.index) == party.mention)
    group = next((parties.bodies.group_noun(index) for index in spans), None)
    return group is not None and group.group_class in _PRIVATE
