"""Demands told by a modal in reported speech: "Der Iran müsse die Anreicherung beenden, so Rice" is Rice's request.

The act inside is what is demanded, not one that is reported; it is told by the demand.
"""

from collections.abc import Iterator
from typing import Final

from ..language.clause import Analysis, Clause, Link, Mood
from ..language.lexicon import Frame
from ..model import Kind, Stance
from .attribution import Attributions
from .context import Reality
from .frames import Act
from .parties import PartyFinder
from .slots import Slots

_DEMAND: Final = Frame("modal-demand", "müssen", False, "REQUEST", ("source",), ("subject",), ())
_ADDRESSED: Final = frozenset({Kind.STATE, Kind.ORGANISATION, Kind.PERSON, Kind.GROUP})


def demands(analysis: Analysis, slots: Slots, parties: PartyFinder, attributions: Attributions) -> Iterator[Act]:
    """A request of the innermost source to the subject, for each clause that says what the subject must do."""
    for clause in analysis.clauses:
        chain = attributions.chain(clause) if _demands(clause) else ()
        source = chain[-1].source if chain and chain[-1].stance is Stance.ASSERTS else None
        addressed = next((p for i in slots.subject(clause) for p in parties.parties(i)), None)
        if source is None or addressed is None or addressed.entity.kind not in _ADDRESSED or addressed.entity == source.entity:
            continue
        yield Act(_DEMAND, clause.index, source, addressed, analysis.clause_span(clause), Reality())


def _demands(clause: Clause) -> bool:
    verb = clause.verb
    if verb is None or verb.evidential or verb.negated or clause.link is Link.CONDITION:
        return False
    return verb.modal == "müssen" or (verb.modal == "sollen" and verb.mood is Mood.REPORTED)
