"""What phrases are to each other: lists, genitives before and behind, postpositions, names in brackets."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..clause import Case, Phrase
from ..tokens import Token
from ..wordlists import word_list
from .chunks import TAKES_GENITIVE, chunks, postposition

_OFFICES: Final = tuple(sorted(word_list("de", "office_tails")))
_FROM: Final = ("aus", "von")
_PAIRS: Final = {"als auch": "sowohl", "wie auch": "sowohl", "noch": "weder"}


def phrases(tokens: Sequence[Token]) -> tuple[Phrase, ...]:
    """All phrases of a sentence in order of their first token, with lists, genitives and appositions linked."""
    return tuple(_linked(tokens, chunks(tokens)))


def _linked(tokens: Sequence[Token], found: list[Phrase]) -> list[Phrase]:
    out: list[Phrase] = []
    for phrase in found:
        before = out[-1] if out else None
        out.append(_link_back(tokens, phrase, before, out) if before else phrase)
    for i, phrase in enumerate(out[:-1]):
        if _genitive_in_front(tokens, phrase, out[i + 1]):
            out[i] = replace(phrase, attribute_of=out[i + 1].index, cases=frozenset({Case.GENITIVE}))
            if phrase.joined_to is not None and not _is_bare_genitive(tokens, out[phrase.joined_to]):
                out[i] = replace(out[i], joined_to=None)  # Koch und Perus Präsident: the president is joined
                out[i + 1] = replace(out[i + 1], joined_to=phrase.joined_to)
            if phrase.preposition is not None:  # gegen Perus Präsidenten: the preposition governs what the genitive is of
                governed = out[i + 1].cases - {Case.NOMINATIVE} or out[i + 1].cases
                out[i] = replace(out[i], preposition=None)
                out[i + 1] = replace(out[i + 1], preposition=phrase.preposition, cases=governed)
    _govern_backwards(tokens, out)
    return out


def _govern_backwards(tokens: Sequence[Token], out: list[Phrase]) -> None:
    """einem Bericht der Zeitung zufolge, Angaben aus Oslo zufolge: the postposition governs what the genitive before it,
    or what stands with a preposition, hangs on."""
    for phrase in out:
        after = next((i for i in range(phrase.last + 1, len(tokens)) if tokens[i].tag != "$("), None)
        before = out[phrase.index - 1] if phrase.index and phrase.preposition in _FROM else None
        hangs = before.index if before is not None and before.last == phrase.first - 1 and before.pronoun is None else None
        head = phrase.attribute_of if phrase.attribute_of is not None else hangs
        if head is None or after is None or postposition(tokens, after) is None:
            continue
        base = out[head]
        while base.attribute_of is not None:
            base = out[base.attribute_of]
        if base.index < phrase.index and base.preposition is None:
            out[base.index] = replace(base, preposition=postposition(tokens, after))


def _link_back(tokens: Sequence[Token], phrase: Phrase, before: Phrase, out: list[Phrase]) -> Phrase:
    gap = [tokens[i] for i in range(before.last + 1, phrase.first)]
    if not gap and _is_bare_name(tokens, phrase) and (base := _titled_base(tokens, out)) is not None:
        return replace(phrase, apposition_of=base.index)
    names_only = before.name is not None and before.name[1] == before.last  # a name takes no genitive
    genitive = phrase.preposition is None and Case.GENITIVE in phrase.cases and not names_only
    if not gap and genitive and before.pronoun in TAKES_GENITIVE and phrase.pronoun is None:
        if phrase.cases == {Case.GENITIVE} or _looks_genitive(tokens, phrase):
            return replace(phrase, attribute_of=before.index, cases=frozenset({Case.GENITIVE}))
        return phrase
    if gap and gap[-1].text == "(" and phrase.preposition is None:
        return replace(phrase, apposition_of=before.index)
    joins = len(gap) == 1 and (gap[0].low in ("und", "oder", "sowie", "bzw.") or (gap[0].tag == "KON" and gap[0].low != "aber"))
    joins = joins or _is_paired(tokens, gap)
    joins = joins or (len(gap) == 2 and (gap[0].tag == "$," or gap[0].text in ')”“"»«') and gap[1].low in ("und", "sowie"))
    if joins and phrase.pronoun != "da":
        partner = _partner(phrase, out)
        if partner is not None:
            return replace(phrase, joined_to=partner.index)
    return phrase


def _is_paired(tokens: Sequence[Token], gap: Sequence[Token]) -> bool:
    """sowohl A als auch B, weder A noch B: a conjunction of two parts, the first of which stands before."""
    words = [t.low for t in gap if t.tag != "$,"]
    first = _PAIRS.get(" ".join(words))
    return first is not None and any(t.low == first for t in tokens[: gap[0].index])


def _looks_genitive(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Without determiner: a noun in -s, or an adjective in -er before a noun (das Vermögen russischer Politiker)."""
    first = tokens[phrase.first]
    adjective = first.tag == "ADJ(A)" and first.low.endswith("er") and phrase.head > phrase.first
    return phrase.determiner == "" and (adjective or tokens[phrase.head].low.endswith("s"))


