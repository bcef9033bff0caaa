"""Whom only the verb shows to be somebody: einen Schwimmer hingerichtet, zwei Reeder verhaftet."""

from ..language.clause import Analysis, Phrase, Role, Voice
from ..language.wordlists import word_list
from ..model import Entity, Kind
from .names import base_name

_ON_PERSONS = word_list("de", "persons_only")


def sufferer(analysis: Analysis, phrase: Phrase) -> Entity | None:
    """Who suffers what is done to persons alone, called by a noun that no list has; None for all else."""
    plain = phrase.name is None and phrase.pronoun is None and phrase.preposition is None and phrase.determiner != "negative"
    if not plain or analysis.tokens[phrase.head].tag != "NN":
        return None
    clauses = (c for c in analysis.clauses if c.verb is not None and c.verb.lemma in _ON_PERSONS)
    for clause in clauses:
        active = clause.verb is not None and clause.verb.voice is Voice.ACTIVE
        if phrase.index in clause.fillers_in(Role.ACCUSATIVE if active else Role.SUBJECT):
            return Entity(base_name(analysis, phrase), Kind.GROUP, local=True)
    return None
