"""Ties: what sources report between two parties, put together from aggregated edges. Pure; knows no store.

An edge is one relation from one party to another with its claims counted. A tie joins all edges from one party to
another. What the sources deny, doubt, only plan or hold possible is counted beside it and never makes one; what they
only allege is a tie for whoever asks for allegations, and for nobody else.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from ..edges import Counted

Scores = Mapping[str, float]  # PLOVER's score of a relation, -10 (conflict) to +10 (cooperation); standing ties have none


class Voice(StrEnum):
    """Which reports make a tie: those that a source asserts, those that one alleges, or both."""

    ASSERTED = "asserted"
    ALLEGED = "alleged"
    REPORTED = "reported"


@dataclass(frozen=True, slots=True)
class Tie:
    """All that is reported from one party to another, by their keys.

    `edges` carry the tie, the best backed first; `others` lie between the same parties and carry none: denied, doubted,
    planned, or in another voice. `roots` is the tie's strength (see `backing`). The counts are claims of all its edges,
    `others` included. Scores are PLOVER's, weighted by backing: of what is asserted, and apart from it of what is alleged.
    """

    actor: str
    recipient: str
    edges: tuple[Counted, ...]
    others: tuple[Counted, ...]
    roots: int
    claims: int
    asserting: int
    alleging: int
    denying: int
    doubting: int
    asserted_score: float | None
    alleged_score: float | None

    @property
    def all_edges(self) -> tuple[Counted, ...]:
        """Those that carry the tie, then the others."""
        return self.edges + self.others


def backing(edge: Counted, voice: Voice) -> int:
    """On how many texts at most the claims stand that report `edge` as done, in this voice; 0: it makes no tie.

    Its roots, but no more than there are claims in this voice, nor than there are claims of what is actual: an edge's
    roots count those too that deny it, and ten denials must not lend strength to one assertion.
    """
    tally = edge.tally
    asserting = 0 if voice is Voice.ALLEGED else tally.asserting
    alleging = 0 if voice is Voice.ASSERTED else tally.alleging
    return max(0, min(edge.roots, asserting + alleging, tally.claims - tally.intended - tally.possible))


def ties(edges: Iterable[Counted], scores: Scores, voice: Voice = Voice.ASSERTED) -> tuple[Tie, ...]:
    """A tie for each pair of parties that the edges join in this voice, the strongest first.

    The order of `edges` does not matter. An edge without a recipient, or from a party to itself, joins nobody.
    """
    pairs: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for edge in edges:
        if edge.recipient is not None and edge.recipient != edge.actor:
            pairs[edge.actor, edge.recipient].append(edge)
    found = (_tie(*pair, between, scores, voice) for pair, between in pairs.items())
    return tuple(sorted((tie for tie in found if tie.edges), key=_by_strength))


def around(found: Iterable[Tie], parties: Iterable[str]) -> tuple[Tie, ...]:
    """The ties among `parties` and those whom a tie joins to one of them; all ties where no party is given."""
    asked, all_ties = set(parties), tuple(found)
    if not asked:
        return all_ties
    near = asked | {end for tie in all_ties if {tie.actor, tie.recipient} & asked for end in (tie.actor, tie.recipient)}
    return tuple(tie for tie in all_ties if tie.actor in near and tie.recipient in near)


def _tie(actor: str, recipient: str, between: list[Counted], scores: Scores, voice: Voice) -> Tie:
    ordered = sorted(between, key=lambda edge: (-backing(edge, voice), edge.relation, edge.key))
    carrying = tuple(edge for edge in ordered if backing(edge, voice))
    tallies = [edge.tally for edge in ordered]
    return Tie(
        actor=actor,
        recipient=recipient,
        edges=carrying,
        others=tuple(edge for edge in ordered if not backing(edge, voice)),
        roots=sum(backing(edge, voice) for edge in carrying),
        claims=sum(tally.claims for tally in tallies),
        asserting=sum(tally.asserting for tally in tallies),
        alleging=sum(tally.alleging for tally in tallies),
        denying=sum(tally.denying for tally in tallies),
        doubting=sum(tally.doubting for tally in tallies),
        asserted_score=mean_score(ordered, scores, lambda edge: backing(edge, Voice.ASSERTED)),
        alleged_score=mean_score(ordered, scores, lambda edge: backing(edge, Voice.ALLEGED)),
    )


def mean_score(edges: Iterable[Counted], scores: Scores, weight: Callable[[Counted], int]) -> float | None:
    """The mean score of those edges that have one, each as often as it weighs; None where none weighs anything."""
    weighed = [(scores[edge.relation], weight(edge)) for edge in edges if edge.relation in scores]
    total = sum(times for _, times in weighed)
    return sum(score * times for score, times in weighed) / total if total else None


def _by_strength(tie: Tie) -> tuple[int, int, str, str]:
    return -tie.roots, -tie.claims, tie.actor, tie.recipient
