"""Which read claim carries out which label: parties by their names, claims one to one."""

import re
import unicodedata
from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from itertools import takewhile

from graph.model import Claim, Party

from .labelled_text import Dispatch, Label

RECIPROCAL = ("CONSULT", "AGREE", "COOPERATE")
WHOLE = 4  # the agreement of a claim that is right in all that is compared

_DETERMINERS = frozenset(("der", "die", "das", "dem", "den", "des", "ein", "eine", "einem", "einen", "einer", "eines"))
_ENDINGS = frozenset(("", "s", "n", "en", "e", "em", "es", "er", "ern"))


def agreement(given: Dispatch, label: Label, claim: Claim) -> int:
    """0 unless sentence, relation and parties are right; then 1, and 1 more for each of modality, negation and chain."""
    if not _strict(given, label, claim):
        return 0
    return 1 + (claim.modality == label.modality) + (claim.negated == label.negated) + chained(given, label, claim)


def pairs(labels: Iterable[Label], claims: Sequence[Claim], worth: Callable[[Label, Claim], int]) -> dict[Label, Claim]:
    """As many labels as possible, required ones first, each with a claim of its own; 0 is no fit, more is better."""
    taken: dict[int, Label] = {}

    def seat(label: Label, tried: set[int]) -> bool:
        fits = {at: value for at, claim in enumerate(claims) if (value := worth(label, claim))}
        for at in sorted(fits, key=lambda at: -fits[at]):
            if at not in tried:
                tried.add(at)
                if at not in taken or seat(taken[at], tried):
                    taken[at] = label
                    return True
        return False

    for label in sorted(labels, key=lambda label: label.optional):
        seat(label, set())
    return {label: claims[at] for at, label in taken.items()}


def _strict(given: Dispatch, label: Label, claim: Claim) -> bool:
    if bisect(given.starts, claim.evidence.start) - 1 != label.sentence or claim.relation != label.relation:
        return False
    orders = [(claim.actor, claim.recipient), (claim.recipient, claim.actor)]
    possible = orders if label.relation in RECIPROCAL else orders[:1]
    return any(_denotes(given, label.actor, one) and _denotes(given, label.recipient, other) for one, other in possible)


def chained(given: Dispatch, label: Label, claim: Claim) -> bool:
    steps = [(name, stance, step) for (name, stance), step in zip(label.chain, claim.attribution, strict=False)]
    right = all(step.stance == stance and _denotes(given, name, step.source) for name, stance, step in steps)
    return len(label.chain) == len(claim.attribution) and right


def _denotes(given: Dispatch, name: str, party: Party | None) -> bool:
    if party is None or name == "-":
        return party is None and name == "-"
    told = [party.entity.name, *([party.mention.of(given.article.text)] if party.mention else [])]
    return any(alike(one, known) for one in told for known in (name, *given.names.get(name, ())))


def alike(told: str, known: str) -> bool:
    """Whether two names are the same but for endings; where a party is described, not named, either may say less.

    >>> alike("der iranischen Marine", "iranische Marine"), alike("Beamte", "zwei iranische Beamte"), alike("Irak", "Iran")
    (True, True, False)
    """
    a, b = _words(told), _words(known)
    if not a or not b:
        return False
    if len(a) == len(b) and all(map(_same, a, b)):
        return True
    return not known[0].isupper() and _same(a[-1], b[-1]) and (_within(a, b) or _within(b, a))


def _words(name: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return [word for word in re.findall(r"\w+", plain) if word not in _DETERMINERS]


def _same(one: str, other: str) -> bool:
    stem = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    return one == other or any({one[cut:], other[cut:]} <= _ENDINGS for cut in range(3, stem + 1))


def _within(some: Iterable[str], words: Sequence[str]) -> bool:
    return all(any(_same(one, word) for word in words) for one in some)
