"""What a page tells otherwise than it did before."""

from tests.affair import ACCUSED, EXPELLED, SUSPECTED, THREATENED
from tests.graph.asking.conftest import AffairDesk


def test_an_accusation_is_softened_an_expulsion_is_gone_a_threat_has_come(affair: AffairDesk) -> None:
    edits = affair.told("stealth-edits")

    assert [(edit["change"], edit["relation"], edit["before"], edit["after"]) for edit in edits] == [
        ("softened", "ACCUSE", ACCUSED, SUSPECTED),
        ("added", "THREATEN", None, THREATENED),
        ("dropped", "SANCTION", EXPELLED, None),
    ]
    assert {(edit["outlet"], edit["url"]) for edit in edits} == {("Kurier", "https://kurier.example/spione")}
    assert {(edit["first"], edit["last"]) for edit in edits} == {("2024-04-01", "2024-04-01")}


def test_what_makes_it_softer_is_said_and_how_often_the_episode_is_told(affair: AffairDesk) -> None:
    softened = affair.told("stealth-edits")[0]

    assert str(softened["reasons"]).startswith("asserts → alleges; ")
    assert (softened["articles"], softened["roots"], softened["asserting"], softened["denying"]) == (2, 1, 1, 0)
    assert str(softened["claim"]).startswith(f"{affair.base}claim/")


def test_only_what_was_changed_since_and_only_of_one_outlet(affair: AffairDesk) -> None:
    assert len(affair.told("stealth-edits", outlet="Kurier", since="2024-04-01")) == 3
    assert affair.told("stealth-edits", since="2024-04-02") == []
    assert affair.told("stealth-edits", outlet="Funkhaus") == []


def test_it_is_said_how_many_versions_were_compared(affair: AffairDesk) -> None:
    assert [note.text("en") for note in affair.ask("stealth-edits").notes] == [
        "Versions compared with the next one of their page: 1."
    ]
