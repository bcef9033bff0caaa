"""Segments, in order, into drafts of clauses: each segment opens a clause, continues one, or is an insert."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from typing import Final

from ..clause import Case, ClauseKind, Link, Phrase
from ..tokens import Token
from .openings import edged_by_participle, first_word, infinitive_only, only_denies, opens_verb_last
from .relatives import antecedent, is_nominal_what
from .segments import Segment

_COMPLEMENT: Final = frozenset({"dass", "daß", "ob"})
_CONDITION: Final = frozenset({"wenn", "falls", "sofern", "sollte", "sollten", "solange"})
_VERB_LAST: Final = (ClauseKind.RELATIVE, ClauseKind.SUBORDINATE)
_OPPOSING: Final = frozenset({"aber", "jedoch", "allerdings", "dagegen", "hingegen", "stattdessen", "zugleich", "gleichzeitig"})
_REPORTING: Final = frozenset({"so", "laut"})
_SUBJUNCTIVE: Final = frozenset(
    {"sei", "seien", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "hätten", "würden"}
)


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


def place_segments(
    tokens: Sequence[Token], phrases: Sequence[Phrase], cut: Sequence[Segment], sayings: frozenset[str]
) -> list[Draft]:
    """All segments of a sentence placed; the list's order is that of the text. `sayings`: the verbs of inserts."""
    placing = _Placing(tokens, phrases, sayings)
    for place, segment in enumerate(cut):
        placing.rest = cut[place + 1 :]
        placing.add(segment)
    return placing.drafts


