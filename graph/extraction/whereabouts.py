"""Where forces are moved to: "verlegte Truppen in den Golf", "die Entsendung von Soldaten nach Mali".

The place is no party that they are moved against; whom they are moved against stands behind "gegen".
"""

from dataclasses import replace
from typing import Final

from ..language.clause import Analysis
from .frames import Act
from .parties import PartyFinder

_TO_PLACES: Final = frozenset({"in", "nach", "an", "auf", "bei", "vor"})


def without_whereabouts(act: Act, analysis: Analysis, parties: PartyFinder) -> Act:
    """The act; a movement of forces without the place that its words lead to as its other side."""
    if act.frame.relation != "MOBILIZE" or act.recipient is None or act.recipient.mention is None:
        return act
    at = next((p for p in analysis.phrases if parties.span(p.index) == act.recipient.mention), None)
    first = analysis.phrases[analysis.joined(at.index)[0]] if at is not None else None  # nach Peru und Kuba
    return replace(act, recipient=None) if first is not None and first.preposition in _TO_PLACES else act
