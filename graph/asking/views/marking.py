"""A sentence cut into marked pieces: who acts, on whom, on whose word, and the words that carry the relation."""

from collections.abc import Iterable
from itertools import pairwise

from .values import Mark, Piece

_RANK = {"actor": 0, "recipient": 0, "source": 1, "evidence": 2}  # what is named within the evidence stays visible


def pieces(sentence: str, start: int, marks: Iterable[Mark]) -> tuple[Piece, ...]:
    """The sentence, which begins at `start`, in pieces; where marks overlap, the shorter-ranging role is shown.

    >>> [(piece.text, piece.role) for piece in pieces("A lobt B.", 10, [Mark(10, 18, "evidence"), Mark(10, 11, "actor")])]
    [('A', 'actor'), (' lobt B', 'evidence'), ('.', None)]
    """
    end = start + len(sentence)
    inside = [Mark(max(m.start, start), min(m.end, end), m.role) for m in marks if m.start < end and m.end > start]
    cuts = sorted({start, end, *(m.start for m in inside), *(m.end for m in inside)})
    found: list[Piece] = []
    for left, right in pairwise(cuts):
        role = _role(inside, left, right)
        words = sentence[left - start : right - start]
        if found and found[-1].role == role:
            found[-1] = Piece(found[-1].text + words, role)
        else:
            found.append(Piece(words, role))
    return tuple(found)


def _role(marks: list[Mark], left: int, right: int) -> str | None:
    over = [mark for mark in marks if mark.start <= left and right <= mark.end]
    return min(over, key=lambda mark: (_RANK[mark.role], mark.end - mark.start, mark.role)).role if over else None
