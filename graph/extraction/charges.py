"""What somebody is charged with: "wirft Peru die Lieferung von Waffen vor", "beschuldigt Peru der Unterstützung von Rebellen".
The noun tells a deed of the accused, on the accuser's word alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..language.clause import Analysis, Case, Clause, Phrase, Role
from ..language.lexicon import Embedding
from ..model import Party, Stance
from .parties import PartyFinder
from .slots import Slots


@dataclass(frozen=True, slots=True)
class Charges:
    """Answers for the nouns of one sentence."""

    analysis: Analysis
    slots: Slots
    parties: PartyFinder

    def accused(self, clause: Clause | None, phrase: Phrase) -> tuple[Party, ...]:
        """Who is said to have done what `phrase` tells; empty where the clause charges nobody with it."""
        embedding = self.slots.embedding(clause) if clause is not None else None
        if clause is None or embedding is None or embedding.stance is not Stance.ALLEGES:
            return ()
        if phrase.index not in self._charges(clause, embedding):
            return ()
        return tuple(p for i in self.slots.fill(clause, embedding.controller) for p in self.parties.parties(i))

    def is_blamed(self, clause: Clause, phrase: Phrase) -> bool:
        """kritisierte das Treffen mit Peru: whoever blames others for what `phrase` tells did not take part."""
        frames = self.slots.lexicon.verbs.get(clause.verb.lemma, ()) if clause.verb is not None else ()
        blames = any(f.relation == "ACCUSE" and f.light is None and f.tone is None for f in frames)
        return blames and phrase.index in self.slots.fill(clause, "accusative")

    def _charges(self, clause: Clause, embedding: Embedding) -> Iterator[int]:
        """The phrases that tell the charge, by whether the accused stands in the dative or in the accusative."""
        if embedding.controller == "dative":
            yield from self.slots.fill(clause, "accusative")
        elif embedding.controller == "accusative":
            accused = self.slots.fill(clause, "accusative")
            bare = (*clause.fillers_in(Role.GENITIVE), *clause.fillers_in(Role.DATIVE))  # der Lieferung: either, by its form
            yield from (i for i in bare if Case.GENITIVE in self.analysis.phrases[i].cases)
            yield from (p.index for p in self.analysis.phrases if p.attribute_of in accused)
