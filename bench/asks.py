"""How long questions take: every named question as it stands, and what pages ask for."""

import time
from collections.abc import Callable, Iterator
from statistics import median

from graph.asking import edges, finishing
from graph.asking.answering import Case
from graph.asking.counter import Counter
from graph.asking.network import NODES, Opening, network
from graph.asking.pool import Pool
from graph.asking.questions import questions
from graph.asking.views.parties import claims_of, entity
from graph.errors import DepescheError
from graph.rdf.store import Store

DEADLINE = 30.0  # seconds, thrice what the explorer grants
_LANGUAGE = "de"
_PAGE = 20  # rows


def asks(store: Store, rounds: int) -> dict[str, float | None]:
    """Milliseconds of each question, the median of `rounds`, the first of which is not counted; None past the deadline."""
    with Pool(store.folder, workers=1, deadline=DEADLINE) as pool:
        desk = Counter(pool, store.articles, store.base)
        return {name: timed(ask, rounds) for name, ask in _all(desk)}


def _all(desk: Counter) -> Iterator[tuple[str, Callable[[], object]]]:
    for name, question in questions().items():
        case = Case(desk, question.given({}, lambda name: name), _LANGUAGE)
        yield name, lambda question=question, case=case: finishing.ask(question, case)  # type: ignore[misc]
    yield from over_all(desk)
    busiest = edges.busiest(desk, 1)[0][0]
    yield "page: a party", lambda: entity(desk, busiest, _LANGUAGE)
    counts = entity(desk, busiest, _LANGUAGE).counts["actor"]
    yield "page: a party's claims", lambda: claims_of(desk, busiest, "actor", counts, 20, 0)


def over_all(desk: Counter) -> Iterator[tuple[str, Callable[[], object]]]:
    """What pages ask of all that is derived; parties by how busy they are."""
    parties = edges.busiest(desk, NODES)[0]
    yield "page: disputes", lambda: edges.disputes(desk, _PAGE)
    yield "page: how many disputes", lambda: edges.count_disputes(desk)
    yield "page: top pairs", lambda: edges.most_reported(desk, _PAGE)
    yield "page: network", lambda: network(desk, (), _LANGUAGE)
    yield "page: neighbours of the busiest", lambda: network(desk, (), _LANGUAGE, Opening(expand=parties[0]))
    yield f"page: … of number {len(parties)}", lambda: network(desk, (), _LANGUAGE, Opening(expand=parties[-1]))


def timed(ask: Callable[[], object], rounds: int) -> float | None:
    """Milliseconds of a question, the median of `rounds` after one that does not count; None past the deadline."""
    found = []
    try:
        for _ in range(rounds + 1):
            began = time.perf_counter()
            ask()
            found.append((time.perf_counter() - began) * 1000)
    except DepescheError:
        return None
    return median(found[1:])
