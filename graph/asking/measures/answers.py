"""A measure asked of a store: its rows and figures, what they were measured on, and what was left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ...errors import UsageError
from ...vocabulary import Vocabulary
from .balance import balance
from .brokerage import brokerage, roles
from .catalogue import PARTIES, Measure, catalogue
from .centrality import centrality
from .citing import Citations, leaned_on, who_cites_whom
from .communities import communities
from .networks import Network
from .rows import Figures, Measured, Row
from .ties import Scores


@dataclass(frozen=True, slots=True)
class Answer:
    """`looked_at` of `total` ties (or citations) were measured, the strongest; `untied` pairs are spoken of together and have no
    tie in the voice asked for; `unseen` edges were too rarely reported to be looked at."""

    measure: Measure
    rows: tuple[Row, ...]
    figures: Figures
    looked_at: int
    total: int
    untied: int
    unseen: int


_OF_PARTIES: Mapping[str, Callable[[Network, Scores], Measured]] = {
    "centrality": lambda network, _: centrality(network),
    "communities": lambda network, _: communities(network),
    "brokerage": lambda network, _: brokerage(network),
    "roles": lambda network, _: roles(network),
    "balance": balance,
}
_OF_SOURCES: Mapping[str, Callable[[Citations], Measured]] = {"citations": who_cites_whom, "leaned-on": leaned_on}


def measure(name: str) -> Measure:
    """The measure of this name. UsageError names those there are."""
    known = catalogue().measures
    if name not in known:
        raise UsageError(f"there is no measure called {name[:40]!r}; there are {', '.join(known)}")
    return known[name]


def scores(vocabulary: Vocabulary) -> Scores:
    """The score of each relation that has one: all events, no standing tie."""
    return {relation.code: relation.score for relation in vocabulary.relations.values() if relation.score is not None}


def answer(asked: Measure, network: Network | Citations, of: Scores) -> Answer:
    """What a measure says of its kind of network."""
    if isinstance(network, Network) and asked.network == PARTIES:
        rows, figures = _OF_PARTIES[asked.name](network, of)
        return Answer(asked, rows, figures, len(network.ties), network.total, network.untied, network.unseen)
    if isinstance(network, Citations) and asked.network != PARTIES:
        rows, figures = _OF_SOURCES[asked.name](network)
        return Answer(asked, rows, figures, len(network.found), network.total, 0, 0)
    raise UsageError(f"{asked.name} is measured on the network of {asked.network}")
