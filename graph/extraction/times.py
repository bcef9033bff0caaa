"""When an act happened, apart from when it was reported: which expression of time belongs to it.

A noun's time stands behind it; a verb's in its clause, but not in what stands before the verb as a part of something
else ("Nach einer Anhörung im Mai wurde …"), nor in a source ("nach einer Meldung vom Montag"). An infinitive has that of
the verb above it.
"""

from datetime import date
from itertools import pairwise
from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Role, Tense
from ..language.german.dates import Calendar
from ..language.german.nominals import TIME_NOUNS
from ..language.german.periods import find_time
from ..model import Modality, Time
from .frames import Act

_REACH: Final = 9  # tokens behind a noun that its time stands in
_AMID: Final = frozenset({"bei", "während"})  # Bei Unruhen im Juli wurden …: the act is a part of what the time is of
_THEREIN: Final = frozenset({"bei", "in", "wobei", "während"})  # bei dem zwei Menschen starben
_MEANWHILE: Final = frozenset({"als", "wobei", "während", "indem"})
_HAPPENING: Final = frozenset(
    {"stattfinden", "geschehen", "erfolgen", "ereignen", "abspielen", "beginnen", "enden", "zurückliegen"}
)
_TOLD: Final = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
_DAY: Final = 10  # characters of a whole day: 2024-08-06


