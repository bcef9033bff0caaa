"""Hedge loss, on the affair: the paper that prints the agency's text as fact, and the one that cites it so."""

from ..conftest import AffairDesk


def test_reserve_is_lost_in_a_reprint_and_in_a_citation(affair: AffairDesk) -> None:
    rows = affair.told("hedge-loss")

    assert {(row["from_outlet"], row["to_outlet"], row["reason"]) for row in rows} == {
        ("Agentur Pax", "Morgenblatt", "near-text"),
        ("Agentur Pax", "Kurier", "cited-outlet"),
    }
    assert all("alleges → asserts" in str(row["lost"]) for row in rows)
    assert all("soll" in str(row["before"]) and "hat" in str(row["after"]) for row in rows)


def test_a_faithful_reprint_and_a_faithful_citation_lose_nothing(affair: AffairDesk) -> None:
    told = {row["to_outlet"] for row in affair.told("hedge-loss")}

    assert "Abendbote" not in told and "Funkhaus" not in told


def test_one_outlet_may_be_looked_at(affair: AffairDesk) -> None:
    assert [row["to_outlet"] for row in affair.told("hedge-loss", outlet="Kurier")] == ["Kurier"]
