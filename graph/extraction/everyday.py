"""Acts of everyday life: where nobody but private people take part, no relation between parties is reported.

A robber's demand, a crew's help and a reunion of a family are told with the same verbs as what states do. Violence,
arrests, protests and accusations stay, since those are reported of anybody, but not what happens within a family. A
state of emergency over a flood represses nobody.
"""

from typing import Final

from ..language.clause import Analysis
from ..model import Kind, Party
from .frames import Act
from .memory import Memory
from .nouns import ACCIDENT
from .parties import PartyFinder

_PRIVATE: Final = frozenset(
    {"civilians", "family", "workers", "artists", "business", "criminals", "rescuers", "victims", "minorities", "prisoners"}
)
_FAMILY: Final = "family"
_AT_HOME: Final = frozenset({"civilians", "family", "workers"})
_VIOLENT: Final = frozenset({"ASSAULT", "COERCE"})
_EMERGENCY: Final = "martial-law"  # the mode of its frames
_OF_STATES: Final = frozenset(
    {"CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "REJECT", "THREATEN", "SANCTION"}
)
_BY_SOMEBODY: Final = frozenset({"REQUEST", "RETREAT"})  # "wurden freigelassen, aufgefordert": by whom is not said


def is_everyday(act: Act, analysis: Analysis, parties: PartyFinder, memory: Memory) -> bool:
    """Whether everybody who is named in the act is a private person without a name or a state."""
    if act.frame.mode == _EMERGENCY:
        return memory.ever(ACCIDENT) and not memory.ever("ASSAULT") and not memory.ever("PROTEST")
    if act.frame.relation in _VIOLENT and act.actor is not None and act.recipient is not None:
        sides = [_class_of(party, analysis, parties) for party in (act.actor, act.recipient)]
        return _FAMILY in sides and all(side in _AT_HOME for side in sides)
    named = [party for party in (act.actor, act.recipient) if party is not None]
    if act.actor is None and act.frame.relation in _BY_SOMEBODY:
        return False
    return act.frame.relation in _OF_STATES and all(_class_of(party, analysis, parties) in _PRIVATE for party in named)


def _class_of(party: Party, analysis: Analysis, parties: PartyFinder) -> str | None:
    """The class of the noun that names an unnamed party without a state; None for all others."""
    entity = party.entity
    if not entity.local or entity.kind is not Kind.GROUP or entity.state is not None or party.mention is None:
        return None
    spans = (p.index for p in analysis.phrases if parties.span(p.index) == party.mention)
    group = next((parties.bodies.group_noun(index) for index in spans), None)
    return group.group_class if group is not None else None
