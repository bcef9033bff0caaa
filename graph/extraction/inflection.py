"""German inflection of what the gazetteer lists in its base form: enough forms to be found, none that means another.

Names take a genitive s; their adjectives ("Vereinte Nationen") take every ending; demonyms and titles take the endings
of nouns, and of adjectives where they are adjectives in origin ("Vorsitzender").
"""

from collections.abc import Iterator
from itertools import product
from typing import Final

_ADJECTIVE: Final = ("e", "er", "es", "en", "em")
_ADJECTIVAL_NOUN: Final = ("ender", "eter", "gter", "dter", "ster", "ierter", "tscher", "licher")


def name_forms(name: str) -> Iterator[str]:
    """A proper name and its genitive; adjectives inside it in all cases.

    >>> sorted(name_forms("Iran"))
    ['Iran', 'Iranes', 'Irans']
    """
    *front, last = name.split(" ")
    endings: tuple[str, ...] = ("", "s", "es") if _takes_genitive(last) else ("", "'", "’")
    stems = [_stem(word) for word in front]
    if name.endswith(("lande", "Emirate")):  # the plurals that take an n: von den Niederlanden
        endings = (*endings, "n")
    inflected = [i for i, stem in enumerate(stems) if stem is not None]
    if inflected and last.endswith("s") and len(last) > 3:  # a common noun: Weißen Hauses
        endings = (*endings, "es")
    for ending in _ADJECTIVE if inflected else ("",):
        words = [f"{stems[i]}{ending}" if i in inflected else word for i, word in enumerate(front)]
        yield from (" ".join((*words, last + genitive)) for genitive in endings)


def person_forms(name: str) -> Iterator[str]:
    """A person's name and its genitive; "Peter" and "Alexander" in it are no adjectives.

    >>> sorted(person_forms("Peter Struck"))
    ['Peter Struck', 'Peter Strucks']
    """
    yield name
    if _takes_genitive(name):
        yield f"{name}s"
    else:
        yield from (f"{name}'", f"{name}’")


def _takes_genitive(word: str) -> bool:
    return word[-1:].isalpha() and word[-1] not in "sßxz" and not (word.isupper() and len(word) > 5)


def _stem(word: str) -> str | None:
    """The stem of a word that looks like an adjective of a name; None for any other."""
    if len(word) < 5 or not word[0].isupper() or not word.endswith(("e", "er", "es")):
        return None
    return word[: -1 if word.endswith("e") else -2]


def adjective_forms(adjective: str) -> Iterator[str]:
    """iranisch, iranische, iranischer …; adjectives in -er from cities do not change."""
    yield adjective
    if not adjective.endswith("er"):
        yield from (adjective + ending for ending in _ADJECTIVE)


def demonym_forms(demonym: str) -> Iterator[str]:
    """Iraner, Iraners, Iranern; Russe, Russen; Iranerin, Iranerinnen; Deutscher, Deutsche, Deutschen."""
    yield demonym
    if demonym.endswith("in"):
        yield demonym + "nen"
    elif demonym.endswith("e"):
        yield demonym + "n"
    elif demonym.endswith(_ADJECTIVAL_NOUN):
        yield from (demonym[:-2] + ending for ending in ("e", "en", "em"))
    else:
        yield from (demonym + ending for ending in ("s", "n", "e", "en"))


def title_forms(title: str) -> Iterator[str]:
    """Minister, Ministers, Ministern; Präsident, Präsidenten; Vorsitzender, Vorsitzende; Hoher Vertreter in all cases."""
    *front, last = title.split(" ")
    stems = [_stem(word) for word in front]
    fronts = product(
        *([word] if stem is None else [stem + e for e in _ADJECTIVE] for word, stem in zip(front, stems, strict=True))
    )
    lasts = [last, *(last + ending for ending in ("s", "es", "n", "en", "e"))]
    if last.endswith("in"):
        lasts = [last, last + "nen"]
    elif last.endswith(_ADJECTIVAL_NOUN):
        lasts += [last[:-2] + ending for ending in ("e", "en", "em")]
    for before in fronts:
        yield from (" ".join((*before, form)) for form in lasts)
