"""The class of what a claim is about, from the head noun of its theme; part of what makes two propositions one."""

from ..language.lexicon import Lexicon

_SHORTEST = 5  # letters; shorter nouns end too many unrelated compounds


def theme_class(lemma: str, lexicon: Lexicon) -> str | None:
    """The closed class of a theme's head noun, the longest known last part deciding; None where none is known."""
    noun = lemma.rpartition("-")[2]
    noun = noun[:1].upper() + noun[1:]
    if noun in lexicon.themes:
        return lexicon.themes[noun]
    for cut in range(2, len(noun) - _SHORTEST + 1):
        tail = noun[cut].upper() + noun[cut + 1 :]
        if tail in lexicon.themes:
            return lexicon.themes[tail]
    return None
