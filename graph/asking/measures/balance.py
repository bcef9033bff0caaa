"""Whether friends' friends are reported as friends: structural balance of signed pairs."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import networkx

from ..edges import Counted
from .networks import Network
from .rows import Measured, TriadRow, behind, rounded
from .ties import Scores, Voice, backing, mean_score

_LISTED = 1_000  # unbalanced triads that are listed: the others are counted


@dataclass(frozen=True, slots=True)
class Signed:
    """What two parties are asserted to do to each other: the mean score of all edges both ways, their roots and the edges."""

    score: float
    roots: int
    edges: tuple[Counted, ...]


_Triad = tuple[str, str, str]


def balance(network: Network, scores: Scores) -> Measured:
    """Balanced and unbalanced triads of signed pairs, and how far the whole is from two camps.

    A pair's sign is that of the mean PLOVER score of all that is asserted between the two, both ways, weighted by roots; a
    mean of 0 has no sign, and allegations have none. A triad is balanced if the product of its signs is positive (Heider
    1946; Cartwright and Harary 1956). Frustration: the least number of pairs whose sign would have to turn for two camps
    (positive within, negative between), beside all pairs (Harary 1959; Facchetti, Iacono and Altafini 2011). Finding the
    least is hard: two camps are grown along the pairs and improved by moving single parties, so the figure
    is at most as good as that, an upper bound.
    """
    pairs = signed_pairs(network, scores)
    made = networkx.Graph()
    made.add_nodes_from(sorted({end for pair in pairs for end in pair}))
    made.add_edges_from((*pair, {"sign": 1 if signed.score > 0 else -1}) for pair, signed in pairs.items())
    triads = list(_triads(made))
    odd = [triad for triad in triads if not _balanced(triad, made)]
    rows = sorted((_row(triad, pairs, network) for triad in odd), key=_by_backing)[:_LISTED]
    frustrated = frustration(made)
    figures = (
        ("pairs", len(pairs)),
        ("positive", sum(signed.score > 0 for signed in pairs.values())),
        ("negative", sum(signed.score < 0 for signed in pairs.values())),
        ("triads", len(triads)),
        ("unbalanced", len(odd)),
        ("balanced_share", rounded(1 - len(odd) / len(triads)) if triads else None),
        ("frustrated", frustrated),
        ("frustration_share", rounded(frustrated / len(pairs)) if pairs else None),
    )
    return tuple(rows), figures


def signed_pairs(network: Network, scores: Scores) -> Mapping[tuple[str, str], Signed]:
    """The pairs of parties with a sign, by their keys in order."""
    between: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for tie in network.ties:
        pair = (min(tie.actor, tie.recipient), max(tie.actor, tie.recipient))
        between[pair] += [edge for edge in tie.all_edges if edge.relation in scores and backing(edge, Voice.ASSERTED)]
    found = {}
    for pair, edges in sorted(between.items()):
        ordered = tuple(sorted(edges, key=lambda edge: edge.key))
        score = mean_score(ordered, scores, lambda edge: backing(edge, Voice.ASSERTED))
        if score:
            found[pair] = Signed(score, sum(backing(edge, Voice.ASSERTED) for edge in ordered), ordered)
    return found


def frustration(made: networkx.Graph) -> int:
    """How many pairs stand against the best two camps that are found; 0 if and only if the whole is balanced."""
    camp: dict[str, int] = {}
    for start in sorted(made, key=lambda node: (-made.degree(node), node)):
        if start not in camp:
            camp[start] = 1
            _grow(start, made, camp)
    moved = True
    while moved:
        moved = False
        for node in made:
            against = sum(data["sign"] * camp[node] * camp[other] for other, data in made[node].items())
            if against < 0:  # more of its pairs are frustrated than not: each move lowers their number, so this ends
                camp[node], moved = -camp[node], True
    return sum(data["sign"] * camp[one] * camp[other] < 0 for one, other, data in made.edges(data=True))


def _grow(start: str, made: networkx.Graph, camp: dict[str, int]) -> None:
    """Camps as the signs along a tree from `start` have it: right at once where all is balanced."""
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other in sorted(made[node]):
            if other not in camp:
                camp[other] = camp[node] * made[node][other]["sign"]
                waiting.append(other)


def _triads(made: networkx.Graph) -> Iterator[_Triad]:
    """All three parties each pair of which has a sign, in order."""
    for one, other in made.edges:
        first, second = min(one, other), max(one, other)
        for third in sorted(set(made[first]) & set(made[second])):
            if third > second:
                yield first, second, third


def _balanced(triad: _Triad, made: networkx.Graph) -> bool:
    first, second, third = triad
    return bool(made[first][second]["sign"] * made[second][third]["sign"] * made[first][third]["sign"] > 0)


def _row(triad: _Triad, pairs: Mapping[tuple[str, str], Signed], network: Network) -> TriadRow:
    """The three with their pairs; `roots` are those of the weakest pair."""
    first, second, third = triad
    sides = (pairs[first, second], pairs[second, third], pairs[first, third])
    return TriadRow(
        first=network.parties[first],
        second=network.parties[second],
        third=network.parties[third],
        first_second=rounded(sides[0].score),
        second_third=rounded(sides[1].score),
        first_third=rounded(sides[2].score),
        roots=min(side.roots for side in sides),
        edges=tuple(each for side in sides for each in behind(side.edges)),
    )


def _by_backing(row: TriadRow) -> tuple[int, str, str, str]:
    return -row.roots, row.first.key, row.second.key, row.third.key
