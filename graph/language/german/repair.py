"""Tags that the fields of a clause prove wrong: one finite verb a clause, and where it stands."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..tokens import Token
from .segments import Segment

_RELATIVE_FORMS: Final = frozenset(["der", "die", "das", "den", "dem", "deren", "dessen", "denen"])
_FINITE_OF: Final = {"VA(INF)": "VA(FIN)", "VM(INF)": "VM(FIN)", "VV(INF)": "VV(FIN)"}


def first_word(tokens: Sequence[Token], segment: Segment) -> Token | None:
    """The first word that shows what kind of clause it is: marks, "und", "auch", "so" in front are passed over."""
    for place, i in enumerate(segment.tokens):
        token = tokens[i]
        more = place + 1 < len(segment.tokens)
        if token.tag.startswith("$") or (
            more and (token.tag == "KON" or token.low in ("auch", "sogar", "selbst", "nur", "erst", "vor", "allem"))
        ):
            if token.tag in ("APPR", "APPRART") and token.low != "vor":
                return token
            continue
        return token
    return None


def opens_verb_last(tokens: Sequence[Token], segment: Segment) -> bool:
    """Whether the segment begins a clause with its verb at the end: by subordinator, relative or question word."""
    first = first_word(tokens, segment)
    if first is None:
        return False
    if first.tag in ("KOUS", "PRELS", "PRELAT"):
        return True
    place = first.index + 1
    following = tokens[place] if place < len(tokens) else None
    if first.tag in ("APPR", "APPRART") and following is not None:
        return following.tag in ("PRELS", "PRELAT") or (
            following.low in _RELATIVE_FORMS
            and segment.opener == ","
            and _finite_last(tokens, segment)
            and following.tag == "PDS"
        )
    if segment.opener == "," and first.low in _RELATIVE_FORMS and first.tag in ("ART", "PDS"):
        return _finite_last(tokens, segment)
    return first.tag in ("PWS", "PWAV", "PWAT") and _finite_last(tokens, segment)


def _finite_last(tokens: Sequence[Token], segment: Segment) -> bool:
    verbs = [i for i in segment.tokens if tokens[i].is_finite]
    words = [i for i in segment.tokens if not tokens[i].tag.startswith("$")]
    return bool(verbs) and verbs[0] == words[-1] and len(words) > 1


def repaired(tokens: Sequence[Token], cut: Sequence[Segment]) -> tuple[Token, ...]:
    """The tokens with verb tags mended segment by segment."""
    out = list(tokens)
    verb_last = False
    for segment in cut:
        words = [i for i in segment.tokens if not out[i].tag.startswith("$")]
        continues = (
            verb_last and segment.opener in ("und", "oder", "sondern", "aber") and not any(out[i].is_finite for i in words)
        )
        verb_last = opens_verb_last(out, segment) or continues
        if verb_last:
            first = first_word(out, segment)
            if first is not None and first.low in _RELATIVE_FORMS and first.tag in ("ART", "PDS"):
                out[first.index] = replace(first, tag="PRELS")
            _mend_verb_last(out, words)
        else:
            _mend_bracket(out, words)
    return tuple(out)


def _mend_verb_last(out: list[Token], words: Sequence[int]) -> None:
    """dass … begonnen haben: a last infinitive without any finite verb is the finite one; a finite one before it is not."""
    finite = [i for i in words if out[i].is_finite]
    last = words[-1]
    if not finite and out[last].tag in _FINITE_OF and (len(words) < 2 or out[words[-2]].tag != "PTKZU"):
        out[last] = replace(out[last], tag=_FINITE_OF[out[last].tag])
    for i in finite[:-1]:
        if finite[-1] == last and out[i].tag == "VV(FIN)" and i == words[-2]:
            nonfinite = (
                "VV(INF)"
                if out[last].tag == "VM(FIN)" or (out[last].lemma == "werden" and out[i].low.endswith("en"))
                else "VV(PP)"
            )
            out[i] = replace(out[i], tag=nonfinite)


def _mend_bracket(out: list[Token], words: Sequence[int]) -> None:
    """hat … bestätigt: a full verb at the end after an auxiliary in second place is its participle or infinitive."""
    finite = [i for i in words if out[i].is_finite]
    if len(finite) < 2 or out[finite[0]].tag == "VV(FIN)" or finite[-1] != words[-1] or out[finite[-1]].tag != "VV(FIN)":
        return
    if any(out[i].tag == "KON" for i in words if finite[0] < i < finite[-1]):
        return
    first, last = out[finite[0]], out[finite[-1]]
    infinitive = first.tag == "VM(FIN)" or (first.lemma == "werden" and last.low.endswith("en") and not last.low.startswith("ge"))
    out[finite[-1]] = replace(last, tag="VV(INF)" if infinitive else "VV(PP)")
