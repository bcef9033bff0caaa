"""Seats of government are their states where these act, and cities where something happens."""

from collections.abc import Callable

import pytest

from graph.model import Kind, Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Der Anschlag in Kabul forderte Opfer.", {"- ASSAULT Kabul"}),
        ("Die Taliban verübten einen Anschlag in Kabul.", {"Taliban ASSAULT Kabul"}),
        ("In Kabul und Mombasa gab es vor Wochen Anschläge.", {"- ASSAULT Kabul", "- ASSAULT Mombasa"}),
        ("In Kabul kam es zu einem Anschlag.", {"- ASSAULT Kabul"}),
        ("In Kabul kam es zu einem Anschlag auf die Botschaft.", {"- ASSAULT Botschaft"}),
        ("Am Montag ereignete sich in Kabul ein Attentat.", {"- ASSAULT Kabul"}),
        ("In Peru kam es zu Gesprächen.", set()),
    ],
)
def test_what_happens_in_a_city_is_done_to_the_city(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told


def test_the_city_is_in_its_state(read: Read) -> None:
    (claim,) = read("Der Anschlag in Kabul forderte Opfer.").claims
    assert claim.recipient is not None
    assert (claim.recipient.entity.kind, claim.recipient.entity.state) == (Kind.PLACE, "state/afghanistan")


def test_who_attacked_one_city_need_not_have_attacked_another(read: Read) -> None:
    told = acts(read("Die Rebellen griffen Aleppo an. In Kabul gab es vor Monaten einen Anschlag."))
    assert told == {"Rebellen ASSAULT Aleppo", "- ASSAULT Kabul"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Im Auftrag Irans verübte die Hisbollah in Bulgarien einen Anschlag.", {"Hisbollah ASSAULT Bulgarien"}),
        ("In Kabul begann die Invasion des Irak.", set()),
        ("Zwischen Peru und Chile kam es zu einer Auseinandersetzung über den Haushalt.", set()),
    ],
)
def test_not_every_place_is_struck(read: Read, text: str, told: set[str]) -> None:
    assert acts(read(text)) == told
