"""The years 1955-62 as one curve, for the first screen: a judgement drawn by hand, see game/data/README.md."""

from __future__ import annotations

import csv
from functools import cache
from itertools import pairwise

from game import resources
from game.model.moment import minutes

#: Where the crises stand on the curve: a day, and a name.
CRISES = (
    ("1956-11-06", "Hungary"),
    ("1958-11-27", "Berlin"),
    ("1960-05-07", "U-2"),
    ("1961-10-27", "The Wall"),
    ("1962-10-27", "Cuba"),
)


@cache
def curve() -> tuple[tuple[float, float], ...]:
    """Tension (0-100) by hours since 1 January 1955."""
    with resources.data("targets.csv").open(encoding="utf-8", newline="") as file:
        return tuple((minutes(row["date"]) / 60, float(row["tension"])) for row in csv.DictReader(file))


def height(hours: float) -> float:
    """Tension at an hour, by straight lines between the curve's points."""
    points = curve()
    for (x0, y0), (x1, y1) in pairwise(points):
        if x0 <= hours <= x1:
            return y0 + (y1 - y0) * (hours - x0) / max(x1 - x0, 1e-9)
    return points[-1][1]
