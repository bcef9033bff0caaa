"""A sentence cut where clauses can begin or end: at commas, colons, dashes, brackets, and at "und" between predicates."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from ..clause import Phrase
from ..tokens import Token
from .phrases import list_commas

_DATELINE = 9  # tokens of a dateline at most, with its dash: two places, a comma, an agency in brackets
_COORDINATORS = frozenset({"und", "oder", "aber", "sondern", "doch", "denn", "sowie", "jedoch", "beziehungsweise"})
_PARTICLES = frozenset({"aber", "jedoch", "doch", "denn"})
_RELATIVE_FORMS = frozenset({"der", "die", "das", "den", "dem"})
_NOMINAL = frozenset({"NN", "NE", "NNA", "ADJ(A)", "CARD"})
_ATTRIBUTE = 12  # words that an attribute in front of its noun may have
_PARTICIPLE_ENDS = ("ten", "te", "ter", "tes", "enen", "ene", "ende", "enden", "ernde", "ernden", "elnde", "elnden")
_NO_NOUN_NEXT = frozenset({"APPR", "APPRART", "PPER", "ART", "PRF", "PIS", "VA(FIN)", "VM(FIN)"})
_OPENED_WITHIN = 3  # words in front of a subordinator, at most, and it
_OPENING = frozenset({"KOUS", "PRELS", "PRELAT"})
_NONFINITE = frozenset({"VV(PP)", "VA(PP)", "VM(PP)", "VV(INF)", "VA(INF)", "VM(INF)", "VV(IZU)"})


@dataclass(frozen=True, slots=True)
class Segment:
    """Tokens without their closing mark. `opener` is the mark or conjunction in front; `shares`: the finite verb of
    the segment before holds for this one as well ("hat A verurteilt und B gefordert")."""

    tokens: tuple[int, ...]
    opener: str
    quoted: bool = False
    bracketed: bool = False
    shares: bool = False


def segments(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> tuple[Segment, ...]:
    """The segments of a sentence in order; list commas and coordinated phrases do not cut."""
    within_lists = list_commas(tokens, phrases)
    joined = _joining_conjunctions(phrases)
    cut: list[Segment] = []
    current: list[int] = []
    opener, quoted, bracketed = "", False, False
    skipped, inside = _dateline(tokens), _quotation_depth(tokens)

    def close(mark: str) -> None:
        nonlocal opener
        if current:
            cut.append(Segment(tuple(current), opener, _quoted(tokens, current, inside), bracketed))
            current.clear()
        opener = mark

    for i, token in enumerate(tokens):
        if i < skipped:
            continue
        if token.tag == "$(" and token.text in '“„”"»«':
            quoted = not quoted
            current.append(i)
        elif token.text in "([":
            close("(")
            bracketed = True
        elif token.text in ")]":
            close(")")
            bracketed = False
        elif (token.tag in ("$,", "$.") and i not in within_lists) or _is_dash(token):
            close(token.text)
        else:
            current.append(i)
    close("")
    whole = (part for segment in cut for part in _split_uncommaed(tokens, segment))
    return tuple(part for segment in whole for part in _split_coordinated(tokens, segment, joined))


def _split_uncommaed(tokens: Sequence[Token], segment: Segment) -> list[Segment]:
    """Where a comma was forgotten: a subordinator or relative pronoun between two finite verbs begins a clause, and two
    finite verbs side by side end one ("wenn er kommt freut sie sich")."""
    members = segment.tokens
    opened = any(tokens[k].tag in _OPENING or tokens[k].text == "Wie" for k in members[:_OPENED_WITHIN])  # und auch wenn …
    finite = [place for place, k in enumerate(members) if tokens[k].is_finite]
    for place, i in enumerate(members[1:], 1):
        if not (finite and finite[-1] >= place) and not _ends_verbal(tokens, members):
            break
        asks = tokens[i].tag in ("PWS", "PWAV") and tokens[members[-1]].is_finite  # weiß was er macht
        opens = asks or tokens[i].tag in _OPENING or _is_bare_relative(tokens, i, members[0])
        opens = opens and bool(finite) and finite[0] < place
        opens = opens and tokens[i - 1].tag not in ("KON", "APPR", "APPRART", *_OPENING)
        ends = tokens[i].is_finite and tokens[i - 1].is_finite and i - 1 in members and opened
        if opens or ends:
            first = Segment(members[:place], segment.opener, segment.quoted, segment.bracketed)
            rest = Segment(members[place:], ",", segment.quoted, segment.bracketed)
            return [first, *_split_uncommaed(tokens, rest)]
    return [segment]


def _is_bare_relative(tokens: Sequence[Token], at: int, first: int) -> bool:
    """Schafe die das Vertrauen …: right behind a noun, an "article" that no noun can follow is a relative pronoun."""
    if tokens[at].low not in _RELATIVE_FORMS or at + 1 >= len(tokens) or at - 1 < first:
        return False
    return tokens[at - 1].is_noun and no_noun_follows(tokens, at)


def no_noun_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words behind an "article" show that it has no noun: it is a pronoun."""
    following = [t.tag for t in tokens[at + 1 : at + 4]]
    if attribute_end(tokens, at) is not None:
        return False
    adverb = following[:1] in (["ADV"], ["ADJ(D)"]) and not any(t in _NOMINAL for t in following[1:])
    return bool(following) and (adverb or following[0] in _NO_NOUN_NEXT)


