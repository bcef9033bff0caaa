"""Who owns up to a deed that was just told, or denies to have had a part in it: "bekannte sich zu der Tat", "bestreitet jede
Beteiligung". The deed is told once more, with that one as the doer, on his own word."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Role
from ..language.wordlists import word_list
from ..model import Claim, Stance
from .attribution import Attributions
from .memory import Memory
from .repeating import repeat

_INVOLVEMENT: Final = word_list("de", "involvement")
_INVOLVED: Final = word_list("de", "involved")
_AGAINST: Final = ("auf", "gegen", "an", "bei")  # behind the deed, they say whom it struck: it tells itself


def owned_or_denied(analysis: Analysis, attributions: Attributions, memory: Memory) -> Iterator[Claim]:
    """The deeds told before, once more for each clause that owns up to them or denies a part in them."""
    for clause in analysis.clauses:
        stance = _stance(analysis, attributions, clause)
        doers = attributions.slots.subject(clause) if stance is not None else ()
        for doer in (party for i in doers[:1] for party in attributions.parties.parties(i)):
            step = attributions.sources.step(doer, stance or Stance.ASSERTS)
            for claim in memory.deeds(analysis.sentence.index, doer):
                told = repeat(analysis, clause, claim, (*attributions.chain(clause), step))
                yield replace(told, actor=doer)


def _stance(analysis: Analysis, attributions: Attributions, clause: Clause) -> Stance | None:
    if clause.verb is None or clause.verb.negated:
        return None
    if clause.verb.lemma == "bekennen" and clause.verb.reflexive:
        deeds = attributions.slots.prepositional(clause, "zu")
        return Stance.ASSERTS if any(_is_known(analysis, i) for i in deeds) else None
    objects = (*clause.fillers_in(Role.ACCUSATIVE), *clause.fillers_in(Role.PREPOSITION))
    parts = (i for i in objects if analysis.phrases[i].lemma.lower() in _INVOLVEMENT)
    part = next((i for i in parts if not _tells_itself(analysis, i)), None)
    if clause.verb.lemma == "übernehmen":
        return Stance.ASSERTS if part is not None else None
    cue = attributions.cue(clause)
    denies = cue is not None and cue.stance is Stance.DENIES
    return Stance.DENIES if denies and (part is not None or _denies_part(analysis, clause)) else None


def _tells_itself(analysis: Analysis, index: int) -> bool:
    """Whether the words right behind the phrase say whom the deed struck: "die Verantwortung für den Anschlag auf Oslo"."""
    part = analysis.phrases[index].lemma.lower() in _INVOLVEMENT
    last = index
    for phrase in analysis.phrases[index + 1 :]:
        if phrase.first != analysis.phrases[last].last + 1:
            return False
        if part and last == index:
            part = phrase.preposition in ("für", "an")
        elif phrase.preposition in _AGAINST or phrase.attribute_of == last:
            return True
        last = phrase.index
    return False


def _is_known(analysis: Analysis, index: int) -> bool:
    """Whether a deed is meant that was told before."""
    phrase = analysis.phrases[index]
    known = phrase.determiner in ("definite", "demonstrative") and phrase.name is None
    return known and not _tells_itself(analysis, index)


def _denies_part(analysis: Analysis, clause: Clause) -> bool:
    """bestreitet, daran beteiligt gewesen zu sein; etwas damit zu tun zu haben."""
    content = (c for c in analysis.clauses if c.parent == clause.index and c.link is Link.COMPLEMENT)
    bare = (c for c in content if c.kind is ClauseKind.INFINITIVE and not c.fillers_in(Role.DATIVE))
    return any(analysis.tokens[i].low in _INVOLVED for c in (clause, *bare) for i in c.tokens)
