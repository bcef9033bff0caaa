"""A small store that several tests look at: five invented dispatches of three outlets, about one delivery of grain.

Arkadien delivers grain to Utopien, says Minister Hold; Utopien denies it; unnamed officials allege it; another outlet
passes on what the first one wrote; dockers strike; Utopien praises Arkadien.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from graph.model import Claim, Entity, Kind, Reading, Span, Time
from graph.rdf.store import Store

from .factory import article, claim, entity, party, reading, span, step

ARKADIEN = entity("Arkadien")
UTOPIEN = entity("Utopien")
HOLD = entity("Jonas Hold", Kind.PERSON)
ABENDBOTE = entity("Abendbote", Kind.OUTLET)
OFFICIALS = entity("zwei Beamte", Kind.GROUP, local=True)
DOCKERS = entity("Hafenarbeiter", Kind.GROUP, local=True)

DELIVERS = "Arkadien liefert Getreide an Utopien, sagte Minister Hold."
DENIES = "Utopien bestreitet das."
ALLEGED = "Zwei Beamte behaupten, Arkadien liefere Getreide an Utopien."
PASSED_ON = "Laut Abendbote sagte Minister Hold, Arkadien liefere Getreide an Utopien."
STRIKES = "In Arkadien streiken die Hafenarbeiter."
PRAISES = "Utopien lobt Arkadien."
CALM = "Das Wetter blieb ruhig."


def example_store(folder: Path) -> Store:
    """A store in `folder` that holds all of them."""
    store = Store.create(folder)
    with store.writing("test") as writer:
        for each in dispatches():
            writer.add(each, "test-reader")
    return store


def dispatches() -> tuple[Reading, ...]:
    """All dispatches, oldest first; the last one is an example."""
    return (
        _dispatch("Abendbote", 3, [CALM, DELIVERS, DENIES, "Mehr war nicht zu hören.", "Der Hafen bleibt offen."], _denied),
        _dispatch("Morgenblatt", 4, [ALLEGED, CALM], _alleged),
        _dispatch("Morgenblatt", 5, [PASSED_ON, CALM], _passed_on),
        _dispatch("Morgenblatt", 6, [STRIKES, CALM], _strikes),
        _dispatch("Kurier", 7, [PRAISES, CALM], _praises, sample=True),
    )


def _dispatch(
    outlet: str, day: int, sentences: list[str], claims: Callable[[str], list[Claim]], *, sample: bool = False
) -> Reading:
    """A paragraph begins after the second sentence."""
    text = " ".join(sentences[:2]) + "".join(f"\n\n{sentence}" for sentence in sentences[2:])
    url = f"https://{outlet.lower()}.example/{day}"
    about = article(text, title=f"Meldung vom {day}. Juni", published=date(2024, 6, day), outlet=outlet, url=url, sample=sample)
    return reading(about, claims(text), sentences=[span(sentence, text) for sentence in sentences])


def _denied(text: str) -> list[Claim]:
    said = step(party(HOLD, span("Minister Hold", text)), cue=span("sagte", text))
    denial = step(party(UTOPIEN, span("Utopien", text, text.index(DENIES))), "denies", cue=span("bestreitet", text))
    told = _delivery(text, DELIVERS, attribution=[said], time=Time("im Juni", "2024-06"), place="im Hafen")
    return [told, _delivery(text, DENIES, attribution=[denial])]


def _alleged(text: str) -> list[Claim]:
    officials = party(OFFICIALS, span("Zwei Beamte", text))
    return [_delivery(text, ALLEGED, attribution=[step(officials, "alleges", anonymous=True, cue=span("behaupten", text))])]


def _passed_on(text: str) -> list[Claim]:
    outlet = step(party(ABENDBOTE, span("Abendbote", text)), cue=span("Laut", text))
    return [_delivery(text, PASSED_ON, attribution=[outlet, step(party(HOLD, span("Minister Hold", text)))])]


def _strikes(text: str) -> list[Claim]:
    where = span(STRIKES, text)
    dockers = party(DOCKERS, span("die Hafenarbeiter", text))
    return [claim("PROTEST", dockers, None, evidence=where, sentence=where, theme=None, theme_class=None)]


def _praises(text: str) -> list[Claim]:
    where = span(PRAISES, text)
    actor, recipient = party(UTOPIEN, span("Utopien", text)), party(ARKADIEN, span("Arkadien", text))
    return [claim("SUPPORT", actor, recipient, evidence=where, sentence=where, theme=None, theme_class=None)]


def _delivery(text: str, sentence: str, **more: object) -> Claim:
    """The claim that Arkadien delivers grain to Utopien, read in `sentence` of `text`; all of it is the evidence."""
    where = span(sentence, text)
    actor, recipient = (party(each, _named(each, sentence, text, where)) for each in (ARKADIEN, UTOPIEN))
    return claim("AID", actor, recipient, evidence=where, sentence=where, **more)  # type: ignore[arg-type]


def _named(who: Entity, sentence: str, text: str, where: Span) -> Span | None:
    return span(who.name, text, where.start) if who.name in sentence else None
