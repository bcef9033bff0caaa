"""Clauses in the making, and which of them are still open where the next segment begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ..clause import ClauseKind, Link
from ..tokens import Token
from .segments import Segment

_VERB_LAST: Final = (ClauseKind.RELATIVE, ClauseKind.SUBORDINATE)


@dataclass(slots=True)
class Draft:
    """A clause in the making. `shares` is the draft whose finite verb it borrows, `continues` whose subject."""

    kind: ClauseKind
    tokens: set[int] = field(default_factory=set)
    introducer: str | None = None
    parent: int | None = None
    link: Link = Link.NONE
    antecedent: int | None = None
    quoted: bool = False
    opener: str = ""
    shares: int | None = None
    continues: int | None = None
    finite: bool = False


class Drafts:
    """The clauses of one sentence as far as they are placed; `current` is the one at hand."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.drafts: list[Draft] = []
        self.current: int | None = None

    def awaiting(self) -> int | None:
        """The innermost clause that still lacks its finite verb."""
        index = self.current
        while index is not None:
            draft = self.drafts[index]
            if not draft.finite and draft.kind in (ClauseKind.MAIN, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE):
                return index
            index = draft.parent
        return None

    def open_bracket(self, segment: Segment) -> int | None:
        """The clause whose auxiliary still waits for the participle or infinitive that this segment ends in."""
        words = [self.tokens[i] for i in segment.tokens if not self.tokens[i].tag.startswith("$")]
        if any(w.is_finite for w in words) or not words or words[-1].tag not in ("VV(PP)", "VA(PP)", "VV(INF)", "PTKVZ"):
            return None
        index = self.current
        while index is not None:
            verbs = [self.tokens[i] for i in self.drafts[index].tokens if self.tokens[i].is_verb]
            second = self.drafts[index].kind not in _VERB_LAST  # a verb at the end has all that it waits for
            auxiliary = len(verbs) == 1 and verbs[0].tag in ("VA(FIN)", "VM(FIN)")
            prefixed = words[-1].tag == "PTKVZ" and len(verbs) == 1 and verbs[0].is_finite
            if second and (auxiliary or prefixed):
                return index
            index = self.drafts[index].parent
        return None

    def top(self) -> int | None:
        index = self.current
        while index is not None and self.drafts[index].link is Link.INSERT:
            index = self.drafts[index].parent
        return index if index is not None else self.current

    def root(self) -> int | None:
        index = self.current
        while index is not None and self.drafts[index].parent is not None:
            index = self.drafts[index].parent
        return index

    def main_or_current(self) -> int | None:
        """After a finished verb-last clause a loose segment goes on with what that clause interrupted."""
        index = self.current
        while index is not None and self.drafts[index].kind in _VERB_LAST and self.drafts[index].parent is not None:
            index = self.drafts[index].parent
        return index