class Times:
    """Answers for the acts of one sentence; `told` is the day that the sentences before told last."""

    def __init__(self, analysis: Analysis, published: date | None, told: date | None) -> None:
        self.analysis, self.published, self.told = analysis, published, told
        self._known: dict[tuple[tuple[int, ...], bool], Time | None] = {}

    def of(self, act: Act) -> Time | None:
        """When the act happened, by its words; None where they do not tell."""
        clause = self.analysis.clauses[act.clause] if self.analysis.clauses else None
        ahead = act.reality.modality is Modality.INTENDED or (
            clause is not None and clause.verb is not None and clause.verb.tense is Tense.FUTURE
        )
        own = self._of_event(act.phrase, ahead) if act.phrase is not None else None
        return own or (self._in(clause, ahead) if clause is not None else None)

    def at(self, clause: int) -> Time | None:
        """When what a clause tells holds: "ist seit 2010 Präsident"."""
        return self._in(self.analysis.clauses[clause], False)

    def last_day(self) -> date | None:
        """The last whole day that the sentence tells, else the one told before."""
        found = self._find(tuple(range(len(self.analysis.tokens))), False)
        value = found.value if found is not None else None
        return date.fromisoformat(value) if value is not None and len(value) == _DAY and "/" not in value else self.told

    def _of_event(self, phrase: int, ahead: bool) -> Time | None:
        """What stands behind the noun, or in a relative clause that says when it happened; the clause may hang on
        something that belongs to the noun: "die Ermordung des Führers der Hamas, die im Juli geschah"."""
        own = self._behind(phrase, ahead)
        for clause in self.analysis.clauses if own is None else ():
            happened = clause.kind is ClauseKind.RELATIVE and clause.verb is not None and clause.verb.lemma in _HAPPENING
            if happened and clause.antecedent is not None and self._belongs(clause.antecedent, phrase):
                return self._in(clause, ahead)
        return own

    def _belongs(self, phrase: int, event: int) -> bool:
        """Whether every phrase from the one after the event's to this one is a name, an attribute or an apposition."""
        between = self.analysis.phrases[event + 1 : phrase + 1]
        named = (self.analysis.tokens[p.head].tag == "NE" or p.preposition == "von" for p in between)
        hang = (p.attribute_of is not None or p.apposition_of is not None for p in between)
        return event <= phrase and all(a or b for a, b in zip(named, hang, strict=True))

    def _behind(self, phrase: int, ahead: bool) -> Time | None:
        """der Angriff am Freitag, die Invasion in Kuwait im Jahre 1990: in what hangs on the noun, one phrase behind the
        other."""
        end = self.analysis.phrases[phrase].last
        for other in self.analysis.phrases[phrase + 1 :]:
            hangs = other.preposition is not None or other.attribute_of is not None or other.lemma.lower() in TIME_NOUNS
            if not hangs or other.first > end + 1 or other.last > self.analysis.phrases[phrase].last + _REACH:
                break
            end = other.last
        following = self.analysis.tokens[end + 1 : end + 2]
        if following and following[0].tag == "CARD":  # die Ermordung X-s 1981
            end += 1
        return self._find(tuple(range(self.analysis.phrases[phrase].last + 1, end + 1)), ahead)

    def _in(self, clause: Clause, ahead: bool) -> Time | None:
        finite = clause.verb.finite if clause.verb is not None else None
        found = self._find(self._own_words(clause), ahead, finite)
        if found is not None:
            return found
        if clause.antecedent is not None and clause.introducer in _THEREIN:
            return self._behind(clause.antecedent, ahead) or self._above(clause, ahead)
        infinitive = clause.kind is ClauseKind.INFINITIVE and clause.link is Link.COMPLEMENT
        goes_on = clause.link is Link.COORDINATE and self._shares_subject(clause)
        return self._above(clause, ahead) if infinitive or goes_on or clause.introducer in _MEANWHILE else None

    def _above(self, clause: Clause, ahead: bool) -> Time | None:
        above = self.analysis.clauses[clause.parent] if clause.parent is not None else None
        told = above is not None and above.verb is not None and above.verb.tense in _TOLD  # beschloss am Montag, X zu tun
        found = self._in(above, ahead and not told) if above is not None else None
        if found is None or found.value is None or not clause.introducer:
            return found
        return Time(found.text, found.value.removesuffix("/.."))  # seit 2009, als …

    def _shares_subject(self, clause: Clause) -> bool:
        before = self.analysis.clauses[clause.parent] if clause.parent is not None else None
        if before is None or before.verb is None or clause.verb is None:
            return False
        subject = clause.fillers_in(Role.SUBJECT)
        same = bool(subject) and subject == before.fillers_in(Role.SUBJECT)
        return same or (clause.verb.finite is not None and clause.verb.finite == before.verb.finite)

    def _own_words(self, clause: Clause) -> tuple[int, ...]:
        """The clause's tokens without its fore-field, where that is something else than a time, and without sources."""
        left = set(self._fore_field(clause))
        for inner in self.analysis.clauses:  # der seit Jahren gesuchte Mann
            if inner.kind is ClauseKind.PARTICIPIAL and inner.parent == clause.index and len(inner.fillers) > 1:
                left.update(inner.tokens)
        for before, phrase in pairwise(self.analysis.phrases):  # die Wahl vom 2. April, eine Meldung vom Montag
            if phrase.preposition == "von" and phrase.first == before.last + 1 and before.lemma.lower() not in TIME_NOUNS:
                left.update(range(phrase.first, phrase.last + 1))
        return tuple(i for i in clause.tokens if i not in left)

    def _fore_field(self, clause: Clause) -> range:
        finite = clause.verb.finite if clause.verb is not None else None
        if clause.kind is not ClauseKind.MAIN or finite is None:
            return range(0)
        front = [p for p in self.analysis.phrases if p.first in clause.tokens and p.last < finite]
        if not front or front[0].preposition in _AMID or front[0].lemma.lower() in TIME_NOUNS:
            return range(0)
        if any(t in _TIMELY for t in self._words_before(front[0].first)):
            return range(0)
        return range(front[0].first, finite)

    def _words_before(self, place: int) -> list[str]:
        return [t.low for t in self.analysis.tokens[max(place - 2, 0) : place + 1]]

    def _find(self, words: tuple[int, ...], ahead: bool, near: int | None = None) -> Time | None:
        """The time in these tokens; of several the one nearest to the token `near`."""
        if (words, ahead) not in self._known:  # one clause may tell many acts
            text, places = self._joined(words)
            place = places.get(near) if near is not None else None
            found = find_time(text, Calendar(self.published, ahead, self.told), place)
            self._known[words, ahead] = Time(found.text.replace(" , ", ", "), found.value) if found is not None else None
        return self._known[words, ahead]

    def _joined(self, words: tuple[int, ...]) -> tuple[str, dict[int, int]]:
        """The words as text, with a bar where some between them are left out, and where each of them begins.

        A comma alone is no gap: am Freitag, dem 8. August."""
        text, places = "", {}
        for place, i in enumerate(words):
            between = range(words[place - 1] + 1, i) if place else ()
            if between:
                text += ", " if all(self.analysis.tokens[other].text == "," for other in between) else "| "
            places[i] = len(text)
            text += self.analysis.tokens[i].text + " "
        return text, places


_TIMELY: Final = frozenset({"heute", "gestern", "seit", "bis", "am", "ab"})
