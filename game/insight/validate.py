"""Validations of the rules against the dated events of 1955-62."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.readiness import SUGGESTED
from game.insight.fit import curve, evening
from game.model.bundle import Row
from game.model.moment import minutes
from game.model.parameters import Parameters
from game.scenario.chronicle import Dated, chronicle

#: Days of calm after which, and points below a threshold at which, one step down is suggested (docs/model.md, 4).
STEP_DOWN_DAYS, STEP_DOWN_POINTS = 21, 12.0

#: The crises whose peaks history orders: the first two below the third below the fourth.
CRISES = ("hungary", "berlin58", "berlin61", "cuba62")


@dataclass(frozen=True)
class Alert:
    """A day (minutes since 1955) from which a level is suggested."""

    day: int
    level: int


def peaks(parameters: Parameters, acts: tuple[Dated, ...] | None = None) -> dict[str, float]:
    """Highest tension (0-100) right after an act of each crisis."""
    told = chronicle() if acts is None else acts
    moments = sorted({dated.minute for dated in told})
    levels = dict(zip(moments, curve(parameters, moments, acts), strict=True))
    return {crisis: max(levels[dated.minute] for dated in told if dated.crisis == crisis) for crisis in CRISES}


def alerts(parameters: Parameters, first: str, last: str) -> list[Alert]:
    """Changes of the suggested alert level between two days: up at once, down a step after calm."""
    days = list(range(minutes(first), minutes(last) + 1, 1440))
    found, level, since = list[Alert](), 4, days[0]
    for day, tension in zip(days, curve(parameters, [evening(day) for day in days]), strict=True):
        wanted = min([told for threshold, told in SUGGESTED if tension >= threshold], default=5)
        if wanted < level:
            level, since = wanted, day
            found.append(Alert(day, level))
        elif _calm(level, float(tension), day - since):
            level, since = level + 1, day
            found.append(Alert(day, level))
    return found


def _calm(level: int, tension: float, minutes_passed: int) -> bool:
    threshold = {told: at for at, told in SUGGESTED}[level]
    return level < 4 and tension <= threshold - STEP_DOWN_POINTS and minutes_passed >= STEP_DOWN_DAYS * 1440


def error(off: Row) -> tuple[float, float]:
    """Root mean square and largest of some differences, in points."""
    return float(np.sqrt(np.mean(off**2))), float(np.abs(off).max())
