"""The query behind a screen gives the very edges that are on it, whatever lens and filters there are."""

from datetime import date

import pytest

from graph.asking.clock import Clock
from graph.asking.drawn.query import query
from graph.asking.drawn.sight import Filters, sight
from graph.asking.lenses import CLEAR, Lens, Teller
from graph.identity import entity_key
from graph.model import Modality
from tests.affair import ABENDBOTE, ARKADIEN, BERG, ELYSIEN, UTOPIEN

from ..conftest import AffairDesk, Desk

STATES = tuple(entity_key(state, "") for state in (ARKADIEN, UTOPIEN, ELYSIEN))
_ARKADIEN, _ABENDBOTE, _BERG = (entity_key(each, "") for each in (ARKADIEN, ABENDBOTE, BERG))
_MARCH = {"since": date(2024, 3, 1), "until": date(2024, 3, 31)}
_JUNE = {"since": date(2023, 6, 3), "until": date(2023, 6, 20)}


@pytest.fixture
def deliveries(desk: Desk) -> AffairDesk:
    """The desk over the small store, with its archive."""
    return AffairDesk(desk.pool, desk.store)


LENSES = (
    CLEAR,
    Lens(roots=2),
    Lens(Teller.SPEAKER, _BERG),
    Lens(Teller.OUTLET, _ABENDBOTE),
    Lens(Teller.STATE, _ARKADIEN),
    Lens(Teller.STATE, _ARKADIEN, roots=2),
    Lens(**_MARCH),  # type: ignore[arg-type]
    Lens(clock=Clock.EVENT, **_MARCH),  # type: ignore[arg-type]
    Lens(clock=Clock.EVENT, **_JUNE),  # type: ignore[arg-type]
    Lens(clock=Clock.EVENT, until=date(2023, 12, 31), as_of=date(2024, 3, 4)),
    Lens(modalities=frozenset({Modality.INTENDED})),
    Lens(as_of=date(2024, 3, 4)),
    Lens(as_of=date(2020, 1, 1)),
)
FILTERS = (
    Filters(),
    Filters(stances=frozenset({"denies", "doubts"})),
    Filters(relations=frozenset({"ASSAULT", "AID"})),
    Filters(disputed=True),
)


@pytest.mark.parametrize("only", FILTERS)
@pytest.mark.parametrize("through", LENSES)
def test_the_query_gives_what_is_drawn(affair: AffairDesk, through: Lens, only: Filters) -> None:
    seen = sight(affair, STATES, through, only, "de")
    rows = affair.pool.answer(query(affair.base, seen, through, only, "de"), ()).rows
    told = {(str(edge), *map(int, counts)): (actor, recipient) for actor, _, recipient, *counts, edge in rows}  # type: ignore[arg-type]

    drawn = {
        (f"{affair.base}edge/{edge.key}", t.claims, t.asserting, t.alleging, t.denying, t.doubting): (
            edge.actor.name,
            edge.recipient.name if edge.recipient else None,
        )
        for edge in seen.edges
        for t in (edge.tally,)
    }
    assert told == drawn and len(rows) == len(drawn)


def test_the_affair_has_something_to_tell_through_most_lenses(affair: AffairDesk) -> None:
    drawn = [len(sight(affair, STATES, through, Filters(), "de").edges) for through in LENSES]

    assert drawn[0] == 9 and sum(n > 0 for n in drawn) >= 10


def test_a_relation_without_a_recipient_is_given_too(deliveries: AffairDesk) -> None:
    only = Filters(relations=frozenset({"PROTEST"}))
    for through in (CLEAR, Lens(as_of=date(2024, 6, 30))):
        seen = sight(deliveries, (), through, only, "de")
        ((actor, _, recipient, claims, *_),) = deliveries.pool.answer(query(deliveries.base, seen, through, only, "de"), ()).rows
        assert (actor, recipient, claims) == ("Hafenarbeiter", None, 1) and len(seen.edges) == 1
