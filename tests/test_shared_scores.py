"""What the reader understands of gold articles stays above its floors, wherever the gold stands beside the repository."""

from pathlib import Path

import pytest

from bench.gate import fallen, floors
from bench.measure import SHARED, measure


@pytest.mark.parametrize("name", ["seed", "german", "challenge", "trees", pytest.param("quotes", marks=pytest.mark.slow)])
@pytest.mark.timeout(600)
def test_a_score_keeps_its_floor(shared: Path, name: str) -> None:
    assert fallen(measure(shared, [name]), floors()) == []


@pytest.mark.timeout(600)
def test_our_own_dispatches_keep_their_floor_everywhere() -> None:
    assert fallen(measure(SHARED, ["own"]), floors()) == []
