"""Points of a plot: higher scores stand higher, later periods further right, and both series share one scale."""

from hypothesis import given
from hypothesis import strategies as some

from web.plots import HIGH, WIDE, Value, plot


def value(period: str, score: float) -> Value:
    return Value(period, score, 1, "/id/claim/x")


def test_both_series_stand_over_the_same_periods() -> None:
    made = plot([value("2024-03", -9.0), value("2024-01", 4.0)], [value("2024-02", -9.0)])

    january, march = made.asserted
    (february,) = made.alleged
    assert january.x < february.x < march.x
    assert march.y == february.y and january.y < made.zero < march.y
    assert made.asserted_path == f"M{january.x} {january.y} L{march.x} {march.y}"
    assert [tick.period for tick in made.ticks] == ["2024-01", "2024-02", "2024-03"]


def test_one_point_and_none_are_plots_too() -> None:
    assert len(plot([value("2024", 10.0)], []).asserted) == 1
    assert plot([], []).ticks == [] and plot([], []).asserted_path == ""


@given(some.lists(some.tuples(some.integers(1, 40), some.floats(-30, 30)), min_size=1, unique_by=lambda each: each[0]))
def test_every_point_stands_within_the_picture(values: list[tuple[int, float]]) -> None:
    made = plot([value(f"{1980 + year}", score) for year, score in values], [])

    assert all(0 < point.x < WIDE and 0 < point.y < HIGH for point in made.asserted)
    assert len(made.ticks) <= 6
