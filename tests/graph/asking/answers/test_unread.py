"""Articles that name two parties and tell nothing that was read about them."""

from tests.graph.asking.conftest import AffairDesk


def test_the_report_about_schools_names_both_states_and_tells_of_neither(affair: AffairDesk) -> None:
    (row,) = affair.told("unread", actor="Arkadien", recipient="Utopien")

    assert (row["actor"], row["recipient"], row["day"], row["outlet"]) == ("Arkadien", "Utopien", "2024-05-01", "Morgenblatt")
    assert str(row["article"]).startswith(f"{affair.base}article/")


def test_whoever_is_named_first_the_answer_is_the_same(affair: AffairDesk) -> None:
    one, other = (affair.told("unread", actor=a, recipient=b) for a, b in (("Elysien", "Arkadien"), ("Arkadien", "Elysien")))

    assert [row["day"] for row in one] == [row["day"] for row in other] == ["2024-03-07"]


def test_only_articles_of_the_time_are_looked_through(affair: AffairDesk) -> None:
    assert affair.told("unread", actor="Arkadien", recipient="Utopien", until="2024-04-30") == []
    assert affair.told("unread", actor="Arkadien", recipient="Utopien", since="2024-05-02") == []


def test_without_parties_the_pairs_told_of_most_are_looked_for(affair: AffairDesk) -> None:
    assert ("Arkadien", "Utopien") in {(row["actor"], row["recipient"]) for row in affair.told("unread")}
