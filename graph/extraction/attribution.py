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
from ..language.wordlists import word_list
from ..model import Entity, Kind, Party, Scope, Span, Stance, Step
from .cues import Cues
from .distance import distancing_adjective, distancing_adverb
from .names import base_name
from .parties import PartyFinder
from .profiles import profile
from .running import Running
from .scopes import denied_scope
from .slots import Slots

_DEPTH: Final = 8  # clauses embedded deeper do not occur; it only stops a broken tree
JUDGING: Final = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.CONFIRMS})  # plainer than what a verb embeds
_WHERE: Final = frozenset({"in", "bei", "auf", "an", "vor", "seit", "nach"})
_REFERRING: Final = frozenset({"Berufung", "Verweis", "Hinweis", "Bezug"})
_TIMES: Final = word_list("de", "time_nouns")  # "Angaben vom Montag" are nobody's
_HENCE: Final = frozenset({"demnach", "demzufolge", "wonach"})
_AMONG: Final = frozenset({"darunter", "davon"})
_NEGATED: Final = {Stance.DENIES: Stance.CONFIRMS, Stance.DOUBTS: Stance.ASSERTS, Stance.CONFIRMS: Stance.DOUBTS}
_ANONYMOUS_STEP: Final = Step(None, Stance.ALLEGES, anonymous=True)


