"""Tags that the fields of a clause prove wrong: one finite verb a clause, and where it stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..clause import Phrase
from ..tokens import Tagger, Token
from .openings import ALSO_SUBORDINATORS, FINITE_OF, RELATIVE_FORMS, first_word, infinitive_only, is_article, opens_verb_last
from .segments import Segment

_ACCUSATIVE: Final = frozenset({"den", "einen", "ihn", "keinen", "diesen", "seinen", "ihren"})
_PASSIVE_PHRASES: Final = 2  # a subject and a dative
_ATTRIBUTE: Final = 10  # words between an article and its participle, at most
_AUXILIARIES: Final = frozenset({"worden", "haben", "sein"})
_BEFORE_VERB: Final = frozenset(
    {"NN", "NE", "NNA", "NNI", "FM", "ADV", "ADJ(D)", "PROAV", "PPER", "CARD"}
)  # no attribute follows these


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
        elif words and _is_inserted(out, cut, place, words):
            _mend_inserted(out, words[-1], tagger)
        elif words and _is_done_by(out, words, place):
            _mend_inserted(out, words[0], tagger)
        elif words:
            _mark_article(out, segment)
            _mend_attribute(out, words, tagger)
            _mend_bracket(out, words, phrases, tagger)
            if place == 0 and not any(out[i].is_finite for i in words):
                _mend_first(out, words[-1], tagger)
                if not _verb_follows(out, cut, place):
                    _mend_verb_second([out[i] for i in words], out, tagger)
    if not any(t.is_finite for t in out):
        _mend_verb_second([t for t in out if not t.tag.startswith("$")], out, tagger)
    return tuple(out)


def _ends_waiting(out: Sequence[Token], cut: Sequence[Segment], place: int) -> bool:
    """dass sie aus den Folgen des Wandels, der Folge …, gelernt hat: the only verb that is left is that of the clause
    opened before, so that this segment goes on with it."""
    before = cut[place - 1] if place else None
    waits = before is not None and opens_verb_last(out, before) and not any(out[i].is_finite for i in before.tokens)
    return waits and not any(out[i].is_finite for later in cut[place + 1 :] for i in later.tokens)


def _is_inserted(out: Sequence[Token], cut: Sequence[Segment], place: int, words: Sequence[int]) -> bool:
    """Der Hafen, von Rebellen besetzt, brannte: between commas, in front of the verb that the clause still waits for."""
    after = first_word(out, cut[place + 1]) if place and place + 1 < len(cut) else None
    waits = after is not None and after.is_finite and not any(out[i].is_finite for i in cut[place - 1].tokens)
    between = waits and cut[place].opener == cut[place + 1].opener == ","
    return between and out[words[0]].tag in ("APPR", "APPRART") and not any(out[i].is_finite for i in words[:-1])


def _is_done_by(out: Sequence[Token], words: Sequence[int], place: int) -> bool:
    """Oslo begann, unterstützt von Peru, …; Unterstützt von Peru begann Oslo …: with its agent behind it and another finite verb
    in the sentence, the first word is a participle."""
    after = out[words[1]] if len(words) > 2 else None
    agent = after is not None and after.tag in ("APPR", "APPRART") and after.low in ("von", "vom", "durch")
    agent = agent and out[words[0]].tag == "VV(FIN)"
    others = [t for t in out if t.is_finite and t.index != words[0]]
    return agent and bool(others) and (place > 0 or others[0].index in words)


def _mend_inserted(out: list[Token], last: int, tagger: Tagger) -> None:
    if out[last].tag == "VV(FIN)" and tagger.can_be(out[last].text, "VV(PP)"):
        out[last] = tagger.retagged(out[last], "VV(PP)")


def _mark_relative(out: list[Token], segment: Segment) -> None:
    first = first_word(out, segment)
    if first is not None and first.low == "wie" and first.tag == "KOKOM":
        out[first.index] = replace(first, tag="PWAV")
    if first is not None and first.low in ALSO_SUBORDINATORS and first.tag in ("APPR", "KOKOM"):
        out[first.index] = replace(first, tag="KOUS")
        return
    if first is not None and first.tag in ("APPR", "APPRART") and first.index + 1 < len(out):
        first = out[first.index + 1]
    if first is not None and first.low in RELATIVE_FORMS and first.tag in ("ART", "PDS"):
        out[first.index] = replace(first, tag="PRELS")


def _mark_article(out: list[Token], segment: Segment) -> None:
    first = first_word(out, segment)
    if first is None or first.tag != "PRELS" or first.low not in RELATIVE_FORMS:
        return
    if infinitive_only(out, segment) or is_article(out, segment, first):
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
    verbs = [i for i in words if out[i].tag in ("VV(PP)", *FINITE_OF)]
    last = verbs[-1] if verbs else words[-1]
    behind = words[words.index(last) + 1 :]
    if (behind and out[behind[0]].tag not in ("KOKOM", "APPR", "APPRART")) or (last > 0 and out[last - 1].tag == "PTKZU"):
        return
    if out[last].tag in FINITE_OF:
        out[last] = tagger.retagged(out[last], FINITE_OF[out[last].tag])
    elif (out[last].tag == "ADJ(A)" and out[last].low.endswith(("te", "ten"))) or (
        out[last].tag == "VV(PP)" and not shared and tagger.can_be(out[last].text, "VV(FIN)")
    ):  # anerkannte: no noun follows
        out[last] = tagger.retagged(out[last], "VV(FIN)")


def _mend_attribute(out: list[Token], words: Sequence[int], tagger: Tagger) -> None:
    """die in der Region entdeckte Menge: a "finite" form before a noun, behind an article left open, is an attribute; its
    noun closes the article, so that a verb farther on stays one."""
    finite = [i for i in words if out[i].is_finite]
    closed = -1
    for i in finite if len(finite) > 1 else []:
        noun_next = i + 1 in words and out[i + 1].is_noun
        if out[i].tag != "VV(FIN)" or not out[i].low.endswith(("te", "ten", "ene", "enen")) or not noun_next:
            continue
        opened = any(
            out[k].tag in ("ART", "PDAT", "PPOSAT") and out[k + 1].tag in ("APPR", "APPRART", "ADV", "ADJ(D)", "CARD")
            for k in words
            if max(i - _ATTRIBUTE, closed + 1) <= k < i
        )
        if opened:
            out[i], closed = tagger.retagged(out[i], "ADJ(A)"), i


def _mend_bracket(out: list[Token], words: Sequence[int], phrases: Sequence[Phrase], tagger: Tagger) -> None:
    """hat … bestätigt: a full verb at the end after an auxiliary in second place is its participle or infinitive."""
    finite = [i for i in words if out[i].is_finite]
    open_end = finite and out[words[-1]].tag == "VV(PP)" and not _shares_auxiliary(out, words[-1])
    if open_end and _wants_infinitive(out, words, finite[0], phrases, tagger):
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


def _shares_auxiliary(out: Sequence[Token], last: int) -> bool:
    """sollen geschlagen | und gequält worden sein: the auxiliary behind the second participle is that of both."""
    after = out[last + 1] if last + 1 < len(out) else None
    return after is not None and after.tag == "KON" and any(t.low in _AUXILIARIES for t in out[last + 2 : last + 2 + _ATTRIBUTE])


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
        out[last] = tagger.retagged(out[last], FINITE_OF[out[last].tag])
    elif out[last].tag == "VV(INF)" and out[last - 1].tag in ("NN", "NE", "NNA", "PPER") and _is_plural_start(out, last):
        out[last] = tagger.retagged(out[last], "VV(FIN)")


def _is_plural_start(out: Sequence[Token], verb: int) -> bool:
    before = [t for t in out[:verb] if not t.tag.startswith("$")]
    plural = any(t.low != t.lemma.lower() and t.low.endswith(("n", "e", "er")) for t in before if t.tag in ("NN", "NNA"))
    if not before:
        return False
    names = before[0].low == "die" and before[-1].tag == "NE" and before[-1].low.endswith(("n", "s"))  # die Malediven
    return plural or names or any(t.low in ("wir", "sie") or t.tag == "KON" for t in before)


def _verb_follows(out: Sequence[Token], cut: Sequence[Segment], place: int) -> bool:
    """Whether the verb of a segment without one comes behind what interrupts it: Am Montag, als es regnete, kam …"""
    later = [[out[i] for i in s.tokens if not out[i].tag.startswith("$")] for s in cut[place + 1 :]]
    return any(words and words[0].is_finite for words in later)


def _mend_verb_second(words: Sequence[Token], out: list[Token], tagger: Tagger) -> None:
    """Words without any finite verb: a participle that is followed by more of them may be one in second place."""
    for token in words[1:-1]:
        before = out[token.index - 1]
        attribute = (
            token.tag == "ADJ(A)" and token.low.endswith(("te", "ten")) and (before.tag in _BEFORE_VERB or before.text == ",")
        )
        if (token.tag == "VV(PP)" or attribute) and tagger.can_be(token.text, "VV(FIN)"):
            out[token.index] = tagger.retagged(token, "VV(FIN)")
            return
