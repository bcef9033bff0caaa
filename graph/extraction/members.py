"""Some of those who suffer an act, told behind them: "tötete zwölf Menschen, darunter drei Kinder"."""

from dataclasses import replace
from typing import Final

from ..language.clause import Analysis, Case, Clause, Filler, Role, Voice

_AMONG: Final = frozenset({"darunter", "davon"})
_THEM: Final = frozenset({"ihnen", "denen"})
_BETWEEN: Final = ("ADV", "ADJ(D)", "PTKA")  # darunter auch mindestens drei


def members(analysis: Analysis, clause: Clause) -> tuple[int, ...]:
    """The phrases that "darunter" or "unter ihnen" behind a comma counts out; none where nothing follows it at once."""
    for index in clause.fillers_in(Role.PREPOSITION):
        phrase = analysis.phrases[index]
        among = analysis.tokens[phrase.first].low in _AMONG or (phrase.preposition == "unter" and phrase.pronoun in _THEM)
        if not among or phrase.first == 0 or analysis.tokens[phrase.first - 1].text not in (",", "–"):
            continue
        after = analysis.phrases[index + 1] if index + 1 < len(analysis.phrases) else None
        words = analysis.tokens[phrase.last + 1 : after.first] if after is not None else ()
        if after is not None and after.preposition is None and all(t.tag in _BETWEEN for t in words):
            return analysis.joined(after.index)
    return ()


def without(analysis: Analysis, clause: Clause, counted: tuple[int, ...]) -> Clause:
    """The clause without them; what looked like a dative beside them is the object."""
    kept = [f for f in clause.fillers if f.phrase not in counted]
    active = clause.verb is not None and clause.verb.voice is Voice.ACTIVE
    if active and not any(f.role is Role.ACCUSATIVE for f in kept):
        kept = [_as_object(analysis, f) for f in kept]
    return replace(clause, fillers=tuple(kept))


def whole(analysis: Analysis, clause: Clause, counted: tuple[int, ...]) -> int | None:
    """The phrase that they are a part of: the last one before them that is no prepositional one."""
    before = (f.phrase for f in clause.fillers if f.role is not Role.PREPOSITION and f.phrase < counted[0])
    return max(before, default=None)


def _as_object(analysis: Analysis, filler: Filler) -> Filler:
    could = Case.ACCUSATIVE in analysis.phrases[filler.phrase].cases
    return Filler(Role.ACCUSATIVE, filler.phrase) if filler.role is Role.DATIVE and could else filler
