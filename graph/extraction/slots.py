"""Which phrases fill the logical slots of a clause: passives undone, relative pronouns and unspoken subjects filled.

A slot is "subject", "accusative", "dative", "genitive" or a preposition. What a frame asks for is answered here, so
that frames need not know voice, clause kind or embedding.
"""

from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final

from ..language.clause import Analysis, Case, Clause, ClauseKind, Link, Phrase, Role, Voice
from ..language.lexicon import Embedding, Frame, Lexicon
from ..language.wordlists import word_list
from .agents import SOME, acts, hangs_on_preposition, is_whole, suffers_deed
from .tones import evaluated

_BLAMED: Final = (("accusative", Role.ACCUSATIVE), ("dative", Role.DATIVE))
_AGENT: Final = ("von", "durch", "seitens")
_ROLES: Final = {"accusative": Role.ACCUSATIVE, "dative": Role.DATIVE, "genitive": Role.GENITIVE, "predicate": Role.PREDICATE}
_COPULAS: Final = frozenset({"sein", "bleiben", "werden", "scheinen", "erscheinen", "gelten", "halten"})
_AIMS: Final = word_list("de", "aim_nouns")
THIS: Final = frozenset({"dies", "dieses"})  # what was told in the sentence before
_WHEN_OR_WHERE: Final = frozenset({"an", "in", "vor", "nach", "seit", "bei"})
_DEPTH: Final = 6  # embedded infinitives deeper than this do not occur; it only stops a broken tree


