"""What is counted before it is drawn, on the affair: surroundings of a party, months on two clocks, paths."""

from datetime import date

from graph.asking.clock import Clock
from graph.asking.lenses import CLEAR, Lens, Teller
from graph.asking.paths import path
from graph.asking.surroundings import around
from graph.asking.timeline import timeline
from graph.identity import entity_key
from graph.model import Entity, Kind
from tests import stores
from tests.affair import ARKADIEN, BERG, ELYSIEN, MORGENBLATT, UTOPIEN

from .conftest import AffairDesk, Desk


def key(entity: Entity) -> str:
    return entity_key(entity, "")


ALL = [key(each) for each in (ARKADIEN, UTOPIEN, ELYSIEN)]


def test_the_surroundings_of_a_party_are_counted_in_claims_roots_and_parties(affair: AffairDesk) -> None:
    found = around(affair, key(ARKADIEN), CLEAR, "de")

    assert (found.claims, found.parties) == (11, 2)
    assault = found.relations[0]
    assert (assault.key, assault.claims, assault.roots, assault.parties) == ("ASSAULT", 8, 5, 1)
    assert {share.key: share.claims for share in found.stances} == {"asserting": 6, "alleging": 3, "denying": 1, "doubting": 1}
    assert [(share.key, share.claims) for share in found.years] == [("2023", 1), ("2024", 10)]
    assert {share.name: share.claims for share in found.sources}["Ida Berg"] == 1


def test_what_has_no_recipient_is_not_counted_as_done_to_a_party(desk: Desk) -> None:
    strike = around(desk, key(stores.UTOPIEN), CLEAR, "de")

    assert (strike.claims, {share.key for share in strike.relations}) == (5, {"AID", "SUPPORT"})


def test_the_surroundings_through_a_lens_are_those_it_shows(affair: AffairDesk) -> None:
    found = around(affair, key(UTOPIEN), Lens(Teller.SPEAKER, key(BERG)), "de")

    assert (found.claims, [share.key for share in found.relations]) == (1, ["ASSAULT"])


def test_months_are_counted_on_either_clock(affair: AffairDesk) -> None:
    printed = timeline(affair, ALL, CLEAR)
    happened = timeline(affair, ALL, Lens(clock=Clock.EVENT))

    march = next(each for each in printed.months if each.month == "2024-03")
    assert (march.asserting, march.alleging, march.denying, march.doubting) == (6, 2, 1, 1)
    for told in (printed, happened):
        assert [each.month for each in told.months] == ["2023-06", "2024-03", "2024-04"]
    assert printed.undated == 0


def test_the_window_of_a_lens_does_not_cut_its_timeline(affair: AffairDesk) -> None:
    assert timeline(affair, ALL, Lens(until=date(2023, 12, 31))).months == timeline(affair, ALL, CLEAR).months


def test_a_path_leads_over_what_is_told(affair: AffairDesk) -> None:
    assert path(affair, key(ARKADIEN), key(UTOPIEN), CLEAR) == (key(ARKADIEN), key(UTOPIEN))
    assert path(affair, key(ARKADIEN), key(ARKADIEN), CLEAR) == (key(ARKADIEN),)
    assert path(affair, key(ARKADIEN), key(Entity("Atlantis", Kind.STATE)), CLEAR) == ()


def test_a_path_through_a_lens_takes_only_what_it_shows(affair: AffairDesk) -> None:
    told = Lens(Teller.OUTLET, key(MORGENBLATT))
    assert path(affair, key(ARKADIEN), key(ELYSIEN), told) == (key(ARKADIEN), key(UTOPIEN), key(ELYSIEN))
    assert path(affair, key(ARKADIEN), key(ELYSIEN), CLEAR) == (key(ARKADIEN), key(ELYSIEN))
    assert path(affair, key(ARKADIEN), key(ELYSIEN), Lens(Teller.SPEAKER, key(BERG))) == ()
