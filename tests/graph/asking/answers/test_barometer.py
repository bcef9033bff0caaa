"""A pair's scores over time: of asserted acts, of merely alleged ones, and what is told apart."""

import pytest

from tests.graph.asking.conftest import AffairDesk


def series(affair: AffairDesk, actor: str, recipient: str, **given: str) -> dict[object, dict[str, object]]:
    return {row["period"]: row for row in affair.told("barometer", actor=actor, recipient=recipient, **given)}


def test_each_month_has_its_acts(affair: AffairDesk) -> None:
    months = series(affair, "Arkadien", "Utopien")

    assert list(months) == ["2023-06", "2024-03", "2024-04"]
    assert [(row["asserted"], row["alleged"]) for row in months.values()] == [(-9.0, None), (-9.0, None), (2.5, -3.5)]
    assert months["2024-04"]["relations"] == "CONSULT THREATEN"


def test_allegations_of_what_others_assert_are_no_alleged_acts_and_denials_no_acts(affair: AffairDesk) -> None:
    march = series(affair, "Arkadien", "Utopien")["2024-03"]

    assert (march["articles"], march["asserting"], march["alleging"], march["denying"], march["doubting"]) == (7, 3, 2, 1, 1)
    assert march["roots"] == 4
    assert len(str(march["asserted_claims"]).split()) == 3 and march["alleged_claims"] is None
    assert len(str(march["other_claims"]).split()) == 4


def test_an_act_weighs_as_much_as_the_roots_it_is_told_on(affair: AffairDesk) -> None:
    year = series(affair, "Arkadien", "Utopien", step="year")["2024"]

    assert year["asserted"] == pytest.approx((3 * -9.0 + 2.5) / 4, abs=0.01)  # three roots for the attack, one for the talks
    assert year["alleged"] == -3.5


def test_a_plan_is_counted_and_has_no_score(affair: AffairDesk) -> None:
    grain = series(affair, "Arkadien", "Elysien")["2024-03"]

    assert (grain["asserted"], grain["alleged"], grain["intended"], grain["relations"]) == (None, None, 1, None)


def test_a_visit_counts_for_both_whoever_is_named_first(affair: AffairDesk) -> None:
    assert series(affair, "Utopien", "Elysien")["2024-03"]["asserted"] == 2.5
    assert series(affair, "Elysien", "Utopien")["2024-03"]["asserted"] == 2.5


def test_every_point_opens_its_sentences(affair: AffairDesk) -> None:
    told = [claim for row in affair.told("barometer") for claim in str(row["asserted_claims"] or "").split()]

    assert told and all(claim.startswith(f"{affair.base}claim/") for claim in told)


def test_weeks_are_those_of_the_calendar(affair: AffairDesk) -> None:
    assert "2024-W16" in series(affair, "Arkadien", "Utopien", step="week")
