"""The phrase behind a deed that tells what it is done to or where: "Gespräche mit der Regierung", "Missstände in Chinas
Gefängnissen"."""

from typing import Final

from ..language.clause import Analysis, Phrase

_ATTACHED: Final = frozenset({"in", "mit", "für", "durch", "aus"})  # not "gegen": who praises a fight praises not its target
_LEAVING: Final = ("zug", "tritt", "stieg", "reise", "weisung", "flucht", "schluss", "treibung", "freiung", "lassung")


def attached(analysis: Analysis, index: int) -> Phrase | None:
    """The prepositional phrase right behind the deed; None where the words say whose the deed is, as "ihre Haltung
    gegenüber X" is not X's."""
    phrase, after = analysis.phrases[index], analysis.phrases[index + 1 : index + 3]
    if not after:
        return None
    inner = after[0].attribute_of == index + 2 and len(after) > 1  # in | Chinas | Gefängnissen
    behind = after[1] if inner else after[0]
    near = behind.first == phrase.last + 1 or (inner and after[0].first in (phrase.last + 1, phrase.last + 2))
    whose = phrase.determiner == "possessive" or any(p.attribute_of == index for p in analysis.phrases)
    whose = whose or analysis.tokens[max(phrase.first - 1, 0)].low in ("deren", "dessen")
    bare = phrase.pronoun is None and phrase.name is None and not whose
    left = behind.preposition == "aus" and phrase.lemma.lower().endswith(_LEAVING)  # der Abzug aus Syrien is not Syria's
    return behind if near and bare and not left and behind.preposition in _ATTACHED else None
