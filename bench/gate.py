"""Floors under the scores: reads `floors.toml`, compares, and says what fell.

Knows no reader and no corpus; `measure` gives the scores.
"""

import math
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

Scores = Mapping[str, Mapping[str, float]]

FLOORS = Path(__file__).with_name("floors.toml")
SLACK = 0.005  # a floor stands so far under what was measured, so that a changed tie does not cry wolf


def floors(file: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Set → figure → least value. ValueError for anything but numbers from 0 to 1; how many times as fast something is may be
    more."""
    given = tomllib.loads(file.read_text(encoding="utf-8"))
    for name, figures in given.items():
        for figure, least in figures.items():
            most = math.inf if figure.startswith("times_") else 1
            if isinstance(least, bool) or not isinstance(least, int | float) or not 0 <= least <= most:
                raise ValueError(f"{file}: {name}.{figure} is no number from 0 to 1: {least!r}")
    return given


def fallen(measured: Scores, least: Scores) -> list[str]:
    """One sentence for each measured figure under its floor; sets that were not measured are passed over."""
    return [
        f"{name}.{figure} is {measured[name].get(figure, 0.0):.3f}, its floor is {floor:.3f}"
        for name, figures in sorted(least.items())
        if name in measured
        for figure, floor in sorted(figures.items())
        if measured[name].get(figure, 0.0) < floor
    ]


def raised(text: str, measured: Scores, *, lower: bool = False) -> str:
    """The text of a file of floors with those raised that are far enough below what was measured; with `lower`, said aloud
    by whoever calls, those that stand above it come down."""
    lines, name = [], ""
    for line in text.splitlines(keepends=True):
        if section := re.match(r"\[(\w+)\]", line):
            name = section[1]
        elif floor := re.match(r"(\w+) = ([\d.]+)", line):
            got = measured.get(name, {}).get(floor[1])
            earned = round((got or 0.0) - SLACK, 3)
            if earned > float(floor[2]) or (lower and got is not None and got < float(floor[2])):
                line = line.replace(floor[0], f"{floor[1]} = {earned:.3f}", 1)
        lines.append(line)
    return "".join(lines)
