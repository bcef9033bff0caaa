"""One clause that tells two things: nicht Polen, sondern die Slowakei; keine Waffen, wohl aber Generatoren."""

from dataclasses import replace

from ..language.clause import Analysis, Case, Clause, Filler, Phrase, Role


def contrasted(analysis: Analysis, clause: Clause) -> tuple[Clause, ...]:
    """The clause itself, or what it denies and what it says instead, each as a clause of its own."""
    found = _pair(analysis, clause)
    if found is None or clause.verb is None:
        return (clause,)
    denied, instead = found
    role = _role(clause, denied, instead)
    others = tuple(f for f in clause.fillers if f.phrase not in (denied.index, instead.index))
    said = replace(clause, fillers=(*others, Filler(role, instead.index)), verb=replace(clause.verb, negated=False))
    return replace(clause, fillers=(*others, Filler(role, denied.index))), said


def _pair(analysis: Analysis, clause: Clause) -> tuple[Phrase, Phrase] | None:
    """The phrase that is denied and the one behind "sondern" or "wohl aber"."""
    turn = next((i for i in clause.tokens if _turns(analysis, i)), None)
    if turn is None:
        return None
    bare = [analysis.phrases[f.phrase] for f in clause.fillers if f.role is not Role.PREPOSITION]
    also = turn + 1 < len(analysis.tokens) and analysis.tokens[turn + 1].low == "auch"  # nicht nur Peru, sondern auch Kuba
    instead = next((p for p in bare if p.first == turn + 1 + also), None)
    denied = next((p for p in bare if p.last < turn and _is_denied(analysis, p)), None)
    return (denied, instead) if denied is not None and instead is not None else None


def _turns(analysis: Analysis, token: int) -> bool:
    low = analysis.tokens[token].low
    return low == "sondern" or (low == "aber" and token > 0 and analysis.tokens[token - 1].low == "wohl")


def _is_denied(analysis: Analysis, phrase: Phrase) -> bool:
    before = [t.low for t in analysis.tokens[max(phrase.first - 2, 0) : phrase.first]]
    after = [t.low for t in analysis.tokens[phrase.last + 1 : phrase.last + 2]]  # hat Peru nicht angegriffen, sondern Kuba
    return phrase.determiner == "negative" or before[-1:] == ["nicht"] or before == ["nicht", "nur"] or after == ["nicht"]


def _role(clause: Clause, denied: Phrase, instead: Phrase) -> Role:
    """Both have one role: the subject's if one has it, else the object's where their cases allow it."""
    roles = {f.role for f in clause.fillers if f.phrase in (denied.index, instead.index)}
    if Role.SUBJECT in roles:
        return Role.SUBJECT
    return Role.ACCUSATIVE if Case.ACCUSATIVE in denied.cases & instead.cases else next(iter(sorted(roles)))
