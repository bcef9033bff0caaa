"""On whose word a clause stands: the chain of sources above it, outermost first.

Sources come from verbs of saying above the clause, inserts (", sagte X,"), "wie X mitteilte", prepositions ("laut X"),
nouns ("nach Angaben von X"), distancing adverbs, evidential *sollen*, and from the sentence before when Konjunktiv or
quotation marks run on.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Mood, Phrase, Role, Voice
from ..language.lexicon import Cue, Lexicon
from ..model import Entity, Kind, Party, Scope, Span, Stance, Step
from .according import According
from .cues import Cues
from .distance import distancing_adjective, distancing_adverb
from .parties import PartyFinder
from .running import Running
from .scopes import denied_scope
from .slots import Slots
from .sources import Sources

_DEPTH: Final = 8  # clauses embedded deeper do not occur; it only stops a broken tree
JUDGING: Final = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.CONFIRMS})  # plainer than what a verb embeds
_WHERE: Final = frozenset({"in", "bei", "auf", "an", "vor", "seit", "nach"})
_INFERRED: Final = frozenset({"offenbar", "offensichtlich", "anscheinend", "wohl", "vermutlich", "wahrscheinlich"})
_HENCE: Final = frozenset({"demnach", "demzufolge", "wonach"})
_MARKS: Final = frozenset('„“”»«"')
_FIRST: Final = frozenset({"ich", "wir"})
_WHEREBY: Final = frozenset({"nach", "laut", "gemäß"})
_THEREIN: Final = frozenset({"darin", "dort", "weiter", "ferner", "außerdem", "hierin"})
_NEGATED: Final = {Stance.DENIES: Stance.CONFIRMS, Stance.DOUBTS: Stance.ASSERTS, Stance.CONFIRMS: Stance.DOUBTS}
_ANONYMOUS_STEP: Final = Step(None, Stance.ALLEGES, anonymous=True)


class Attributions:
    """The chains of one sentence's clauses; `running` is what the sentence before left."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon, slots: Slots, parties: PartyFinder, running: Running) -> None:
        self.analysis, self.lexicon, self.slots, self.parties = analysis, lexicon, slots, parties
        self.running, self.cues = running, Cues(analysis, lexicon)
        self.sources = Sources(analysis, slots, parties, self.cues)
        spoke = running.chain or running.likely
        self.according = According(analysis, lexicon, slots, parties, self.cues, self.sources, spoke)
        self._chains: dict[int, tuple[Step, ...]] = {}

    def chain(self, clause: Clause, depth: int = 0) -> tuple[Step, ...]:
        """All sources of the clause, outermost first; empty when the article itself says it."""
        if clause.index in self._chains or depth > _DEPTH:
            return self._chains.get(clause.index, ())
        outer = self._from_above(clause, depth) or (self.running.chain if self.in_open_quotation(clause) else ())
        own = [*self.according.steps(clause), *self._inserted(clause), *self.according.basis(clause)]
        chain = (*outer, *own)
        if not chain and self.runs_on(clause):
            chain = self.running.chain or self.running.likely
        chain = chain or self._introduced(clause, depth) or self._standing_alone(clause)
        chain = self.distanced(clause, chain)
        self._chains[clause.index] = chain
        return chain

    def _introduced(self, clause: Clause, depth: int) -> tuple[Step, ...]:
        """Er erklärte: „Wenn …, sollte die Regierung …“: a quoted clause that hangs on nothing is what was said before it."""
        alone = clause.quoted and clause.kind is ClauseKind.MAIN and clause.parent is None and clause.verb is not None
        before = (c for c in self.analysis.clauses if alone and not c.quoted and c.tokens[-1] < clause.tokens[0])
        saying = next((c for c in before if self.cue(c) is not None and c.kind is ClauseKind.MAIN), None)
        return (*self.chain(saying, depth + 1), *self.said_by(saying)) if saying is not None else ()

    def _standing_alone(self, clause: Clause) -> tuple[Step, ...]:
        """Kern kritisierte Peru. „Peru hat angegriffen.“ – a sentence that is nothing but a quotation is never the article's own
        word: whoever spoke or acted before it says so, else somebody unnamed."""
        texts = [t.text for t in self.analysis.tokens]
        whole = texts[0] in _MARKS and not _MARKS.isdisjoint(texts[-2:]) and self.running.quotation is None
        own = [c for c in self.analysis.clauses if c.verb is not None]
        if not whole or clause.verb is None or clause.kind is not ClauseKind.MAIN or not all(c.quoted for c in own):
            return ()
        return self.running.unnamed()

    def _from_above(self, clause: Clause, depth: int) -> tuple[Step, ...]:
        if clause.parent is None or clause.link is Link.INSERT:
            return ()
        parent = self._reporting(clause)
        above = self.chain(parent, depth + 1)
        if clause.link is Link.COMPLEMENT or self._tells_how(clause, parent):
            explains = clause.kind is ClauseKind.MAIN and not clause.quoted and _is_plain(clause) and self.cue(parent) is None
            return above if explains else (*above, *self.said_by(parent))
        if clause.link is Link.COORDINATE and not self.runs_on(clause) and parent.kind is ClauseKind.MAIN:
            return above if self._same_reporting(clause, parent) or _goes_on(clause, parent) else ()
        return (*above, *self._whereby(clause, parent))

    def _reporting(self, clause: Clause) -> Clause:
        """The clause that this one hangs on; for "sagte, nachdem er …, dass …" the one with the verb of saying."""
        assert clause.parent is not None
        parent = self.analysis.clauses[clause.parent]
        beside = parent.link in (Link.ADVERBIAL, Link.ATTRIBUTE) and parent.parent is not None
        if clause.link is not Link.COMPLEMENT or clause.kind is ClauseKind.INFINITIVE or not beside or self.said_by(parent):
            return parent
        above = self.analysis.clauses[parent.parent] if parent.parent is not None else parent
        return above if self.cue(above) is not None and above.tokens[0] < parent.tokens[0] else parent

    def _tells_how(self, clause: Clause, parent: Clause) -> bool:
        """berichtete, wie Soldaten schossen: a clause with "wie" for what is told."""
        if clause.introducer != "wie" or clause.link is not Link.ADVERBIAL or self.cue(clause) is not None:
            return False
        behind = clause.tokens[0] > parent.tokens[0] and self.cue(parent) is not None
        content = any(c.parent == parent.index and c.link is Link.COMPLEMENT for c in self.analysis.clauses)
        return behind and not content and not parent.fillers_in(Role.ACCUSATIVE)

    def _whereby(self, clause: Clause, parent: Clause) -> tuple[Step, ...]:
        """ein Bericht, dem zufolge …; Berichte, nach denen …: the relative clause is what the noun says."""
        if clause.kind is not ClauseKind.RELATIVE or clause.antecedent is None:
            return ()
        words = [self.analysis.tokens[i].low for i in clause.tokens[:2]]
        phrase = self.analysis.phrases[clause.antecedent]
        cue = self.cues.noun(phrase) if words[0] in _WHEREBY or "zufolge" in words else None
        if cue is None:
            return ()
        own = self.sources.of_noun(phrase) or self.sources.of_subject(parent, phrase.index)
        source = own or self.sources.party(phrase.index)  # Berichte, nach denen …
        return (self.sources.step(source, cue.stance, self.parties.span(phrase.index)),)

    def _same_reporting(self, clause: Clause, parent: Clause) -> bool:
        """A second main clause keeps "laut X" of the first only where it shares its subject or finite verb."""
        own = clause.fillers_in(Role.SUBJECT)
        finite = clause.verb.finite if clause.verb is not None else None
        borrowed = finite is not None and finite not in clause.tokens
        return borrowed or (bool(own) and own == parent.fillers_in(Role.SUBJECT))

    def speaker(self, phrase: Phrase) -> Entity | None:
        """Whose words the phrase's clause renders: whom "ich" in it means."""
        clause = next((c for c in self.analysis.clauses if phrase.head in c.tokens), None)
        chain = self.chain(clause) if clause is not None else ()
        source = chain[-1].source if chain else None
        return source.entity if source is not None else None

    # verbs of saying ------------------------------------------------------------------------------------------------

    def cue(self, clause: Clause) -> Cue | None:
        """The cue of saying that the clause's verb is, if it is one."""
        return self.cues.verb(clause)

    def said_by(self, clause: Clause) -> tuple[Step, ...]:
        """The step that a clause of saying adds for what it embeds; empty if it is no such clause."""
        cue, embedding = self.cue(clause), self.slots.embedding(clause)
        embedded = embedding.stance if embedding is not None else None
        stance = cue.stance if cue is not None and (cue.stance in JUDGING or embedded is None) else embedded
        if stance is None or clause.verb is None:
            return self._noun_of_saying(clause) or self._introducing(clause)
        if clause.verb.negated or (cue is not None and self.cues.without(clause, cue)):
            neither = any(self.analysis.tokens[i].low == "weder" for i in clause.tokens)  # weder bestätigt noch dementiert
            stance = Stance.DOUBTS if neither else _NEGATED.get(stance, stance)  # bestritt nicht, dass …; hat keine Zweifel …
        source = self._source(clause, cue)
        if source is None and any(self.analysis.phrases[i].pronoun in _FIRST for i in clause.fillers_in(Role.SUBJECT)):
            return ()  # Ich denke, …
        step = self.sources.step(source, stance, self._verb_span(clause), self._scope(clause, stance))
        inner = [self.sources.party(i) for i in self.slots.fill(clause, cue.then)[:1]] if cue is not None and cue.then else []
        quoted = tuple(self.sources.step(p, Stance.ASSERTS) for p in inner if p is not None)
        outer = () if quoted and source is None else (step,)  # X wird zitiert: nobody says by whom
        return (*outer, *quoted, *self.according.referred(clause, by_source=False))

    def _source(self, clause: Clause, cue: Cue | None) -> Party | None:
        if cue is None and self._is_suspected(clause):
            return None
        for slot in cue.source if cue is not None and cue.source else ("subject",):
            for index in self.slots.fill(clause, slot):
                if self.analysis.phrases[index].pronoun == "da":
                    continue  # darin heißt es
                if self.cues.noun(self.analysis.phrases[index]) is not None and slot == "subject":
                    return self.sources.of_noun(self.analysis.phrases[index]) or self.sources.of_subject(clause, index)
                return self.sources.party(index)
        if clause.verb is not None and clause.verb.voice is Voice.ACTIVE and self.cue(clause) is not None:
            return self._place_of_saying(clause) or self._issuer(clause)
        return None

    def _is_suspected(self, clause: Clause) -> bool:
        """steht im Verdacht, … zu haben: the subject is who is suspected, and by whom is not told."""
        frames = self.lexicon.verbs.get(clause.verb.lemma, ()) if clause.verb is not None else ()
        embedding = self.slots.embedding(clause)
        return any(f.clause is embedding and not f.actor and f.recipient == ("subject",) for f in frames if f.clause is not None)

    def _issuer(self, clause: Clause) -> Party | None:
        """X veröffentlichte einen Bericht. Darin heißt es, …: who spoke or acted last."""
        therein = any(self.analysis.tokens[i].low in _THEREIN for i in clause.tokens)
        spoke = (self.running.chain or self.running.likely)[-1:] if therein else ()
        return next((step.source for step in spoke), None)

    def _place_of_saying(self, clause: Clause) -> Party | None:
        """heißt es in dem Bericht, im Kreml: the prepositional phrase speaks."""
        for preposition in ("in", "aus", "von", "bei"):
            for index in self.slots.prepositional(clause, preposition):
                party = self.sources.party(index)
                if party is not None and party.entity.kind is not Kind.PLACE and self._can_speak(index, party):
                    return party
        return None

    def _can_speak(self, index: int, party: Party) -> bool:
        """im Kreml, in Regierungskreisen, in dem Bericht; but not bei seiner Reise, in dieser Woche."""
        described = self.parties.bodies.group_noun(index) is not None
        return not party.entity.local or described or self.lexicon.is_report(self.analysis.phrases[index].lemma)

    def _noun_of_saying(self, clause: Clause) -> tuple[Step, ...]:
        """ "die Behauptung Moskaus, dass …": a noun of saying whose genitive or adjective speaks."""
        for role in (Role.ACCUSATIVE, Role.SUBJECT):
            for index in clause.fillers_in(role):
                cue = self.cues.noun(self.analysis.phrases[index])
                if cue is not None:
                    source = self.sources.of_noun(self.analysis.phrases[index]) or self.sources.of_subject(clause, index)
                    none = self.analysis.phrases[index].determiner == "negative"  # hat keine Zweifel daran, dass …
                    stance = _NEGATED.get(cue.stance, Stance.DOUBTS) if none else cue.stance  # keine Beweise dafür, dass
                    return (self.sources.step(source, stance, self.parties.span(index)),)
        return ()

    def _introducing(self, clause: Clause) -> tuple[Step, ...]:
        """Der Sprecher: „…“ – who stands alone in front of a colon."""
        alone = clause.kind is ClauseKind.VERBLESS and clause.link is Link.NONE
        named = [f.phrase for f in clause.fillers if self.analysis.phrases[f.phrase].preposition is None] if alone else []
        found = self.parties.parties(named[0]) if named else ()
        return (self.sources.step(found[0], Stance.ASSERTS),) if found else ()

    def _scope(self, clause: Clause, stance: Stance) -> Scope | None:
        return denied_scope(self.analysis, clause) if stance in (Stance.DENIES, Stance.DOUBTS) else None

    def _verb_span(self, clause: Clause) -> Span | None:
        return self.analysis.tokens[clause.verb.head].span if clause.verb is not None else None

    # inserts, prepositions, adverbs ---------------------------------------------------------------------------------

    def _inserted(self, clause: Clause) -> Iterator[Step]:
        """ ", sagte X," and ", so X" and "wie X mitteilte" that hang on this clause."""
        for other in self.analysis.clauses:
            if other.parent != clause.index or other.index == clause.index:
                continue
            if other.link is Link.INSERT and other.kind is ClauseKind.VERBLESS:
                yield from self._so(other)
            elif self._reports(other):
                yield from self.according.steps(other)
                yield from self.said_by(other)

    def _reports(self, clause: Clause) -> bool:
        insert = clause.link is Link.INSERT
        as_said = clause.introducer == "wie" and clause.link is Link.ADVERBIAL
        cue = self.cue(clause)
        says = cue is not None and (insert or cue.kind != "topic")  # wie es die Nachbarn sprechen
        return (insert or as_said) and (says or (insert and self.slots.embedding(clause) is not None))

    def _so(self, clause: Clause) -> Iterator[Step]:
        index = next((f.phrase for f in clause.fillers if f.role is not Role.ADJUNCT), None)
        place = index is not None and self.analysis.phrases[index].preposition in _WHERE  # so auch in Bergen
        if index is not None and not place:
            source = self.sources.party(index)
            yield self.sources.step(source, Stance.ASSERTS, self.analysis.tokens[clause.tokens[0]].span)

    def distanced(self, clause: Clause, chain: tuple[Step, ...]) -> tuple[Step, ...]:
        """angeblich, mutmaßlich, soll … haben: the reporter keeps a distance from the innermost source, or from nobody."""
        word = distancing_adverb(self.analysis, self.lexicon, clause)
        evidential = clause.verb is not None and clause.verb.evidential
        if word is None and not evidential:
            return chain
        if evidential and clause.verb is not None and clause.verb.modal == "wollen":  # X will … abgeschossen haben
            source = next((self.sources.party(i) for i in self.slots.subject(clause)), None)
            return (*chain, self.sources.step(source, Stance.ALLEGES, self._verb_span(clause)))
        if not chain:
            return (replace(_ANONYMOUS_STEP, cue=word.span if word is not None else None),)
        last = chain[-1]
        inferred = word is not None and not evidential and word.low in _INFERRED  # offenbar, sagte Kern: so it seems to him
        return (*chain[:-1], replace(last, stance=Stance.ALLEGES)) if last.stance is Stance.ASSERTS and not inferred else chain

    def distanced_noun(self, index: int, chain: tuple[Step, ...]) -> tuple[Step, ...]:
        """ "ein angeblicher Angriff": hearsay in an adjective."""
        word = None if chain else distancing_adjective(self.analysis, self.lexicon, self.analysis.phrases[index])
        return (*chain, replace(_ANONYMOUS_STEP, cue=word.span)) if word is not None else chain

    def runs_on(self, clause: Clause) -> bool:
        """Whether an unattributed main clause goes on with the speech of the sentence before."""
        if clause.verb is None or clause.kind is not ClauseKind.MAIN:
            return False
        if any(self.analysis.tokens[i].low in _HENCE for i in clause.tokens) or clause.verb.mood is Mood.REPORTED:
            return bool(self.running.chain or self.running.likely)
        opens = self.analysis.tokens[clause.tokens[0]].text in _MARKS  # but „X“, ein Film, … is none
        if clause.quoted and opens and self.running.in_quotation:
            return bool(self.running.chain)
        return clause.verb.mood is Mood.UNREAL and bool(self.running.chain)

    def in_open_quotation(self, clause: Clause) -> bool:
        """Whether the clause stands in a quotation that a sentence before began."""
        open_until = self.running.quotation.end if self.running.quotation is not None else 0
        return clause.link is not Link.INSERT and self.analysis.tokens[clause.tokens[0]].span.start < open_until


def _goes_on(clause: Clause, parent: Clause) -> bool:
    """sagte, A sei gefallen und B habe kapituliert: the second goes on with what is said."""
    subjunctive = clause.verb is not None and clause.verb.mood in (Mood.REPORTED, Mood.UNREAL)
    return parent.link is Link.COMPLEMENT and (subjunctive or clause.quoted)


def _is_plain(clause: Clause) -> bool:
    """wurde angeklagt: 1982 scheiterte …: behind a colon the reporter's own words."""
    return clause.verb is not None and clause.verb.mood is Mood.INDICATIVE
