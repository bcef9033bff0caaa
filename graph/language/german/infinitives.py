"""Infinitives with zu inside another clause's field, without a comma: "begann Waffen zu liefern" becomes two clauses."""

from collections.abc import Sequence
from typing import Final

from ..clause import Case, ClauseKind, Link, Phrase
from ..tokens import Token
from .drafts import Draft

_RAISING: Final = frozenset({"sein", "haben", "brauchen", "scheinen", "pflegen"})  # these stay one verb group


def split_infinitives(tokens: Sequence[Token], phrases: Sequence[Phrase], drafts: list[Draft]) -> list[Draft]:
    """The drafts, with an infinitive clause split off wherever a full verb governs one without a comma."""
    for index in range(len(drafts)):
        draft = drafts[index]
        if draft.kind in (ClauseKind.INFINITIVE, ClauseKind.VERBLESS, ClauseKind.PARTICIPIAL):
            continue
        inner = _inner(tokens, phrases, draft)
        if inner:
            draft.tokens -= inner
            drafts.append(Draft(ClauseKind.INFINITIVE, inner, None, index, Link.COMPLEMENT, None, draft.quoted, ""))
    return drafts


def _inner(tokens: Sequence[Token], phrases: Sequence[Phrase], draft: Draft) -> set[int]:
    members = sorted(draft.tokens)
    verbs = [i for i in members if tokens[i].tag in ("VV(FIN)", "VV(PP)") and tokens[i].lemma not in _RAISING]
    zu = [
        i
        for i in members
        if tokens[i].tag == "VV(IZU)" or (tokens[i].tag == "VV(INF)" and i - 1 in draft.tokens and tokens[i - 1].tag == "PTKZU")
    ]
    if not verbs or not zu:
        return set()
    infinitive, governor = zu[-1], verbs[0] if verbs[0] < zu[-1] else verbs[-1]
    start = _field_start(tokens, phrases, draft, governor, infinitive)
    return {i for i in members if start <= i <= infinitive and i not in verbs}


def _field_start(tokens: Sequence[Token], phrases: Sequence[Phrase], draft: Draft, governor: int, infinitive: int) -> int:
    """Where the infinitive's own words begin: after the governor and its subject."""
    inside = [p for p in phrases if p.first in draft.tokens and p.preposition is None and p.attribute_of is None]
    front = [p for p in inside if p.last < governor and Case.NOMINATIVE in p.cases]
    if governor < infinitive:
        behind = [p for p in inside if governor < p.first < infinitive and Case.NOMINATIVE in p.cases]
        return governor + 1 if front or not behind else behind[0].last + 1
    return front[0].last + 1 if front else min(draft.tokens)
