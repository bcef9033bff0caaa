"""Whether a nominal phrase is singular or plural, from its first word and its noun; the verb may settle what stays open."""

from typing import Final

from ..tokens import Token
from ..wordlists import word_list
from .cases import WEAK, is_plural

_FEMININE: Final = tuple(sorted(word_list("de", "feminine_er")))
_PLURAL_NAMES: Final = word_list("de", "plural_names")
_SINGULAR: Final = frozenset(
    {"dem", "des", "einem", "eines", "ein", "eine", "einen", "einer", "diesem", "seinem", "ihrem", "jedem", "jeder"}
)


def phrase_number(first: Token, head: Token, determiner: str, contracted: bool, governed: bool = False) -> bool | None:
    """True for a plural, False for a singular, None where the words do not tell; `contracted`: "im", "zur" in front, `governed`:
    a preposition that wants a dative."""
    if contracted or first.low in _SINGULAR:
        return False  # dem Präsidenten
    if determiner == "number" and first.low not in ("1", "eins"):
        return True  # zwei Kampfjets
    if head.tag == "NNA" and determiner in ("", "quantity") and head.low.endswith("e"):
        return True  # frühere Beamte: one of them would be "ein früherer Beamter"
    if head.tag == "NE" and first.low in ("die", "den", "der") and (head.low.endswith(("n", "s")) or head.low in _PLURAL_NAMES):
        return None  # die Malediven, die Grünen, die Huthi
    if _is_plural_in_s(first, head, determiner):
        return True
    plural = is_plural(head)
    if first.low == "den" and head.tag == "NN" and head.lemma.lower().endswith(WEAK):  # den Präsidenten: him or them
        return None
    if plural is False and first.low == "die" and head.low.endswith("an"):  # die Taliban
        return None
    open_plural = _is_weak_plural(first, head, determiner) or _is_strong_plural(first, head, determiner)
    open_plural = open_plural or (governed and _is_dative_plural(first, head, determiner))
    return True if plural is None and open_plural else plural


def _is_plural_in_s(first: Token, head: Token, determiner: str) -> bool:
    """die Chefs, frühere Chefs: a genitive in -s is masculine or neuter and has other words in front."""
    if first.low == "die" and head.tag != "NE":
        return head.low.endswith("s") and head.lemma.lower() == head.low[:-1]
    return determiner == "" and first.tag == "ADJ(A)" and first.low.endswith("e") and head.low.endswith("s")


def _is_strong_plural(first: Token, head: Token, determiner: str) -> bool:
    """religiöse Führer: one of them would be "religiöser Führer"; nouns in -er that are feminine aside."""
    bare = determiner == "" and first.tag == "ADJ(A)" and first.low.endswith("e") and first.index < head.index
    return bare and head.tag == "NN" and head.low.endswith("er") and not head.low.endswith(_FEMININE)


def _is_dative_plural(first: Token, head: Token, determiner: str) -> bool:
    """von deutschen Unternehmen: one of them would be "deutschem Unternehmen"."""
    bare = determiner == "" and first.tag == "ADJ(A)" and first.index < head.index
    return bare and first.low.endswith("en") and head.tag == "NN"


def _is_weak_plural(first: Token, head: Token, determiner: str) -> bool:
    """die Demonstranten: a weak noun in the singular has another determiner."""
    inflected = head.low.endswith("n") and head.low not in (head.lemma.lower(), "herrn")
    return inflected and (first.low == "die" or determiner in ("", "number", "quantity"))
