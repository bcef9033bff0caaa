"""Appositions behind a comma: which phrase explains the one before it ("Paul Kern, Chef der Miliz, …")."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..clause import Case, Phrase
from ..tokens import Token
from ..wordlists import word_list
from .drafts import Draft

_ONE_OF: Final = frozenset({"einer", "eine", "eines"})  # X, einer der Gründer
_OFFICES: Final = tuple(sorted(word_list("de", "office_tails")))
_ATTACHING: Final = frozenset({"von", "für", "in", "bei"})  # prepositions that mostly hang on the noun before them


def with_appositions(tokens: Sequence[Token], found: Sequence[Phrase], drafts: Sequence[Draft]) -> list[Phrase]:
    """The phrases, those marked that explain one before them, and what is joined to them."""
    out = list(found)
    for phrase in found[1:]:
        base = _apposition_base(tokens, out, phrase, drafts)
        if base is not None:
            cases = phrase.cases & out[base].cases or phrase.cases if out[base].preposition is None else phrase.cases
            out[phrase.index] = replace(phrase, apposition_of=base, joined_to=None, cases=cases)
    for phrase in list(out):
        partner = out[phrase.joined_to] if phrase.joined_to is not None else None
        if partner is not None and partner.apposition_of is not None and tokens[phrase.first - 2].tag == "$,":
            out[phrase.index] = replace(phrase, joined_to=partner.apposition_of)
    return out


def _apposition_base(tokens: Sequence[Token], out: Sequence[Phrase], phrase: Phrase, drafts: Sequence[Draft]) -> int | None:
    """The phrase before a comma that this one, right behind the comma, explains; None where it does not."""
    opening, place = _opening(tokens, out, phrase)
    if place == 0:
        return None
    before, comma = out[place - 1], opening - 1
    one_of = phrase.pronoun in _ONE_OF and phrase.index + 1 < len(out) and out[phrase.index + 1].first == phrase.last + 1
    if phrase.preposition is not None or phrase.joined_to is not None or comma < 1:
        return None
    if phrase.pronoun is not None and not (one_of and Case.GENITIVE in out[phrase.index + 1].cases):
        return None
    bracket = tokens[comma - 1].text == ")" and before.apposition_of is not None  # die Behörde (IAEO), …
    behind = comma - 1 - bracket - _verbs_between(tokens, before, phrase, comma)
    if tokens[comma].tag != "$," or before.last != behind or before.pronoun is not None:
        return None
    before = out[before.apposition_of] if bracket and before.apposition_of is not None else before
    after = phrase.last + 1
    if after < len(tokens) and tokens[after].is_finite and not _waits(tokens, drafts, phrase):
        return None
    if not any(phrase.first in d.tokens and before.first in d.tokens for d in drafts):
        return None
    if _is_counted_out(tokens, before) and phrase.name != (phrase.first, phrase.last):
        return None
    before = _explained(out, before, phrase)
    if before.preposition is None and not before.cases & phrase.cases:
        return None
    return before.index if one_of or phrase.determiner in ("definite", "indefinite", "") else None


def _verbs_between(tokens: Sequence[Token], named: Phrase, phrase: Phrase, comma: int) -> int:
    """hat Paul Kern empfangen, den Chef der Miliz: how many words of the verb stand between a name and what explains it."""
    between = tokens[named.last + 1 : comma]
    explains = phrase.determiner in ("definite", "indefinite") and phrase.name is None
    alone = named.name == (named.first, named.last) and named.preposition is None
    return len(between) if explains and alone and all(t.is_verb for t in between) else 0


def _is_counted_out(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """darunter auch Peru, die Regierung …: what is counted out is explained by nothing behind the next comma but a name."""
    near = tokens[max(phrase.first - 2, 1) : phrase.first]
    return any(t.low in ("darunter", "davon") and tokens[t.index - 1].tag == "$," for t in near)


def _opening(tokens: Sequence[Token], out: Sequence[Phrase], phrase: Phrase) -> tuple[int, int]:
    """Where a phrase begins, and the first phrase in it: "der | für Bergen | zuständige Minister" begins with its article."""
    first, place = phrase.first, phrase.index
    if tokens[first].tag != "ADJ(A)" or phrase.determiner not in ("definite", "indefinite"):
        return first, place
    while place > 0 and out[place - 1].last == first - 1:
        first, place = out[place - 1].first, place - 1
    return (first - 1, place) if first > 0 and tokens[first - 1].tag == "ART" else (phrase.first, phrase.index)


def _explained(out: Sequence[Phrase], before: Phrase, phrase: Phrase) -> Phrase:
    """What an apposition explains: the nearest name, or, for a pure name, the noun at the head of what stands before
    the comma ("der Sprecher der Behörde von Mombasa, Juma Kilindo")."""
    is_name = phrase.name == (phrase.first, phrase.last)
    while True:
        if before.attribute_of is not None and before.attribute_of < before.index and (is_name or before.name is None):
            before = out[before.attribute_of]
        elif is_name and before.index > 0 and _hangs_on(out[before.index - 1], before):
            before = out[before.index - 1]
        elif is_name and before.apposition_of is not None and before.apposition_of < before.index:  # Anführer der X (Y), Z
            before = out[before.apposition_of]
        else:
            return before


def _hangs_on(noun: Phrase, behind: Phrase) -> bool:
    """Whether a prepositional phrase belongs to the noun before it: "der Leiter in Genf", "ein Anführer auf Seiten der X"."""
    if behind.preposition is None or noun.last != behind.first - 1 or noun.pronoun is not None:
        return False
    return behind.preposition in _ATTACHING or (_is_office(noun) and not _is_office(behind))


def _is_office(phrase: Phrase) -> bool:
    return phrase.name is None and phrase.lemma.lower().endswith(_OFFICES)


def _waits(tokens: Sequence[Token], drafts: Sequence[Draft], phrase: Phrase) -> bool:
    """Whether the clause began before the phrase's segment: then a verb behind the phrase is that clause's own."""
    draft = next((d for d in drafts if phrase.first in d.tokens), None)
    return draft is not None and min(draft.tokens) < phrase.first - 1