class Attributions:
    """The chains of one sentence's clauses; `running` is what the sentence before left."""

    def __init__(self, analysis: Analysis, lexicon: Lexicon, slots: Slots, parties: PartyFinder, running: Running) -> None:
        self.analysis, self.lexicon, self.slots, self.parties = analysis, lexicon, slots, parties
        self.running, self.cues = running, Cues(analysis, lexicon)
        self._chains: dict[int, tuple[Step, ...]] = {}

    def chain(self, clause: Clause, depth: int = 0) -> tuple[Step, ...]:
        """All sources of the clause, outermost first; empty when the article itself says it."""
        if clause.index in self._chains or depth > _DEPTH:
            return self._chains.get(clause.index, ())
        outer = self._from_above(clause, depth) or (self.running.chain if self.in_open_quotation(clause) else ())
        own = [*self._prepositional(clause), *self._inserted(clause), *self._basis(clause)]
        chain = (*outer, *own)
        if not chain and self.runs_on(clause):
            chain = self.running.chain or self.running.likely
        chain = self.distanced(clause, chain)
        self._chains[clause.index] = chain
        return chain

    def _from_above(self, clause: Clause, depth: int) -> tuple[Step, ...]:
        if clause.parent is None or clause.link is Link.INSERT:
            return ()
        parent = self.analysis.clauses[clause.parent]
        above = self.chain(parent, depth + 1)
        if clause.link is Link.COMPLEMENT:
            return (*above, *self.said_by(parent))
        if clause.link is Link.COORDINATE and not self.runs_on(clause) and parent.kind is ClauseKind.MAIN:
            return above if self._same_reporting(clause, parent) else ()
        return above

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
            stance = _NEGATED.get(stance, stance)  # bestritt nicht, dass …; hat keine Zweifel daran, dass …
        source = self._source(clause, cue)
        step = self.step(source, stance, self._verb_span(clause), self._scope(clause, stance))
        inner = [self.source_party(i) for i in self.slots.fill(clause, cue.then)[:1]] if cue is not None and cue.then else []
        quoted = tuple(self.step(p, Stance.ASSERTS) for p in inner if p is not None)
        outer = () if quoted and source is None else (step,)  # X wird zitiert: nobody says by whom
        return (*outer, *quoted, *self._referred(clause, by_source=False))

    def _source(self, clause: Clause, cue: Cue | None) -> Party | None:
        for slot in cue.source if cue is not None and cue.source else ("subject",):
            for index in self.slots.fill(clause, slot):
                if self.cues.noun(self.analysis.phrases[index]) is not None and slot == "subject":
                    return self.noun_source(self.analysis.phrases[index]) or self._subject_source(clause, index)
                return self.source_party(index)
        if clause.verb is not None and clause.verb.voice is Voice.ACTIVE and self.cue(clause) is not None:
            return self._place_of_saying(clause)
        return None

    def _place_of_saying(self, clause: Clause) -> Party | None:
        """heißt es in dem Bericht, im Kreml: the prepositional phrase speaks."""
        for preposition in ("in", "aus", "von", "bei"):
            for index in self.slots.prepositional(clause, preposition):
                party = self.source_party(index)
                if party is not None and party.entity.kind is not Kind.PLACE:
                    return party
        return None

    def _noun_of_saying(self, clause: Clause) -> tuple[Step, ...]:
        """ "die Behauptung Moskaus, dass …": a noun of saying whose genitive or adjective speaks."""
        for role in (Role.ACCUSATIVE, Role.SUBJECT):
            for index in clause.fillers_in(role):
                cue = self.cues.noun(self.analysis.phrases[index])
                if cue is not None:
                    source = self.noun_source(self.analysis.phrases[index]) or self._subject_source(clause, index)
                    none = self.analysis.phrases[index].determiner == "negative"  # hat keine Zweifel daran, dass …
                    stance = _NEGATED.get(cue.stance, cue.stance) if none else cue.stance
                    return (self.step(source, stance, self.parties.span(index)),)
        return ()

    def _introducing(self, clause: Clause) -> tuple[Step, ...]:
        """Der Sprecher: „…“ – who stands alone in front of a colon."""
        alone = clause.kind is ClauseKind.VERBLESS and clause.link is Link.NONE
        named = [f.phrase for f in clause.fillers if self.analysis.phrases[f.phrase].preposition is None] if alone else []
        found = self.parties.parties(named[0]) if named else ()
        return (self.step(found[0], Stance.ASSERTS),) if found else ()

    def _subject_source(self, clause: Clause, but: int) -> Party | None:
        fronted = (i for i in clause.fillers_in(Role.PREDICATE) if clause.verb is not None and clause.verb.lemma == "sein")
        subject = next((i for i in (*self.slots.subject(clause), *fronted) if i != but), None)
        return self.source_party(subject) if subject is not None else None

    def source_party(self, index: int) -> Party | None:
        """The party that a phrase makes a source: the party it denotes, its issuing body, else its own words."""
        found = self.parties.parties(index)
        if found:
            return found[0]
        phrase = self.analysis.phrases[index]
        body = self.noun_source(phrase)
        if body is not None:
            return body
        if phrase.pronoun is not None:
            return None
        return Party(Entity(base_name(self.analysis, phrase), Kind.GROUP, local=True), self.parties.span(index))

    def noun_source(self, phrase: Phrase) -> Party | None:
        """Whose words a noun of saying names: genitive, "von", adjective."""
        for other in self.analysis.phrases:
            follows = (
                other.preposition in ("von", "aus")
                and all(t.tag == "$(" for t in self.analysis.tokens[phrase.last + 1 : other.first])
                and other.index == phrase.index + 1
                and other.lemma.lower() not in _TIMES
            )
            if (other.attribute_of == phrase.index or follows) and (party := self.source_party(other.index)) is not None:
                return party
        entity = self.parties.bodies.reporting(phrase) or self.parties.offices.toward(phrase)
        return Party(entity, self.parties.span(phrase.index)) if entity is not None else None

    def step(self, source: Party | None, stance: Stance, cue: Span | None = None, scope: Scope | None = None) -> Step:
        anonymous = self._anonymous(source)
        described = profile(self.analysis, self.parties.bodies, source) if anonymous and source is not None else None
        return Step(source, stance, anonymous, cue, described, scope)

    def _scope(self, clause: Clause, stance: Stance) -> Scope | None:
        return denied_scope(self.analysis, clause) if stance in (Stance.DENIES, Stance.DOUBTS) else None

    def _anonymous(self, source: Party | None) -> bool:
        if source is None:
            return True
        return source.entity.local and source.entity.kind in (Kind.GROUP, Kind.PERSON)

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
                yield from self._prepositional(other)
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
            source = self.source_party(index)
            yield self.step(source, Stance.ASSERTS, self.analysis.tokens[clause.tokens[0]].span)

    def _prepositional(self, clause: Clause) -> Iterator[Step]:
        """laut X, X zufolge, nach Angaben von X, unter Berufung auf X."""
        for index in clause.fillers_in(Role.PREPOSITION):
            phrase = self.analysis.phrases[index]
            cue = self.cues.preposition(phrase)
            if cue is not None and phrase.pronoun is None and not self._counted_out(clause, phrase):
                own = self._possessor(clause, phrase)
                source = own or (self.noun_source(phrase) if cue.part == "phrase" else self.source_party(index))
                if any(t.lemma.lower() == "eigen" for t in self.analysis.tokens[phrase.first : phrase.head]):
                    source = self._subject_source(clause, index)  # nach eigenen Angaben
                described = any(self.analysis.tokens[i].tag == "ADJ(A)" for i in range(phrase.first, phrase.head))
                speaks = phrase.name is not None or described or self.parties.bodies.group_noun(index) is not None
                if cue.part != "phrase" or speaks or phrase.lemma not in self.lexicon.report_nouns:
                    source = source or self.source_party(index)  # nach Medienberichten; but "nach Angaben" alone is nobody
                yield self.step(source, cue.stance, self.analysis.span(phrase.first, phrase.head))
        yield from self._referred(clause, by_source=True)
        if self.cue(clause) is None:  # else what it refers to is the source of what it says, one step further in
            yield from self._referred(clause, by_source=False)

    def _counted_out(self, clause: Clause, phrase: Phrase) -> bool:
        """400 Tote, darunter laut X 60 Kinder: X tells of the children alone."""
        before = (self.analysis.tokens[i].low for i in clause.tokens if i < phrase.first)
        return any(word in _AMONG for word in before)

    def _possessor(self, clause: Clause, phrase: Phrase) -> Party | None:
        """seiner Darstellung zufolge, ihrer Meinung nach: whoever acts in the main clause around, else who spoke last."""
        told = phrase.determiner == "possessive" and phrase.name is None and self.cues.noun(phrase) is not None
        if not told or self.noun_source(phrase) is not None:
            return None
        main = self.analysis.clauses[clause.parent] if clause.parent is not None else None
        around = [p for i in (self.slots.subject(main) if main is not None else ()) for p in self.parties.parties(i)]
        spoke = [step.source for step in (self.running.chain or self.running.likely)[-1:] if step.source is not None]
        own = [p for i in self.slots.subject(clause) for p in self.parties.parties(i) if p.entity.kind is Kind.PERSON]
        return next(iter((*around, *spoke, *own)), None)

    def _referred(self, clause: Clause, by_source: bool) -> Iterator[Step]:
        """unter Berufung auf X, unter Verweis auf X; `by_source`: it is the source right before it that refers to X."""
        for index in self.slots.prepositional(clause, "unter"):
            refers = self.analysis.phrases[index].lemma in _REFERRING and self.cues.follows_source(index) is by_source
            after = next((i for i in self.slots.prepositional(clause, "auf") if i == index + 1), None) if refers else None
            if after is not None:
                yield self.step(self.source_party(after), Stance.ASSERTS, self.parties.span(index))

    def _basis(self, clause: Clause) -> Iterator[Step]:
        """ ", basierend auf Aussagen von X": what the reporting clause of this content leans on."""
        for other in self.analysis.clauses:
            leans = (
                other.verb is not None
                and other.kind is ClauseKind.PARTICIPIAL
                and other.verb.lemma in ("basieren", "berufen", "stützen")
            )
            if leans and (other.parent == clause.index):
                for index in self.slots.prepositional(other, "auf")[:1]:
                    source = self.noun_source(self.analysis.phrases[index]) or self.source_party(index)
                    yield self.step(source, Stance.ASSERTS, self._verb_span(other))

    def distanced(self, clause: Clause, chain: tuple[Step, ...]) -> tuple[Step, ...]:
        """angeblich, mutmaßlich, soll … haben: the reporter keeps a distance from the innermost source, or from nobody."""
        word = distancing_adverb(self.analysis, self.lexicon, clause)
        evidential = clause.verb is not None and clause.verb.evidential
        if word is None and not evidential:
            return chain
        if evidential and clause.verb is not None and clause.verb.modal == "wollen":  # X will … abgeschossen haben
            source = next((self.source_party(i) for i in self.slots.subject(clause)), None)
            return (*chain, self.step(source, Stance.ALLEGES, self._verb_span(clause)))
        if not chain:
            return (replace(_ANONYMOUS_STEP, cue=word.span if word is not None else None),)
        last = chain[-1]
        return (*chain[:-1], replace(last, stance=Stance.ALLEGES)) if last.stance is Stance.ASSERTS else chain

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
        if clause.quoted and self.running.in_quotation:
            return bool(self.running.chain)
        return clause.verb.mood is Mood.UNREAL and bool(self.running.chain)

    def in_open_quotation(self, clause: Clause) -> bool:
        """Whether the clause stands in a quotation that a sentence before began."""
        open_until = self.running.quotation.end if self.running.quotation is not None else 0
        return clause.link is not Link.INSERT and self.analysis.tokens[clause.tokens[0]].span.start < open_until
