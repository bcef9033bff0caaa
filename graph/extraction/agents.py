"""Phrases with "von" or "durch" beside a passive: whether they name who acts, or hang on a noun, tell where, or of whom some
are told."""

from typing import Final

from ..language.clause import Analysis, Clause, ClauseKind, Link, Role
from ..language.lexicon import Lexicon
from ..language.wordlists import word_list

SOME: Final = word_list("de", "some_of_them")
_WHEN: Final = frozenset({"vor", "nach", "bei", "während", "seit", "wegen"})
_WHEREABOUTS: Final = word_list("de", "whereabouts")
_RELATIONAL: Final = tuple(sorted(word_list("de", "relational_nouns")))


def acts(analysis: Analysis, lexicon: Lexicon, clause: Clause, index: int) -> bool:
    """Whether what looks like an agent is one."""
    aside = is_whole(analysis, clause, index) or _hangs_on_noun(analysis, lexicon, index) or _describes(analysis, clause, index)
    return not aside and not _tells_where(analysis, index)


def _describes(analysis: Analysis, clause: Clause, index: int) -> bool:
    """wurde in der von Kurden bewohnten Provinz verhaftet: it belongs to the attribute."""
    first = analysis.phrases[index].first
    attributes = (c for c in analysis.clauses if c.kind is ClauseKind.PARTICIPIAL and c.link is Link.ATTRIBUTE)
    return any(first in c.tokens for c in attributes if c.index != clause.index)


def is_whole(analysis: Analysis, clause: Clause, index: int) -> bool:
    """viele von ihnen, zwei von ihnen; von den Häftlingen wurden einige: those of whom some are told."""
    phrase, tokens = analysis.phrases[index], analysis.tokens
    if phrase.preposition != "von" or phrase.determiner not in ("pronoun", "definite", "demonstrative"):
        return False
    before = tokens[phrase.first - 1] if phrase.first else None
    if before is not None and before.index in clause.tokens:
        return before.low in SOME or (before.tag == "CARD" and not before.text.isdigit())
    subjects = clause.fillers_in(Role.SUBJECT)
    return before is None and any(analysis.phrases[i].pronoun in SOME for i in subjects)


def hangs_on_preposition(analysis: Analysis, index: int) -> bool:
    """Whether the phrase stands right behind one with a preposition, on which it hangs."""
    before = analysis.phrases[index - 1] if index else None
    return before is not None and before.preposition not in (None, "von") and before.last == analysis.phrases[index].first - 1


def suffers_deed(analysis: Analysis, lexicon: Lexicon, index: int) -> bool:
    """erhielt den Preis für die Bespitzelung von Journalisten, fordert ein Ende der Rekrutierung von Kindern: they are part of
    what is told with the preposition or in the genitive."""
    phrase, before = analysis.phrases[index], analysis.phrases[index - 1] if index else None
    if before is None or before.last != phrase.first - 1:
        return False
    bare = phrase.name is None and not phrase.determiner and phrase.pronoun is None
    if bare and before.attribute_of is not None and before.lemma.endswith("ung") and before.lemma not in lexicon.groups:
        return True
    if before.preposition is None and not bare:
        return False
    frames = lexicon.nouns.get(before.lemma, ())
    return bool(frames) and all("von" in frame.recipient and "von" not in frame.actor for frame in frames)


def _tells_where(analysis: Analysis, index: int) -> bool:
    """in der Nähe von Oslo, nördlich von Oslo: where something was done and not who did it."""
    phrase = analysis.phrases[index]
    named = phrase.preposition == "von" and phrase.name is not None and not phrase.determiner
    before = analysis.tokens[phrase.first - 1] if named and phrase.first else None
    return before is not None and (before.lemma.lower() in _WHEREABOUTS or before.low in _WHEREABOUTS)


def _hangs_on_noun(analysis: Analysis, lexicon: Lexicon, index: int) -> bool:
    """nach Angaben von X wurde …: X speaks and does not act; Mitarbeiter von X wurden …: they are X's people, but
    nobody is "einem Soldaten": a single person acts."""
    phrase, before = analysis.phrases[index], analysis.phrases[index - 1] if index else None
    if before is None or before.last != phrase.first - 1:
        return False
    people = analysis.tokens[before.head].low.endswith(_RELATIONAL) and before.name is None
    group = lexicon.groups.get(before.lemma)
    bare = phrase.name is not None and not phrase.determiner  # mit den Attentätern von Paris festgenommen
    people = people or (group is not None and group.kind == "group" and before.preposition is not None and bare)
    belongs = people and not any(p.attribute_of == before.index for p in analysis.phrases)
    event = before.preposition in _WHEN and any("von" in f.actor for f in lexicon.nouns.get(before.lemma, ()))
    owner = lexicon.groups.get(phrase.lemma)
    single = before.determiner == "definite" and before.plural is False  # der Minister wurde von Soldaten festgenommen
    acts = owner is not None and owner.kind == "group" and (phrase.determiner in ("indefinite", "") or single)
    event = event and phrase.preposition == "von"  # vor dem Besuch von Kern wurden sie freigelassen
    return event or before.lemma in lexicon.report_nouns or (phrase.preposition == "von" and belongs and not acts)
