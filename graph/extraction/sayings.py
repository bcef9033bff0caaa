"""What one sentence renders of somebody's speech: which clauses are content, which phrase speaks, which word says so.

It knows clauses and the lexicon's words of saying, and sees one sentence only; quotation marks and runs over several
sentences are put together elsewhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Mood, Role, Verb, Voice
from ..language.wordlists import word_list
from ..model import Span, SpeechType
from .attribution import Attributions
from .phrasing import SourcePhrases

_SPEECH_VERBS: Final = word_list("de", "speech_verbs")
_NO_SPEECH: Final = word_list("de", "no_speech_verbs")
_REPORTING: Final = word_list("de", "reporting_verbs")
_HENCE: Final = frozenset({"demnach", "demzufolge"})
_WHEREBY: Final = frozenset({"wonach", "demzufolge"})
_BACK: Final = frozenset({"dies", "das", "dieses"})
_NOT_REPORTED: Final = frozenset({"möchte", "möchten", "wollte"})  # a wish, a past
_SUBJUNCTIVE: Final = (Mood.REPORTED, Mood.UNREAL)


@dataclass(frozen=True, slots=True)
class Saying:
    """A stretch of one sentence that somebody says. `before` tells that the sentence before is its content ("Das sagte
    X"), `certain` that it is speech even where nothing before it was."""

    content: tuple[Span, ...]
    type: SpeechType
    speaker: Span | None = None
    cue: Span | None = None
    before: bool = False
    certain: bool = True


class Sayings:
    """Finds the sayings of one sentence."""

    def __init__(self, analysis: Analysis, attributions: Attributions) -> None:
        self.analysis, self.attributions = analysis, attributions
        self.sources = SourcePhrases(analysis, attributions)
        self.children = _Children(analysis)
        self._covered: set[int] = set()

    def found(self) -> tuple[Saying, ...]:
        """All of them, in the order of the text; the same words may be said within what is said."""
        clauses = self.analysis.clauses
        said = [s for c in clauses for s in (*self._by_verb(c), *self._by_source(c))]
        free = [s for c in clauses for s in self._free(c)]
        said = [*free, *(s for s in said if not any(f.certain and f.content[0].covers(s.content[0]) for f in free))]
        if not said:
            said.extend(s for c in clauses[:1] for s in self._reported(c))
        return tuple(sorted(dict.fromkeys(said), key=lambda s: (s.content[0], s.type)))

    def acting(self) -> Span | None:
        """Who acts in the sentence's first main clause, if it is somebody."""
        main = next((c for c in self.analysis.clauses if c.kind is ClauseKind.MAIN and c.verb is not None), None)
        acting = self.attributions.slots.fill(main, "subject")[:1] if main is not None else ()
        somebody = main is not None and any(self.attributions.parties.parties(i) for i in acting)
        return self.sources.subject(main) if main is not None and somebody else None

    def speaker_about(self, quotation: Span) -> tuple[Span | None, Span | None]:
        """Who speaks, and the verb, where no word of saying introduces a quotation: the subject of the clause that it
        is a part of, or of the one before or after it; or the name before its colon."""
        tokens = self.analysis.tokens
        inside = [t.index for t in tokens if quotation.covers(t.span)]
        before = [t.index for t in tokens if t.span.end <= quotation.start]
        owners = [c for c in self.analysis.clauses if self._stands_in(c, inside)]
        if before and tokens[before[-1]].text == ":":
            if not any(tokens[i].is_verb for i in before):
                return self.sources.first(before), None
            owners = [*(c for c in self.analysis.clauses if (before[-1] - 1) in c.tokens), *owners]
        owners.extend(c for c in self.analysis.clauses if c.kind is ClauseKind.MAIN)
        for clause in owners:
            speaker = self.sources.of_verb(clause) or self.sources.subject(clause)
            if speaker is not None and not quotation.covers(speaker):
                return speaker, self._verb_span(clause)
        return None, None

    def _stands_in(self, clause: Clause, inside: list[int]) -> bool:
        """Whether the quotation is a part of the clause, whose verb stands outside it."""
        return bool(set(clause.tokens) & set(inside)) and clause.verb is not None and clause.verb.head not in inside

    # verbs and nouns of saying --------------------------------------------------------------------------------------

    def _by_verb(self, clause: Clause) -> Iterator[Saying]:
        inserted = self._inserted_into(clause)
        content = [inserted] if inserted is not None else [c for c in self.children.of(clause) if self._is_content(c)]
        saying = self._says(clause)
        if content and saying:
            speaker = self.sources.of_verb(clause)
            if speaker is None and clause.verb is not None and clause.verb.lemma == "erfahren":
                return  # who learns something is no speaker
            yield from self._stretches(clause, content, speaker, self._verb_span(clause))
        elif content and inserted is None:
            yield from self._by_noun(clause, content)
        elif self._answers(clause) and (back := self._points_back(clause)) is not None:
            yield Saying((back,), SpeechType.INDIRECT, self.sources.of_verb(clause), self._verb_span(clause), before=True)

    def _inserted_into(self, clause: Clause) -> Clause | None:
        """The clause that ", sagte X," or "wie X mitteilte" stands in."""
        as_said = clause.introducer == "wie" and clause.link is Link.ADVERBIAL
        if clause.parent is None or not (as_said or clause.link is Link.INSERT) or clause.kind is ClauseKind.VERBLESS:
            return None
        parent = self.analysis.clauses[clause.parent]
        return parent if parent.verb is not None or clause.link is Link.INSERT else None

    def _is_content(self, clause: Clause) -> bool:
        if clause.kind is ClauseKind.RELATIVE:
            return clause.introducer in _WHEREBY
        return clause.link is Link.COMPLEMENT and clause.introducer not in ("wobei", "wodurch", "womit", "wo", "worauf")

    def _says(self, clause: Clause) -> bool:
        if clause.verb is None:
            return False
        if clause.verb.lemma in _NO_SPEECH:
            return False
        if clause.verb.lemma in _SPEECH_VERBS or self.attributions.cue(clause) is not None:
            return True
        return any(self.analysis.tokens[i].low == "bekannt" for i in clause.tokens)

    def _answers(self, clause: Clause) -> bool:
        """Whether the verb says so much that "das" is its whole content."""
        if clause.verb is None or clause.verb.lemma in _NO_SPEECH:
            return False
        return self.attributions.cue(clause) is not None or clause.verb.lemma == "hervorgehen"

    def _by_noun(self, clause: Clause, content: Iterable[Clause]) -> Iterator[Saying]:
        """die Behauptung Moskaus, dass …; ist der Meinung, dass …; kam zu dem Schluss, dass …"""
        for complement in content:
            index = self.sources.noun_before(clause, min(complement.tokens))
            if index is not None:
                speaker = self.sources.of_noun(clause, index)
                yield from self._stretches(clause, [complement], speaker, self.sources.span(index))

    def _points_back(self, clause: Clause) -> Span | None:
        """ "Das" in "Das teilte X mit": what it means is the sentence before."""
        if clause.parent is not None or clause.kind is not ClauseKind.MAIN:
            return None
        first = next((self.analysis.tokens[i] for i in clause.tokens if self.analysis.tokens[i].text[0].isalpha()), None)
        if first is None or first.low not in _BACK:
            return None
        alone = not any(p.first == first.index and p.last > p.first for p in self.analysis.phrases)
        return first.span if alone else None

    def _verb_span(self, clause: Clause) -> Span | None:
        return self.analysis.tokens[clause.verb.head].span if clause.verb is not None else None

    # laut X, nach Angaben von X, so X, demnach -----------------------------------------------------------------------

    def _by_source(self, clause: Clause) -> Iterator[Saying]:
        for named in self.sources.prepositional(clause):
            yield from self._stretches(clause, [clause], named.speaker, named.cue, frozenset(named.tokens))
            return
        for other in self.analysis.clauses:
            if other.parent == clause.index and other.kind is ClauseKind.VERBLESS and other.link is Link.INSERT:
                named_span = self.sources.of_insert(other)
                if named_span is not None:
                    yield from self._stretches(clause, [clause], named_span, self.analysis.tokens[other.tokens[0]].span)
        hence = next((i for i in clause.tokens if self.analysis.tokens[i].low in _HENCE), None)
        if hence is not None and clause.kind is ClauseKind.MAIN:
            cue = self.analysis.tokens[hence].span
            yield from self._stretches(clause, [clause], cue, cue, frozenset({hence}))

    # content ---------------------------------------------------------------------------------------------------------

    def _stretches(
        self,
        by: Clause,
        content: Iterable[Clause],
        speaker: Span | None,
        cue: Span | None,
        without: frozenset[int] = frozenset(),
    ) -> Iterator[Saying]:
        members = self.children.closure(content, by)
        self._covered |= members
        tokens = sorted({i for m in members for i in self.analysis.clauses[m].tokens} - without)
        tokens = [*self._torn_off(by, self.analysis.clauses[min(members)], tokens), *tokens]
        spans = self._runs(tokens)
        if spans:
            yield Saying(spans, SpeechType.INDIRECT, speaker, cue)

    def _torn_off(self, by: Clause, content: Clause, tokens: list[int]) -> list[int]:
        """Phrases between the comma and an infinitive that were left with the clause above: they are its objects."""
        if content.kind is not ClauseKind.INFINITIVE or not tokens:
            return []
        at = tokens[0]
        while at > 0 and self.analysis.tokens[at - 1].tag != "$,":
            at -= 1
        between = range(at, tokens[0])
        verbs = any(self.analysis.tokens[i].is_verb for i in between)
        return [] if at == 0 or verbs else [i for i in between if i in by.tokens]

    def _runs(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """The tokens as stretches of text; marks between them join, marks at the ends fall away."""
        words = [i for i in tokens if not self.analysis.tokens[i].tag.startswith("$")]
        spans: list[Span] = []
        last = -2
        for i in words:
            token = self.analysis.tokens[i].span
            joined = bool(spans) and all(self.analysis.tokens[k].tag.startswith("$") for k in range(last + 1, i))
            if joined:
                spans[-1] = Span(spans[-1].start, token.end)
            else:
                spans.append(token)
            last = i
        return tuple(spans)

    # free and reported speech ---------------------------------------------------------------------------------------

    def _free(self, clause: Clause) -> Iterator[Saying]:
        """A main clause in Konjunktiv, or with "soll … haben", that nothing in its sentence introduces."""
        if clause.index in self._covered or clause.kind is not ClauseKind.MAIN or clause.verb is None:
            return
        if clause.verb.finite == self._first_word(clause):
            return  # "Sollte das scheitern, …": a condition
        reported = clause.verb.mood is Mood.REPORTED or clause.verb.evidential
        if not reported and not self._may_be_reported(clause.verb):
            return
        members = self.children.closure([clause], clause)
        self._covered |= members
        spans = self._runs(sorted({i for m in members for i in self.analysis.clauses[m].tokens}))
        if spans:
            yield Saying((Span(spans[0].start, spans[-1].end),), SpeechType.FREE, certain=clause.verb.mood is Mood.REPORTED)

    def _first_word(self, clause: Clause) -> int | None:
        return next((i for i in clause.tokens if not self.analysis.tokens[i].tag.startswith("$")), None)

    def _may_be_reported(self, verb: Verb) -> bool:
        """Konjunktiv II stands for I in the plural, and *sollte, wollte* have one form for all moods."""
        word = self.analysis.tokens[verb.finite].low if verb.finite is not None else ""
        return word not in _NOT_REPORTED and (
            verb.mood is Mood.UNREAL or (verb.mood is Mood.AMBIGUOUS and verb.modal is not None)
        )

    def _reported(self, clause: Clause) -> Iterator[Saying]:
        """A verb of saying with a noun for what is said: the whole sentence tells of it."""
        main = next((c for c in self.analysis.clauses if c.kind is ClauseKind.MAIN and c.verb is not None), None)
        if main is None or main.verb is None or main.verb.lemma not in _REPORTING or not self._has_object(main):
            return
        speaker = self.sources.of_verb(main)
        if speaker is not None:
            yield Saying((self.analysis.sentence.span,), SpeechType.REPORTED, speaker, self._verb_span(main))

    def _has_object(self, clause: Clause) -> bool:
        if clause.verb is not None and clause.verb.voice is not Voice.ACTIVE:
            return bool(clause.fillers_in(Role.SUBJECT))
        return bool(clause.fillers_in(Role.ACCUSATIVE) or clause.fillers_in(Role.PREPOSITION) or clause.fillers_in(Role.DATIVE))


@dataclass(slots=True)
class _Children:
    """Which clauses hang on which."""

    analysis: Analysis
    _table: dict[int, list[Clause]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for clause in self.analysis.clauses:
            if clause.parent is not None:
                self._table.setdefault(clause.parent, []).append(clause)

    def of(self, clause: Clause) -> list[Clause]:
        return self._table.get(clause.index, [])

    def closure(self, content: Iterable[Clause], by: Clause) -> set[int]:
        """`content` and all that hangs on it, but the clause that says it and main clauses of the reporter's own."""
        members = {c.index for c in content}
        waiting = [self.analysis.clauses[i] for i in sorted(members)]
        while waiting:
            clause = waiting.pop()
            for child in self.of(clause):
                if child.index != by.index and child.index not in members and self._goes_on(clause, child):
                    members.add(child.index)
                    waiting.append(child)
        return members

    def _goes_on(self, clause: Clause, child: Clause) -> bool:
        if child.link is Link.INSERT:
            return False
        as_said = child.introducer == "wie" and child.link is Link.ADVERBIAL
        if child.kind is not ClauseKind.MAIN or child.link is not Link.COORDINATE:
            return not as_said
        said = clause.verb is not None and clause.verb.mood in _SUBJUNCTIVE
        return not said or (child.verb is not None and child.verb.mood is not Mood.INDICATIVE)
