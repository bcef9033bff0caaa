"""Under which written forms a name is found: case, accents, umlauts written out, and how sounds are transliterated.

Pure functions of one name. Two names that share a form need not be the same party; forms are for finding, never for
identity (that is `identity.folded`).
"""

import re

from ..identity import folded

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "ʼ": "'"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"})
_WRITTEN_OUT = re.compile("ae|oe|ue")

# Sounds that German, English and scholarly transliteration write differently; longer spellings first.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        ("schtsch|shch|šč", "s"),
        ("dsch|dzh|dj", "j"),
        ("tsch|tch|cz|č", "c"),
        ("sch|sh|sz|š", "s"),
        ("ch(?=[aeiou])", "c"),
        ("kh|ch", "h"),
        ("zh|ž", "s"),
        ("ts|tz", "c"),
        ("ph", "f"),
        ("ck|q", "k"),
        ("th", "t"),
        ("dh", "d"),
        ("gh", "g"),
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("ei|ai|ay|ey", "ai"),
        ("[yj]", "i"),
        ("z", "s"),
        ("w", "v"),
        (r"[^\w ]", ""),
    )
]
_DOUBLED = re.compile(r"(.)\1+")


def plain(name: str) -> str:
    """The name without case, accents and letters of one language only.

    >>> plain("Großbritannien"), plain("Jarosław Kaczyński")
    ('grossbritannien', 'jaroslaw kaczynski')
    """
    return folded(name).translate(_LETTERS)


def forms(name: str) -> tuple[str, ...]:
    """All plain forms of a name, the usual one first: umlauts dropped, written out, and written-out ones dropped.

    >>> forms("Görlitz"), forms("Goerlitz")
    (('gorlitz', 'goerlitz'), ('goerlitz', 'gorlitz'))
    """
    usual = plain(name)
    written_out = plain(name.casefold().translate(_UMLAUTS))
    return tuple(dict.fromkeys((usual, written_out, _WRITTEN_OUT.sub(lambda pair: pair[0][0], usual))))


def searchable(text: str) -> str:
    """A text in the one form in which words are compared: umlauts dropped, written out or not.

    A beginning of a word stays a beginning.

    >>> searchable("Größere Übung"), searchable("Groessere Uebung")
    ('grossere ubung', 'grossere ubung')
    """
    return _WRITTEN_OUT.sub(lambda pair: pair[0][0], plain(text))


def sound(name: str) -> str:
    """A rough key that transliterations of one name share.

    >>> sound("Selenskyj") == sound("Zelensky") == sound("Zelenskyy")
    True
    >>> sound("Lukaschenko") == sound("Lukashenko")
    True
    """
    key = plain(name)
    for pattern, replacement in _SOUNDS:
        key = pattern.sub(replacement, key)
    return _DOUBLED.sub(r"\1", key)
