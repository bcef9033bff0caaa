"""Tags that the fields of a clause prove wrong: one finite verb a clause, and where it stands."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..clause import Phrase
from ..tokens import Tagger, Token
from .segments import Segment, no_noun_follows

_RELATIVE_FORMS: Final = frozenset(["der", "die", "das", "den", "dem", "deren", "dessen", "denen"])
_CODE: Final = re.compile(r"[A-Z]{1,3}\d{1,3}")  # M23, G7
_COUNTS: Final = frozenset(
    {"dutzende", "hunderte", "tausende", "zehntausende", "hunderttausende", "dutzenden", "hunderten", "tausenden"}
)
_SUBORDINATORS: Final = frozenset({"sodass", "sodaß"})  # unknown to the tagger
_ALSO_SUBORDINATORS: Final = frozenset({"als", "während", "bis", "seit"})  # prepositions, too
_ACCUSATIVE: Final = frozenset({"den", "einen", "ihn", "keinen", "diesen", "seinen", "ihren"})
_BEFORE_OPENING: Final = frozenset(
    {
        "auch",
        "sogar",
        "selbst",
        "nur",
        "erst",
        "vor",
        "allem",
        "besonders",
        "insbesondere",
        "gerade",
        "vorausgesetzt",
        "zumindest",
    }
)
_PREFIXES: Final = frozenset(
    [
        "ab",
        "an",
        "auf",
        "aus",
        "bei",
        "durch",
        "ein",
        "fest",
        "mit",
        "nach",
        "statt",
        "um",
        "unter",
        "vor",
        "zu",
        "zurück",
        "über",
    ]
)
_QUOTES: Final = '“„”"»«'
_PASSIVE_PHRASES: Final = 2  # a subject and a dative
_ATTRIBUTE: Final = 10  # words between an article and its participle, at most
_SHORT: Final = 3  # letters; shorter last parts ("Al-Aksa" has none, "Ho-Chi") are parts of names
_NAME_WORDS: Final = 4  # longer quoted runs are sentences or slogans
_BEFORE_VERB: Final = frozenset({"NN", "NE", "NNA", "NNI", "FM", "ADV", "ADJ(D)", "PROAV", "PPER"})  # no attribute follows these
_FINITE_OF: Final = {"VA(INF)": "VA(FIN)", "VM(INF)": "VM(FIN)", "VV(INF)": "VV(FIN)"}


def first_word(tokens: Sequence[Token], segment: Segment) -> Token | None:
    """The first word that shows what kind of clause it is: marks, "und", "auch", "so" in front are passed over."""
    for place, i in enumerate(segment.tokens):
        token = tokens[i]
        more = place + 1 < len(segment.tokens)
        if token.tag.startswith("$") or (
            more and (token.tag == "KON" or _so_that(tokens, token) or token.low in _BEFORE_OPENING)
        ):
            if token.tag in ("APPR", "APPRART") and token.low != "vor":
                return token
            continue
        return token
    return None


def _so_that(tokens: Sequence[Token], token: Token) -> bool:
    return token.low in ("so", "ohne", "je") and token.index + 1 < len(tokens) and tokens[token.index + 1].tag == "KOUS"


def opens_verb_last(tokens: Sequence[Token], segment: Segment, guess: bool = True) -> bool:
    """Whether the segment begins a clause with its verb at the end: by subordinator, relative or question word; with
    `guess`, also by what the tagger calls an article, if the verb stands last."""
    first = first_word(tokens, segment)
    if first is None:
        return False
    if first.low in _RELATIVE_FORMS and _infinitive_only(tokens, segment):
        return False
    if first.tag in ("KOUS", "PRELS", "PRELAT"):
        return True
    if guess and first.low in _ALSO_SUBORDINATORS and first.tag in ("APPR", "KOKOM") and _finite_last(tokens, segment):
        return True
    place = first.index + 1
    following = tokens[place] if place < len(tokens) else None
    if first.tag in ("APPR", "APPRART") and following is not None:
        return following.tag in ("PRELS", "PRELAT") or (
            guess
            and following.low in _RELATIVE_FORMS
            and segment.opener == ","
            and _finite_last(tokens, segment)
            and following.tag == "PDS"
        )
    if guess and segment.opener == "," and first.low in _RELATIVE_FORMS and first.tag in ("ART", "PDS"):
        return _finite_last(tokens, segment) or _looks_relative(tokens, segment, first)
    if guess and first.low == "wie" and segment.opener == ",":
        return _verb_last(tokens, segment)  # wie die Zeitung berichtet: the tagger calls that a participle
    asks = first.tag in ("PWS", "PWAV", "PWAT") or (first.low == "wie" and segment.opener == ",")
    return asks and (_finite_last(tokens, segment) or (guess and _verb_last(tokens, segment)))


def _infinitive_only(tokens: Sequence[Token], segment: Segment) -> bool:
    """begann, der Ukraine … zu liefern: an infinitive with zu and no finite verb; what looks relative is an article."""
    tags = {tokens[i].tag for i in segment.tokens}
    return bool(tags & {"PTKZU", "VV(IZU)"}) and not any(tokens[i].is_finite for i in segment.tokens)


def _finite_last(tokens: Sequence[Token], segment: Segment) -> bool:
    verbs = [i for i in segment.tokens if tokens[i].is_finite]
    words = [i for i in segment.tokens if not tokens[i].tag.startswith("$")]
    return bool(verbs) and verbs[0] == words[-1] and len(words) > 1


def _looks_relative(tokens: Sequence[Token], segment: Segment, first: Token) -> bool:
    """Banken, die billige Kredite anbieten: an infinitive without "zu" that no modal before it governs is a finite verb."""
    before = tokens[: first.index]
    governed = any(t.tag == "VM(FIN)" or (t.is_finite and t.lemma in ("werden", "lassen")) for t in before)
    words = [i for i in segment.tokens if not tokens[i].tag.startswith("$")]
    infinitive = tokens[words[-1]].tag in _FINITE_OF and not governed and tokens[words[-2]].tag != "PTKZU"
    return _verb_last(tokens, segment) and (infinitive or no_noun_follows(tokens, first.index))


def _verb_last(tokens: Sequence[Token], segment: Segment) -> bool:
    """Whether a finite verb stands last, or a form that may be one and no other finite verb is there."""
    words = [i for i in segment.tokens if not tokens[i].tag.startswith("$")]
    may_be = tokens[words[-1]].tag in ("VV(PP)", *_FINITE_OF) and not any(tokens[i].is_finite for i in words)
    return len(words) > 2 and (may_be or _finite_last(tokens, segment))


def with_names(tokens: Sequence[Token], tagger: Tagger) -> tuple[Token, ...]:
    """Short quoted runs of nouns ("Golf 24") and codes (M23) tagged as the names that they are, and compounds with a
    common noun behind the hyphen (US-Präsident) as the nouns that they are."""
    behind_name = [i > 0 and tokens[i - 1].tag == "NE" for i in range(len(tokens))]  # Hussein Amir-Abdollahian is one name
    out = [t if behind_name[i] and t.tag == "NE" else _named(t, tagger) for i, t in enumerate(tokens)]
    opening: int | None = None
    for i, token in enumerate(tokens):
        if token.tag in ("VV(IMP)", "VA(IMP)") and not _commands(tokens, i):
            out[i] = _no_command(token, tagger)
        last = i + 1 == len(tokens) or tokens[i + 1].tag.startswith("$")
        if last and i and _is_lost_prefix(tokens, token):  # hat vor, gab bekannt
            out[i] = replace(token, tag="PTKVZ")
        if last and _is_lost_verb(tokens, token):
            out[i] = tagger.retagged(token, "VV(FIN)")
        if token.tag != "$(" or token.text not in _QUOTES:
            continue
        inside = range(opening + 1, i) if opening is not None else range(0)
        if 0 < len(inside) <= _NAME_WORDS and _looks_like_a_name([tokens[k] for k in inside]):
            for k in inside:
                out[k] = replace(out[k], tag="NE", lemma=out[k].text)
            opening = None
        else:
            opening = i
    return tuple(out)


def _is_lost_prefix(tokens: Sequence[Token], token: Token) -> bool:
    if token.low == "bekannt":
        return any(t.tag == "VV(FIN)" and t.lemma in ("geben", "machen") for t in tokens[: token.index])
    return token.tag in ("ADV", "APPR", "APPO", "KOUI") and token.low in _PREFIXES


def _is_lost_verb(tokens: Sequence[Token], token: Token) -> bool:
    """weil sie uns angriff: no noun without a capital; den sie 1990 anerkannte: no attribute without a noun."""
    attribute = token.tag == "ADJ(A)" and token.low.endswith(("te", "ten")) and token.index > 0
    if attribute and tokens[token.index - 1].tag in ("NN", "NE", "NNA", "ADV", "ADJ(D)", "PPER", "PTKNEG"):
        return True
    return token.tag == "NN" and token.text.islower()


def _commands(tokens: Sequence[Token], at: int) -> bool:
    """Whether an imperative can stand there: in first place, at a mark, or behind "bitte"."""
    before = tokens[at - 1] if at else None
    return before is None or before.tag.startswith("$") or before.low in ("bitte", "und", "oder")


def _no_command(token: Token, tagger: Tagger) -> Token:
    if token.text[0].isupper():
        return replace(token, tag="NE", lemma=token.text)
    return tagger.retagged(token, "VV(FIN)")


def _named(token: Token, tagger: Tagger) -> Token:
    if token.low in _SUBORDINATORS:
        return replace(token, tag="KOUS")
    if token.low in _COUNTS:
        return replace(token, tag="CARD")
    if _CODE.fullmatch(token.text):
        return replace(token, tag="NE", lemma=token.text)
    tail = token.text.rpartition("-")[2]
    compound = token.tag == "NE" and tail != token.text and len(tail) > _SHORT and tail[0].isupper()
    return replace(token, tag="NN", lemma=token.text) if compound and tagger.likeliest(tail) == "NN" else token


def _looks_like_a_name(words: Sequence[Token]) -> bool:
    return words[0].text[0].isupper() and all(
        t.is_noun or (t.tag in ("CARD", "ADJ(A)", "XY") and t.text[0].isupper() | t.text[0].isdigit()) for t in words
    )


def repaired(tokens: Sequence[Token], cut: Sequence[Segment], phrases: Sequence[Phrase], tagger: Tagger) -> tuple[Token, ...]:
    """The tokens with verb tags mended segment by segment; `phrases` are those of the tokens as they are."""
    out = list(tokens)
    verb_last = False
    for place, segment in enumerate(cut):
        words = [i for i in segment.tokens if not out[i].tag.startswith("$")]
        continues = (
            verb_last and segment.opener in ("und", "oder", "sondern", "aber") and not any(out[i].is_finite for i in words)
        )
        verb_last = opens_verb_last(out, segment, not _ends_waiting(out, cut, place)) or continues
        if verb_last:
            _mark_relative(out, segment)
            _mend_verb_last(out, words, tagger, _lends_verb(out, cut, place))
        elif words:
            _mark_article(out, segment)
            _mend_attribute(out, words, tagger)
            _mend_bracket(out, words, phrases, tagger)
            if place == 0 and not any(out[i].is_finite for i in words):
                _mend_first(out, words[-1], tagger)
    if not any(t.is_finite for t in out):
        _mend_verb_second(out, tagger)
    return tuple(out)


def _ends_waiting(out: Sequence[Token], cut: Sequence[Segment], place: int) -> bool:
    """dass sie aus den Folgen des Wandels, der Folge …, gelernt hat: the only verb that is left is that of the clause
    opened before, so that this segment goes on with it."""
    before = cut[place - 1] if place else None
    waits = before is not None and opens_verb_last(out, before) and not any(out[i].is_finite for i in before.tokens)
    return waits and not any(out[i].is_finite for later in cut[place + 1 :] for i in later.tokens)


def _mark_relative(out: list[Token], segment: Segment) -> None:
    first = first_word(out, segment)
    if first is not None and first.low == "wie" and first.tag == "KOKOM":
        out[first.index] = replace(first, tag="PWAV")
    if first is not None and first.low in _ALSO_SUBORDINATORS and first.tag in ("APPR", "KOKOM"):
        out[first.index] = replace(first, tag="KOUS")
    if first is not None and first.tag in ("APPR", "APPRART") and first.index + 1 < len(out):
        first = out[first.index + 1]
    if first is not None and first.low in _RELATIVE_FORMS and first.tag in ("ART", "PDS"):
        out[first.index] = replace(first, tag="PRELS")


def _mark_article(out: list[Token], segment: Segment) -> None:
    first = first_word(out, segment)
    if first is not None and first.tag == "PRELS" and first.low in _RELATIVE_FORMS and _infinitive_only(out, segment):
        out[first.index] = replace(first, tag="ART")


def _lends_verb(out: Sequence[Token], cut: Sequence[Segment], place: int) -> bool:
    """Whether the next segment is coordinated and has the finite verb that this one shares."""
    following = cut[place + 1] if place + 1 < len(cut) else None
    return (
        following is not None
        and following.opener in ("und", "oder", "sondern")
        and any(out[i].is_finite for i in following.tokens)
    )


def _mend_verb_last(out: list[Token], words: Sequence[int], tagger: Tagger, shared: bool) -> None:
    """dass … begonnen haben: the last verb is the finite one; a "finite" one right before it is not."""
    finite = [i for i in words if out[i].is_finite]
    last = words[-1]
    if not finite:
        _mend_lost(out, words, tagger, shared)
    for i in finite[:-1]:
        if finite[-1] == last and out[i].tag == "VV(FIN)" and i == words[-2]:
            governs_infinitive = out[last].tag == "VM(FIN)" or (out[last].lemma == "werden" and out[i].low.endswith("en"))
            out[i] = tagger.retagged(out[i], "VV(INF)" if governs_infinitive else "VV(PP)")


def _mend_lost(out: list[Token], words: Sequence[int], tagger: Tagger, shared: bool) -> None:
    """The last verb of a clause without a finite one is it; comparisons may follow ("so vorgehen wie bisher")."""
    verbs = [i for i in words if out[i].tag in ("VV(PP)", *_FINITE_OF)]
    last = verbs[-1] if verbs else words[-1]
    behind = words[words.index(last) + 1 :]
    if (behind and out[behind[0]].tag not in ("KOKOM", "APPR", "APPRART")) or (last > 0 and out[last - 1].tag == "PTKZU"):
        return
    if out[last].tag in _FINITE_OF:
        out[last] = tagger.retagged(out[last], _FINITE_OF[out[last].tag])
    elif (out[last].tag == "ADJ(A)" and out[last].low.endswith(("te", "ten"))) or (
        out[last].tag == "VV(PP)" and not shared and tagger.can_be(out[last].text, "VV(FIN)")
    ):  # anerkannte: no noun follows
        out[last] = tagger.retagged(out[last], "VV(FIN)")


def _mend_attribute(out: list[Token], words: Sequence[int], tagger: Tagger) -> None:
    """die in der Region entdeckte Menge: a "finite" form before a noun, behind an article left open, is an attribute."""
    finite = [i for i in words if out[i].is_finite]
    for i in finite if len(finite) > 1 else []:
        noun_next = i + 1 in words and out[i + 1].is_noun
        if out[i].tag != "VV(FIN)" or not out[i].low.endswith(("te", "ten", "ene", "enen")) or not noun_next:
            continue
        opened = any(
            out[k].tag in ("ART", "PDAT", "PPOSAT") and out[k + 1].tag in ("APPR", "APPRART", "ADV", "ADJ(D)", "CARD")
            for k in words
            if i - _ATTRIBUTE <= k < i
        )
        if opened:
            out[i] = tagger.retagged(out[i], "ADJ(A)")


def _mend_bracket(out: list[Token], words: Sequence[int], phrases: Sequence[Phrase], tagger: Tagger) -> None:
    """hat … bestätigt: a full verb at the end after an auxiliary in second place is its participle or infinitive."""
    finite = [i for i in words if out[i].is_finite]
    if finite and out[words[-1]].tag == "VV(PP)" and _wants_infinitive(out, words, finite[0], phrases, tagger):
        out[words[-1]] = tagger.retagged(out[words[-1]], "VV(INF)")
    if len(finite) == 2 and out[finite[0]].tag == "VM(FIN)" and out[finite[1]].tag == "VA(FIN)" and finite[1] == words[-1]:
        out[finite[1]] = tagger.retagged(out[finite[1]], "VA(INF)")  # soll … angegriffen haben
        return
    if len(finite) < 2 or out[finite[0]].tag == "VV(FIN)" or finite[-1] != words[-1] or out[finite[-1]].tag != "VV(FIN)":
        return
    if any(out[i].tag == "KON" for i in words if finite[0] < i < finite[-1]):
        return
    first, last = out[finite[0]], out[finite[-1]]
    infinitive = first.tag == "VM(FIN)" or (first.lemma == "werden" and last.low.endswith("en") and not last.low.startswith("ge"))
    out[finite[-1]] = tagger.retagged(last, "VV(INF)" if infinitive else "VV(PP)")


def _wants_infinitive(out: Sequence[Token], words: Sequence[int], finite: int, phrases: Sequence[Phrase], tagger: Tagger) -> bool:
    """wird den Iran überfallen, will die Stadt verlassen: what looks like a participle is the infinitive; with "werden" an
    accusative tells, or a third object, for a passive has none."""
    last = out[words[-1]]
    if not last.low.endswith("en") or tagger.lemma(last.text, "VV(INF)") != last.low:
        return False
    if out[finite].tag == "VM(FIN)":
        return True
    if out[finite].lemma != "werden" or out[finite].low.startswith(("wurde", "worden")):
        return False
    bare = [
        p for p in phrases
        if p.first in words and p.preposition is None and p.attribute_of is None and p.joined_to is None and not p.pronoun
    ]  # fmt: skip
    accusative = any(out[i].low in _ACCUSATIVE for i in words)
    return accusative or len(bare) > _PASSIVE_PHRASES or not tagger.can_be(last.text, "VV(PP)")


def _mend_first(out: list[Token], last: int, tagger: Tagger) -> None:
    """Die Zeitung berichtet, dass …; Lotsen und Schaffner streiken: what begins a sentence and ends in a verb form ends in a
    finite one."""
    if out[last].tag == "VV(PP)" and tagger.can_be(out[last].text, "VV(FIN)"):
        out[last] = tagger.retagged(out[last], "VV(FIN)")
    elif out[last].tag in ("VA(INF)", "VM(INF)"):  # Die USA haben, wie …, gesagt
        out[last] = tagger.retagged(out[last], _FINITE_OF[out[last].tag])
    elif out[last].tag == "VV(INF)" and out[last - 1].tag in ("NN", "NE", "NNA", "PPER") and _is_plural_start(out, last):
        out[last] = tagger.retagged(out[last], "VV(FIN)")


def _is_plural_start(out: Sequence[Token], verb: int) -> bool:
    before = [t for t in out[:verb] if not t.tag.startswith("$")]
    plural = any(t.low != t.lemma.lower() and t.low.endswith(("n", "e", "er")) for t in before if t.tag in ("NN", "NNA"))
    names = before[0].low == "die" and before[-1].tag == "NE" and before[-1].low.endswith(("n", "s"))  # die Malediven
    return plural or names or any(t.low in ("wir", "sie") or t.tag == "KON" for t in before)


def _mend_verb_second(out: list[Token], tagger: Tagger) -> None:
    """A sentence without any finite verb: a participle that is followed by more words may be one in second place."""
    words = [t for t in out if not t.tag.startswith("$")]
    for token in words[1:-1]:
        before = out[token.index - 1]
        attribute = token.tag == "ADJ(A)" and token.low.endswith(("te", "ten")) and before.tag in _BEFORE_VERB
        if (token.tag == "VV(PP)" or attribute) and tagger.can_be(token.text, "VV(FIN)"):
            out[token.index] = tagger.retagged(token, "VV(FIN)")
            return
