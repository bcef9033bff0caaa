"""What a clause leaves open: of what somebody does not say whether it is so, nothing is told."""

from typing import Final

from ..language.clause import Analysis, Clause, Link, Role

_SAYING_NOTHING: Final = frozenset({"offenlassen", "verschweigen", "schweigen", "ausschweigen"})
_DEPTH: Final = 6  # clauses within clauses that are climbed at most


def is_left_open(analysis: Analysis, index: int) -> bool:
    """äußerte sich nicht dazu, ob Peru angegriffen hat; machte keine Angaben, ob …; ließ offen, ob …"""
    clause = analysis.clauses[index] if analysis.clauses else None
    for _ in range(_DEPTH):
        if clause is None or clause.parent is None:
            return False
        above = analysis.clauses[clause.parent]
        if clause.introducer == "ob" and _says_nothing(analysis, above):
            return True
        clause = above if clause.link in (Link.COMPLEMENT, Link.COORDINATE, Link.ADVERBIAL) else None
    return False


def _says_nothing(analysis: Analysis, clause: Clause) -> bool:
    if clause.verb is None:
        return False
    phrases = (analysis.phrases[i] for role in (Role.ACCUSATIVE, Role.SUBJECT) for i in clause.fillers_in(role))
    left = clause.verb.lemma in ("lassen", "bleiben") and any(analysis.tokens[i].low == "offen" for i in clause.tokens)
    nothing = clause.verb.negated or any(p.determiner == "negative" for p in phrases)
    return left or nothing or clause.verb.lemma in _SAYING_NOTHING
