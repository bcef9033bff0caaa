"""The gate: a score under its floor is told, one that was not measured is not."""

from pathlib import Path

import pytest

from bench.gate import fallen, floors, raised
from bench.measure import SETS


def test_a_figure_under_its_floor_is_told() -> None:
    assert fallen({"seed": {"full": 0.49}}, {"seed": {"full": 0.5}}) == ["seed.full is 0.490, its floor is 0.500"]
    assert fallen({"seed": {"full": 0.5}}, {"seed": {"full": 0.5}}) == []


def test_a_figure_that_vanished_counts_as_nothing() -> None:
    assert fallen({"seed": {}}, {"seed": {"full": 0.5}}) == ["seed.full is 0.000, its floor is 0.500"]


def test_a_set_that_was_not_measured_is_passed_over() -> None:
    assert fallen({}, {"seed": {"full": 0.5}}) == []


def test_our_floors_name_sets_that_are_measured() -> None:
    assert set(floors()) == {*SETS, "speed"}


def test_a_floor_is_raised_to_what_was_earned_and_never_lowered() -> None:
    text = "# why\n[seed] # one\nfull = 0.5 # half\nsourced = 0.7\n"
    assert raised(text, {"seed": {"full": 0.61, "sourced": 0.6}}) == "# why\n[seed] # one\nfull = 0.605 # half\nsourced = 0.7\n"


def test_a_floor_comes_down_only_where_that_is_said_aloud() -> None:
    text = "[seed]\nfull = 0.5\n"
    assert raised(text, {"seed": {"full": 0.41}}) == text
    assert raised(text, {"seed": {"full": 0.41}}, lower=True) == "[seed]\nfull = 0.405\n"


def test_a_floor_may_ask_for_more_than_once_the_speed(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text("[speed]\ntimes_bare = 1.2\n", encoding="utf-8")
    assert fallen({"speed": {"times_bare": 1.1}}, floors(file)) == ["speed.times_bare is 1.100, its floor is 1.200"]


def test_a_floor_that_is_no_share_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "floors.toml"
    file.write_text("[seed]\nfull = 61\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"seed\.full is no number from 0 to 1: 61"):
        floors(file)
