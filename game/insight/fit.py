"""Fitting tension to the dated events: one pass of the game's own engine for each set of parameters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.engine.past import replay
from game.engine.tension import tension
from game.model.bundle import Row
from game.model.parameters import DEFAULT, Parameters
from game.scenario.chronicle import Dated, bare_tables, targets

#: What is fitted, with bounds; everything else stays as it is.
FITTED = {
    "base": (-1.5, 0.0),
    "fast_gain": (0.05, 0.8),
    "slow_gain": (0.05, 0.8),
    "fast_days": (10.0, 60.0),
    "slow_days": (80.0, 500.0),
}


def curve(parameters: Parameters, moments: list[int], acts: tuple[Dated, ...] | None = None) -> Row:
    """Tension (0-100) at each of some ascending minutes, after the acts up to then; shape (moments,)."""
    tables, worlds, found = bare_tables(parameters, acts), None, []
    for moment in moments:
        worlds = replay(tables, moment, worlds)
        found.append(float(tension(parameters, worlds.rows)[0]))
    return np.array(found)


def evening(day: int) -> int:
    """A target names a day: what it means is that day's end."""
    return day + 1439


def errors(parameters: Parameters) -> Row:
    """Model less target at each target, in points of the meter; shape (targets,)."""
    told = targets()
    off: Row = curve(parameters, [evening(target.minute) for target in told]) - np.array(
        [target.tension for target in told]
    )
    return off


def with_values(values: Row) -> Parameters:
    """Parameters with the fitted ones replaced, in the order of FITTED."""
    return replace(DEFAULT, **{name: float(value) for name, value in zip(FITTED, values, strict=True)})
