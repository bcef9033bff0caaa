"""What each day brought that was new: the affair told as a log."""

from tests.graph.asking.conftest import AffairDesk


def log(affair: AffairDesk, **given: str) -> list[tuple[object, ...]]:
    return [(row["day"], row["change"], row["relation"], row["outlet"]) for row in affair.told("changes", **given)]


def test_the_attack_is_new_then_harder_denied_told_by_others_and_doubted(affair: AffairDesk) -> None:
    assert log(affair, entity="Arkadien", **{"from": "2024-03-02", "to": "2024-03-31"}) == [
        ("2024-03-07", "doubted", "ASSAULT", "Kurier"),
        ("2024-03-06", "corroborated", "ASSAULT", "Funkhaus"),
        ("2024-03-05", "denied", "ASSAULT", "Abendbote"),
        ("2024-03-04", "hardened", "ASSAULT", "Morgenblatt"),
        ("2024-03-03", "new", "ASSAULT", "Agentur Pax"),
    ]


def test_a_turn_comes_with_its_sentence_and_how_the_episode_stood_after_that_day(affair: AffairDesk) -> None:
    (denied,) = affair.told("changes", entity="Arkadien", **{"from": "2024-03-04", "to": "2024-03-05"})

    assert (denied["source"], denied["articles"], denied["denying"]) == ("Jonas Hold", 5, 1)
    assert str(denied["sentence"]).startswith("Minister Jonas Hold bestreitet")
    assert str(denied["claim"]).startswith(f"{affair.base}claim/")


def test_a_plan_that_is_carried_out_happened_and_is_not_corroborated(affair: AffairDesk) -> None:
    visit = [row for row in log(affair, **{"from": "2024-03-01", "to": "2024-03-31"}) if row[2] == "CONSULT"]

    assert visit == [
        ("2024-03-20", "happened", "CONSULT", "Funkhaus"),
        ("2024-03-02", "new", "CONSULT", "Morgenblatt"),
    ]


def test_who_passes_on_another_outlet_brings_nothing_new(affair: AffairDesk) -> None:
    assert [row[0] for row in log(affair) if row[2] == "AID"] == ["2024-04-10"]


def test_without_days_the_last_month_before_the_last_report_is_told(affair: AffairDesk) -> None:
    days = [str(day) for day, *_ in log(affair)]

    assert max(days) == "2024-04-16" and min(days) >= "2024-03-17"


def test_on_the_clock_of_events_a_turn_stands_at_the_day_of_the_event(affair: AffairDesk) -> None:
    told = log(affair, entity="Arkadien", clock="event", **{"from": "2023-01-01", "to": "2023-12-31"})

    assert told == [("2023-06-01", "new", "ASSAULT", "Morgenblatt")]
