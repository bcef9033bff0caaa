"""What was announced: what nobody reports as done, and what was carried out."""

from tests.affair import PLANNED, PROMISED, VISITED
from tests.graph.asking.conftest import AffairDesk


def test_the_promised_grain_is_overdue_on_the_last_day_of_the_store(affair: AffairDesk) -> None:
    (grain,) = affair.told("follow-up")

    assert (grain["actor"], grain["relation"], grain["recipient"]) == ("Arkadien", "AID", "Elysien")
    assert (grain["announced"], grain["deadline"], grain["overdue"]) == ("2024-03-01", "2024-03-31", 31)
    assert (grain["articles"], grain["roots"], grain["asserting"], grain["denying"]) == (1, 1, 1, 0)
    assert grain["sentence"] == PROMISED and str(grain["claim"]).startswith(f"{affair.base}claim/")


def test_nothing_is_overdue_before_its_time(affair: AffairDesk) -> None:
    assert affair.told("follow-up", until="2024-03-31") == []
    assert len(affair.told("follow-up", until="2024-04-01")) == 1


def test_what_came_after_its_time_is_late(affair: AffairDesk) -> None:
    late = [row for row in affair.told("follow-up", days="10") if row["late"]]

    assert [(row["relation"], row["deadline"], row["late"], row["overdue"]) for row in late] == [
        ("CONSULT", "2024-03-12", "2024-03-20", 8)
    ]
    assert [row["late"] for row in affair.told("follow-up", days="10", until="2024-03-15")] == [None, None]


def test_one_party_or_relation_may_be_asked_about(affair: AffairDesk) -> None:
    assert affair.told("follow-up", actor="Utopien") == []
    assert [row["relation"] for row in affair.told("follow-up", days="10", relation="consult")] == ["CONSULT"]


def test_articles_that_name_both_parties_and_were_not_read_are_told_of(affair: AffairDesk) -> None:
    (grain,) = affair.told("follow-up")

    assert (grain["unread"], grain["unread_in"]) == (1, "Kurier, 2024-03-07: Kurier vom 2024-03-07")


def test_it_is_said_how_much_the_reader_finds(affair: AffairDesk) -> None:
    notes = [note.text("en") for note in affair.ask("follow-up").notes]

    assert "overdue on 1 May 2024" in notes[0]
    assert "labelled by hand" in notes[1]
    assert "2000 newest articles" in notes[2]


def test_the_planned_visit_was_carried_out_eighteen_days_later(affair: AffairDesk) -> None:
    (visit,) = affair.told("carried-out")

    assert (visit["announced"], visit["done"], visit["lead"]) == ("2024-03-02", "2024-03-20", 18)
    assert (visit["sentence"], visit["done_sentence"]) == (PLANNED, VISITED)
    assert affair.told("carried-out", days="10") == []


def test_a_meeting_is_carried_out_whoever_is_named_first(sequel: AffairDesk) -> None:
    (meeting,) = sequel.told("carried-out")

    assert (meeting["actor"], meeting["recipient"], meeting["done"], meeting["lead"]) == ("Arkadien", "Utopien", "2024-07-08", 7)
    assert sequel.told("follow-up", days="7") == []
