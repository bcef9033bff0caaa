"""Die Stationierung von US-Soldaten: those who are sent are not who sends them, but their state or body is."""

from ..language.lexicon import Frame
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party
from .gazetteer import Gazetteer


def senders(gazetteer: Gazetteer, frame: Frame, actors: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who acts, with troops replaced by whose they are where the frame's noun tells of sending; troops of nobody fall away."""
    if frame.relation != "MOBILIZE" or frame.predicate.lower() not in word_list("de", "sending_nouns"):
        return actors
    found = [(p, _sender(gazetteer, p)) for p in actors]
    sent = any(p.entity.local and p.entity.kind in (Kind.GROUP, Kind.ORGANISATION) for p in actors)
    return tuple(Party(owner, p.mention) if owner is not None else p for p, owner in found if owner is not None or not sent)


def _sender(gazetteer: Gazetteer, party: Party) -> Entity | None:
    """The state or body that troops belong to: that of their adjective or compound, or of a known force."""
    row = gazetteer.rows.get(party.entity.gazetteer or "")
    own = row.toward if row is not None and row.classed == "force" else party.entity.state
    troops = party.entity.kind in (Kind.GROUP, Kind.ORGANISATION)
    return gazetteer.entity(own) if troops and own is not None and own in gazetteer.rows else None
