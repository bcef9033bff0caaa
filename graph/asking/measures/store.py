"""A measure asked of a store from beginning to end: what the command and the pages call.

`kept` lets whoever asks keep what is costly: it is given a name and a way to make the value.
"""

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

from ..addresses import Asker
from . import chains, gathering, graphml
from .answers import Answer, answer
from .asked import Asked
from .catalogue import PARTIES, Measure
from .citing import Citations
from .networks import Network
from .ties import Scores

_Value = TypeVar("_Value")


class Keeper(Protocol):
    """Keeps values by name for as long as the store stays as it is."""

    def __call__(self, name: Hashable, make: Callable[[], _Value], /) -> _Value: ...


def unkept(_: Hashable, make: Callable[[], _Value], /) -> _Value:
    """Keeps nothing."""
    return make()


def measured(asker: Asker, of: Scores, measure: Measure, asked: Asked, language: str, kept: Keeper = unkept) -> Answer:
    """What the measure says of what is asked; names in `language`."""

    def make() -> Answer:
        return answer(measure, _network(asker, of, measure, asked, language, kept), of)

    return kept(("measure", measure.name, asked), make)


def as_graphml(asker: Asker, of: Scores, measure: Measure, asked: Asked, language: str, kept: Keeper = unkept) -> bytes:
    """The network that the measure looks at, with what it says of each party."""
    found = measured(asker, of, measure, asked, language, kept)
    network = _network(asker, of, measure, asked, language, kept)
    if isinstance(network, Network):
        claims = gathering.claims_behind(asker, [(tie.actor, tie.recipient) for tie in network.ties], of)
        return graphml.of_parties(network, found, of, asked.voice, claims)
    return graphml.of_sources(network, found)


def _network(asker: Asker, of: Scores, measure: Measure, asked: Asked, language: str, kept: Keeper) -> Network | Citations:
    if measure.network == PARTIES:
        return kept(("parties", asked), lambda: gathering.network(asker, asked, of, language))
    return kept(("citations", asked), lambda: chains.citations(asker, asked, language))
