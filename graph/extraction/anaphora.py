"""Whom a pronoun means within its sentence: who says "er habe …" mostly speaks of himself, or of those he speaks for.

Gender is that of the words in front of the noun; a bare name is a state's (es), a body's (sie) or a person's (er, sie).
"""

from collections.abc import Callable, Iterator
from typing import Final

from ..language.clause import Analysis, Case, Clause, Link, Phrase, Role, Voice
from ..model import Entity, Kind

_DEPTH: Final = 4  # complements within complements; deeper ones do not occur
_MASCULINE: Final = frozenset({"der", "den", "ein", "einen", "dieser", "diesen", "jener", "kein", "sein", "ihr"})
_FEMININE: Final = frozenset({"die", "eine", "diese", "jene", "keine", "seine", "ihre"})
_DETERMINERS: Final = ("ART", "PDAT", "PPOSAT", "PIAT", "APPRART")
_ACCUSING: Final = frozenset({"vorwerfen", "beschuldigen", "vorhalten", "bezichtigen", "verdächtigen", "anklagen"})
_OBLIQUE: Final = frozenset({"der", "dem", "einer", "einem", "ihrer", "seiner", "dieser", "diesem"})
_HIS: Final = frozenset({"er", "ihn", "ihm"})
_HERS: Final = frozenset({"sie", "ihr"})
_BARE: Final = {
    "er": frozenset({Kind.PERSON}),
    "sie": frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.OUTLET}),
    "es": frozenset({Kind.STATE}),
}


def meant_within(
    analysis: Analysis, phrase: Phrase, entity: Callable[[int], Entity | None], gender: Callable[[Entity], str | None]
) -> Entity | None:
    """The party that a pronoun as the subject of what somebody says means; None where the sentence does not tell. `gender`
    is "f" or "m" for people whose name tells."""
    clause = next((c for c in analysis.clauses if phrase.index in c.fillers_in(Role.SUBJECT)), None)
    if clause is None or clause.link is not Link.COMPLEMENT or clause.parent is None:
        return None
    for candidate in _candidates(analysis, analysis.clauses[clause.parent], 0):
        found = entity(candidate.index)
        if found is not None and _agrees(analysis, phrase, candidate, found) and not contradicts(phrase.pronoun, gender(found)):
            return found
    return None


def _candidates(analysis: Analysis, clause: Clause, depth: int) -> Iterator[Phrase]:
    """Who is accused in the clause above, its subject, whom it speaks for (its genitive), and so on upwards."""
    accused = clause.verb is not None and clause.verb.lemma in _ACCUSING and clause.verb.voice is Voice.ACTIVE
    objects = (*clause.fillers_in(Role.DATIVE), *clause.fillers_in(Role.ACCUSATIVE)) if accused else ()
    for index in (*objects, *clause.fillers_in(Role.SUBJECT)):
        yield analysis.phrases[index]
        yield from (p for p in analysis.phrases if p.attribute_of == index)
    if clause.parent is not None and clause.link is Link.COMPLEMENT and depth < _DEPTH:
        yield from _candidates(analysis, analysis.clauses[clause.parent], depth + 1)


def _agrees(analysis: Analysis, pronoun: Phrase, candidate: Phrase, entity: Entity) -> bool:
    if candidate.pronoun is not None:
        return candidate.pronoun == pronoun.pronoun
    if pronoun.plural is True or candidate.plural is True:
        return pronoun.plural is not False and candidate.plural is True and pronoun.pronoun == "sie"
    end = min(candidate.head, candidate.name[0] if candidate.name is not None else candidate.head)
    word = next((analysis.tokens[i] for i in range(candidate.first, end) if analysis.tokens[i].tag != "APPR"), None)
    if word is None:
        return entity.kind in _BARE.get(pronoun.pronoun or "", frozenset())
    oblique = any(candidate.index in c.fillers_in(Role.DATIVE) for c in analysis.clauses)
    if candidate.attribute_of is not None or (oblique and word.low in _OBLIQUE):  # der NATO, des Iran; warf der Armee vor
        return (pronoun.pronoun == "sie") == (word.low in ("der", "einer", "ihrer", "seiner", "dieser"))
    masculine = word.low in _MASCULINE or (word.tag == "ADJ(A)" and word.low.endswith("er"))
    feminine = word.low in _FEMININE or (word.tag == "ADJ(A)" and word.low.endswith("e"))
    return {"er": masculine, "sie": feminine, "es": not masculine and not feminine}.get(pronoun.pronoun or "", False)


def contradicts(pronoun: str | None, gender: str | None) -> bool:
    """Whether a person of that gender cannot be meant: "er" is no woman, singular "ihr" no man."""
    return (gender == "f" and pronoun in _HIS) or (gender == "m" and pronoun in _HERS)


def gender_shown(analysis: Analysis, phrase: Phrase) -> str | None:
    """ "f" or "m" as the determiner in front of a noun in the singular shows it; None where it does not."""
    word = next((t.low for t in analysis.tokens[phrase.first : phrase.head] if t.tag in _DETERMINERS), None)
    if analysis.tokens[phrase.head].low.endswith("in") or word in _FEMININE:
        return "f"
    if word == "der" or word == "dieser":
        return "m" if Case.NOMINATIVE in phrase.cases else "f"
    return "m" if word in _MASCULINE or (word or "").endswith(("em", "en", "es")) else "f" if word == "einer" else None


def land_within(analysis: Analysis, phrase: Phrase, entity: Callable[[int], Entity | None]) -> str | None:
    """The gazetteer id of "das Land" in what a state's people say: Norwegische Medien berichteten, das Land habe …"""
    clause = next((c for c in analysis.clauses if phrase.index in c.fillers_in(Role.SUBJECT)), None)
    if clause is None or clause.link is not Link.COMPLEMENT or clause.parent is None:
        return None
    speakers = (entity(i) for i in analysis.clauses[clause.parent].fillers_in(Role.SUBJECT))
    return next((e.gazetteer if e.kind is Kind.STATE else e.state for e in speakers if e is not None), None)
