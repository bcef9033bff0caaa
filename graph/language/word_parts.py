"""The likeliest morphemes of a word in one class: known ones only, or, where there is no such way, any.

Both find what HanTa's two runs find, in its order: of ways that are equally likely the first one stays.
"""

import math
from collections.abc import Sequence

from .word_lattice import FLOOR, Column, Lattice, Row, beam_bound
from .word_model import LEAST, SHORT, Morphemes, States

Parts = tuple[tuple[int, int], ...]  # classes, each with where in the word it ends

_Back = dict[int, tuple[int, int]]  # by state, where its last morpheme begins and the state before


def known_parts(word: str, morphemes: Morphemes, states: States) -> Parts:
    """The parts by known morphemes; none if there is no such way."""
    rows: list[Row] = [{states.start: 0.0}, *({} for _ in word)]
    backs: list[_Back] = [{} for _ in rows]
    for start in range(len(word)):
        if rows[start]:
            _go_on(word, start, rows, backs, morphemes, states)
    state = _best(rows[-1], states)
    parts = []
    end = len(word) if state is not None else 0
    while state is not None and end:
        parts.append((states.tags[state], end))
        end, state = backs[end][state]
    return tuple(reversed(parts))


def any_parts(word: str, lattice: Lattice) -> Parts:
    """The parts by known morphemes and guessed ones; none for a word that cannot end with the class."""
    columns, states = lattice.columns(word), lattice.states
    row = lattice.last(word, columns)
    state = _best(row, states)
    parts = []
    end, total = len(word), row[state] if state is not None else 0.0
    while state is not None and end:
        parts.append((states.tags[state], end))
        end, state, total = _step_back(word, end, lattice, columns, state, total)
    return tuple(reversed(parts))


def _go_on(word: str, start: int, rows: Sequence[Row], backs: Sequence[_Back], morphemes: Morphemes, states: States) -> None:
    """What known morphemes that begin at `start` lead to."""
    known = morphemes.known
    bound = beam_bound(rows[start])
    beam = [(state, before, states.after[state]) for state, before in rows[start].items() if before >= bound]
    for end in range(start + 1, len(word) + 1):
        stretch = word[start:end]
        if stretch not in known:
            continue
        row, back = rows[end], backs[end]
        for state, before, following in beam:
            for tag, likelihood in known[stretch][1]:
                if tag in following:
                    step, reached = following[tag]
                    total = before + step + likelihood
                    if total > row.get(reached, FLOOR):
                        row[reached] = total
                        back[reached] = start, state


def _best(row: Row, states: States) -> int | None:
    """The state from which the word most likely ends; the first of several."""
    best, found = -math.inf, None
    for state, before in row.items():
        for _, step in states.closing[state]:
            if before + step > best:
                best, found = before + step, state
    return found


def _step_back(
    word: str, end: int, lattice: Lattice, columns: Sequence[Column], state: int, total: float
) -> tuple[int, int, float]:
    """Where the last morpheme before `end` begins, with the state before it and its log probability: the first way that
    gives the total."""
    tag, after = lattice.states.tags[state], lattice.states.after
    for start, (_, _, _, beam) in enumerate(columns[:end]):
        likelihood = _likelihood(word, start, end, tag, lattice.morphemes)
        for before, previous in beam:
            step, reached = after[previous].get(tag, (0.0, -1))
            if reached == state and before + step + likelihood == total:
                return start, previous, before
    raise AssertionError(f"no way into {word[:end]}")  # the total was made of one


def _likelihood(word: str, start: int, end: int, tag: int, morphemes: Morphemes) -> float:
    """How likely a stretch of a word is as a morpheme of a class."""
    stretch = word[start:end]
    known = next((p for each, p in morphemes.known[stretch][1] if each == tag), None) if stretch in morphemes.known else None
    if known is not None:
        return known
    if tag not in morphemes.guessed or (len(stretch) < LEAST and len(word) >= SHORT):
        return -math.inf
    guess = morphemes.whole(word) if stretch == word else morphemes.guess(stretch)
    return guess[morphemes.guessed.index(tag)]


__all__ = ["Parts", "any_parts", "known_parts"]
