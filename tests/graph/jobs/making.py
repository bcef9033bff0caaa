"""A workshop over an invented reader: it finds one delivery in every sentence that tells one, and stumbles where told to."""

from dataclasses import dataclass
from pathlib import Path

from graph.jobs.job import Means, Offer
from graph.jobs.queue import Queue
from graph.jobs.work import Workshop
from graph.model import Article, Reading
from graph.rdf.store import Store
from graph.reading.remembering import Remembered
from graph.reading.visiting import Visitor
from graph.settings import Settings
from tests.factory import claim, party, reading, span
from tests.stores import ARKADIEN, UTOPIEN

DELIVERS = "Arkadien liefert Getreide an Utopien."
CALM = "Das Wetter blieb ruhig."


@dataclass(frozen=True)
class Deliveries:
    """Reads deliveries; a text with the word Panne is too much for it."""

    version: str = "deliveries-1"

    def read(self, article: Article) -> Reading:
        if "Panne" in article.text:
            raise ValueError("a mistake in a rule")
        if DELIVERS not in article.text:
            return reading(article, [], sentences=[span(article.text, article.text)])
        where = span(DELIVERS, article.text)
        actor, recipient = party(ARKADIEN, span("Arkadien", article.text)), party(UTOPIEN, span("Utopien", article.text))
        return reading(article, [claim("AID", actor, recipient, evidence=where, sentence=where)], sentences=[where])


def workshop(folder: Path, *, patience: float = 5.0) -> Workshop:
    """Over the store in `folder`, which is made if it is not there."""
    if not (folder / "meta.json").exists():
        Store.create(folder)
    return Workshop(
        Queue(folder / "jobs.sqlite"),
        load=Deliveries,
        opened=lambda: Store.open(folder),
        visiting=lambda: Visitor.of(Settings(), Remembered()),
        patience=patience,
    )


def done(shop: Workshop) -> None:
    """Do all that waits."""
    shop.work(lambda: False)


def text(words: str = DELIVERS, **about: str) -> Offer:
    told = {"outlet": "Morgenblatt", "published": "2024-06-03", "language": "de", **about}
    return Offer(Means.TEXT, "Meldung", tuple(told.items()), words.encode())


def file(name: str, content: str | bytes, **about: str) -> Offer:
    return Offer(Means.FILE, name, tuple(about.items()), content.encode() if isinstance(content, str) else content)
