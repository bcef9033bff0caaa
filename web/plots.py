"""Series of scores as points of a picture: pure arithmetic, so that a template has only to set them.

A score runs from -10 (conflict) at the bottom to +10 (cooperation) at the top; periods stand side by side in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass

WIDE, HIGH = 640, 150  # units of the picture
_LEFT, _TOP, _BOTTOM = 34, 10, 26  # room for the scale and for the periods
_MOST = 10.0  # the highest score, and as low the lowest
_NAMED = 6  # periods that are named below the picture at most


@dataclass(frozen=True, slots=True)
class Value:
    """What a period has: a score, how many claims are behind it, and where they are to be read."""

    period: str
    score: float
    claims: int
    href: str


@dataclass(frozen=True, slots=True)
class Point:
    """A value in its place."""

    x: float
    y: float
    value: Value


@dataclass(frozen=True, slots=True)
class Tick:
    """A period named below the picture."""

    x: float
    period: str


@dataclass(frozen=True, slots=True)
class Plot:
    """Two series over the same periods: what is asserted, and what is only alleged; `path` joins the asserted points."""

    asserted: list[Point]
    alleged: list[Point]
    asserted_path: str
    alleged_path: str
    ticks: list[Tick]
    zero: float


def plot(asserted: Sequence[Value], alleged: Sequence[Value]) -> Plot:
    """The values of two series, set side by side by period."""
    periods = sorted({value.period for value in (*asserted, *alleged)})
    first, second = _placed(asserted, periods), _placed(alleged, periods)
    step = max(1, -(-len(periods) // _NAMED))
    ticks = [Tick(_across(number, len(periods)), period) for number, period in enumerate(periods) if number % step == 0]
    return Plot(first, second, _path(first), _path(second), ticks, _down(0.0))


def _placed(values: Sequence[Value], periods: Sequence[str]) -> list[Point]:
    ordered = sorted(values, key=lambda value: value.period)
    return [Point(_across(periods.index(value.period), len(periods)), _down(value.score), value) for value in ordered]


def _across(number: int, of: int) -> float:
    return round(_LEFT + (WIDE - _LEFT - 20) * ((number + 0.5) / max(of, 1)), 1)


def _down(score: float) -> float:
    room = HIGH - _TOP - _BOTTOM
    return round(_TOP + room * (_MOST - max(-_MOST, min(_MOST, score))) / (2 * _MOST), 1)


def _path(points: Sequence[Point]) -> str:
    return " ".join(f"{'L' if number else 'M'}{point.x} {point.y}" for number, point in enumerate(points))
