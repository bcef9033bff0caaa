"""Datives that look like genitives: "hat die ukrainische Regierung der Opposition Verrat vorgeworfen".

Behind a noun "der" may be either. In the fore-field one phrase stands alone, so that both are one; behind the verb a verb
that wants a dative and has none takes it, unless the noun would not say whose it is: "hat die Regierung der Ukraine …".
"""

from collections.abc import Sequence
from dataclasses import replace

from ..clause import Case, Clause, Filler, Phrase, Role, Voice
from ..tokens import Token
from ..wordlists import word_list

_WANTING = word_list("de", "wanting_dative")


def with_wanted_datives(
    tokens: Sequence[Token], found: Sequence[Phrase], clauses: Sequence[Clause]
) -> tuple[list[Phrase], list[Clause]]:
    """The phrases and clauses with what their verbs want taken from the noun before it."""
    phrases, out = list(found), list(clauses)
    for clause in clauses:
        verb = clause.verb
        wants = verb is not None and verb.lemma in _WANTING and verb.voice is Voice.ACTIVE
        if not wants or clause.fillers_in(Role.DATIVE) or not clause.fillers_in(Role.SUBJECT):
            continue
        taken = _behind(tokens, phrases, clause, clause.fillers_in(Role.SUBJECT)[0])
        if taken is not None:
            phrases[taken.index] = replace(taken, attribute_of=None, cases=frozenset({Case.DATIVE}))
            fillers = sorted((*clause.fillers, Filler(Role.DATIVE, taken.index)), key=lambda f: f.phrase)
            out[clause.index] = replace(clause, fillers=tuple(fillers))
    return phrases, out


def _behind(tokens: Sequence[Token], phrases: Sequence[Phrase], clause: Clause, subject: int) -> Phrase | None:
    """What stands in "der" right behind the subject, where that may be the dative."""
    noun, after = phrases[subject], phrases[subject + 1 : subject + 2]
    finite = clause.verb.finite if clause.verb is not None else None
    fronted = finite is not None and noun.first < finite and finite == noun.last + 1 + (after[0].last - noun.last if after else 0)
    if not after or after[0].attribute_of != subject or after[0].first != noun.last + 1 or fronted:
        return None
    if tokens[after[0].first].low != "der" or after[0].plural is True:
        return None
    told = any(tokens[i].tag == "ADJ(A)" for i in range(noun.first, noun.head))
    return after[0] if told or tokens[after[0].head].tag != "NE" else None
