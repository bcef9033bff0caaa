"""What a sentence leaves for the next: its speech, the speech it goes on with, the quotation that it does not close."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..language.clause import Clause, ClauseKind, Role, Voice
from ..language.wordlists import word_list
from ..model import Kind, Party, Span, Stance, Step
from .attribution import Attributions
from .running import Running, asserting

_SPEECH_VERBS: Final = word_list("de", "speech_verbs")
_SPEAKING: Final = frozenset({Kind.PERSON, Kind.STATE, Kind.ORGANISATION, Kind.OUTLET, Kind.GROUP})


def left_behind(attributions: Attributions, quotation: Span | None) -> Running:
    """What the sentence leaves, `quotation` being the one that is open where it ends."""
    before = attributions.running
    if quotation is not None and quotation == before.quotation:
        return before
    left = _speech(attributions)
    if quotation is None:
        return left
    return Running(quoted_chain(attributions, quotation) or left.chain, True, _likely_outside(attributions, quotation), quotation)


def quoted_chain(attributions: Attributions, quotation: Span) -> tuple[Step, ...]:
    """On whose word the part of the quotation stands that is in this sentence; empty where its words do not tell."""
    tokens = attributions.analysis.tokens
    within = (c for c in attributions.analysis.clauses if c.verb is not None and quotation.covers(tokens[c.verb.head].span))
    return next((chain for c in within if (chain := attributions.chain(c))), ())


def _speech(attributions: Attributions) -> Running:
    mains = [c for c in attributions.analysis.clauses if c.verb is not None]
    saying = ((c, attributions.said_by(c)) for c in mains if attributions.cue(c) is not None and not _is_silent(c))
    said = [(*attributions.chain(c), *own) for c, own in saying if own]
    if said:
        return Running(asserting(said[0]), True)
    went_on = next((c for c in mains if attributions.runs_on(c)), None)
    if went_on is not None:
        before, own = attributions.running, attributions.chain(went_on)
        named = bool(own) and own[-1].stance is Stance.ASSERTS  # es handele sich Angaben zufolge
        return replace(before, chain=own if named else before.chain or before.likely, quotation=None)
    inserted = next((chain for c in mains if c.kind is ClauseKind.MAIN and (chain := attributions.chain(c))), None)
    return Running(inserted, True) if inserted else Running(likely=_likely(attributions, mains))


def _likely(attributions: Attributions, clauses: Sequence[Clause]) -> tuple[Step, ...]:
    """The subject of a verb of saying, else who spoke in the sentence before, else whoever acts."""
    acting = [(c, _subject_of(attributions, c)) for c in clauses if c.kind is ClauseKind.MAIN]
    named = [(c, p) for c, p in acting if p is not None and p.entity.kind in _SPEAKING]
    speaking = [p for c, p in named if c.verb is not None and _says(attributions, c.verb.lemma)]
    if speaking or not (attributions.running.chain or not named):
        source = (speaking or [p for _, p in named])[0]
        return (attributions.sources.step(source, Stance.ASSERTS),)
    return attributions.running.chain


def _likely_outside(attributions: Attributions, quotation: Span) -> tuple[Step, ...]:
    """Who speaks or acts in what stands in front of the quotation, else whoever did before the sentence."""
    tokens, before = attributions.analysis.tokens, attributions.running
    told = [c for c in attributions.analysis.clauses if c.verb is not None]
    outside = [c for c in told if c.verb is not None and not quotation.covers(tokens[c.verb.head].span)]
    return (_likely(attributions, outside) if outside else ()) or before.chain or before.likely


def _is_silent(clause: Clause) -> bool:
    """wurde nicht bestätigt: nobody has spoken."""
    return clause.verb is not None and clause.verb.negated and clause.verb.voice is not Voice.ACTIVE


def _says(attributions: Attributions, verb: str) -> bool:
    return verb in attributions.lexicon.saying_verbs or verb in _SPEECH_VERBS


def _subject_of(attributions: Attributions, clause: Clause) -> Party | None:
    subjects = attributions.slots.subject(clause) or clause.fillers_in(Role.SUBJECT)  # ein Zeuge wurde befragt
    found = (p for i in subjects for p in attributions.parties.parties(i))
    return next(found, None)