def _is_bare_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return phrase.preposition is None and phrase.name == (phrase.first, phrase.last) and not tokens[phrase.last].low.endswith("s")


def _titled_base(tokens: Sequence[Token], out: Sequence[Phrase]) -> Phrase | None:
    """The noun with a genitive that a name follows at once: "der Präsident der Ukraine Wolodymyr …"."""
    last = out[-1]
    base = out[last.attribute_of] if last.attribute_of is not None and last.attribute_of < last.index else None
    if base is None and last.preposition == "für" and last.index > 0:  # die Ministerin für Justiz Anna Koch
        base = out[last.index - 1]
    while base is not None and base.attribute_of is not None and not _is_office(tokens, base):
        base = out[base.attribute_of]
    return base if base is not None and base.name is None and base.pronoun is None else None


def _is_office(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.head].low.endswith(_OFFICES)


def _partner(phrase: Phrase, out: list[Phrase]) -> Phrase | None:
    """What a phrase after "und" is coordinated with: the nearest with the same preposition, or sharing a case."""
    for other in reversed(out[-4:]):
        if phrase.preposition is not None and other.preposition != phrase.preposition:
            continue
        if phrase.preposition is None and other.preposition is None and not phrase.cases & other.cases:
            continue
        if other.preposition is not None and phrase.preposition is None and not phrase.cases & (other.cases - {Case.NOMINATIVE}):
            continue  # die Gewalt nach der Wahl und die Festnahmen, die Ministerin für Justiz und der Innenminister
        if other.pronoun in ("da", "sich") or (other.apposition_of is not None and other.attribute_of is None):
            continue
        return other
    return None


def _is_bare_genitive(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Perus und Kubas Präsident: the first of two genitives of one noun."""
    return phrase.determiner == "" and tokens[phrase.last].tag == "NE" and tokens[phrase.last].low.endswith(("s", "'", "’"))


def _genitive_in_front(tokens: Sequence[Token], phrase: Phrase, following: Phrase) -> bool:
    """Russlands Präsident: a name in -s without determiner right before a noun without determiner."""
    head = tokens[phrase.last]
    return (
        following.first == phrase.last + 1
        and phrase.determiner == following.determiner == ""
        and not tokens[following.head].whole  # dass Hamas Israel angriff
        and following.preposition is None
        and phrase.pronoun is None
        and head.tag == "NE"
        and head.low.endswith(("s", "'", "’"))
        and not head.text.isupper()
    )


def list_commas(tokens: Sequence[Token], found: Sequence[Phrase]) -> dict[int, tuple[int, int]]:
    """Commas inside lists ("A, B und C"): token index → (phrase before, phrase after)."""
    commas: dict[int, tuple[int, int]] = {}
    for phrase in reversed(found):
        partner = found[phrase.joined_to] if phrase.joined_to is not None else None
        owned = phrase.index > 0 and found[phrase.index - 1].attribute_of == phrase.index  # und Perus Präsident
        adjacent = partner is not None and partner.index == phrase.index - 1 - owned
        if partner is not None and adjacent and tokens[partner.last + 1].tag != "$,":  # German has no comma before "und"
            _walk_list(tokens, found, partner, commas)
    return commas


def _opens_relative(tokens: Sequence[Token], found: Sequence[Phrase], first: Phrase) -> bool:
    """Fragen, die Einwanderer und Minderheiten betreffen, werden: a verb stands last, and that of the sentence follows."""
    after = next((p.last for p in reversed(found) if p.joined_to == first.index), first.last) + 1
    verbs = [t.is_finite for t in tokens[after : after + 3]]
    return first.determiner == "definite" and verbs == [True, False, True] and tokens[after + 1].tag == "$,"


def _verb_is_second(tokens: Sequence[Token], end: int) -> bool:
    """Peru, die EU und die USA kritisieren Putin: the verb behind the list does not end its clause, as a relative one would."""
    behind = tokens[end + 1 : end + 3]
    return len(behind) == 2 and behind[0].is_finite and not behind[1].is_finite and not behind[1].tag.startswith("$")


def _walk_list(tokens: Sequence[Token], found: Sequence[Phrase], last: Phrase, commas: dict[int, tuple[int, int]]) -> None:
    """From the last but one member of a list leftwards over its commas."""
    end = next((p.last for p in reversed(found) if p.joined_to == last.index), last.last)
    while last.index > 0:
        before = found[last.index - 1]
        gap = [i for i in range(before.last + 1, last.first)]
        alike = last.preposition in (None, before.preposition) and before.pronoun is None and last.pronoun is None
        unlike = last.determiner in ("definite", "indefinite") and before.determiner == ""
        unlike = unlike and not (before.name is not None and _verb_is_second(tokens, end))
        if len(gap) != 1 or tokens[gap[0]].tag != "$," or not alike or unlike or _opens_relative(tokens, found, last):
            return
        commas[gap[0]] = (before.index, last.index)
        last = before
