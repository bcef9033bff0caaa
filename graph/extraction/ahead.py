"""Whether the present tense tells what is still to come: "Am Montag trifft Kern den Präsidenten"."""

from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Mood, Phrase, Role, Tense
from ..language.german.dates import WEEKDAYS

_COMING: Final = frozenset({"kommend", "nächst"})
_SPANS: Final = frozenset({"woche", "monat", "jahr", "wochenende", *WEEKDAYS})
_IN_DAY: Final = ("morgen", "mittag", "abend", "nacht")  # am Montagabend
_TODAY: Final = frozenset({"heute", "gestern", "vorgestern", *WEEKDAYS})  # heute morgen, am Montag morgen


def is_ahead(analysis: Analysis, clause: Clause) -> bool:
    """Whether the clause says in the present what happens on a day of the week, tomorrow or next week. On a corpus of news
    such sentences looked ahead, all but those whose day belongs to a noun ("nach einem Streit am Mittwoch")."""
    verb = clause.verb
    if verb is None or verb.finite is None or verb.tense is not Tense.PRESENT or verb.mood is not Mood.INDICATIVE:
        return False
    if any(_is_tomorrow(analysis, i) for i in clause.tokens):
        return True
    times = (*clause.fillers_in(Role.PREPOSITION), *clause.fillers_in(Role.ADJUNCT), *clause.fillers_in(Role.ACCUSATIVE))
    named = (analysis.phrases[i] for i in times)
    return any(_is_day(phrase) or _is_next(analysis, phrase) for phrase in named if _is_of_verb(analysis, clause, phrase))


def _is_tomorrow(analysis: Analysis, index: int) -> bool:
    """Morgen reist Kern ab; but not "heute morgen"."""
    word, before = analysis.tokens[index], analysis.tokens[index - 1].low if index else ""
    return word.low == "morgen" and word.tag == "ADV" and before not in _TODAY


def _is_day(phrase: Phrase) -> bool:
    low = phrase.lemma.lower()
    named = low in WEEKDAYS or (low.startswith(tuple(WEEKDAYS)) and low.endswith(_IN_DAY))
    return phrase.preposition == "an" and phrase.first == phrase.head - 1 and named


def _is_next(analysis: Analysis, phrase: Phrase) -> bool:
    """kommende Woche, am nächsten Freitag, im folgenden Monat."""
    told = (t.lemma.lower() for t in analysis.tokens[phrase.first : phrase.head])
    return phrase.lemma.lower() in _SPANS and phrase.preposition in (None, "an", "in") and any(word in _COMING for word in told)


def _is_of_verb(analysis: Analysis, clause: Clause, phrase: Phrase) -> bool:
    """Whether the time stands first, right behind the verb or behind the subject, and not behind a noun that it may tell of."""
    finite = clause.verb.finite if clause.verb is not None else None
    before = analysis.phrases[phrase.index - 1] if phrase.index else None
    if before is None or before.first not in clause.tokens or phrase.first - 1 == finite:
        return True
    while (above := before.apposition_of if before.attribute_of is None else before.attribute_of) is not None:
        if above > before.index:
            break
        before = analysis.phrases[above]
    in_field = finite is not None and (clause.kind is not ClauseKind.MAIN or phrase.first > finite)  # der Anschlag am Montag löst
    return in_field and before.index in clause.fillers_in(Role.SUBJECT)
