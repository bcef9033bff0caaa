"""Claims repeated by a clause that denies, doubts or confirms what was said before: "Das dementierte Moskau"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Role, Voice
from ..language.wordlists import word_list
from ..model import Claim, Party, Stance, Step
from .attribution import Attributions
from .chains import without_echo
from .memory import STANDING, Memory, is_by
from .nouns import is_turned_down

_POINTING: Final = frozenset({"das", "dies", "es", "dieses", "beides", "alles"})
_MEANT: Final = ("definite", "demonstrative", "possessive", "")
_INCIDENTS: Final = word_list("de", "incidents")
_INVOLVED: Final = word_list("de", "involved")
_SHOWING: Final = frozenset({"hervorgehen", "verlauten", "durchsickern"})


def repeated(analysis: Analysis, attributions: Attributions, memory: Memory, here: Sequence[Claim] = ()) -> Iterator[Claim]:
    """Claims repeated by a clause that denies, doubts or confirms what was said before, `here` in the same sentence or in
    those before it."""
    for clause in analysis.clauses:
        cue = attributions.cue(clause)
        if cue is None or clause.verb is None or clause.verb.negated:  # konnte die Angaben nicht bestätigen
            continue
        which = clause.kind is ClauseKind.RELATIVE and clause.introducer == "was"  # …, was Oslo bestreitet
        fronted = cue.kind != "view" and clause.kind is not ClauseKind.RELATIVE and _fronts_pronoun(analysis, clause)
        if not which and not (_points_back(analysis, attributions, clause) if cue.anaphora else fronted):
            continue
        outer = () if which else attributions.chain(clause)  # what is denied may be told by somebody, the denial is not
        steps = without_echo((*outer, *attributions.said_by(clause)))
        source = steps[-1].source if steps else None
        told = _told_before(analysis, clause, here, source)
        said = told or (() if which else memory.spoken_of(analysis.sentence.index, source))
        demands = [c for c in said if c.relation == "REQUEST" and c.actor is not None] if _rejects(clause, steps) else []
        if demands:  # wies die Forderung zurück: nobody denies that it was made
            yield from (_rejected(repeat(analysis, clause, c, steps[:-1]), source) for c in demands)
            continue
        for claim in said:
            yield repeat(analysis, clause, claim, steps)


def _rejects(clause: Clause, steps: tuple[Step, ...]) -> bool:
    """Whether the clause turns down what was asked, if anything was: wies das zurück."""
    return is_turned_down(clause) and bool(steps) and steps[-1].stance is Stance.DENIES


def _rejected(demand: Claim, by: Party | None) -> Claim:
    """That the demand is turned down, by whoever speaks."""
    return replace(demand, relation="REJECT", actor=by, recipient=Party(demand.actor.entity) if demand.actor else None)


def _told_before(analysis: Analysis, clause: Clause, here: Sequence[Claim], source: Party | None) -> tuple[Claim, ...]:
    """The acts that the same sentence has told before the clause, but not on the word of `source`."""
    start = analysis.tokens[clause.tokens[0]].span.start
    acts = (c for c in here if c.evidence.end <= start and c.relation not in STANDING)
    told = [c for c in acts if not (c.attribution and is_by(c, source))]
    deeds = [c for c in told if c.relation != "ACCUSE"]  # it is the deed that is denied, and not the charge
    return tuple(deeds or told)


def repeat(analysis: Analysis, clause: Clause, claim: Claim, steps: tuple[Step, ...]) -> Claim:
    """The claim once more where `clause` speaks of it, on the word of `steps`."""
    return replace(
        claim,
        evidence=analysis.clause_span(clause),
        sentence=analysis.sentence.span,
        attribution=steps,
        rule="anaphora",
        negated=claim.negated,
        theme=None,
        place=None,
        time=None,
    )


def _fronts_pronoun(analysis: Analysis, clause: Clause) -> bool:
    """Das meldet X; davon geht X aus: a pronoun in front for all that was said."""
    first = next((p for p in analysis.phrases if p.first == clause.tokens[0]), None)
    objects = clause.fillers_in(Role.ACCUSATIVE)
    told = clause.verb is not None and (clause.verb.voice is not Voice.ACTIVE or clause.verb.lemma in _SHOWING)
    objects = (*objects, *clause.fillers_in(Role.SUBJECT)) if told else objects  # dies wurde gemeldet, geht daraus hervor
    is_object = first is not None and (first.index in objects or first.pronoun == "da")
    alone = not any(c.parent == clause.index and c.introducer in ("dass", "ob") for c in analysis.clauses)
    return first is not None and is_object and first.pronoun in (*_POINTING, "da") and alone


def _points_back(analysis: Analysis, attributions: Attributions, clause: Clause) -> bool:
    """diese Behauptungen, die Vorwürfe, das, dies: an object that means what was said; and no clause of its own."""
    if any(c.parent == clause.index and c.link is Link.COMPLEMENT for c in analysis.clauses):
        return False
    if any(analysis.tokens[i].low in _INVOLVED for i in clause.tokens):
        return False  # it is a part in the deed that is denied, not the deed
    if (
        not clause.fillers_in(Role.ACCUSATIVE)
        and clause.verb is not None
        and clause.verb.voice is Voice.ACTIVE
        and clause.parent is None
    ):
        return not clause.verb.reflexive and not any(c.parent == clause.index and c.link is Link.INSERT for c in analysis.clauses)
    for role in (Role.ACCUSATIVE, Role.SUBJECT, Role.DATIVE, Role.PREPOSITION):
        for index in clause.fillers_in(role):
            phrase = analysis.phrases[index]
            if phrase.preposition is not None and phrase.determiner != "demonstrative":
                continue
            if phrase.pronoun in _POINTING:
                return True
            said = attributions.lexicon.is_report(phrase.lemma) and phrase.determiner in _MEANT
            if said or (phrase.lemma.lower() in _INCIDENTS and phrase.determiner in ("definite", "demonstrative")):
                return True
    return False
