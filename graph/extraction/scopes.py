"""What a denial is about, where its words say it: that it happened, who did it, how many, or on purpose."""

from collections.abc import Mapping
from typing import Final

from ..language.clause import Analysis, Clause, Role
from ..language.wordlists import word_list
from ..model import Scope

_BY_WORD: Final[Mapping[Scope, frozenset[str]]] = {
    Scope.AGENT: word_list("de", "denied_agent"),
    Scope.NUMBER: word_list("de", "denied_number"),
    Scope.INTENT: word_list("de", "denied_intent"),
    Scope.EVENT: word_list("de", "denied_event"),
}


def denied_scope(analysis: Analysis, clause: Clause) -> Scope | None:
    """The scope of the denial that the clause's verb tells: by the object it denies ("die Verantwortung", "die Zahl"), else
    by a word in what it embeds ("dass es Absicht war"); None where neither says it."""
    objects = {
        analysis.phrases[i].lemma.lower()
        for role in (Role.ACCUSATIVE, Role.DATIVE, Role.SUBJECT, Role.PREPOSITION)
        for i in clause.fillers_in(role)
    }
    content = {
        form
        for inner in analysis.clauses
        if inner.parent == clause.index
        for i in inner.tokens
        for form in (analysis.tokens[i].low, analysis.tokens[i].lemma.lower())
    }
    for words in (objects, content):
        found = next((scope for scope, known in _BY_WORD.items() if words & known), None)
        if found is not None:
            return found
    return None
