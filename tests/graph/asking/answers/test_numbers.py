"""Amounts that sources tell of: what each says, and where they differ."""

from tests.graph.asking.conftest import AffairDesk


def test_the_minister_tells_of_three_dead_and_the_president_of_twenty(affair: AffairDesk) -> None:
    rows = affair.told("numbers", entity="Arkadien", relation="ASSAULT")

    assert [(row["day"], row["source"], row["outlet"], row["number"], row["counted"]) for row in rows] == [
        ("2024-03-05", "Jonas Hold", "Abendbote", 3, "killed"),
        ("2024-03-06", "Ida Berg", "Funkhaus", 20, "killed"),
    ]
    assert {row["differ"] for row in rows} == {True}
    assert [(row["unit"], row["bound"], row["up_to"]) for row in rows] == [("Tote", "exact", None), ("Menschen", "exact", None)]


def test_every_row_carries_its_sentence_and_how_often_the_episode_is_told(affair: AffairDesk) -> None:
    row = affair.told("numbers")[0]

    assert (row["actor"], row["relation"], row["recipient"]) == ("Arkadien", "ASSAULT", "Utopien")
    assert (row["articles"], row["roots"], row["asserting"], row["denying"]) == (7, 4, 3, 1)
    assert "3 Tote" in str(row["sentence"]) and str(row["claim"]).startswith(f"{affair.base}claim/")


def test_how_many_the_sources_are_is_no_amount_of_the_claim(affair: AffairDesk) -> None:
    assert {row["counted"] for row in affair.told("numbers")} == {"killed"}


def test_other_parties_and_relations_have_none(affair: AffairDesk) -> None:
    assert affair.told("numbers", entity="Elysien") == []
    assert affair.told("numbers", relation="AID") == []


def test_counts_of_people_without_a_name_are_compared_between_reports(sequel: AffairDesk) -> None:
    rows = sequel.told("numbers", entity="Arkadien")

    assert [(row["recipient"], row["number"], row["counted"], row["differ"]) for row in rows] == [
        ("zwölf Menschen", 12, "killed", True),
        ("15 Menschen", 15, "killed", True),
        ("sieben Menschen", 7, "killed", False),  # two weeks later, so of another deed
    ]


def test_what_one_report_tells_of_two_groups_is_no_difference(sequel: AffairDesk) -> None:
    rows = sequel.told("numbers", entity="Elysien")

    assert {(row["recipient"], row["number"], row["differ"]) for row in rows} == {
        ("drei Matrosen", 3, False),
        ("20 Menschen", 20, False),
    }
