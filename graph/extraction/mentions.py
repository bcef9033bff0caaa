"""Where the gazetteer's names, adjectives and titles stand in a sentence: longest match, left to right.

A hyphenated compound ("US-Präsident", "EU-Außenbeauftragter") is looked up part by part, so that its first part can be
a party and its last part an office.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..language.clause import Analysis
from ..model import Entity, Kind
from .gazetteer import Entry, Gazetteer


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Tokens `first` to `last` (both in it) that the gazetteer knows; `part`: the match is the first part of a compound."""

    first: int
    last: int
    entries: tuple[Entry, ...]
    part: bool = False

    def having(self, *hows: str) -> tuple[Entry, ...]:
        """The entries reached in one of these ways (name, alias, metonym, adjective, demonym, title)."""
        return tuple(e for e in self.entries if e.how in hows)


NAMES = ("name", "alias", "metonym")


def occurrences(analysis: Analysis, gazetteer: Gazetteer) -> tuple[Occurrence, ...]:
    """All matches in the sentence, in order, none inside another."""
    words = [t.text for t in analysis.tokens]
    found: list[Occurrence] = []
    behind = 0
    for at in [i for i, word in enumerate(words) if "-" in word or gazetteer.reach[word]]:  # one word of ten
        if at < behind:
            continue
        match = _longest(words, at, gazetteer)
        if match is not None and _fits(analysis, match):
            found.append(match)
            title = match.having("title") and not match.having(*NAMES)
            part = _compound(words, at, gazetteer) if title else None  # "NATO-Generalsekretär" is a title and names NATO
            if part is not None:
                found.append(part)
            behind = match.last + 1
            continue
        part = _compound(words, at, gazetteer) or _long_compound(words, at, gazetteer)
        if part is not None:
            found.append(part)
    return tuple(found)


def states_named(words: Sequence[str], gazetteer: Gazetteer) -> Iterator[Entity]:
    """The states that a text names, by name, adjective or demonym, as often as it does."""
    at = 0
    words = list(words)
    while at < len(words):
        match = _longest(words, at, gazetteer) or _compound(words, at, gazetteer)
        entity = gazetteer.entity_of(match.entries[0]) if match is not None else None
        if entity is not None and entity.kind is Kind.STATE:
            yield entity
        at = match.last + 1 if match is not None else at + 1


def _longest(words: list[str], at: int, gazetteer: Gazetteer) -> Occurrence | None:
    for length in range(min(gazetteer.reach[words[at]], len(words) - at), 0, -1):
        entries = gazetteer.lookup(tuple(words[at : at + length]))
        if entries:
            return Occurrence(at, at + length - 1, entries)
    word = words[at]
    entries = gazetteer.lookup((word.replace("-", ""),)) if "-" in word and word.islower() else ()  # süd-koreanisch
    return Occurrence(at, at, entries) if entries else None


def _fits(analysis: Analysis, match: Occurrence) -> bool:
    """A single word must look like a name, an adjective or a title: no verb or adverb of the same letters."""
    if match.first != match.last:
        return True
    token = analysis.tokens[match.first]
    return token.is_noun or token.tag in ("ADJ(A)", "ADJ(D)", "XY", "TRUNC") or (token.text[0].isupper() and match.first > 0)


def _compound(words: list[str], at: int, gazetteer: Gazetteer) -> Occurrence | None:
    """The gazetteer's name in the first parts of a compound with hyphens."""
    head, _, tail = words[at].partition("-")
    if not tail or not head[:1].isupper():
        return None
    for cut in range(words[at].count("-"), 0, -1):
        pieces = words[at].split("-")
        name = "-".join(pieces[:cut])
        entries = gazetteer.lookup((name,)) or gazetteer.lookup((name.removesuffix("n"),))  # Grünen-Politiker
        if entries:
            return Occurrence(at, at, entries, part=True)
    return None


def _long_compound(words: list[str], at: int, gazetteer: Gazetteer) -> Occurrence | None:
    """Human Rights Watch-Sprecher: a name of several words, the last of them in front of a hyphen."""
    for length in range(min(gazetteer.reach[words[at]], len(words) - at), 1, -1):
        *before, last = words[at : at + length]
        head, _, tail = last.partition("-")
        entries = gazetteer.lookup((*before, head)) if tail[:1].isupper() else ()
        if entries:
            return Occurrence(at + length - 1, at + length - 1, entries, part=True)
    return None
