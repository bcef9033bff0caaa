"""The noun that a relative clause hangs on: the nearest phrase before it whose gender and number fit the pronoun.

Gender has no lexicon here: determiners, contracted prepositions, strong adjectives and suffixes show it for most nouns;
what they leave open fits every pronoun.
"""

from collections.abc import Sequence
from typing import Final

from ..clause import Case, Phrase
from ..tokens import Token
from .roles import is_plural_verb
from .segments import Segment

_ALL: Final = frozenset("mfn")
_NOT_FEMININE: Final = frozenset("mn")
_BY_PRONOUN: Final = {
    "das": frozenset("n"), "den": frozenset("m"), "dem": _NOT_FEMININE, "dessen": _NOT_FEMININE, "was": frozenset("n"),
    "die": frozenset("f"), "deren": frozenset("f"), "derer": frozenset("f"), "denen": frozenset(), "der": frozenset("m"),
    "welcher": frozenset("m"), "welche": frozenset("f"), "welches": frozenset("n"), "welchen": frozenset("m"),
    "welchem": _NOT_FEMININE,
}  # fmt: skip
_OR_PLURAL: Final = frozenset({"die", "deren", "derer", "denen", "welche", "welchen"})
_BY_DETERMINER: Final = {
    "die": frozenset("f"), "das": frozenset("n"), "dem": _NOT_FEMININE, "des": _NOT_FEMININE, "den": frozenset("m"),
    "zur": frozenset("f"), "ins": frozenset("n"), "ans": frozenset("n"), "aufs": frozenset("n"), "fürs": frozenset("n"),
    "im": _NOT_FEMININE, "am": _NOT_FEMININE, "zum": _NOT_FEMININE, "vom": _NOT_FEMININE, "beim": _NOT_FEMININE,
}  # fmt: skip
_BY_ENDING: Final = {"e": frozenset("f"), "en": frozenset("m"), "em": _NOT_FEMININE, "es": _NOT_FEMININE}
_FEMININE: Final = ("ung", "heit", "keit", "schaft", "ion", "tät", "ei", "enz", "anz", "ik", "erin", "ie", "ur")
_NEUTER: Final = ("chen", "lein", "ment", "um")
_MASCULINE: Final = ("ismus", "ling", "tor", "ist", "eur")
_INDEFINITE: Final = frozenset({"alles", "nichts", "etwas", "vieles", "einiges", "manches", "weniges", "das", "dem", "dasjenige"})
_SOME: Final = frozenset({"viele", "einige", "manche", "alle", "wenige", "mehrere", "jene", "die", "beide"})
_WHERE: Final = frozenset({"in", "aus", "nach", "bei"})
_NEAR: Final = 4  # words between "alles" and the comma before "was", at most
_REACH: Final = 6  # phrases; no antecedent stands further away


def antecedent(tokens: Sequence[Token], phrases: Sequence[Phrase], segment: Segment) -> int | None:
    """The phrase that the relative clause in `segment` hangs on, the first of a list that it sums up; None where nothing
    stands before it."""
    if is_nominal_what(tokens, segment):
        return _indefinite(tokens, phrases, segment.tokens[0])
    before = [p for p in phrases if p.last < segment.tokens[0] and _can_be_meant(tokens, p)]
    place = next((i for i in segment.tokens if tokens[i].low in _BY_PRONOUN), None)
    if not before or place is None:
        return before[-1].index if before else None
    genders, plural = _sought(tokens, phrases, segment, place)
    rare = genders if tokens[place].low != "der" else frozenset("f")  # a feminine dative: "der sie helfen"
    for wanted in (genders, rare):
        for phrase in reversed(before[-_REACH:]):
            if plural is not False and _is_listed(phrases, phrase):
                return _list_head(phrases, phrase).index
            base = phrases[phrase.attribute_of] if phrase.attribute_of is not None else None
            other = base is not None and not _fits(tokens, base, wanted, plural)  # die Rede Kosulins, der …
            if _fits(tokens, phrase, wanted, plural) and (other or not _is_elsewhere(tokens, phrase, wanted)):
                return phrase.index
    return before[-1].index