@dataclass(frozen=True, slots=True)
class Slots:
    """Answers which phrases stand in a slot of a clause."""

    analysis: Analysis
    lexicon: Lexicon
    _beside: dict[tuple[int, str], tuple[Clause, tuple[int, ...]]] = field(default_factory=dict, init=False, compare=False)

    def fill(self, clause: Clause, slot: str) -> tuple[int, ...]:
        """The phrases in `slot`, relative pronouns replaced by what they mean; empty where there is none."""
        if slot == "subject":
            found = self.subject(clause)
        elif slot == "accusative":
            found = self._accusative(clause)
        elif slot in _ROLES:
            found = clause.fillers_in(_ROLES[slot])
        elif slot == "into":
            found = self._directed(clause)
        else:
            found = tuple(
                i for i in self.prepositional(clause, slot) if slot != "von" or not suffers_deed(self.analysis, self.lexicon, i)
            )
        return tuple(self.resolved(clause, i) for i in found)

    def _directed(self, clause: Clause) -> tuple[int, ...]:
        """in die Türkei: whither, by the accusative; "im Norden" tells where."""
        inside = self.prepositional(clause, "in")
        return tuple(i for i in inside if Case.DATIVE not in self.analysis.phrases[i].cases)

    def prepositional(self, clause: Clause, preposition: str) -> tuple[int, ...]:
        """The clause's phrases with this preposition."""
        return tuple(i for i in clause.fillers_in(Role.PREPOSITION) if self.analysis.phrases[i].preposition == preposition)

    def subject(self, clause: Clause, depth: int = 0) -> tuple[int, ...]:
        """Who acts: the agent of a passive, the controller of an infinitive, else the grammatical subject."""
        if clause.verb is None or depth > _DEPTH:
            return clause.fillers_in(Role.SUBJECT)
        if clause.verb.voice is not Voice.ACTIVE:
            return self._agent(clause)
        own = clause.fillers_in(Role.SUBJECT)
        if own or clause.kind is not ClauseKind.INFINITIVE or clause.parent is None:
            return own
        return self._controller(clause, depth)

    def _agent(self, clause: Clause) -> tuple[int, ...]:
        for preposition in _AGENT:
            found = [i for i in self.prepositional(clause, preposition) if acts(self.analysis, self.lexicon, clause, i)]
            free = [i for i in found if not i or self.analysis.phrases[i - 1].last != self.analysis.phrases[i].first - 1]
            if preposition == "von" and len(found) > 1:  # von einem Gericht zur Herausgabe von Daten aufgefordert
                found = [i for i in found if not hangs_on_preposition(self.analysis, i)] or found
            if found:  # zwei Flugzeuge von X von der Luftwaffe: of two, the one that hangs on nothing, else the last
                return (free[0] if free else found[-1],)
        return self._shared_agent(clause)

    def _shared_agent(self, clause: Clause) -> tuple[int, ...]:
        """wurde von Soldaten gefunden und verhaftet: one agent for both participles."""
        before = self._sharing(clause)
        return self._agent(before) if before is not None else ()

    def _shared_object(self, clause: Clause) -> tuple[int, ...]:
        """hat Schweden beschuldigt und angegriffen: one object for both participles."""
        before = self._sharing(clause)
        bare = (*clause.fillers_in(Role.DATIVE), *clause.fillers_in(Role.PREPOSITION))
        content = any(c.parent == clause.index and c.link is Link.COMPLEMENT for c in self.analysis.clauses)
        return before.fillers_in(Role.ACCUSATIVE) if before is not None and not bare and not content else ()

    def _sharing(self, clause: Clause) -> Clause | None:
        """The clause before, whose finite verb, voice and subject this one shares."""
        before = self.analysis.clauses[clause.parent] if clause.link is Link.COORDINATE and clause.parent is not None else None
        if before is None or before.verb is None or clause.verb is None or before.verb.voice is not clause.verb.voice:
            return None
        one_subject = clause.fillers_in(Role.SUBJECT) == before.fillers_in(Role.SUBJECT)
        return before if one_subject and before.verb.finite == clause.verb.finite else None

    def wholes(self, clause: Clause, phrases: tuple[int, ...]) -> tuple[int, ...]:
        """The phrases that say of whom "viele" or "einer" are told: viele von ihnen, einer der Männer."""
        some = [i for i in phrases if self.analysis.phrases[i].pronoun in SOME]
        behind = [p.index for p in self.analysis.phrases if p.attribute_of in some] if some else []
        return tuple(behind) or tuple(i for i in self.prepositional(clause, "von") if some and is_whole(self.analysis, clause, i))

    def _accusative(self, clause: Clause) -> tuple[int, ...]:
        if clause.verb is None or clause.verb.voice is Voice.ACTIVE:
            return clause.fillers_in(Role.ACCUSATIVE) or self._shared_object(clause)
        own = clause.fillers_in(Role.SUBJECT) or clause.fillers_in(Role.ACCUSATIVE)
        own = own or tuple(
            i for i in self.prepositional(clause, "von") if is_whole(self.analysis, clause, i)
        )  # zwei von ihnen wurden
        if own or clause.parent is None:
            return own
        if clause.kind is ClauseKind.PARTICIPIAL and clause.link is Link.ADVERBIAL:  # Oslo begann, unterstützt von Peru, …
            around = self.analysis.clauses[clause.parent]
            return tuple(self.resolved(around, i) for i in around.fillers_in(Role.SUBJECT))
        return self._controller(clause, 0) if clause.kind is ClauseKind.INFINITIVE else own  # bestreitet, finanziert zu werden

    def _controller(self, clause: Clause, depth: int) -> tuple[int, ...]:
        assert clause.parent is not None
        parent = self.analysis.clauses[clause.parent]
        embedding = self.embedding(parent) if clause.link is Link.COMPLEMENT else None
        slot = self._blamed(parent) or (embedding.controller if embedding is not None else "subject")
        if slot != "subject":
            other = {"accusative": "dative", "dative": "accusative"}.get(slot)  # bare names show no case
            found = self.fill(parent, slot) or (self.fill(parent, other) if other is not None else ())
            told = not found and parent.verb is not None and parent.verb.lemma in self.lexicon.cues  # räumte ein, … zu haben
            return found[:1] or tuple(i for i in self.fill(parent, "subject") if told or self._may_be(parent, i, slot))[:1]
        if (owner := self._whose_noun(clause)) is not None:
            return (owner,)
        acting = tuple(self.resolved(parent, i) for i in self.subject(parent, depth + 1))[:1]
        return self._whose_aim(acting) if acting else ()

    def _may_be(self, clause: Clause, index: int, slot: str) -> bool:
        """Der Armee ist es gelungen, …: "es" is the subject, and what was taken for it stands in the dative."""
        impersonal = any(self.analysis.tokens[i].low == "es" for i in clause.tokens)
        return slot == "dative" and impersonal and Case.DATIVE in self.analysis.phrases[index].cases

    def _whose_noun(self, clause: Clause) -> int | None:
        """der Versuch der Regierung, … zu führen; die Drohung Perus, … auszuweisen: whoever the noun in front belongs to."""
        place = clause.tokens[0] if clause.tokens else 0
        for near in reversed([p for p in self.analysis.phrases if p.last < place]):
            if self._words_between(near.last, place):
                break
            noun = self.analysis.phrases[near.attribute_of] if near.attribute_of is not None else None
            if noun is None and near.preposition == "von" and near.index:
                noun = self.analysis.phrases[near.index - 1]
            if noun is not None and noun.lemma in self.lexicon.embedding_nouns:
                return near.index
            if near.preposition not in _WHEN_OR_WHERE:  # der Versuch der Armee am Montag, …
                break
            place = near.first
        return None

    def _words_between(self, last: int, first: int) -> bool:
        return any(not t.tag.startswith("$") for t in self.analysis.tokens[last + 1 : first])

    def _blamed(self, clause: Clause) -> str | None:
        """kritisierte die EU dafür, … getan zu haben; dankte der EU dafür: the one who is blamed or thanked did it."""
        pointing = any(
            self.analysis.tokens[self.analysis.phrases[i].head].low == "dafür" for i in clause.fillers_in(Role.PREPOSITION)
        )
        if not pointing or clause.verb is None or clause.verb.reflexive:
            return None
        return next((s for s, r in _BLAMED if clause.fillers_in(r)), None)

    def _whose_aim(self, subject: tuple[int, ...]) -> tuple[int, ...]:
        """Ziel der EU ist es, … zu unterstützen; Aufgabe der Mission der UNO: whoever stands in the genitive acts."""
        aim = self.analysis.phrases[subject[0]]
        if aim.lemma.lower() not in _AIMS or aim.pronoun is not None:
            return subject
        return tuple(p.index for p in self.analysis.phrases if p.attribute_of == aim.index)[:1] or subject

    def resolved(self, clause: Clause, index: int) -> int:
        """The antecedent, if the phrase is the relative pronoun of its clause; else the phrase itself."""
        phrase = self.analysis.phrases[index]
        if clause.kind is ClauseKind.RELATIVE and clause.antecedent is not None and self._is_relative(phrase):
            return clause.antecedent
        return index

    def whose(self, index: int) -> int | None:
        """dessen Rücktritt, deren Angriffe: the antecedent, to whom the noun belongs."""
        head = self.analysis.phrases[index].head
        first = self.analysis.tokens[self.analysis.phrases[index].first + (self.analysis.phrases[index].preposition is not None)]
        if first.low not in ("dessen", "deren"):
            return None
        if first.tag == "PPOSAT":
            return self._told_before(index)
        return next((c.antecedent for c in self.analysis.clauses if head in c.tokens and c.kind is ClauseKind.RELATIVE), None)

    def _told_before(self, index: int) -> int | None:
        """tötete Rebellen und zerstörte deren Lager: whoever was named last, but not as the subject."""
        subjects = {i for c in self.analysis.clauses for i in c.fillers_in(Role.SUBJECT)}
        before = (p for p in reversed(self.analysis.phrases[:index]) if p.pronoun is None and p.preposition is None)
        return next((p.index for p in before if p.index not in subjects), None)

    def _is_relative(self, phrase: Phrase) -> bool:
        return phrase.pronoun is not None and self.analysis.tokens[phrase.head].tag in ("PRELS", "PDS", "ART")

    def embedding(self, clause: Clause) -> Embedding | None:
        """What the clause's predicate, or the noun that a complement hangs on, does to its complement."""
        if clause.verb is None:
            return None
        for frame in self.lexicon.verbs.get(clause.verb.lemma, ()):
            fits = clause.verb.reflexive or not frame.reflexive
            if frame.clause is not None and fits and (frame.light is None or self.has_light(clause, frame.light)):
                return frame.clause
        nouns = (
            self.analysis.phrases[i] for role in (Role.ACCUSATIVE, Role.SUBJECT, Role.PREDICATE) for i in clause.fillers_in(role)
        )
        noun = next((self.lexicon.embedding_nouns[p.lemma] for p in nouns if p.lemma in self.lexicon.embedding_nouns), None)
        return noun or self._judged(clause) or self.lexicon.embedding_verbs.get(clause.verb.lemma)

    def _judged(self, clause: Clause) -> Embedding | None:
        """es ist möglich, dass …; unklar blieb, ob …: what a predicate adjective does to the complement."""
        if clause.verb is None or not _COPULAS & {
            clause.verb.lemma,
            *(self.analysis.tokens[i].lemma for i in clause.verb.tokens),
        }:
            return None
        words = (self.analysis.tokens[i] for i in clause.tokens if self.analysis.tokens[i].tag in ("ADJ(D)", "ADV", "VV(PP)"))
        adjectives = self.lexicon.embedding_adjectives
        return next((adjectives[w.low] for w in words if w.low in adjectives), None)

    def has_light(self, clause: Clause, light: str) -> bool:
        """Whether the clause has the word of a light verb: "Sanktion" as object, "in Haft" with its preposition, or an
        adjective ("verantwortlich machen", "bereit erklären")."""
        if light.islower() and " " not in light:
            return any(self.analysis.tokens[i].low == light for i in clause.tokens)
        return self.light_phrase(clause, light) is not None

    def calls(self, clause: Clause, frame: Frame) -> bool:
        """Whether the clause calls the thing in the frame's recipient slot what the frame wants: bad or good. How it is
        called stands behind "als" or "für", or ("predicate") anywhere outside of who calls and what is called so."""
        named = (*self.subject(clause), *(i for slot in frame.recipient for i in self.fill(clause, slot)[:1]))
        pronouns = (self.analysis.phrases[i].pronoun or "" for i in named)
        if any(word.startswith("dies") and word not in THIS for word in pronouns):  # diese Pläne, told before: no party
            return False
        others = [i for i in clause.tokens if i not in self.covered(named)]
        for marker in frame.said_as:
            at = next((n for n, i in enumerate(others) if self.analysis.tokens[i].low == marker), None)
            words = others if marker == "predicate" else others[at + 1 :] if at is not None else []
            if (tone := evaluated(self.analysis, self.lexicon, words, marker)) is not None:
                return tone == frame.tone
        return False

    def covered(self, phrases: tuple[int, ...]) -> frozenset[int]:
        """The tokens of these phrases, of those joined to them and of their attributes."""
        whole = {m for i in phrases for m in self.analysis.joined(i)}
        whole |= {p.index for p in self.analysis.phrases if p.attribute_of in whole}
        return frozenset(t for i in whole for t in range(self.analysis.phrases[i].first, self.analysis.phrases[i].last + 1))

    def light_phrase(self, clause: Clause, light: str) -> int | None:
        """The phrase of the light verb's noun; compounds with that noun as their last part count."""
        preposition, noun = _parts(light)
        for index in self._nouns_beside(clause, preposition):
            if ends_in_noun(self.analysis.phrases[index].lemma, noun):
                return index
        return None

    def _nouns_beside(self, clause: Clause, preposition: str) -> tuple[int, ...]:
        """The phrases that can be the noun of a light verb, those joined to them included; kept, as a verb such as "machen"
        asks for them with a dozen nouns."""
        known, found = self._beside.get((clause.index, preposition), (None, ()))
        if known is not clause:
            objects = (Role.DATIVE, Role.SUBJECT, Role.ADJUNCT)
            bare = (*self._accusative(clause), *(i for role in objects for i in clause.fillers_in(role)))
            candidates = self.prepositional(clause, preposition) if preposition else bare
            # die Sanktionen, die X verhängte
            found = tuple([m for i in candidates for m in self.analysis.joined(self.resolved(clause, i))])
            self._beside[clause.index, preposition] = clause, found
        return found


@cache
def _parts(light: str) -> tuple[str, str]:
    """The preposition in lower case ("" where there is none) and the noun of a light verb's word: "in Haft"."""
    preposition, _, noun = light.rpartition(" ")
    return preposition.lower(), noun


@lru_cache(1 << 15)
def ends_in_noun(lemma: str, noun: str) -> bool:
    """Whether a noun is `noun` or a compound that ends in it."""
    low, tail = lemma.lower(), noun.lower()
    return lemma == noun or (len(noun) > 3 and low.endswith(tail) and not low.endswith("sc" + tail))  # Botschaft is no Haft
