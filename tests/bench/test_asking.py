"""What answering costs is measured for every question, beside the same query in the bare engine."""

from pathlib import Path

from bench.asking import Took, measure
from graph.asking.questions import questions
from tests.affair import affair_store


def test_every_question_is_asked_both_ways(tmp_path: Path) -> None:
    found = measure(affair_store(tmp_path / "store"), rounds=1)

    assert [took.name for took in found] == list(questions())
    assert all(took.ours is not None and took.bare > 0 for took in found)


def test_the_pool_may_cost_twice_the_engine_and_a_little() -> None:
    assert Took("claims", 35.0, 10.0, False).fits
    assert not Took("claims", 36.0, 10.0, False).fits
    assert not Took("claims", None, 10.0, False).fits and "too long" in str(Took("claims", None, 10.0, False))
    assert Took("echo", 900.0, 10.0, True).fits
