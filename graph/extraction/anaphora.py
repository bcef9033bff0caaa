"""Whom a pronoun means within its sentence: who says "er habe …" mostly speaks of himself, or of those he speaks for.

Gender is that of the words in front of the noun; a bare name is a state's (es), a body's (sie) or a person's (er, sie).
"""

from collections.abc import Callable, Iterator
from typing import Final

from ..language.clause import Analysis, Case, Clause, ClauseKind, Link, Phrase, Role, Voice
from ..language.tokens import Token
from ..model import Entity, Kind

_DEPTH: Final = 4  # complements within complements; deeper ones do not occur
_MASCULINE: Final = frozenset({"der", "den", "ein", "einen", "dieser", "diesen", "jener", "kein", "sein", "ihr"})
_FEMININE: Final = frozenset({"die", "eine", "diese", "jene", "keine", "seine", "ihre"})
_DETERMINERS: Final = ("ART", "PDAT", "PPOSAT", "PIAT", "APPRART")
_ACCUSING: Final = frozenset({"vorwerfen", "beschuldigen", "vorhalten", "bezichtigen", "verdächtigen", "anklagen"})
_FEMININE_DATIVE: Final = frozenset({"der", "einer", "ihrer", "seiner", "dieser", "zur"})
_HIS: Final = frozenset({"er", "ihn", "ihm"})
_HERS: Final = frozenset({"sie", "ihr"})
_BASE: Final = {"ihn": "er", "ihm": "er", "ihr": "sie", "diese": "sie", "dieser": "er", "diesen": "er", "diesem": "er"}
_OTHER_ROLES: Final = (Role.ACCUSATIVE, Role.DATIVE, Role.PREPOSITION)
_IN_PASSING: Final = (ClauseKind.RELATIVE, ClauseKind.PARTICIPIAL, ClauseKind.VERBLESS)
_BARE: Final = {
    "er": frozenset({Kind.PERSON}),
    "sie": frozenset({Kind.PERSON, Kind.ORGANISATION, Kind.OUTLET}),
    "es": frozenset({Kind.STATE}),
}


def meant_within(
    analysis: Analysis, phrase: Phrase, entity: Callable[[int], Entity | None], gender: Callable[[Entity], str | None]
) -> Entity | None:
    """The party of the same sentence that a pronoun means: first whoever says what it stands in, then who acts in a clause
    before it, then whom that one names besides; None where the sentence does not tell. `gender` is "f" or "m" for people
    whose name tells."""
    clause = next((c for c in analysis.clauses if any(f.phrase == phrase.index for f in c.fillers)), None)
    if clause is None:
        return None
    for candidate in _said_by(analysis, phrase, clause) if phrase.pronoun == "es" else _before(analysis, phrase, clause):
        found = entity(candidate.index)
        if found is not None and _agrees(analysis, phrase, candidate, found) and not contradicts(phrase.pronoun, gender(found)):
            return found
    return None


def joint_before(analysis: Analysis, phrase: Phrase) -> Phrase | None:
    """Norwegen und Schweden erklärten, sie …: the first of several that act together in a clause before the pronoun; None
    where some other plural stands nearer."""
    clause = next((c for c in analysis.clauses if any(f.phrase == phrase.index for f in c.fillers)), None)
    subjects = _subjects_before(analysis, phrase, clause) if clause is not None else iter(())
    first = next((p for p in subjects if p.plural is True or len(analysis.joined(p.index)) > 1), None)
    return first if first is not None and len(analysis.joined(first.index)) > 1 else None


def _before(analysis: Analysis, phrase: Phrase, clause: Clause) -> Iterator[Phrase]:
    yield from _said_by(analysis, phrase, clause)
    acting = _acting(analysis, clause)
    for candidate in (*_subjects_before(analysis, phrase, clause), *_others_before(analysis, phrase, clause)):
        if candidate.index not in acting:
            yield candidate


def _acting(analysis: Analysis, clause: Clause) -> frozenset[int]:
    """Who may act in an infinitive without being said to, and so is nobody that its own pronouns mean: versuchte, ihn zu
    töten; bat ihn, …; where somebody is asked or blamed, he does, else whoever acts above."""
    acting: set[int] = set()
    while clause.kind is ClauseKind.INFINITIVE and clause.parent is not None:
        clause = analysis.clauses[clause.parent]
        asked = (*clause.fillers_in(Role.ACCUSATIVE), *clause.fillers_in(Role.DATIVE))
        acting.update(asked or clause.fillers_in(Role.SUBJECT))
    return frozenset(acting)