def _can_be_meant(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """A pronoun only right in front of the comma and without preposition ("Viele von ihnen, die …" means the many);
    nothing that stands in brackets."""
    if phrase.pronoun is not None:
        after = tokens[phrase.last + 1 : phrase.last + 4]
        of_many = phrase.pronoun in _SOME and [t.low for t in after[:1]] == ["von"] and after[-1].tag == "$,"
        near = bool(after) and (after[0].tag == "$," or of_many)
        return near and phrase.preposition is None and phrase.pronoun not in ("da", "sich", "es")
    return not any(t.text == ")" for t in tokens[phrase.last + 1 : phrase.last + 2])


def _is_listed(phrases: Sequence[Phrase], phrase: Phrase) -> bool:
    return phrase.joined_to is not None or any(p.joined_to == phrase.index for p in phrases)


def _list_head(phrases: Sequence[Phrase], phrase: Phrase) -> Phrase:
    while phrase.joined_to is not None:
        phrase = phrases[phrase.joined_to]
    return phrase


def is_nominal_what(tokens: Sequence[Token], segment: Segment) -> bool:
    """alles, was …; das Beste, was …; alles erreicht, was …: "was" hangs on a word shortly before its comma."""
    first = segment.tokens[0]
    if tokens[first].low != "was" or first < 2 or tokens[first - 1].tag != "$,":
        return False
    before = tokens[first - 2]
    superlative = before.low.endswith("ste") and before.tag.startswith(("NN", "ADJ"))
    return superlative or any(t.low in _INDEFINITE for t in tokens[max(first - 1 - _NEAR, 0) : first - 1])


def _indefinite(tokens: Sequence[Token], phrases: Sequence[Phrase], first: int) -> int | None:
    """The phrase of the word that "was" hangs on, else the last one before the comma."""
    near = [p for p in phrases if first - 1 - _NEAR <= p.last < first]
    meant = next((p for p in near if tokens[p.head].low in _INDEFINITE), near[-1] if near else None)
    return meant.index if meant is not None else None


def _sought(
    tokens: Sequence[Token], phrases: Sequence[Phrase], segment: Segment, place: int
) -> tuple[frozenset[str], bool | None]:
    """The genders that the pronoun allows in the singular, and whether it is plural (None: either)."""
    form = tokens[place].low
    governed = place > 0 and tokens[place - 1].tag in ("APPR", "APPRART")
    genders = frozenset("f") if form in ("der", "welcher") and governed else _BY_PRONOUN[form]
    if form not in _OR_PLURAL:
        return genders, False
    finite = next((tokens[i] for i in reversed(segment.tokens) if tokens[i].is_finite), None)
    if form == "denen":
        return genders, True
    if finite is None or governed or form not in ("die", "welche") or _has_other_subject(tokens, phrases, segment, place, finite):
        return genders, None
    return genders, is_plural_verb(finite)


def _has_other_subject(tokens: Sequence[Token], phrases: Sequence[Phrase], segment: Segment, place: int, finite: Token) -> bool:
    """Whether a phrase of the relative clause can only be its subject, or is a name that may be; else the pronoun is."""
    inside = [p for p in phrases if place < p.first <= segment.tokens[-1] and p.preposition is None and p.attribute_of is None]
    name = not is_plural_verb(finite) and any(tokens[p.head].tag == "NE" and Case.NOMINATIVE in p.cases for p in inside)
    return name or any(p.cases == {Case.NOMINATIVE} for p in inside)


def _fits(tokens: Sequence[Token], phrase: Phrase, genders: frozenset[str], plural: bool | None) -> bool:
    if plural is not False and phrase.plural is not False:
        return True
    return plural is not True and phrase.plural is not True and bool(_genders(tokens, phrase) & genders)


def _is_elsewhere(tokens: Sequence[Token], phrase: Phrase, genders: frozenset[str]) -> bool:
    """aus Sofia, der …; die Bevölkerung Okinawas, die …: a bare name of a place is neuter."""
    bare = phrase.determiner == "" and tokens[phrase.head].tag == "NE" and phrase.last == phrase.head
    return bare and (phrase.preposition in _WHERE or phrase.attribute_of is not None) and "n" not in genders


def _genders(tokens: Sequence[Token], phrase: Phrase) -> frozenset[str]:
    """The genders a singular noun can have by its determiner, its adjective and its suffix."""
    words = [tokens[i] for i in range(phrase.first, phrase.head)]
    noun = tokens[phrase.head].lemma.lower()
    shown = _by_suffix(noun) if tokens[phrase.head].tag != "NE" else _ALL
    determiner = next((w for w in words if w.tag in ("ART", "APPRART", "PDAT", "PPOSAT", "PIAT")), None)
    if determiner is None:
        return shown
    low = determiner.low
    if low == "der":
        found = frozenset("m") if Case.NOMINATIVE in phrase.cases and Case.DATIVE not in phrase.cases else frozenset("mf")
        found = frozenset("f") if Case.NOMINATIVE not in phrase.cases else found
    elif low in _BY_DETERMINER:
        found = _BY_DETERMINER[low]
    elif low.endswith("er"):
        found = frozenset("mf")
    else:
        found = next((g for end, g in _BY_ENDING.items() if low.endswith(end)), _NOT_FEMININE)
    return found & shown or found


def _by_suffix(noun: str) -> frozenset[str]:
    if noun.endswith(_FEMININE):
        return frozenset("f")
    if noun.endswith(_NEUTER):
        return frozenset("n")
    return frozenset("m") if noun.endswith(_MASCULINE) else _ALL
