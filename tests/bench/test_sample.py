"""Claims are drawn alike by everybody who has the seed, shown whole, and their judgements counted."""

import pytest

from bench.sample import FIELDS, draw, shares, told, wilson
from tests.factory import article, claim, reading, step

READINGS = [reading(article(identifier=f"a{n}"), [claim(), claim("ACCUSE")]) for n in range(5)]


def test_the_same_seed_draws_the_same_claims_and_none_twice() -> None:
    drawn = draw(READINGS, 6, seed=3)
    assert drawn == draw(READINGS, 6, seed=3) and len(set(drawn)) == 6
    assert drawn != draw(READINGS, 6, seed=4)


def test_fewer_claims_than_asked_for_are_all_of_them() -> None:
    assert len(draw(READINGS, 50, seed=1)) == 10


def test_a_claim_is_shown_with_its_sentence_neighbours_and_all_fields() -> None:
    (one,) = draw(
        [reading(claims=[claim(attribution=[step("Minister Hold"), step(None, "alleges", anonymous=True)])])], 1, seed=1
    )
    shown = "\n".join(told(7, one))
    assert shown.startswith("[7] None | 2024-06-03 | Getreide für Utopien")
    assert "HERE    Arkadien liefert Getreide" in shown and "after   Utopien bestreitet das." in shown
    assert "CLAIM   Arkadien (state) AID Utopien (state) [actual]" in shown
    assert "chain   Minister Hold (person) asserts > - alleges, unnamed" in shown


def test_a_claim_is_right_when_no_field_is_wrong() -> None:
    right = dict.fromkeys(FIELDS, "1")
    lines = list(shares([right, {**right, "actor": "0"}, {**right, "time": "0"}, dict.fromkeys(FIELDS, "")]))
    assert lines[0].split()[2:5] == ["2", "of", "4"] and lines[1].split()[5:8] == ["3", "of", "4"]
    assert "actor                     3 of 4  0.750" in lines[3]


@pytest.mark.parametrize(("right", "total", "low", "high"), [(0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (0, 0, 0.0, 1.0)])
def test_the_interval_stays_within_a_share(right: int, total: int, low: float, high: float) -> None:
    assert wilson(right, total) == pytest.approx((low, high), abs=0.001)
