"""Segments, in order, into drafts of clauses: each segment opens a clause, continues one, or is an insert."""

from collections.abc import Sequence
from typing import Final

from ..clause import Case, ClauseKind, Link, Phrase
from ..tokens import Token
from ..wordlists import word_list
from .drafts import Draft, Drafts
from .openings import edged_by_participle, first_word, goes_on_behind, infinitive_only, only_denies, opens_verb_last
from .relatives import antecedent, is_nominal_what
from .reported import ReportedSpeech
from .segments import Segment

_COMPLEMENT: Final = frozenset({"dass", "daß", "ob"})
_SPEAKING: Final = word_list("de", "speech_verbs") | word_list("de", "plain_saying_verbs")
_CONDITION: Final = frozenset({"wenn", "falls", "sofern", "sollte", "sollten", "solange"})
_OPPOSING: Final = frozenset({"aber", "jedoch", "allerdings", "dagegen", "hingegen", "stattdessen", "zugleich", "gleichzeitig"})
_REPORTING: Final = frozenset({"so", "laut"})


def place_segments(
    tokens: Sequence[Token], phrases: Sequence[Phrase], cut: Sequence[Segment], sayings: frozenset[str]
) -> list[Draft]:
    """All segments of a sentence placed; the list's order is that of the text. `sayings`: the verbs of inserts."""
    placing = _Placing(tokens, phrases, sayings)
    for place, segment in enumerate(cut):
        placing.rest = cut[place + 1 :]
        placing.add(segment)
    return placing.drafts