def _said_by(analysis: Analysis, phrase: Phrase, clause: Clause) -> Iterator[Phrase]:
    """Who says the clause that the pronoun is the subject of; in words quoted he speaks of somebody else."""
    said = clause.link is Link.COMPLEMENT and clause.parent is not None and not clause.quoted
    if said and clause.parent is not None and phrase.index in clause.fillers_in(Role.SUBJECT):
        yield from _candidates(analysis, analysis.clauses[clause.parent], 0)


def _subjects_before(analysis: Analysis, phrase: Phrase, clause: Clause) -> Iterator[Phrase]:
    """Who acts in the clause above, then in those before, the nearest first."""
    for other in _clauses_before(analysis, phrase, clause):
        yield from (p for i in other.fillers_in(Role.SUBJECT) if (p := _meant(analysis, other, i)).last < phrase.first)


def _meant(analysis: Analysis, clause: Clause, index: int) -> Phrase:
    """The phrase, or what it means if it is the pronoun of a relative clause."""
    relative = (
        clause.kind is ClauseKind.RELATIVE and clause.antecedent is not None and analysis.phrases[index].pronoun is not None
    )
    return analysis.phrases[clause.antecedent if relative and clause.antecedent is not None else index]


def _others_before(analysis: Analysis, phrase: Phrase, clause: Clause) -> Iterator[Phrase]:
    for other in _clauses_before(analysis, phrase, clause):
        for role in _OTHER_ROLES:
            yield from (p for i in other.fillers_in(role) if (p := analysis.phrases[i]).last < phrase.first)


def _clauses_before(analysis: Analysis, phrase: Phrase, clause: Clause) -> Iterator[Clause]:
    """Clauses that begin before the pronoun: the one above, then the others from the nearest back; of quoted words only
    those that are quoted as well, and no attributes, which tell of somebody in passing."""
    above = analysis.clauses[clause.parent] if clause.parent is not None else None
    others = [c for c in reversed(analysis.clauses) if c is not clause and c is not above and c.kind not in _IN_PASSING]
    for other in (*((above,) if above is not None else ()), *others):
        if other.tokens and other.tokens[0] < phrase.first and other.quoted is clause.quoted:
            yield other


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
    word = _BASE.get(pronoun.pronoun or "", pronoun.pronoun)
    if candidate.pronoun is not None:
        return _BASE.get(candidate.pronoun, candidate.pronoun) == word and candidate.plural in (pronoun.plural, None)
    if pronoun.plural is True or candidate.plural is True or word == "ihnen":
        return pronoun.plural is not False and candidate.plural is True and word in ("sie", "ihnen")
    end = min(candidate.head, candidate.name[0] if candidate.name is not None else candidate.head)
    shown = next((analysis.tokens[i] for i in range(candidate.first, end) if analysis.tokens[i].tag != "APPR"), None)
    if shown is None:
        return entity.kind in _BARE.get(word or "", frozenset())
    dative = any(candidate.index in c.fillers_in(Role.DATIVE) for c in analysis.clauses)  # warf der Armee vor
    dative = dative or candidate.preposition is not None or Case.NOMINATIVE not in candidate.cases
    return _has_gender(shown, word, candidate, dative)


def _has_gender(shown: Token, word: str | None, candidate: Phrase, dative: bool) -> bool:
    """Whether the word in front of a noun in the singular shows the gender of the pronoun."""
    if candidate.attribute_of is not None:  # a genitive: der NATO, des Iran
        return (word == "sie") == (shown.low in ("der", "einer"))
    if dative and shown.low in _FEMININE_DATIVE:  # mit der Ministerin
        return word == "sie"
    if dative and shown.low.endswith(("en", "em", "zum")):
        return word == "er"
    masculine = shown.low in _MASCULINE or (shown.tag == "ADJ(A)" and shown.low.endswith("er"))
    feminine = shown.low in _FEMININE or (shown.tag == "ADJ(A)" and shown.low.endswith("e"))
    return {"er": masculine, "sie": feminine, "es": not masculine and not feminine}.get(word or "", False)


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
