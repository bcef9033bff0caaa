"""Persons whose noun is left out because the clause before has said it: "eine Person getötet und vier weitere verletzt"."""

import re
from typing import Final

from ..language.clause import Analysis, Clause, Link, Phrase, Role, Voice
from ..model import Entity, Kind, Party
from .names import base_name

_MORE: Final = frozenset({"weitere", "weiterer", "weiteren", "andere", "anderer", "anderen"})
_COUNTING: Final = ("CARD", "ART", "PIAT", "PIS", "PIDAT")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_SUFFERERS: Final = (Role.SUBJECT, Role.ACCUSATIVE)


def others(analysis: Analysis, clause: Clause) -> Party | None:
    """Those whom a number or "weitere" without a noun means in a clause that goes on from another one."""
    if clause.parent is None or clause.link is Link.INSERT or clause.link is Link.COMPLEMENT:
        return None
    words = _counted(analysis, clause)
    noun = _noun_before(analysis, analysis.clauses[clause.parent]) if words else None
    if not words or noun is None:
        return None
    text = " ".join(analysis.tokens[i].text for i in words)
    plural = text.split()[0].lower() not in ("ein", "eine", "einer")
    head = analysis.tokens[noun.head]
    unknown = plural and noun.plural is False  # ein Mensch getötet, 35 verletzt: no plural form is at hand
    name = text if unknown else f"{text} {head.text if plural or noun.plural is False else head.lemma}"
    return Party(Entity(name, Kind.GROUP, local=True), analysis.span(words[0], words[-1]))


def _counted(analysis: Analysis, clause: Clause) -> list[int]:
    """The number, "vier weitere", "eine andere" of the clause, if no noun follows it."""
    inside = {i for p in analysis.phrases for i in range(p.first, p.last + 1)}
    run: list[int] = []
    for index in clause.tokens:
        token = analysis.tokens[index]
        counts = token.low in _MORE or token.tag in _COUNTING
        if counts and index not in inside and (not run or index == run[-1] + 1):
            run.append(index)
        elif run:
            break
    words = [analysis.tokens[i] for i in run]
    sure = any(t.low in _MORE or (t.tag == "CARD" and not _YEAR.fullmatch(t.text)) for t in words)
    after = analysis.tokens[run[-1] + 1 : run[-1] + 2] if run else ()
    return run if sure and not any(t.tag in ("NN", "NE", "ADJ(A)") or t.text in "%.:" for t in after) else []


def _noun_before(analysis: Analysis, clause: Clause) -> Phrase | None:
    """The noun for those who suffer in the clause before: the object, or the subject where there is none."""
    passive = clause.verb is not None and clause.verb.voice is not Voice.ACTIVE
    for role in _SUFFERERS if passive else reversed(_SUFFERERS):
        for index in clause.fillers_in(role):
            phrase = analysis.phrases[index]
            if phrase.pronoun is None and phrase.name is None and base_name(analysis, phrase):
                return phrase
    return None
