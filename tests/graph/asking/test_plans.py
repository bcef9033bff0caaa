"""Plans among reports: when they are due, which act answers which announcement."""

from dataclasses import replace
from datetime import date

from graph.asking.plans import Plan, plans
from graph.model import Modality, Stance
from graph.rdf.census import Edge, Report

UNTIL = date(2024, 12, 31)


def report(day: int, article: str, **more: object) -> Report:
    """A report of a visit, printed on a day of March 2024."""
    edge = Edge("CONSULT", "a", "b")
    plain = Report(
        article, f"claim-{article}", "p", edge, Stance.ASSERTS, False, Modality.ACTUAL, None, None, date(2024, 3, day), article
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def planned(day: int, article: str, **more: object) -> Report:
    return report(day, article, modality=Modality.INTENDED, **more)


def made(*reports: Report, days: int = 10, until: date = UNTIL) -> list[Plan]:
    return list(plans(reports, reports, days, until))


def test_what_is_announced_again_is_one_plan() -> None:
    (plan,) = made(planned(1, "x"), planned(5, "y"))

    assert (plan.announced, plan.deadline, plan.done, len(plan.reports)) == (date(2024, 3, 1), date(2024, 3, 11), None, 2)


def test_an_act_ends_a_plan_and_the_next_announcement_begins_another() -> None:
    first, second = made(planned(1, "x"), report(6, "y"), planned(20, "z"))

    assert (first.done, first.in_time) == (date(2024, 3, 6), True)
    assert (second.announced, second.done) == (date(2024, 3, 20), None)


def test_a_plan_for_a_day_is_due_after_that_day() -> None:
    (plan,) = made(planned(1, "x", earliest=date(2024, 3, 20), latest=date(2024, 3, 20)))

    assert plan.deadline == date(2024, 3, 30)


def test_an_older_act_told_now_carries_out_nothing() -> None:
    (plan,) = made(planned(5, "x"), report(7, "y", earliest=date(2024, 2, 1), latest=date(2024, 2, 1)))

    assert plan.done is None


def test_the_article_that_announces_more_tells_of_no_fulfilment() -> None:
    (plan,) = made(planned(5, "x"), report(5, "x", claim="another"))

    assert plan.done is None


def test_a_denied_act_is_no_act_and_a_denied_plan_no_plan() -> None:
    assert [plan.done for plan in made(planned(5, "x"), report(7, "y", stance=Stance.DENIES))] == [None]
    assert made(planned(5, "x", negated=True)) == []


def test_who_denies_the_plan_stands_among_its_reports() -> None:
    (plan,) = made(planned(5, "x"), planned(6, "y", stance=Stance.DENIES))

    assert [each.article for each in plan.reports] == ["x", "y"]


def test_what_is_published_later_is_not_known_yet() -> None:
    reports = (planned(5, "x"), report(7, "y"))

    assert [plan.done for plan in made(*reports, until=date(2024, 3, 6))] == [None]
    assert made(*reports, until=date(2024, 3, 4)) == []