class _Placing(Drafts):
    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase], sayings: frozenset[str]) -> None:
        super().__init__(tokens)
        self.phrases, self.sayings = phrases, sayings
        self.reported = ReportedSpeech(tokens, sayings)
        self.rest: Sequence[Segment] = ()  # the segments that are still to come
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
        elif opens_verb_last(self.tokens, segment, guess=False) or self.reported.as_said(segment, first, self.rest):
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
        bracket = self.open_bracket(segment)
        if bracket is not None and not segment.shares:
            self._continue(segment, bracket)
            return
        if opens_verb_last(self.tokens, segment, guess=False):
            self._subordinate(segment, first)
            return
        if self.current is None or not any(self.tokens[i].is_verb for i in segment.tokens):
            self._continue(segment, self.awaiting() if self.awaiting() is not None else self.current)
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
        with_zu = any(self.tokens[i].tag in ("VV(IZU)", "PTKZU") for i in segment.tokens)
        if with_zu and self.drafts[self.current].kind is ClauseKind.INFINITIVE:  # zu versorgen und Truppen einzusetzen
            return self.current
        while index is not None and (verb_second or (segment.shares and self.drafts[index].kind is ClauseKind.INFINITIVE)):
            draft = self.drafts[index]
            if draft.kind is ClauseKind.MAIN or (segment.shares and draft.kind is not ClauseKind.INFINITIVE):
                return index
            index = draft.parent
        return self.current if index is None else index

    def _subordinate(self, segment: Segment, first: Token) -> None:
        parent = self.top() if self.current is not None else None
        relative = first.tag in ("PRELS", "PRELAT", "ART", "PDS", "APPR", "APPRART") or self._where(segment, first)
        denied = first.low == "was" and segment.opener == "," and self.reported.says(segment.tokens)  # …, was Oslo bestreitet
        if relative or denied or is_nominal_what(self.tokens, segment):
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
        parent = self.top() if self.current is not None else None
        purpose = first.tag == "KOUI" or (first.tag != "APPR" and first.low in ("um", "ohne", "statt", "anstatt"))
        self._open(
            segment, ClauseKind.INFINITIVE, first.low if purpose else None, Link.ADVERBIAL if purpose else Link.COMPLEMENT, parent
        )

    def _finite(self, segment: Segment, first: Token) -> None:
        if segment.opener == "(" and self.current is not None:
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, self.root())
            return
        waiting = self.awaiting()
        main = waiting is not None and self.drafts[waiting].kind is ClauseKind.MAIN
        if waiting is not None and main and (segment.opener == ":" or _quotes(segment, self.drafts[waiting])):
            self.drafts[waiting].kind, self.drafts[waiting].finite = ClauseKind.VERBLESS, True  # Der Sprecher: „…“
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, waiting)
        elif main and self._before(segment) is not None and self.reported.is_rendered(segment, self.rest):
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, waiting)  # Der Vorwurf, A habe B bedroht, wurde …
            self.current = waiting
        elif main and segment.opener == "," and self._interrupts(self.reported.so_said(segment) or first):
            self._open(segment, ClauseKind.MAIN, None, Link.INSERT, waiting)
            self.current = waiting
        elif waiting is not None:
            self._continue(segment, waiting)
        elif first.is_finite and self.current is not None and segment.opener in (",", "–", "-", "—"):
            self._verb_first(segment)
        elif self.reported.so_said(segment) is not None and self.current is not None and segment.opener in (",", "–"):
            self._open(segment, ClauseKind.MAIN, None, Link.INSERT, self.root())
        else:
            nested = segment.opener in (",", ":")
            parent = (self.top() if nested else self.root()) if self.current is not None else None
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE if parent is not None else Link.NONE, parent)

    def _verb_first(self, segment: Segment) -> None:
        """ ", sagte X,": what stands before is what X said; after a subordinate clause in front it is the main clause."""
        root, condition = self.root(), self._said_condition(segment)
        if condition is not None:
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, root).opener = self.drafts[condition].opener
            self.drafts[condition].parent = self.current
            return
        if root is not None and self.drafts[root].kind is not ClauseKind.MAIN:
            draft = self._open(segment, ClauseKind.MAIN)
            front = self.drafts[root]
            front.parent = len(self.drafts) - 1
            if front.kind is ClauseKind.RELATIVE:
                front.link = Link.COMPLEMENT
            draft.finite = True
            return
        if root == 0 and self._is_condition(self.drafts[root], segment):
            self._open(segment, ClauseKind.MAIN).finite = True
            front = self.drafts[root]
            front.kind, front.link, front.parent = ClauseKind.SUBORDINATE, Link.CONDITION, len(self.drafts) - 1
            return
        if root is not None and self._goes_on(segment):
            draft = self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, root)
            draft.continues, draft.opener = root, "und"
            return
        self._open(segment, ClauseKind.MAIN, None, Link.INSERT, root)

    def _is_condition(self, front: Draft, segment: Segment) -> bool:
        """Griffe Peru an, würde Kuba helfen: of two clauses with the verb in first place the first tells the condition of the
        other, unless that says who speaks (", fragte Kuba")."""
        words = [self.tokens[i] for i in sorted(front.tokens) if not self.tokens[i].tag.startswith("$")]
        opens = front.kind is ClauseKind.MAIN and front.parent is None and bool(words) and words[0].is_finite
        behind = [self.tokens[i] for i in segment.tokens]
        prefix = next((t.low for t in behind if t.tag == "PTKVZ"), "")
        says = any({t.lemma, prefix + t.lemma} & _SPEAKING for t in behind if t.is_finite)
        return opens and segment.opener == "," and not says

    def _is_said(self, segment: Segment, draft: Draft) -> bool:
        """sagte: „Nicht ich, sondern er war es“; meldete, Oslo, das …, habe …: a phrase that begins what the clause says."""
        if _quotes(segment, draft):
            return self.reported.verb_to_come(self.rest)
        says = draft.kind is ClauseKind.MAIN and self.reported.says(draft.tokens)
        return says and self.reported.begins(segment, self.rest)

    def _said_condition(self, segment: Segment) -> int | None:
        """The condition within what somebody says, of which the segment tells the consequence."""
        index, first = self.current, first_word(self.tokens, segment)
        parent = self.drafts[index].parent if index is not None else None
        while index is not None and parent is not None and self.drafts[parent].parent is not None:
            index, parent = parent, self.drafts[parent].parent
        if index is None or parent is None or first is None or self.drafts[index].link is not Link.CONDITION:
            return None
        main, condition = self.drafts[parent], self.drafts[index]
        said = main.kind is ClauseKind.MAIN and self.reported.says(main.tokens) and min(main.tokens) < min(condition.tokens)
        return index if said and self.reported.is_consequence(segment, first, condition.opener) else None

    def _interrupts(self, first: Token) -> bool:
        """Oslo, sagte der Minister, habe …: a verb in first place while another one is still to come in first place."""
        following = first_word(self.tokens, self.rest[0]) if self.rest and self.rest[0].opener == "," else None
        both = following is not None and following.is_finite and first.is_finite
        return both and (first.lemma in self.sayings or following is None or following.lemma not in self.sayings)

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
        waiting = self.awaiting() if self.awaiting() is not None else self.open_bracket(segment)
        colon = self.current is not None and segment.opener == ":" and self._begins_behind_colon(segment)
        if waiting is None and self.current is not None and (colon or self._is_said(segment, self.drafts[self.current])):
            self._open(segment, ClauseKind.MAIN, None, Link.COORDINATE, self.top())
        elif first.low in _REPORTING and self.current is not None and segment.opener in (",", "–", "-", "("):
            before = self.current
            self._open(segment, ClauseKind.VERBLESS, first.low, Link.INSERT, self.root())
            self.current = before
        elif self.awaiting() is not None and segment.opener == "," and self._is_loose(segment):
            self._open(segment, ClauseKind.PARTICIPIAL, None, Link.ATTRIBUTE, waiting).antecedent = self._before(segment)
            self.current = waiting
        elif waiting is not None:
            self._continue(segment, waiting)
        elif self.current is not None and edged_by_participle(self.tokens, segment):
            around = self.top()
            self._open(segment, ClauseKind.PARTICIPIAL, None, Link.ADVERBIAL, around)
            self.current = around if goes_on_behind(self.tokens, self.rest) else self.current
        elif only_denies(self.tokens, segment):
            self._continue(segment, self.root())
        else:
            self._continue(segment, self.main_or_current())

    def _begins_behind_colon(self, segment: Segment) -> bool:
        """Der Streit geht weiter: Die Partei (PKK) bekannte sich …: its verb follows behind what interrupts it."""
        outside = next((s for s in self.rest if not s.bracketed), None)
        following = first_word(self.tokens, outside) if outside is not None and outside.opener in (")", ",") else None
        interrupted = bool(self.rest) and (self.rest[0].bracketed or self.rest[0].opener == ",")
        return interrupted and following is not None and following.is_finite

    def _is_loose(self, segment: Segment) -> bool:
        """Der Hafen, von Rebellen besetzt, …; die Polizei, unterstützt von der Armee, …: a participle between commas in a clause
        that still waits for its verb."""
        words = [self.tokens[i] for i in segment.tokens if not self.tokens[i].tag.startswith("$")]
        led = len(words) > 1 and words[0].tag == "VV(PP)" and words[1].low in ("von", "vom", "durch")
        return bool(words) and (led or words[-1].tag == "VV(PP)") and self._before(segment) is not None

    def _before(self, segment: Segment) -> int | None:
        """The phrase right in front of the segment's comma."""
        return next((p.index for p in self.phrases if p.last == segment.tokens[0] - 2 and p.pronoun is None), None)

    def _where(self, segment: Segment, first: Token) -> bool:
        """in Genf, wo …: right behind a phrase, "wo" tells more about it."""
        return first.low == "wo" and any(p.last == segment.tokens[0] - 2 and p.pronoun is None for p in self.phrases)


def _quotes(segment: Segment, draft: Draft) -> bool:
    """Whether a quotation begins with the segment, behind the colon of a clause that is no part of one."""
    return segment.opener == ":" and segment.quoted and not draft.quoted
