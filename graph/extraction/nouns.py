"""Which acts a noun tells: its own frames, or those of the noun that a compound ends in; and which nouns tell violence."""

from functools import lru_cache
from typing import Final

from ..language.clause import Analysis, Clause, Phrase, Role
from ..language.lexicon import Frame, Lexicon
from ..language.wordlists import ends_in, word_list
from ..model import Claim

_PREFIXES: Final = frozenset(
    {"Ver", "Ent", "Zer", "Miss", "Wieder", "Nach", "Vor", "Unter", "Über", "Ein", "Aus", "Auf", "Bei", "Zusammen", "Rück"}
)
_NO_RELATION: Final = word_list("de", "no_relation_nouns")
_SHORTEST_TAIL: Final = 5  # letters; shorter nouns ("Rat", "Akt") end too many unrelated compounds
_VIOLENT: Final = word_list("de", "violent_nouns")
_ACCIDENTS: Final = word_list("de", "accident_nouns")
ACCIDENT: Final = "accident"  # what the memory keeps of an accident, as it does of relations
_ENDS: Final = word_list("de", "ending_verbs")
_DEEDS: Final = word_list("de", "deed_nouns")
_STEM: Final = 5  # letters that a noun shares with the rule of what it tells again
_TURNING_DOWN: Final = frozenset({"ablehnen", "abweisen", "verwerfen", "zurückweisen"})
_ENDING: Final = 2  # letters that a plural or a case may add to a listed noun


def frames_of(phrase: Phrase, lexicon: Lexicon) -> tuple[Frame, ...]:
    """The frames of the noun that heads the phrase, or of the noun that a compound ends in."""
    return _frames_of(phrase.lemma, lexicon)


@lru_cache(1 << 16)
def _frames_of(noun: str, lexicon: Lexicon) -> tuple[Frame, ...]:
    lemma = noun.rpartition("-")[2]
    lemma = lemma[:1].upper() + lemma[1:]
    if lemma in lexicon.nouns:
        return lexicon.nouns[lemma]
    if lemma in _NO_RELATION:  # Friedensprozess, Pressekonferenz: no lawsuit, no meeting
        return ()
    for cut in range(3, len(lemma) - _SHORTEST_TAIL + 1):
        tail = lemma[cut].upper() + lemma[cut + 1 :]
        if tail in lexicon.nouns and lemma[:cut] not in _PREFIXES:
            return lexicon.nouns[tail]
    return ()


def is_violent(analysis: Analysis, phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether the phrase tells violence: an attack, a weapon, the explosion of a bomb."""
    if phrase.pronoun is not None:
        return False
    whose = (p for p in analysis.phrases if p.attribute_of == phrase.index)
    told = any(f.relation == "ASSAULT" for f in frames_of(phrase, lexicon))
    return told or any(_listed(p.lemma, _VIOLENT) for p in (phrase, *whose))


def is_accident(phrase: Phrase) -> bool:
    """Whether the phrase tells that nobody meant harm: an accident, a natural disaster, an illness."""
    return _listed(phrase.lemma, _ACCIDENTS)


def is_ended(clause: Clause, phrase: Phrase) -> bool:
    """brach die Gespräche ab, die Gespräche wurden ausgesetzt: whether the clause tells that what the noun names is over."""
    ends = clause.verb is not None and clause.verb.lemma in _ENDS and not clause.verb.negated
    return ends and phrase.index in (*clause.fillers_in(Role.ACCUSATIVE), *clause.fillers_in(Role.SUBJECT))


def is_turned_down(clause: Clause) -> bool:
    """lehnt die neuen Sanktionen ab: what was told before is neither told nor denied once more."""
    return clause.verb is not None and clause.verb.lemma in _TURNING_DOWN


def tells_again(phrase: Phrase, before: Claim) -> bool:
    """Whether the noun can mean what was claimed: der Vormarsch is no airstrike, but each of them is an "Angriff"."""
    low = phrase.lemma.lower()
    return before.relation != "ASSAULT" or low in _DEEDS or low[:_STEM] in before.rule


@lru_cache(1 << 15)
def _listed(lemma: str, nouns: frozenset[str]) -> bool:
    """Whether the noun is in a list, or ends in one that is long enough to be its last part; plurals count."""
    low = lemma.lower().rpartition("-")[2]
    return ends_in(low, nouns, _SHORTEST_TAIL) or any(low[: len(low) - added] in nouns for added in range(1, _ENDING + 1))
