"""Acts of everyday life: where nobody but private people take part, no relation between parties is reported.

A robber's demand, a crew's help and a reunion of a family are told with the same verbs as what states do. Violence,
arrests, protests and accusations stay, since those are reported of anybody, but not what happens within a family. A
state of emergency over a flood represses nobody.
"""

from typing import Final

from ..language.clause import Analysis
from ..language.tokens import words
from ..language.wordlists import word_list
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
_SPORTING: Final = 4  # words of sport; a team in passing makes no such article
_RARE: Final = 50
_PUBLIC: Final = frozenset({Kind.STATE, Kind.ORGANISATION})
_JUSTICE: Final = frozenset({"court", "authority", "police"})
_INVESTIGATION: Final = "investigate"  # the mode of its frames
_EMERGENCY: Final = "martial-law"  # the mode of its frames
_OF_STATES: Final = frozenset(
    {"CONSULT", "AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "REJECT", "THREATEN", "SANCTION"}
)
_BY_SOMEBODY: Final = frozenset({"REQUEST", "RETREAT"})  # "wurden freigelassen, aufgefordert": by whom is not said


def is_about_sport(text: str) -> bool:
    """Whether the words of an article are those of a report on sport: one in fifty, and four at least."""
    sporting, low = word_list("de", "sport_words"), text.lower()
    if sum(map(low.count, sporting)) < _SPORTING:  # as in most; cutting a text into words takes longer
        return False
    found = words(low)
    told = sum(word in sporting for word in found)
    return told >= _SPORTING and told * _RARE >= len(found)


def is_everyday(act: Act, analysis: Analysis, parties: PartyFinder, memory: Memory, sport: bool) -> bool:
    """Whether everybody who is named in the act is a private person without a name or a state; in an article about `sport`,
    whoever is neither a known state nor a known body."""
    if act.frame.mode == _EMERGENCY:
        return memory.ever(ACCIDENT) and not memory.ever("ASSAULT") and not memory.ever("PROTEST")
    if act.frame.mode == _INVESTIGATION and act.recipient is None and act.actor is not None:
        return _is_local_body(act.actor, analysis, parties)  # ermittelt wegen Mordes, not against somebody
    if sport and not any(p is not None and p.entity.kind in _PUBLIC and p.entity.gazetteer for p in (act.actor, act.recipient)):
        return act.frame.relation in (*_OF_STATES, "ACCUSE")
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


def _is_local_body(party: Party, analysis: Analysis, parties: PartyFinder) -> bool:
    """Police or justice whose state the words do not say: "die Staatsanwaltschaft Kiel", unlike "die französische Justiz"."""
    for phrase in analysis.phrases:
        if party.mention is not None and parties.span(phrase.index) == party.mention:
            group = parties.bodies.group_noun(phrase.index)
            stated = parties.offices.adjective_party(phrase) is not None or parties.offices.genitive(phrase) is not None
            return group is not None and group.group_class in _JUSTICE and not stated
    return False
