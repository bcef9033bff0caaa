"""Participles in front of a noun as clauses of their own: "die von Teheran gelieferten Drohnen".

The noun is the object of a past participle and the subject of a present one; the phrases between determiner and
participle are its fillers.
"""

from collections.abc import Sequence
from dataclasses import replace

import simplemma

from ..clause import Clause, ClauseKind, Filler, Link, Phrase, Role, Verb, Voice
from ..tokens import Token


def attribute_clauses(tokens: Sequence[Token], found: list[Phrase], clauses: list[Clause]) -> tuple[list[Phrase], list[Clause]]:
    """Phrases and clauses with a participial clause for each participle that stands before its noun."""
    phrases, out = list(found), list(clauses)
    for phrase in found:
        place = _participle(tokens, phrase)
        if place is None:
            continue
        past = not tokens[place].lemma.endswith("end")
        lemma = _verb_lemma(tokens[place], past)
        if lemma is None:
            continue
        role = Role.ACCUSATIVE if past else Role.SUBJECT
        inner = [p for p in found if p.index != phrase.index and _directly_before(found, p, phrase, place)]
        fillers = (Filler(role, phrase.index), *(Filler(Role.PREPOSITION, p.index) for p in inner if p.preposition))
        verb = Verb(lemma, (place,), place, None, Voice.PASSIVE if past else Voice.ACTIVE)
        members = tuple(sorted({place, *(i for p in inner for i in range(p.first, p.last + 1))}))
        parent = next((c.index for c in clauses if phrase.head in c.tokens), None)
        out.append(Clause(len(out), ClauseKind.PARTICIPIAL, members, verb, fillers, None, parent, Link.ATTRIBUTE, phrase.index))
        phrases[phrase.index] = replace(phrase, clause=len(out) - 1)
        for p in inner:
            phrases[p.index] = replace(phrases[p.index], clause=len(out) - 1)
    return phrases, out


def _participle(tokens: Sequence[Token], phrase: Phrase) -> int | None:
    for i in range(phrase.first, phrase.head):
        word = tokens[i]
        if word.tag == "ADJ(A)" and (word.lemma.endswith("end") or _looks_past(word)):
            return i
    return None


def _looks_past(word: Token) -> bool:
    base = word.lemma.lower()
    return (
        base.endswith(("t", "en"))
        and (base.startswith(("ge", "be", "ver", "er", "ent", "zer")) or "ge" in base[2:6])
        and len(base) > 5
    )


def _verb_lemma(word: Token, past: bool) -> str | None:
    """liefern for gelieferten; None where the form is no known verb's participle."""
    if not past:
        stem = word.lemma.removesuffix("d")
        return stem if stem.endswith("n") else None
    lemma = simplemma.lemmatize(word.lemma.lower(), "de")
    return lemma if lemma.endswith(("en", "ern", "eln")) and lemma != word.lemma.lower() else None


def _directly_before(found: Sequence[Phrase], inner: Phrase, outer: Phrase, place: int) -> bool:
    """Inside the outer phrase, or (where the determiner was left alone) right between it and the participle."""
    return (
        inner.preposition is not None
        and inner.last < place
        and inner.last >= outer.first - 1
        and outer.first - inner.first < 8
        and inner.last == outer.first - 1
    )
