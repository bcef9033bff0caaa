"""Disputes and their sides, on the affair: who asserts, alleges, denies, doubts, and who only passes on."""

from datetime import date

from graph.asking.answers.sides import since
from graph.asking.reports import tellings

from ..conftest import AffairDesk


def test_the_attack_is_the_one_dispute_with_all_its_sides(affair: AffairDesk) -> None:
    (row,) = affair.told("disputes")

    assert (row["actor"], row["relation"], row["recipient"]) == ("Arkadien", "ASSAULT", "Utopien")
    assert (row["articles"], row["roots"]) == (7, 4)
    assert [row[voice] for voice in ("asserting", "alleging", "denying", "doubting")] == [3, 2, 1, 1]
    assert (row["first"], row["last"], row["since"]) == ("2024-03-03", "2024-03-07", "2024-03-05")
    assert (row["asserters"], row["allegers"]) == ("Agentur Pax, Ida Berg, Morgenblatt", "zwei Beamte")
    assert (row["deniers"], row["doubters"], row["scope"]) == ("Jonas Hold", "Elysien", "agent")
    assert row["relays"] == "Abendbote, Agentur Pax, Funkhaus, Kurier"


def test_disputes_are_narrowed_by_party_relation_and_day(affair: AffairDesk) -> None:
    assert len(affair.told("disputes", entity="Utopien", relation="ASSAULT", since="2024-03-07")) == 1
    assert not affair.told("disputes", entity="Elysien")
    assert not affair.told("disputes", relation="AID")
    assert not affair.told("disputes", since="2024-03-08")


def test_the_most_contested_may_come_first(affair: AffairDesk) -> None:
    assert affair.told("disputes", sort="contested") == affair.told("disputes")


def test_each_source_of_an_episode_has_its_say_once(affair: AffairDesk) -> None:
    rows = affair.told("sides", actor="Arkadien", relation="ASSAULT", recipient="Utopien")

    told = {(row["source"], row["voice"]): row for row in rows}
    assert len(told) == len(rows) == 10
    assert (told["zwei Beamte", "alleging"]["claims"], told["zwei Beamte", "alleging"]["texts"]) == (2, 1)
    assert told["Jonas Hold", "denying"]["scope"] == "agent"
    assert told["Kurier", "relaying"]["since"] == "2024-03-04"
    assert ("Morgenblatt", "relaying") not in told


def test_a_day_chooses_among_the_episodes_of_an_edge(affair: AffairDesk) -> None:
    rows = affair.told("sides", actor="Arkadien", relation="ASSAULT", day="2023-06-10")

    assert [(row["source"], row["voice"]) for row in rows] == [("Morgenblatt", "asserting")]


def test_a_dispute_begins_when_both_sides_have_spoken(affair: AffairDesk) -> None:
    (row,) = affair.told("disputes")
    told = tellings(affair, [str(row["episode"])], "en")

    assert since(told) == date(2024, 3, 5)
    assert since([each for each in told if each.voice != "asserting" and each.voice != "alleging"]) is None
