"""The lexicon's nouns for unnamed parties by the words of a text: Verteidigungsministerium, Soldatinnen, Bewaffneten."""

from functools import lru_cache

from ..language.lexicon import GroupNoun, Lexicon


@lru_cache(1 << 15)
def noun_for_group(lexicon: Lexicon, lemma: str, text: str, tag: str) -> GroupNoun | None:
    """The entry for a word, as it stands, as its lemma or by the tail of a compound; feminine forms as the masculine."""
    for noun in (lemma, text, *_nominalised(text, tag)):
        if noun in lexicon.groups or noun in lexicon.no_groups:
            return lexicon.groups.get(noun)
    tails = (lemma.rpartition("-")[2], *((text.rpartition("-")[2],) if "-" in text else ()))  # NATO-Staaten: a plural only
    return next((g for t in tails if (g := tail_for_group(lexicon, t)) is not None), None) or _feminine(lexicon, text)


def tail_for_group(lexicon: Lexicon, tail: str) -> GroupNoun | None:
    """The entry for a noun or the longest noun at its end; one that only sounds like a party ends the search."""
    cuts = range(3, len(tail) - 4) if len(tail) > 7 else ()
    tails = (tail[cut].upper() + tail[cut + 1 :] for cut in cuts)
    for noun in (tail[:1].upper() + tail[1:], *tails):
        if noun in lexicon.groups or noun in lexicon.no_groups:
            return lexicon.groups.get(noun)
    return None


def _feminine(lexicon: Lexicon, text: str) -> GroupNoun | None:
    """Lehrerin, Soldatinnen, Biologin: like the masculine noun."""
    base = text.removesuffix("innen") if text.endswith("innen") else text.removesuffix("in")
    if base == text:
        return None
    noun = base.rpartition("-")[2]
    return lexicon.groups.get(noun) or lexicon.groups.get(f"{noun}e")


def _nominalised(text: str, tag: str) -> tuple[str, ...]:
    """Bewaffnete for "Bewaffneten", which the tagger takes for an adjective."""
    adjective = tag == "ADJ(A)" and text[:1].isupper() and text.endswith(("en", "er", "em"))
    return (text[:-1],) if adjective else ()
