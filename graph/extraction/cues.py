"""Which words of a sentence are cues of saying: verbs, prepositions with their nouns, nouns."""

from dataclasses import dataclass, field
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Phrase
from ..language.lexicon import Cue, Lexicon

_OTHER_REFLEXIVE: Final = frozenset({"befinden", "melden", "zeigen", "finden"})  # sich befinden says nothing
_BARE: Final = 2  # zu verstehen


@dataclass(frozen=True, slots=True)
class Cues:
    """Answers for the clauses and phrases of one sentence."""

    analysis: Analysis
    lexicon: Lexicon
    _verbs: dict[int, tuple[Clause, Cue | None]] = field(default_factory=dict, init=False, compare=False)

    def verb(self, clause: Clause) -> Cue | None:
        """The cue that the clause's verb is; one that wants a word of its own ("nannte … haltlos") before a plain one. Kept,
        as it is asked for half a dozen times; half a contrast has its clause's number and its own words."""
        known, cue = self._verbs.get(clause.index, (None, None))
        if known is not clause:
            cue = self._verb(clause)
            self._verbs[clause.index] = clause, cue
        return cue

    def _verb(self, clause: Clause) -> Cue | None:
        if clause.verb is None:
            return None
        lemma = clause.verb.lemma.removeprefix("weiter")  # sagte weiter, …
        listed = self.lexicon.cues.get(lemma)
        known = [c for c in listed if c.part == "verb"] if listed is not None else ()
        if not known:
            return None
        words = self._words(clause) if any(c.light for c in known) else frozenset()
        cues = sorted((c for c in known if not c.light or c.light & words), key=lambda c: not c.light)
        fitting = [c for c in cues if c.reflexive == clause.verb.reflexive]
        if not fitting and not (clause.verb.reflexive and clause.verb.lemma in _OTHER_REFLEXIVE):
            fitting = cues
        return fitting[0] if fitting else None

    def _words(self, clause: Clause) -> frozenset[str]:
        """The clause's words and their base forms, with those of a bare infinitive that hangs on it: gab zu verstehen."""
        bare = (c for c in self.analysis.clauses if c.parent == clause.index and c.kind is ClauseKind.INFINITIVE)
        members = (*clause.tokens, *(i for c in bare if len(c.tokens) == _BARE for i in c.tokens))
        return frozenset(form for i in members for form in (self.analysis.tokens[i].low, self.analysis.tokens[i].lemma))

    def without(self, clause: Clause, cue: Cue) -> bool:
        """Whether "kein" denies the word that the cue wants in the clause: hegt keine Zweifel."""
        inside = (p for p in self.analysis.phrases if p.head in clause.tokens and p.determiner == "negative")
        return any(cue.light & {p.lemma, self.analysis.tokens[p.head].low} for p in inside) if cue.light else False

    def preposition(self, phrase: Phrase) -> Cue | None:
        """laut, zufolge; nach Angaben, by the noun's base form or as it stands."""
        preposition = phrase.preposition or ""
        head = self.analysis.tokens[phrase.head].text
        nouns = (phrase.lemma, head, *(head.rpartition("-")[2:] if "-" in head else ()))  # nach NATO-Angaben
        whole = (c for noun in nouns for c in self.lexicon.cues.get(f"{preposition} {noun}", ()))
        alone = (c for c in self.lexicon.cues.get(preposition, ()) if c.part == "preposition")
        return next(whole, None) or next(alone, None)

    def follows_source(self, index: int) -> bool:
        """laut Reuters unter Berufung auf X: whether a source stands right before the phrase."""
        before, phrase = self.analysis.phrases[index - 1], self.analysis.phrases[index]
        return index > 0 and before.last == phrase.first - 1 and self.preposition(before) is not None

    def noun(self, phrase: Phrase) -> Cue | None:
        """die Behauptung, der Vorwurf."""
        return next((c for c in self.lexicon.cues.get(phrase.lemma, ()) if c.part == "noun"), None)
