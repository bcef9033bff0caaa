"""Lenses, on the affair: the same network as one source, one outlet, one state's outlets or one stretch of time shows it."""

from dataclasses import replace
from datetime import date

import pytest

from graph.asking.clock import Clock
from graph.asking.edges import Counted
from graph.asking.lenses import CLEAR, Lens, Teller, lens, reports, seen
from graph.asking.network import Opening, network
from graph.errors import UsageError
from graph.identity import entity_key
from graph.model import Entity, Modality
from tests.affair import ABENDBOTE, ARKADIEN, BERG, ELYSIEN, KURIER, PAX, UTOPIEN

from .conftest import AffairDesk


def key(entity: Entity) -> str:
    return entity_key(entity, "")


def attack(found: tuple[Counted, ...]) -> Counted:
    return next(each for each in found if each.relation == "ASSAULT")


def test_a_clear_lens_shows_what_the_writer_counted(affair: AffairDesk) -> None:
    whole = network(affair, [key(ARKADIEN), key(UTOPIEN), key(ELYSIEN)], "de")
    anew = {each.key: (each.tally, each.roots) for each in seen(affair, CLEAR)}

    assert CLEAR.clear
    assert {edge.key: (edge.tally, edge.roots) for edge in whole.edges} == anew


def test_a_speaker_shows_only_what_is_told_on_its_word(affair: AffairDesk) -> None:
    (only,) = seen(affair, Lens(Teller.SPEAKER, key(BERG)))
    (cited,) = seen(affair, Lens(Teller.SPEAKER, key(PAX)))

    assert (only.relation, only.tally.claims, only.tally.asserting, only.roots) == ("ASSAULT", 1, 1, 1)
    assert (cited.tally.claims, cited.tally.standing) == (1, "asserted")


def test_an_outlet_shows_what_it_prints(affair: AffairDesk) -> None:
    found = attack(seen(affair, Lens(Teller.OUTLET, key(ABENDBOTE))))

    assert (found.tally.alleging, found.tally.denying, found.tally.asserting) == (1, 1, 0)
    assert found.tally.standing == "disputed"


def test_the_outlets_of_a_state_are_looked_through_together(affair: AffairDesk) -> None:
    own, other = (seen(affair, Lens(Teller.STATE, key(state))) for state in (ARKADIEN, UTOPIEN))

    assert "AID" in {each.relation for each in own} and attack(own).tally.claims == 4
    assert (attack(other).tally.asserting, attack(other).tally.doubting) == (2, 1)


def test_what_the_quads_tell_of_an_outlet_is_what_the_archive_has_of_it(affair: AffairDesk) -> None:
    window = Lens(since=date(2024, 3, 1), until=date(2024, 3, 31), modalities=frozenset({Modality.ACTUAL}))
    outlet = replace(window, teller=Teller.OUTLET, of=key(ABENDBOTE))
    kept = {told.claim for _, told in reports(affair, window) if told.publisher == key(ABENDBOTE)}

    assert kept and {told.claim for _, told in reports(affair, outlet)} == kept


def test_only_what_leads_to_one_of_some_parties_is_told_among_them(affair: AffairDesk) -> None:
    both = [key(ARKADIEN), key(UTOPIEN)]
    for through in (CLEAR, Lens(Teller.STATE, key(ARKADIEN))):
        every = [told.claim for _, told in reports(affair, through, both) if told.edge.recipient in {*both, None}]
        assert every and sorted(told.claim for _, told in reports(affair, through, both, among=True)) == sorted(every)


def test_time_runs_on_two_clocks(affair: AffairDesk) -> None:
    june = {"since": date(2023, 6, 1), "until": date(2023, 6, 5)}

    assert not seen(affair, Lens(clock=Clock.PUBLISHED, **june))  # type: ignore[arg-type]
    (event,) = seen(affair, Lens(clock=Clock.EVENT, **june))  # type: ignore[arg-type]
    assert (event.relation, event.tally.claims, event.first) == ("ASSAULT", 1, "2023-06-01")


def test_as_it_stood_on_a_day_is_what_had_been_printed_by_then(affair: AffairDesk) -> None:
    before, after = (attack(seen(affair, Lens(as_of=date(2024, 3, day)))) for day in (4, 5))
    june = Lens(clock=Clock.EVENT, until=date(2023, 6, 30), as_of=date(2024, 1, 1))

    assert (before.tally.claims, before.tally.standing) == (5, "asserted"), "the older attack was printed long ago"
    assert (after.tally.denying, after.tally.standing) == (1, "disputed")
    assert attack(seen(affair, june)).tally.claims == 1, "both clocks at once"
    assert not seen(affair, Lens(as_of=date(2020, 1, 1)))


def test_modality_and_corroboration_are_lenses_too(affair: AffairDesk) -> None:
    intended = seen(affair, Lens(modalities=frozenset({Modality.INTENDED})))
    firm = seen(affair, Lens(roots=2))

    assert {each.relation for each in intended} == {"AID", "CONSULT"}
    assert {each.relation for each in firm} == {"ASSAULT", "CONSULT"} and all(each.roots >= 2 for each in firm)


def test_the_network_through_a_lens_finds_its_own_parties(affair: AffairDesk) -> None:
    through = Lens(Teller.OUTLET, key(KURIER), since=date(2024, 4, 1))
    found = network(affair, [], "de", through=through)
    grown = network(affair, [], "de", Opening(key(ELYSIEN)), through)

    assert {node.party.name for node in found.nodes} == {"Elysien", "Utopien"} == {node.party.name for node in grown.nodes}
    assert {edge.relation for edge in found.edges} == {"ACCUSE", "SANCTION", "THREATEN", "AID"}


def test_an_address_says_a_lens(affair: AffairDesk) -> None:
    said = {"lens": f"outlet:{key(KURIER)}", "clock": "event", "from": "2024-03-01", "modality": "actual,possible", "roots": "2"}

    assert lens(said.items()) == Lens(
        Teller.OUTLET, key(KURIER), Clock.EVENT, date(2024, 3, 1), None, frozenset({Modality.ACTUAL, Modality.POSSIBLE}), 2
    )
    assert lens([("entities", "a"), ("lens", "")]) == CLEAR
    for wrong in ({"lens": "planet:x"}, {"from": "soon"}, {"roots": "many"}, {"clock": "wall"}):
        with pytest.raises(UsageError, match="no lens"):
            lens(wrong.items())
