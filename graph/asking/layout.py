"""Where the nodes of a drawing stand: the same network always gets the same positions.

Each connected piece is laid out by springs from a start that depends on the nodes' keys alone, then the pieces are set
beside each other, the largest first. The browser keeps what it has already placed; this module knows nothing of that.
"""

import math
from collections.abc import Iterable, Mapping
from functools import lru_cache
from hashlib import sha256

import networkx

SPACING = 110.0  # units between neighbours: a labelled node is about 90 wide
_ROUNDS = 60  # of the spring model; more moves nothing visibly at 300 nodes

Position = tuple[float, float]


def positions(nodes: Iterable[str], weights: Mapping[tuple[str, str], int]) -> Mapping[str, Position]:
    """A place for each of `nodes`; `weights` counts what connects two of them. Around (0, 0), rounded to a tenth."""
    pairs: dict[tuple[str, str], int] = {}
    for (one, other), weight in weights.items():
        pair = (min(one, other), max(one, other))
        pairs[pair] = pairs.get(pair, 0) + weight
    return _laid_out(tuple(sorted(nodes)), tuple(sorted(pairs.items())))


@lru_cache(maxsize=128)
def _laid_out(nodes: tuple[str, ...], pairs: tuple[tuple[tuple[str, str], int], ...]) -> Mapping[str, Position]:
    network = networkx.Graph()
    network.add_nodes_from(nodes)
    # Counts are damped: ten thousand claims between two parties must not pull them into one point.
    network.add_weighted_edges_from((one, other, 1 + math.log(weight)) for (one, other), weight in pairs if one != other)
    pieces = sorted(networkx.connected_components(network), key=lambda piece: (-len(piece), min(piece)))
    return _centred(_packed([_sprung(network.subgraph(sorted(piece))) for piece in pieces]))


def _sprung(piece: networkx.Graph) -> dict[str, Position]:
    """One connected piece around its centre."""
    if len(piece) == 1:
        return dict.fromkeys(piece, (0.0, 0.0))
    ordered = networkx.Graph()  # a subgraph iterates in the order of the whole, which must not matter
    ordered.add_nodes_from(sorted(piece))
    ordered.add_edges_from(sorted(piece.edges(data=True), key=lambda edge: sorted(edge[:2])))
    start = {node: _start(node) for node in ordered}
    scale = SPACING * math.sqrt(len(ordered))
    placed = networkx.spring_layout(ordered, pos=start, iterations=_ROUNDS, seed=1870, scale=scale)
    return {node: (float(x), float(y)) for node, (x, y) in placed.items()}


def _start(node: str) -> Position:
    number = int.from_bytes(sha256(node.encode()).digest()[:8])
    return (number >> 32) / 2**31 - 1, (number & 0xFFFFFFFF) / 2**31 - 1


def _packed(pieces: list[dict[str, Position]]) -> dict[str, Position]:
    """The pieces in rows, each as wide as the largest piece or as a square of them all would be."""
    sizes = [(_extent(piece, 0), _extent(piece, 1)) for piece in pieces]
    width = max([size[0] for size in sizes] + [math.sqrt(sum(w * h for w, h in sizes))], default=0.0)
    placed: dict[str, Position] = {}
    left = top = height = 0.0
    for piece, (wide, high) in zip(pieces, sizes, strict=True):
        if left and left + wide > width:
            left, top, height = 0.0, top + height, 0.0
        low_x, low_y = (min(place[axis] for place in piece.values()) for axis in (0, 1))
        for node, (x, y) in piece.items():
            placed[node] = (left + x - low_x + SPACING / 2, top + y - low_y + SPACING / 2)
        left, height = left + wide, max(height, high)
    return placed


def _extent(piece: Mapping[str, Position], axis: int) -> float:
    values = [place[axis] for place in piece.values()]
    return max(values) - min(values) + SPACING


def _centred(placed: Mapping[str, Position]) -> dict[str, Position]:
    if not placed:
        return {}
    middle = [(min(p[axis] for p in placed.values()) + max(p[axis] for p in placed.values())) / 2 for axis in (0, 1)]
    # Adding 0.0 turns -0.0 into 0.0, so that the JSON is the same everywhere.
    return {node: (round(x - middle[0], 1) + 0.0, round(y - middle[1], 1) + 0.0) for node, (x, y) in placed.items()}
