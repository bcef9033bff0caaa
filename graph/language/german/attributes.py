"""Participles in front of a noun as clauses of their own: "die von Teheran gelieferten Drohnen".

The noun is the object of a past participle and the subject of a present one; the phrases between determiner and
participle are its fillers.
"""

from collections.abc import Sequence
from dataclasses import replace

from ..clause import Case, Clause, ClauseKind, Filler, Link, Phrase, Role, Verb, Voice
from ..tokens import Tagger, Token

PRESENT = ("end", "ernd", "elnd")  # what present participles end in
_SHORTEST = 5  # letters; shorter forms ("rund", "alt") only look like participles
_REACH = 12  # words that an attribute in front of its participle may have


def attribute_clauses(
    tokens: Sequence[Token], found: list[Phrase], clauses: list[Clause], tagger: Tagger
) -> tuple[list[Phrase], list[Clause]]:
    """Phrases and clauses with a participial clause for each participle that stands before its noun."""
    phrases, out = list(found), list(clauses)
    for phrase in found:
        participle = _participle(tokens, phrase, tagger)
        if participle is None:
            continue
        place, past = participle
        lemma = _verb_lemma(tokens[place], past, tagger)
        role = Role.ACCUSATIVE if past else Role.SUBJECT
        inner, enclosed = _inner(tokens, found, phrase, place)
        fillers = (Filler(role, phrase.index), *(Filler(_inner_role(p), p.index) for p in inner))
        verb = Verb(lemma, (place,), place, None, Voice.PASSIVE if past else Voice.ACTIVE)
        members = tuple(sorted({place, *(i for p in inner for i in range(p.first, p.last + 1))}))
        parent = next((c.index for c in clauses if phrase.head in c.tokens), None)
        out.append(Clause(len(out), ClauseKind.PARTICIPIAL, members, verb, fillers, None, parent, Link.ATTRIBUTE, phrase.index))
        if enclosed and parent is not None:  # what stands inside is nothing of the clause around it
            within = {p.index for p in inner}
            out[parent] = replace(out[parent], fillers=tuple(f for f in out[parent].fillers if f.phrase not in within))
        phrases[phrase.index] = replace(phrase, clause=len(out) - 1)
        for p in inner:
            phrases[p.index] = replace(phrases[p.index], clause=len(out) - 1)
    return phrases, out


def _participle(tokens: Sequence[Token], phrase: Phrase, tagger: Tagger) -> tuple[int, bool] | None:
    """Where a participle stands before the phrase's head, and whether it is a past one."""
    for i in range(phrase.first, phrase.head):
        word = tokens[i]
        if word.tag == "ADJ(A)" and word.lemma.endswith(PRESENT) and len(word.lemma) > _SHORTEST:
            return i, False
        if word.tag == "ADJ(A)" and _looks_past(word.lemma.lower(), tagger):
            return i, True
    return None


def _looks_past(base: str, tagger: Tagger) -> bool:
    return base.endswith(("t", "en")) and len(base) > _SHORTEST and tagger.can_be(base, "VV(PP)")


def _verb_lemma(word: Token, past: bool, tagger: Tagger) -> str:
    """liefern for gelieferten, angreifen for angreifende."""
    return tagger.lemma(word.lemma.lower(), "VV(PP)") if past else word.lemma.lower().removesuffix("d")


def _inner(tokens: Sequence[Token], found: Sequence[Phrase], outer: Phrase, place: int) -> tuple[list[Phrase], bool]:
    """The phrases between a determiner that was left alone and the participle that begins the outer phrase, and whether
    that determiner is there ("die | von Oslo | den Rebellen | gelieferten Waffen"); without it only the nearest one with a
    preposition belongs to the participle."""
    chain: list[Phrase] = []
    end = place - 1
    for phrase in reversed(found[: outer.index]):
        if outer.first != place or phrase.last != end or place - phrase.first > _REACH:
            break
        chain.append(phrase)
        end = phrase.first - 1
    if chain and end >= 0 and tokens[end].tag in ("ART", "PDAT", "PPOSAT"):
        return chain[::-1], True
    return [p for p in chain[:1] if p.preposition is not None], False


def _inner_role(phrase: Phrase) -> Role:
    if phrase.preposition is not None:
        return Role.PREPOSITION
    return Role.ACCUSATIVE if Case.ACCUSATIVE in phrase.cases else Role.DATIVE