def attribute_end(tokens: Sequence[Token], at: int) -> int | None:
    """der zum Jahresende geplanten Union: the noun behind an attribute, if the article at `at` has one before any verb."""
    for before, token in pairwise(tokens[at + 1 : at + 1 + _ATTRIBUTE]):
        if token.is_finite or token.tag.startswith("$"):
            return None
        if before.tag == "ADJ(A)" and token.is_noun:
            described = takewhile(lambda t: t.tag == "ADJ(A)", reversed(tokens[at + 1 : token.index]))
            if any(t.low.endswith(_PARTICIPLE_ENDS) for t in described):  # der am Krieg beteiligten deutschen Truppen
                return token.index
    return None


def _dateline(tokens: Sequence[Token]) -> int:
    """How many tokens in front are a dateline, which belongs to no clause: "Helsinki (bna) – …", "Wien/Sankt Pölten – …"."""
    end = next((i for i, t in enumerate(tokens[:_DATELINE]) if _is_dash(t)), None)
    if end is None or end + 1 >= len(tokens):
        return _undashed(tokens)
    if tokens[end - 1].text == ")":
        opening = next((i for i, t in enumerate(tokens[:end]) if t.text == "("), end)
        return 0 if any(t.is_finite for t in tokens[:opening]) else end + 1
    places = [t for t in tokens[:end] if t.text not in ("/", ",", ".")]
    named = bool(places) and all(t.is_noun and t.text[0].isupper() for t in places)
    found = named and _begins(tokens, end + 1) and not _goes_on_behind_dash(tokens, end + 1)
    return end + 1 if found else _undashed(tokens)


def _undashed(tokens: Sequence[Token]) -> int:
    """The same where the dash was left out or stuck to the place: "Kiew (AFP) Die …", "Oslo- Der …"."""
    if len(tokens) > 1 and tokens[0].text.endswith("-") and _begins(tokens, 1):
        return 1
    closing = next((i for i, t in enumerate(tokens[:_DATELINE]) if t.text == ")"), None)
    if closing is None or closing + 1 >= len(tokens) or tokens[closing + 1].is_noun or not _begins(tokens, closing + 1):
        return 0
    return closing + 1 if all(t.is_noun or t.text in "/(," for t in tokens[:closing]) else 0


def _begins(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is written as the first one of a sentence."""
    return tokens[at].text[0].isupper() or tokens[at].text[0].isdigit() or tokens[at].text in '"„»“'


def _goes_on_behind_dash(tokens: Sequence[Token], at: int) -> bool:
    """Moskau – Hauptstadt Russlands – fordert: what stands between two dashes is put in."""
    dash = next((i for i in range(at, len(tokens) - 1) if _is_dash(tokens[i])), None)
    return dash is not None and tokens[dash + 1].is_finite and not any(t.is_finite for t in tokens[at:dash])


def _is_dash(token: Token) -> bool:
    return token.text in ("–", "—", "-", "|")


def _quoted(tokens: Sequence[Token], members: list[int], inside: Sequence[bool]) -> bool:
    """Whether the segment lies inside quotation marks: more than half of its words stand between them."""
    words = [i for i in members if not tokens[i].tag.startswith("$")]
    return bool(words) and 2 * sum(inside[i] for i in words) > len(words)


def _quotation_depth(tokens: Sequence[Token]) -> list[bool]:
    inside, states = False, []
    for token in tokens:
        if token.text in ("„", "»") or token.text in ("“", "”", '"', "«"):
            inside = token.text in ("„", "»") or not inside
        states.append(inside)
    return states


def _joining_conjunctions(phrases: Sequence[Phrase]) -> frozenset[int]:
    """Token indices of conjunctions that join two phrases right beside them, so that they join no clauses."""
    out = set()
    for phrase in phrases:
        if phrase.joined_to is not None:
            out.add(phrase.first - 1)
    return frozenset(out)


def _split_coordinated(tokens: Sequence[Token], segment: Segment, joined: frozenset[int]) -> list[Segment]:
    members = segment.tokens
    for place, i in enumerate(members):
        if place == 0 or place == len(members) - 1 or tokens[i].low not in _COORDINATORS or tokens[i].tag not in ("KON", "ADV"):
            continue
        left, right = members[:place], members[place + 1 :]
        shares = _predicates(tokens, left, right, i in joined)
        if shares and tokens[i].low in _PARTICLES:  # bleiben jedoch inhaftiert: a word within the clause
            continue
        if shares is not None:
            first = Segment(left, segment.opener, segment.quoted, segment.bracketed)
            rest = Segment(right, tokens[i].low, segment.quoted, segment.bracketed, shares)
            return [first, *_split_coordinated(tokens, rest, joined)]
    return [segment]


def _predicates(tokens: Sequence[Token], left: Sequence[int], right: Sequence[int], joins_phrases: bool) -> bool | None:
    """Whether both sides hold a predicate: False for two of their own, True for a shared finite verb, None for none."""
    finite_left = any(tokens[i].is_finite for i in left)
    finite_right = any(tokens[i].is_finite for i in right)
    if finite_left and finite_right:
        if joins_phrases and not _ends_verbal(tokens, left) and not tokens[right[0]].is_finite:
            return None if not _verb_second(tokens, right) else False
        return False
    ends_left, ends_right = _ends_verbal(tokens, left), _ends_verbal(tokens, right)
    if ends_left and ends_right and (finite_left or finite_right):
        return True
    return True if ends_left and ends_right and not joins_phrases else None


def _verb_second(tokens: Sequence[Token], members: Sequence[int]) -> bool:
    """Whether the finite verb stands early: then the words before it are its own fore-field."""
    finite = next(place for place, i in enumerate(members) if tokens[i].is_finite)
    return finite < len(members) - 1


def _ends_verbal(tokens: Sequence[Token], members: Sequence[int]) -> bool:
    last = next((i for i in reversed(members) if not tokens[i].tag.startswith("$")), None)
    return last is not None and (tokens[last].tag in _NONFINITE or tokens[last].is_finite)
