"""What followed the affair: a few dispatches for what the affair itself does not tell.

A meeting that each side's outlets tell from their own end, counts of people without a name, and praise told in another
language.
"""

from datetime import date
from pathlib import Path

from graph.model import Entity, Kind, Reading
from graph.rdf.changes import Known
from graph.rdf.store import Store

from .affair import ARKADIEN, ELYSIEN, KURIER, MORGENBLATT, UTOPIEN, Told
from .factory import article, entity, reading, span

HERALD = entity("Herald", Kind.OUTLET, state="state/elysien")
TWELVE = entity("zwölf Menschen", Kind.GROUP, local=True)
FIFTEEN = entity("15 Menschen", Kind.GROUP, local=True)
TWENTY = entity("20 Menschen", Kind.GROUP, local=True)
SEVEN = entity("sieben Menschen", Kind.GROUP, local=True)
THREE = entity("drei Matrosen", Kind.GROUP, local=True)

PLANNED = "Arkadien will Utopien treffen."
MET = "Arkadien hat Utopien getroffen."
MET_TOO = "Utopien hat Arkadien getroffen."
KILLED_TWELVE = "Arkadien hat zwölf Menschen getötet."
KILLED_FIFTEEN = "Arkadien hat 15 Menschen getötet."
KILLED_LATER = "Arkadien hat sieben Menschen getötet."
KILLED_TWICE = "Elysien hat 20 Menschen getötet und drei Matrosen getötet."
PRAISED = "Elysien praised Utopien."


def sequel_store(folder: Path) -> Store:
    """A store in `folder` that holds the sequel alone."""
    outlets = {each.name: each for each in (KURIER, MORGENBLATT, HERALD)}
    store = Store.create(folder, known=Known(publishers=outlets))
    with store.writing("test") as writer:
        for each in sequel():
            writer.add(each, "test-reader")
    return store


def sequel() -> tuple[Reading, ...]:
    """All dispatches, oldest first."""
    twice = (KILLED_TWICE, "ASSAULT", ELYSIEN)
    return (
        _printed(MORGENBLATT, 1, Told(PLANNED, "CONSULT", ARKADIEN, UTOPIEN, more={"modality": "intended"})),
        _printed(MORGENBLATT, 8, Told(MET, "CONSULT", ARKADIEN, UTOPIEN)),
        _printed(KURIER, 9, Told(MET_TOO, "CONSULT", UTOPIEN, ARKADIEN)),
        _printed(KURIER, 10, Told(KILLED_TWELVE, "ASSAULT", ARKADIEN, TWELVE)),
        _printed(MORGENBLATT, 11, Told(KILLED_FIFTEEN, "ASSAULT", ARKADIEN, FIFTEEN)),
        _printed(HERALD, 12, Told(PRAISED, "SUPPORT", ELYSIEN, UTOPIEN), language="en"),
        _printed(KURIER, 13),
        _printed(MORGENBLATT, 14, Told(*twice, TWENTY), Told(*twice, THREE)),
        _printed(KURIER, 25, Told(KILLED_LATER, "ASSAULT", ARKADIEN, SEVEN)),
    )


def _printed(outlet: Entity, day: int, *told: Told, language: str = "de") -> Reading:
    text = " ".join(dict.fromkeys(each.sentence for each in told)) or "Das Wetter blieb ruhig."
    url = f"https://{outlet.name.lower()}.example/juli/{day}"
    title = f"{outlet.name} vom {day}. Juli"
    about = article(text, title=title, published=date(2024, 7, day), outlet=outlet.name, url=url, language=language)
    sentences = [span(sentence, text) for sentence in dict.fromkeys(each.sentence for each in told)]
    return reading(about, [made for each in told if (made := each.claim(text))], sentences=sentences)
