"""What stood reported up to a day, on the day of publication and on that of the event."""

from tests.graph.asking.conftest import AffairDesk


def attacks(affair: AffairDesk, **given: str) -> list[dict[str, object]]:
    return [row for row in affair.told("as-of", entity="Arkadien", **given) if row["relation"] == "ASSAULT"]


def test_first_only_officials_allege_it_in_one_dispatch(affair: AffairDesk) -> None:
    row, older = attacks(affair, day="2024-03-03")

    assert (row["actor"], row["recipient"], row["first"]) == ("Arkadien", "Utopien", "2024-03-03")
    assert (row["articles"], row["roots"], row["asserting"], row["alleging"]) == (1, 1, 0, 1)
    assert (row["denying"], row["doubting"], row["disputed"]) == (0, 0, False)
    assert older["last"] == "2023-06-30"


def test_reprints_and_who_cites_the_agency_add_articles_but_no_root(affair: AffairDesk) -> None:
    row, _ = attacks(affair, day="2024-03-04")

    assert (row["articles"], row["roots"], row["asserting"], row["alleging"]) == (4, 1, 2, 2)


def test_a_denial_makes_it_disputed_the_day_it_is_printed(affair: AffairDesk) -> None:
    row, _ = attacks(affair, day="2024-03-05")

    assert (row["denying"], row["disputed"]) == (1, True)


def test_of_a_day_before_all_reports_nothing_stood(affair: AffairDesk) -> None:
    assert affair.told("as-of", day="2023-06-09") == []
    assert len(affair.told("as-of", day="2023-06-10")) == 1


def test_on_the_clock_of_events_what_was_told_later_counts_too(affair: AffairDesk) -> None:
    told_later = affair.told("as-of", day="2023-06-05", clock="event")

    assert [(row["first"], row["articles"]) for row in told_later] == [("2023-06-01", 1)]
    assert affair.told("as-of", day="2023-06-05", clock="published") == []


def test_without_a_day_all_stands_as_the_store_counts_it(affair: AffairDesk) -> None:
    (attack,) = (row for row in affair.told("as-of") if row["relation"] == "ASSAULT" and str(row["first"]) > "2024")
    (counted,) = affair.rows(
        """SELECT ?articles ?roots ?asserting ?denying { ?e a depesche:Episode ; depesche:disputed true ;
        depesche:articleCount ?articles ; depesche:rootCount ?roots ; depesche:assertingCount ?asserting ;
        depesche:denyingCount ?denying ; depesche:relation plover:ASSAULT }"""
    )
    assert (attack["articles"], attack["roots"], attack["asserting"], attack["denying"]) == counted
