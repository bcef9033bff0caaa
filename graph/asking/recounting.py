"""Reports made again from what the quads say of claims, so that whatever is counted here is counted by the writer's rules."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ..model import Modality, Stance
from ..rdf.archive import Archive
from ..rdf.census import Edge, Report
from ..rdf.derived import edge_key, episodes
from ..vocabulary import Vocabulary
from .addresses import Asker, key, word
from .results import Value


class Archivist(Asker, Protocol):
    """Whoever answers our own queries and has the articles at hand, with how each of their claims is counted."""

    @property
    def archive(self) -> Archive:
        """The articles, and how each of their claims is counted."""


def kept(archive: Archive, parties: Sequence[str], *, either: bool, among: bool) -> Iterator[tuple[str, Report]]:
    """The reports of edges as `Archive.reports_by` finds them, each with a name for its episode, the same for all of one."""
    relations = Vocabulary.load().relations
    for edge, told in archive.reports_by(parties, either=either, among=among):
        for number, episode in enumerate(episodes(told, standing=relations[edge.relation].standing)):
            yield from ((f"{edge_key(edge)}/{number}", each) for each in episode.reports)


@dataclass(frozen=True, slots=True)
class Said:
    """What a query gave of one claim: addresses of things and concepts, days as ISO; what is not said is None.

    `cited` is the innermost outlet of the chain; `root` what the article's text goes back to (an article or an agency).
    """

    claim: Value
    article: Value
    actor: Value
    relation: Value
    recipient: Value
    stance: Value
    polarity: Value
    modality: Value
    earliest: Value
    latest: Value
    day: Value
    publisher: Value
    root: Value
    cited: Value


def report(said: Said, base: str) -> Report:
    """The report as it is counted. Of several agencies that a text names, the quads tell the first, and so does this."""
    printed, lent = str(said.article), str(said.root or said.article)
    of_text = lent.startswith(f"{base}article/")
    return Report(
        article=key(printed),
        claim=key(str(said.claim)),
        proposition="",  # nothing here is counted by it
        edge=Edge(word(str(said.relation)), _key(said.actor), _key(said.recipient)),
        stance=Stance(word(str(said.stance))),
        negated=word(str(said.polarity)) == "negated",
        modality=Modality(word(str(said.modality))),
        earliest=day(said.earliest),
        latest=day(said.latest),
        published=day(said.day),
        root=key(lent if of_text else printed),
        cited=_key(said.cited),
        agencies=() if of_text else (key(lent),),
        publisher=_key(said.publisher),
    )


def day(value: Value) -> date | None:
    """A day as the quads write it."""
    return date.fromisoformat(str(value)) if value else None


def _key(value: Value) -> str | None:
    return key(str(value)) if value else None