class _Placing:
    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase], sayings: frozenset[str]) -> None:
        self.tokens, self.phrases, self.sayings = tokens, phrases, sayings
        self.drafts: list[Draft] = []
        self.rest: Sequence[Segment] = ()  # the segments that are still to come
        self.current: int | None = None
        self.outside: int | None = None  # what was open where the bracket began

    def add(self, segment: Segment) -> None:
        first = first_word(self.tokens, segment)
        if segment.opener == "(":
            self.outside = self.current
        elif self.outside is not None and not segment.bracketed:
            self.current, self.outside = self.outside, None
        if first is None:
            self._continue(segment, self.current)
        elif segment.shares or segment.opener in ("und", "oder", "aber", "sondern", "denn", "doch", "sowie", "jedoch"):
            self._coordinate(segment, first)
        elif opens_verb_last(self.tokens, segment, guess=False) or self._as_said(segment, first):
            self._subordinate(segment, first)
        elif infinitive_only(self.tokens, segment):
            self._infinitive(segment, first)
        elif any(self.tokens[i].is_finite for i in segment.tokens):
            self._finite(segment, first)
        else:
            self._fragment(segment, first)

    # what a segment can do ------------------------------------------------------------------------------------------

    def _continue(self, segment: Segment, index: int | None) -> None:
        if index is None:
            self._open(segment, ClauseKind.MAIN)
            return
        draft = self.drafts[index]
        draft.tokens |= set(segment.tokens)
        draft.finite = draft.finite or any(self.tokens[i].is_finite for i in segment.tokens)
        self.current = index

    def _open(
        self, segment: Segment, kind: ClauseKind, introducer: str | None = None, link: Link = Link.NONE, parent: int | None = None
    ) -> Draft:
        draft = Draft(kind, set(segment.tokens), introducer, parent, link, None, segment.quoted, segment.opener)
        draft.finite = any(self.tokens[i].is_finite for i in segment.tokens)
        self.drafts.append(draft)
        self.current = len(self.drafts) - 1
        return draft

    def _coordinate(self, segment: Segment, first: Token) -> None:
        """und …: like the clause before it, which may be a subordinate one; it borrows subject or finite verb."""
        bracket = self._open_bracket(segment)
        if bracket is not None and not segment.shares:
            self._continue(segment, bracket)
            return
        if opens_verb_last(self.tokens, segment, guess=False):
            self._subordinate(segment, first)
            return
        if self.current is None or not any(self.tokens[i].is_verb for i in segment.tokens):
            self._continue(segment, self._awaiting() if self._awaiting() is not None else self.current)
            return
        source = self._coordinate_source(segment)
        before = self.drafts[source]
        if before.kind is ClauseKind.MAIN and not before.finite and not segment.shares:
            self._continue(segment, source)
            return
        parent = before.parent if before.kind is not ClauseKind.MAIN else source
        link = before.link if before.kind is not ClauseKind.MAIN else Link.COORDINATE
        draft = self._open(segment, before.kind, before.introducer, link, parent)
        draft.antecedent, draft.continues = before.antecedent, source
        if segment.shares:
            self._share_finite(draft, before, source)

    def _share_finite(self, draft: Draft, before: Draft, source: int) -> None:
        """One finite verb for both: the one that has it lends it to the other."""
        if not draft.finite:
            draft.shares = source
        elif not before.finite:
            before.shares = len(self.drafts) - 1
        draft.finite = before.finite = True

    def _coordinate_source(self, segment: Segment) -> int:
        """The clause that "und" continues: for a finite verb right after it the main clause, else the one at hand."""
        assert self.current is not None
        verb_second = any(self.tokens[i].is_finite for i in segment.tokens) and not self.tokens[segment.tokens[-1]].is_finite
        index: int | None = self.current
        while index is not None and (verb_second or (segment.shares and self.drafts[index].kind is ClauseKind.INFINITIVE)):
            draft = self.drafts[index]
            if draft.kind is ClauseKind.MAIN or (segment.shares and draft.kind is not ClauseKind.INFINITIVE):
                return index
            index = draft.parent
        return self.current if index is None else index

    def _subordinate(self, segment: Segment, first: Token) -> None:
        parent = self._top() if self.current is not None else None
        relative = first.tag in ("PRELS", "PRELAT", "ART", "PDS", "APPR", "APPRART") or self._where(segment, first)
        if relative or is_nominal_what(self.tokens, segment):
            draft = self._open(segment, ClauseKind.RELATIVE, first.low, Link.ATTRIBUTE, parent)
            draft.antecedent = antecedent(self.tokens, self.phrases, segment)
            return
        link = (
            Link.COMPLEMENT
            if first.low in _COMPLEMENT or (first.tag in ("PWS", "PWAV", "PWAT") and first.low != "wie")
            else Link.ADVERBIAL
        )
        link = Link.CONDITION if first.low in _CONDITION else link
        self._open(segment, ClauseKind.SUBORDINATE, first.low, link, parent)

    def _infinitive(self, segment: Segment, first: Token) -> None:
        parent = self._top() if self.current is not None else None
        purpose = first.tag == "KOUI" or first.low in ("um", "ohne", "statt", "anstatt")
        self._open(
            segment, ClauseKind.INFINITIVE, first.low if purpose else None, Link.ADVERBIAL if purpose else Link.COMPLEMENT, parent
        )

    def _finite(self, segment: Segment, first: Token) -> None:
        if segment.opener == "(" and self.current is not None:
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, self._root())
            return
        waiting = self._awaiting()
        main = waiting is not None and self.drafts[waiting].kind is ClauseKind.MAIN
        if waiting is not None and main and self._quotes(segment, waiting):
            self.drafts[waiting].kind, self.drafts[waiting].finite = ClauseKind.VERBLESS, True  # Der Sprecher: „…“
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, waiting)
        elif waiting is not None and main and self._renders(segment):
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, waiting)  # Der Vorwurf, A habe B bedroht, wurde …
            self.current = waiting
        elif main and segment.opener == "," and self._interrupts(self._so_said(segment) or first):
            self._open(segment, ClauseKind.MAIN, None, Link.INSERT, waiting)
            self.current = waiting
        elif waiting is not None:
            self._continue(segment, waiting)
        elif first.is_finite and self.current is not None and segment.opener in (",", "–", "-", "—"):
            self._verb_first(segment)
        elif self._so_said(segment) is not None and self.current is not None and segment.opener in (",", "–"):
            self._open(segment, ClauseKind.MAIN, None, Link.INSERT, self._root())
        else:
            nested = segment.opener in (",", ":")
            parent = (self._top() if nested else self._root()) if self.current is not None else None
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE if parent is not None else Link.NONE, parent)

    def _verb_first(self, segment: Segment) -> None:
        """ ", sagte X,": what stands before is what X said; after a subordinate clause in front it is the main clause."""
        root = self._root()
        if root is not None and self.drafts[root].kind is not ClauseKind.MAIN:
            draft = self._open(segment, ClauseKind.MAIN)
            front = self.drafts[root]
            front.parent = len(self.drafts) - 1
            if front.kind is ClauseKind.RELATIVE:
                front.link = Link.COMPLEMENT
            draft.finite = True
            return
        if root is not None and self._goes_on(segment):
            draft = self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, root)
            draft.continues, draft.opener = root, "und"
            return
        self._open(segment, ClauseKind.MAIN, None, Link.INSERT, root)

    def _so_said(self, segment: Segment) -> Token | None:
        """Oslo, so berichtet die Zeitung, habe …: the verb of saying behind "so"."""
        words = [self.tokens[i] for i in segment.tokens if not self.tokens[i].tag.startswith("$")]
        said = len(words) > 1 and words[0].low == "so" and words[1].is_finite and words[1].lemma in self.sayings
        return words[1] if said else None

    def _interrupts(self, first: Token) -> bool:
        """Oslo, sagte der Minister, habe …: a verb in first place while another one is still to come in first place."""
        following = first_word(self.tokens, self.rest[0]) if self.rest and self.rest[0].opener == "," else None
        both = following is not None and following.is_finite and first.is_finite
        return both and (first.lemma in self.sayings or following is None or following.lemma not in self.sayings)

    def _renders(self, segment: Segment) -> bool:
        """Der Vorwurf, Oslo habe …, wurde zurückgewiesen: a clause in Konjunktiv I right behind a noun, and then the verb
        that the noun waits for."""
        words = [self.tokens[i] for i in segment.tokens if not self.tokens[i].tag.startswith("$")]
        subjunctive = any(w.low in _SUBJUNCTIVE for w in words[1:])
        behind = self.rest[0] if self.rest and self.rest[0].opener == "," else None
        following = first_word(self.tokens, behind) if behind is not None else None
        noun = self._before(segment)
        return subjunctive and noun is not None and following is not None and following.is_finite and segment.opener == ","

    def _goes_on(self, segment: Segment) -> bool:
        """kritisierte den Plan, lehnt ihn aber nicht ab: a verb in first place that says nothing and has no subject of its
        own goes on with the subject before."""
        words = [self.tokens[i] for i in segment.tokens if not self.tokens[i].tag.startswith("$")]
        prefix = words[-1].low if words[-1].tag == "PTKVZ" else ""
        joined = words[0].low == "und" and len(words) > 1  # forderte, zu verhandeln, und drohte
        words = words[joined:]
        finite = words[0]
        says = bool({prefix + finite.lemma, finite.lemma} & self.sayings)
        opposes = joined or (len(words) > 1 and words[1].low in _OPPOSING)  # begrüßte den Plan, fordert aber mehr
        if not self.sayings or finite.tag != "VV(FIN)" or (says and not opposes):
            return False
        bare = [p for p in self.phrases if p.first in segment.tokens and p.preposition is None and p.attribute_of is None]
        return not any(p.cases == {Case.NOMINATIVE} for p in bare)

    def _fragment(self, segment: Segment, first: Token) -> None:
        waiting = self._awaiting() if self._awaiting() is not None else self._open_bracket(segment)
        if waiting is None and self.current is not None and self._quotes(segment, self.current) and self._verb_to_come():
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, self._top())  # sagte: „Nicht ich, sondern er war es“
        elif waiting is None and self._begins_report(segment):
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, self.current)  # meldete, Oslo, das …, habe …
        elif first.low in _REPORTING and self.current is not None and segment.opener in (",", "–", "-", "("):
            before = self.current
            self._open(segment, ClauseKind.VERBLESS, first.low, Link.INSERT, self._root())
            self.current = before
        elif self._awaiting() is not None and segment.opener == "," and self._is_loose(segment):
            self._open(segment, ClauseKind.PARTICIPIAL, None, Link.ATTRIBUTE, waiting).antecedent = self._before(segment)
            self.current = waiting
        elif waiting is not None:
            self._continue(segment, waiting)
        elif self.current is not None and edged_by_participle(self.tokens, segment):
            self._open(segment, ClauseKind.PARTICIPIAL, None, Link.ADVERBIAL, self._top())
        elif only_denies(self.tokens, segment):
            self._continue(segment, self._root())
        else:
            self._continue(segment, self._main_or_current())

    def _quotes(self, segment: Segment, index: int) -> bool:
        """Whether a quotation begins with the segment, behind the colon of a clause that is no part of one."""
        return segment.opener == ":" and segment.quoted and not self.drafts[index].quoted

    def _begins_report(self, segment: Segment) -> bool:
        """Er sagte, Oslo, das im Süden liegt, habe …: behind a verb of saying a phrase alone, and its verb in Konjunktiv I
        behind what interrupts it."""
        draft = self.drafts[self.current] if self.current is not None else None
        if draft is None or draft.kind is not ClauseKind.MAIN or segment.opener != "," or len(self.rest) < 2:
            return False
        verbs = [self.tokens[i] for i in sorted(draft.tokens) if self.tokens[i].is_verb]
        prefix = next((self.tokens[i].low for i in sorted(draft.tokens) if self.tokens[i].tag == "PTKVZ"), "")
        says = any({v.lemma, prefix + v.lemma} & self.sayings for v in verbs)
        later = (first_word(self.tokens, s) for s in self.rest[1:4] if s.opener == ",")
        return says and any(word is not None and word.low in _SUBJUNCTIVE for word in later)

    def _verb_to_come(self) -> bool:
        """Whether the quotation goes on and has a finite verb."""
        going_on = takewhile(lambda segment: segment.quoted, self.rest)
        return any(self.tokens[i].is_finite for segment in going_on for i in segment.tokens)

    # what is open ---------------------------------------------------------------------------------------------------

    def _awaiting(self) -> int | None:
        """The innermost clause that still lacks its finite verb."""
        index = self.current
        while index is not None:
            draft = self.drafts[index]
            if not draft.finite and draft.kind in (ClauseKind.MAIN, ClauseKind.SUBORDINATE, ClauseKind.RELATIVE):
                return index
            index = draft.parent
        return None

    def _open_bracket(self, segment: Segment) -> int | None:
        """The clause whose auxiliary still waits for the participle or infinitive that this segment ends in."""
        words = [self.tokens[i] for i in segment.tokens if not self.tokens[i].tag.startswith("$")]
        if any(w.is_finite for w in words) or not words or words[-1].tag not in ("VV(PP)", "VA(PP)", "VV(INF)", "PTKVZ"):
            return None
        index = self.current
        while index is not None:
            verbs = [self.tokens[i] for i in self.drafts[index].tokens if self.tokens[i].is_verb]
            auxiliary = len(verbs) == 1 and verbs[0].tag in ("VA(FIN)", "VM(FIN)")
            second = self.drafts[index].kind not in _VERB_LAST  # a verb at the end keeps its prefix
            if auxiliary or (words[-1].tag == "PTKVZ" and len(verbs) == 1 and second):
                return index
            index = self.drafts[index].parent
        return None

    def _top(self) -> int | None:
        index = self.current
        while index is not None and self.drafts[index].link is Link.INSERT:
            index = self.drafts[index].parent
        return index if index is not None else self.current

    def _root(self) -> int | None:
        index = self.current
        while index is not None and self.drafts[index].parent is not None:
            index = self.drafts[index].parent
        return index

    def _main_or_current(self) -> int | None:
        """After a finished verb-last clause a loose segment goes on with what that clause interrupted."""
        index = self.current
        while index is not None and self.drafts[index].kind in _VERB_LAST and self.drafts[index].parent is not None:
            index = self.drafts[index].parent
        return index

    def _is_loose(self, segment: Segment) -> bool:
        """Der Hafen, von Rebellen besetzt, …: a participle between commas in a clause that still waits for its verb."""
        words = [self.tokens[i] for i in segment.tokens if not self.tokens[i].tag.startswith("$")]
        return bool(words) and words[-1].tag == "VV(PP)" and self._before(segment) is not None

    def _before(self, segment: Segment) -> int | None:
        """The phrase right in front of the segment's comma."""
        return next((p.index for p in self.phrases if p.last == segment.tokens[0] - 2 and p.pronoun is None), None)

    def _as_said(self, segment: Segment, first: Token) -> bool:
        """Wie der Direktor, Juma Kilindo, mitteilte: the verb of "wie" stands alone behind an apposition, or where its
        second comma was forgotten at the end, with the main verb behind it."""
        if first.low != "wie" or any(self.tokens[i].is_finite for i in segment.tokens):
            return False
        following = [[self.tokens[i] for i in s.tokens if not self.tokens[i].tag.startswith("$")] for s in self.rest[:3]]
        alone = any(len(words) == 1 and words[0].is_finite for words in following[:2])
        ended = any(b[-1:] and b[-1].lemma in self.sayings and a[:1] and a[0].is_finite for b, a in pairwise(following))
        return alone or ended

    def _where(self, segment: Segment, first: Token) -> bool:
        """in Genf, wo …: right behind a phrase, "wo" tells more about it."""
        return first.low == "wo" and any(p.last == segment.tokens[0] - 2 and p.pronoun is None for p in self.phrases)
