"""What one side's outlets report and the others leave out although they printed meanwhile."""

from tests.graph.asking.conftest import AffairDesk


def relations(affair: AffairDesk, **given: str) -> list[tuple[object, ...]]:
    return [(row["actor"], row["relation"], row["recipient"]) for row in affair.told("silence", **given)]


def test_of_the_tents_only_the_outlets_of_one_state_tell(affair: AffairDesk) -> None:
    (tents,) = affair.told("silence", state="Utopien", others="Arkadien")

    assert (tents["actor"], tents["relation"], tents["recipient"], tents["first"]) == ("Elysien", "AID", "Utopien", "2024-04-10")
    assert (tents["articles"], tents["roots"], tents["asserting"], tents["denying"]) == (2, 1, 2, 0)
    assert (tents["reported_by"], tents["silent"], tents["published_meanwhile"]) == (
        "Funkhaus, Kurier", "Abendbote, Morgenblatt", 2,
    )  # fmt: skip
    assert (tents["late"], tents["unread"]) == (None, 0)


def test_who_printed_nothing_in_that_time_is_not_called_silent(affair: AffairDesk) -> None:
    assert relations(affair, state="Utopien", others="Elysien") == []
    assert relations(affair, state="Utopien", others="Arkadien", days="3") == []


def test_who_tells_of_it_later_is_late_and_no_longer_silent_in_a_longer_time(affair: AffairDesk) -> None:
    visit = next(row for row in affair.told("silence", state="Arkadien") if row["relation"] == "CONSULT")

    assert (visit["first"], visit["late"], visit["published_meanwhile"]) == ("2024-03-02", "2024-03-20", 4)
    assert ("Utopien", "CONSULT", "Elysien") not in relations(affair, state="Arkadien", days="18")


def test_what_all_sides_tell_of_is_no_silence(affair: AffairDesk) -> None:
    assert not [row for row in relations(affair) if row[1] == "ASSAULT"]


def test_without_a_state_each_is_asked_about_in_turn(affair: AffairDesk) -> None:
    each = relations(affair, state="Utopien") + relations(affair, state="Arkadien") + relations(affair, state="Elysien")

    assert relations(affair) == each


def test_articles_of_the_silent_that_name_both_parties_are_told_of(affair: AffairDesk) -> None:
    grain = next(row for row in affair.told("silence", state="Arkadien") if row["relation"] == "AID")

    assert (grain["unread"], grain["unread_in"]) == (1, "Kurier, 2024-03-07: Kurier vom 2024-03-07")


def test_all_articles_are_in_one_language_so_nobody_else_is_silent(affair: AffairDesk) -> None:
    assert relations(affair, in_language="de") == []
    assert relations(affair, in_language="en") == []


def test_a_meeting_that_the_others_tell_from_the_other_end_is_told(sequel: AffairDesk) -> None:
    assert {relation for _, relation, _ in relations(sequel, state="Utopien", others="Arkadien")} == {"ASSAULT"}


def test_what_is_told_in_one_language_only(sequel: AffairDesk) -> None:
    (praise,) = sequel.told("silence", in_language="en", others_in_language="de")

    assert (praise["relation"], praise["reported_by"], praise["silent"]) == ("SUPPORT", "Herald", "Kurier, Morgenblatt")
