"""Bodies whose name stands behind the noun for what they are."""

from collections.abc import Callable

import pytest

from graph.model import Kind, Reading

from .conftest import acts

Read = Callable[[str], Reading]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Die Organisation Freies Handra", "Freies Handra"),
        ("Die Rebellengruppe Nordlicht", "Nordlicht"),
        ("Die Partei „Ein Weg für alle“", "Ein Weg für alle"),
        ("Die rechtsextreme Gruppe „Vedera“", "Vedera"),
        ("Die Firma Vedera", "Vedera"),
    ],
)
def test_a_name_behind_the_noun_is_that_of_the_body(read: Read, words: str, name: str) -> None:
    told = read(f"Die Hamas bedrohte Peru. {words} kritisierte Norwegen.").claims[-1]
    assert told.actor is not None
    assert (told.actor.entity.name, told.actor.entity.kind) == (name, Kind.ORGANISATION)


def test_what_stands_behind_the_noun_in_the_middle_of_a_clause_is_no_name(read: Read) -> None:
    told = read("Gestern griff die Organisation Supermarktketten in Peru an.").claims
    assert all(c.actor is None or c.actor.entity.name != "Supermarktketten" for c in told)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Die Regierung Kolbach", "Regierung Kolbach"),
        ("Die Regierung von Jens Kolbach", "Regierung von Jens Kolbach"),
        ("Die Regierung von Norwegen", "norwegische Regierung"),
        ("Das Kabinett Merkel", "deutsches Kabinett"),
    ],
)
def test_a_government_is_called_by_who_leads_it(read: Read, words: str, name: str) -> None:
    assert f"{name} ACCUSE Peru" in acts(read(f"{words} kritisierte Peru."))


def test_the_government_of_somebody_in_office_is_that_of_his_state(read: Read) -> None:
    text = "Der norwegische Präsident Jens Kolbach sprach. Die Regierung Kolbach kritisierte Peru."
    assert "norwegische Regierung ACCUSE Peru" in acts(read(text))


@pytest.mark.parametrize("name", ["Naval Inquiry Service", "Peace Rights Commission of Peru", "Kolba Enterprise Institute"])
def test_a_foreign_noun_for_a_body_makes_a_name_that_of_a_body(read: Read, name: str) -> None:
    told = read(f"Das {name} kritisierte Norwegen.").claims[-1]
    assert told.actor is not None
    assert (told.actor.entity.name, told.actor.entity.kind) == (name, Kind.ORGANISATION)


def test_a_body_in_apposition_is_the_one_meant(read: Read) -> None:
    assert "Hamas ACCUSE Peru" in acts(read("Die radikale Organisation, die Hamas, kritisierte Peru."))


def test_a_known_name_behind_the_noun_in_the_middle_of_a_clause(read: Read) -> None:
    told = acts(read("Gestern griff die Gruppe Islamischer Dschihad einen Hafen an."))
    assert {line.partition(" ")[0] for line in told} == {"Islamischer"}


def test_the_state_behind_a_party_is_no_name_of_the_party(read: Read) -> None:
    told = read("Die Demokratische Partei Serbiens kritisierte Peru.").claims[-1]
    assert told.actor is not None
    assert told.actor.entity.kind is Kind.ORGANISATION
