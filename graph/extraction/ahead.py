"""Whether the present tense tells what is still to come: "Am Montag trifft Kern den Präsidenten"."""

from typing import Final

from ..language.clause import Analysis, Clause, Mood, Phrase, Role, Tense
from ..language.wordlists import word_list

_DAYS: Final = word_list("de", "weekdays")
_COMING: Final = frozenset({"kommend", "nächst", "folgend"})
_SPANS: Final = frozenset({"Woche", "Monat", "Jahr", "Wochenende", "Tag", *(day.capitalize() for day in _DAYS)})


def is_ahead(analysis: Analysis, clause: Clause) -> bool:
    """Whether the clause says in the present what happens on a day of the week, tomorrow or next week. On a corpus of news
    such sentences looked ahead, all but those whose day belongs to a noun ("nach einem Streit am Mittwoch")."""
    verb = clause.verb
    if verb is None or verb.finite is None or verb.tense is not Tense.PRESENT or verb.mood is not Mood.INDICATIVE:
        return False
    if any(analysis.tokens[i].low == "morgen" and analysis.tokens[i].tag == "ADV" for i in clause.tokens):
        return True
    times = (*clause.fillers_in(Role.PREPOSITION), *clause.fillers_in(Role.ADJUNCT), *clause.fillers_in(Role.ACCUSATIVE))
    named = (analysis.phrases[i] for i in times)
    return any(_is_day(phrase) or _is_next(analysis, phrase) for phrase in named if _is_of_verb(analysis, clause, phrase))


def _is_day(phrase: Phrase) -> bool:
    return phrase.preposition == "an" and phrase.first == phrase.head - 1 and phrase.lemma.lower() in _DAYS


def _is_next(analysis: Analysis, phrase: Phrase) -> bool:
    """kommende Woche, am nächsten Freitag, im folgenden Monat."""
    told = (t.lemma.lower() for t in analysis.tokens[phrase.first : phrase.head])
    return phrase.lemma in _SPANS and phrase.preposition in (None, "an", "in") and any(word in _COMING for word in told)


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
    return before.index in clause.fillers_in(Role.SUBJECT)
