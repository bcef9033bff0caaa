"""One article in, its reading out: sentences, claims and speech. The rules' own reader; others may stand beside it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

from ..collecting import collector_at_rest, keep_for_good, loosely
from ..language.clause import Clause, Link, Role
from ..language.german.clauses import GermanClauses
from ..language.lexicon import Lexicon
from ..language.lexicon_files import load_lexicon
from ..language.sentences import sentences
from ..language.tokens import words
from ..language.wordlists import word_list, word_lists_digest
from ..model import Article, Claim, Entity, Kind, Reading, Sentence, Span
from .attribution import Attributions
from .casualties import Casualties
from .chains import Chains
from .completion import Completion
from .context import Realities, Reality
from .demands import SPOKEN_OF, demands, without_demanded
from .discourse import Discourse
from .everyday import is_about_sport, is_everyday
from .frames import Act, VerbFrames
from .gazetteer import Gazetteer
from .incumbents import Incumbents, with_links
from .involvement import owned_or_denied
from .judgements import judgements
from .leaving import left_behind
from .memory import Memory
from .mentions import states_named
from .name_words import known_names
from .nominal import NounFrames
from .nouns import frames_of
from .parties import PartyFinder
from .pending import Pending, ReadSentence
from .questions import is_left_open
from .quotations import Marked
from .remembering import remember
from .repeating import repeated
from .running import Running
from .slots import Slots
from .speech import SpeechCourse
from .tenures import Tenures
from .themes import theme_class
from .tie import Tie
from .ties import Ties
from .times import Times
from .whereabouts import without_whereabouts

READER_VERSION: Final = "rules-1"
# Relations that are complete without a recipient; of the others half a claim was right in 1 of 20 cases on the gold.
_COMPLETE_ALONE: Final = frozenset(
    {"PROTEST", "MOBILIZE", "RETREAT", "REQUEST", "CONSULT", "ACCUSE", "REJECT", "CONCEDE", "THREATEN"}
)
_JUDGING: Final = frozenset({"ACCUSE", "SUPPORT"})  # "verurteilte den Angriff": the attack is told beside the judgement
_TEASER: Final = re.compile(r"^(?:Mehr zum Thema|Lesen Sie auch|Siehe auch|Weitere Informationen)\b")
_FRAME_CONFIDENCE: Final = 0.6  # expected share of right acts; the bench measures the real one
_PLACES: Final = ("in", "bei", "nahe", "auf", "vor")


@dataclass(slots=True)
class _Course:
    """What the reading of one article carries from sentence to sentence."""

    discourse: Discourse
    memory: Memory
    running: Running
    speech: SpeechCourse
    marked: Marked
    told: date | None = None
    pending: Pending = field(default_factory=Pending)
    belonging: set[Entity] = field(default_factory=set)
    sport: bool = False


class Reader:
    """Reads German articles by rules; `read` is pure, the same article gives the same reading."""

    def __init__(self, clauses: GermanClauses, lexicon: Lexicon, gazetteer: Gazetteer) -> None:
        self.clauses, self.lexicon, self.gazetteer, self.tenures = clauses, lexicon, gazetteer, Tenures.load()
        self.version = f"{READER_VERSION}+{lexicon.digest}+{gazetteer.digest}+{word_lists_digest('de')}"

    @classmethod
    def load(cls) -> "Reader":
        """The reader with the lexicon and gazetteer of the package; raises DataFileError if one is malformed."""
        lexicon, gazetteer = load_lexicon("de"), Gazetteer.load()
        sayings = lexicon.saying_verbs | word_list("de", "speech_verbs")
        reader = cls(GermanClauses(None, sayings, known_names(gazetteer)), lexicon, gazetteer)
        keep_for_good()
        return reader

    def read(self, article: Article) -> Reading:
        """All that the article claims, sentence by sentence."""
        with collector_at_rest():  # what is made for a sentence is dropped with it
            course = self._course(article)
            claims = [claim for step in self._steps(article, course) for claim in step.claims]
            return Reading(article, sentences(article.text), _distinct(claims), course.speech.speech())

    def steps(self, article: Article) -> Iterator[ReadSentence]:
        """The same sentence by sentence, with the form and the parties that the claims were made from."""
        return self._steps(article, self._course(article))

    def _course(self, article: Article) -> _Course:
        """A new one, which knows which states the title names."""
        discourse = Discourse(incumbents=Incumbents(self.gazetteer, self.tenures, article))
        for state in states_named(words(article.title or ""), self.gazetteer):
            discourse.is_about(state)
        sport = is_about_sport(f"{article.title or ''} {article.text}")
        return _Course(discourse, Memory(), Running(), SpeechCourse(article.text), Marked(article.text), sport=sport)

    def _steps(self, article: Article, course: _Course) -> Iterator[ReadSentence]:
        for sentence in sentences(article.text):
            if _TEASER.match(sentence.span.of(article.text)):
                continue
            reading = _SentenceReading(self, article, sentence, course)
            step = ReadSentence(reading.analysis, reading.parties, reading.attributions, reading.claims())
            yield from course.pending.add(step, reading.leave_behind())
        yield from course.pending.rest()


class _SentenceReading:
    """The claims of one sentence: acts of verbs and nouns, ties, repeated claims, each with its chain."""

    def __init__(self, reader: Reader, article: Article, sentence: Sentence, course: _Course) -> None:
        self.article, self.course, self.lexicon = article, course, reader.lexicon
        self.analysis = reader.clauses.analyse(sentence, article.text)
        self.parties = PartyFinder(self.analysis, article.text, reader.gazetteer, reader.lexicon, course.discourse)
        self.slots = Slots(self.analysis, reader.lexicon)
        self.attributions = Attributions(self.analysis, reader.lexicon, self.slots, self.parties, course.running)
        self.read: tuple[Claim, ...] = ()
        self.times = Times(self.analysis, article.published, course.told)
        self.parties.references.speaker = loosely(self.attributions, Attributions.speaker)
        self.chains = Chains(self.analysis, self.lexicon, self.slots, self.attributions)
        self.realities = Realities(self.analysis, reader.lexicon, self.slots, self.attributions)

    def claims(self) -> tuple[Claim, ...]:
        ties = self._ties()
        verbs = without_demanded(
            self.analysis, VerbFrames(self.analysis, self.lexicon, self.slots, self.parties, self.realities).acts()
        )
        asked = list(demands(self.analysis, self.slots, self.parties, self.attributions))
        asked += judgements(self.analysis, self.slots, self.parties, self.attributions, self.realities)
        verbs = [*asked, *(a for a in verbs if a.clause not in {d.clause for d in asked})]
        nouns = NounFrames(self.analysis, self.lexicon, self.slots, self.parties, self.realities)
        completion = Completion(self.analysis, self.course.memory, self.parties, self.slots)
        casualties = Casualties(self.analysis, nouns, self.course.memory)
        verbs = [a for a in map(completion.completed, casualties.judged(verbs)) if _is_whole(a)]
        told = [a for a in nouns.acts(self._told(verbs), self.course.memory) if not self._is_demanded(a, verbs)]
        nominal = [a for a in map(completion.completed, casualties.without_places(told, verbs)) if _is_whole(a)]
        acts = [
            without_whereabouts(a, self.analysis, self.parties)
            for a in (*verbs, *nominal)
            if not is_everyday(a, self.analysis, self.parties, self.course.memory, self.course.sport)
            and not (a.phrase is None and is_left_open(self.analysis, a.clause))
        ]
        found = [*(claim for a in acts for claim in self._of_report(a, self._of_act(a))), *ties]
        found.extend(repeated(self.analysis, self.attributions, self.course.memory, tuple(found)))
        found.extend(owned_or_denied(self.analysis, self.attributions, self.course.memory))
        ordered = sorted(_distinct(found), key=lambda c: (c.evidence, c.relation))
        self.course.memory.add(self.analysis.sentence.index, tuple(ordered))
        incumbents = self.course.discourse.incumbents
        links = incumbents.links if incumbents is not None else {}
        self.read = tuple(with_links(claim, links, self.article.text) for claim in ordered)
        return self.read

    def _ties(self) -> list[Claim]:
        found = [t for t in Ties(self.analysis, self.parties, self.slots, self.lexicon).found() if self._is_news(t)]
        for tie in found:
            if tie.relation == "PART_OF" and not tie.denied:
                self.course.memory.belongs(tie.actor.entity, tie.recipient.entity)
        return [self._of_tie(t) for t in found]

    def _is_demanded(self, act: Act, verbs: Sequence[Act]) -> bool:
        """lehnte es ab, Sanktionen zu verhängen: the refusal tells what its infinitive does with a noun."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        if clause is None or clause.verb is None or clause.link is not Link.COMPLEMENT or act.phrase is None:
            return False
        supported = clause.verb.lemma in self.lexicon.support_verbs and act.phrase in clause.fillers_in(Role.ACCUSATIVE)
        return supported and any(v.clause == clause.parent and v.frame.relation in SPOKEN_OF for v in verbs)

    def _is_news(self, tie: Tie) -> bool:
        """That "die iranische Regierung" belongs to Iran is told once in an article."""
        if tie.rule != "tie-adjective":
            return True
        known = tie.actor.entity in self.course.belonging
        self.course.belonging.add(tie.actor.entity)
        return not known

    def leave_behind(self) -> Span | None:
        """What the next sentence goes on from; the quotation that is open where this one ends without a known speaker."""
        self.course.speech.add(self.analysis, self.attributions)
        quotation = self.course.marked.open_at(self.analysis.sentence.span.end)
        self.course.running = running = left_behind(self.attributions, quotation)
        self.course.told = self.times.last_day()
        steps = (step for claim in self.read for step in claim.attribution)
        remember(self.parties, frozenset(s.source.entity for s in steps if s.source is not None), running.chain)
        return quotation if not running.chain else None

    def _told(self, acts: Iterable[Act]) -> frozenset[int]:
        """Noun phrases that light verbs have already told; a deed that is only judged ("verurteilte den Angriff") is told
        beside the judgement."""
        told = set()
        for act in acts:
            light = act.frame.light
            phrase = self.slots.light_phrase(self.analysis.clauses[act.clause], light) if light is not None else None
            own = frames_of(self.analysis.phrases[phrase], self.lexicon) if phrase is not None else ()
            judged = act.frame.relation in _JUDGING and all(f.relation not in _JUDGING for f in own)
            if phrase is not None and not (own and judged):
                told.add(phrase)
            if act.frame.complement_slot is not None and act.frame.mode == "multilateral":  # nimmt an der Konferenz teil
                told.update(self.slots.fill(self.analysis.clauses[act.clause], act.frame.complement_slot))
        return frozenset(told)

    # values ---------------------------------------------------------------------------------------------------------

    def _of_act(self, act: Act) -> Claim:
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        chain = self.chains.of(act)
        theme = act.theme if not self._is_party(act) else None
        words = self.parties.span(theme).of(self.article.text) if theme is not None else None
        return Claim(
            evidence=act.evidence,
            sentence=self.analysis.sentence.span,
            relation=act.frame.relation,
            actor=act.actor or self.chains.denied_doer(act, chain),
            recipient=act.recipient,
            rule=act.frame.rule,
            theme=words,
            theme_class=theme_class(self.analysis.phrases[theme].lemma, self.lexicon) if theme is not None else None,
            modality=act.reality.modality,
            negated=act.reality.negated,
            attribution=chain,
            time=self.times.of(act),
            place=self._place(clause),
            confidence=_FRAME_CONFIDENCE,
        )

    def _is_party(self, act: Act) -> bool:
        """Wirft Peru vor, …: what stands where the theme would is whom the act is toward."""
        toward = act.recipient.entity if act.recipient is not None else None
        return toward is not None and act.theme is not None and self.parties.entity(act.theme) == toward

    def _of_report(self, act: Act, claim: Claim) -> Iterator[Claim]:
        """The claim; and before it the report that it judges, where that is somebody else's: two claims, never one chain."""
        first = self.chains.judged(act)
        if first:
            yield replace(claim, attribution=first)
        yield claim

    def _of_tie(self, tie: Tie) -> Claim:
        phrase = self.analysis.phrases[tie.phrase]
        told = self.analysis.clauses[tie.clause] if tie.clause is not None else None
        reality = self.realities.of(told) if told is not None else Reality()
        return Claim(
            evidence=tie.evidence,
            sentence=self.analysis.sentence.span,
            relation=tie.relation,
            actor=tie.actor,
            recipient=tie.recipient,
            rule=tie.rule,
            theme=self.analysis.tokens[phrase.head].text if tie.relation != "PART_OF" else None,
            modality=reality.modality,
            negated=reality.negated != tie.denied,
            attribution=self.attributions.chain(told) if told is not None else (),
            time=self.times.at(tie.clause) if tie.clause is not None else None,
            confidence=tie.confidence,
        )

    def _place(self, clause: Clause | None) -> str | None:
        if clause is None:
            return None
        for index in clause.fillers_in(Role.PREPOSITION):
            phrase = self.analysis.phrases[index]
            entity = self.parties.entity(index) if phrase.preposition in _PLACES else None
            if entity is not None and entity.kind in (Kind.PLACE, Kind.STATE):
                return self.parties.span(index).of(self.article.text)
        return None


def _is_whole(act: Act) -> bool:
    """Whether nothing is missing: a recipient, unless relation or frame is complete without one."""
    if act.open and (act.actor is None or act.recipient is None):
        return False
    return act.recipient is not None or act.frame.relation in _COMPLETE_ALONE or act.frame.alone or not act.frame.recipient


def _distinct(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Each claim once by what identifies it (one phrase may name several parties, one clause may say what is not and what
    is instead, and somebody may judge what somebody else reports); the first one stays."""
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        stance = claim.attribution[-1].stance if claim.attribution else None
        seen.setdefault((claim.evidence, claim.relation, claim.actor, claim.recipient, claim.negated, stance), claim)
    return tuple(seen.values())


__all__ = ["READER_VERSION", "ReadSentence", "Reader"]
