"""Whose a proposal, resolution or law is that is spoken of again: "begrüßte den Vorstoß" after "der Vorschlag Perus".

What is proposed, decided or written is remembered by its kind with the party it came from: its genitive, adjective or
compound, or who put it forward ("Peru brachte eine Resolution ein").
"""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from ..language.clause import Analysis, Phrase, Role, Voice
from ..language.wordlists import ends_in, word_list
from ..model import Entity

_LEAST: Final = 4  # letters; a kind is told by what a compound ends in only where that is no shorter
_REACH: Final = 8  # sentences back that "die Resolution" can mean
_SAYING_WHICH: Final = ("von", "durch", "zu", "über", "für", "gegen")
_KINDS: Final = (
    "proposal_nouns",
    "resolution_nouns",
    "law_nouns",
    "verdict_nouns",
    "offer_nouns",
    "policy_nouns",
    "status_nouns",
)


@dataclass(slots=True)
class Deeds:
    """The deeds of an article so far by kind, each with whose it is and the sentence that told it last."""

    known: dict[str, tuple[Entity, int]] = field(default_factory=dict)

    def told(self, noun: str, owner: Entity, sentence: int) -> None:
        """Remember whose deed it is; "UN-Resolution" does not say better whose one told before is."""
        kind = kind_of(noun)
        if kind is not None and not ("-" in noun and kind in self.known):
            self.known[kind] = (owner, sentence)

    def owner(self, noun: str, sentence: int) -> Entity | None:
        """Whose deed of this kind was told last, if near enough."""
        owner, said = self.known.get(kind_of(noun) or "", (None, 0))
        return owner if sentence - said <= _REACH else None


@lru_cache(1 << 15)
def kind_of(noun: str) -> str | None:
    """The kind of deed that a noun names by itself or by what it ends in: Friedensplan, Gesetzentwurf."""
    low = noun.lower().rpartition("-")[2]
    for kind in _KINDS:
        if ends_in(low, word_list("de", kind), _LEAST):
            return kind
    return None


def means_one_before(analysis: Analysis, phrase: Phrase) -> bool:
    """den Vorstoß, diese Resolution: nothing in the phrase or on it says which."""
    bare = phrase.name is None and phrase.pronoun is None and phrase.determiner in ("definite", "demonstrative")
    after = analysis.phrases[phrase.index + 1 : phrase.index + 2]
    told = any(p.attribute_of == phrase.index for p in analysis.phrases)
    linked = after and after[0].first == phrase.last + 1 and after[0].preposition in _SAYING_WHICH
    return bare and not told and not linked


def makers(analysis: Analysis) -> list[tuple[int, int]]:
    """Who puts forward or passes what in this sentence: pairs of the subject and the deed."""
    making = word_list("de", "making_verbs")
    return [
        (clause.fillers_in(Role.SUBJECT)[0], thing)
        for clause in analysis.clauses
        if clause.verb is not None and clause.verb.lemma in making and clause.verb.voice is Voice.ACTIVE
        for thing in clause.fillers_in(Role.ACCUSATIVE)
        if clause.fillers_in(Role.SUBJECT) and kind_of(analysis.phrases[thing].lemma) is not None
    ]
