"""Tension: two memories through a logistic (docs/model.md section 2; after Goldstein and Freeman 1990)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine.draft import Cause, Draft
from game.model.bundle import Row
from game.model.parameters import Parameters

MINUTES_A_DAY = 1440.0


def logistic(logit: Row) -> Row:
    """0 to 100, rounded to 1e-9 so that machines agree."""
    meter: Row = np.rint(1e11 / (1.0 + np.exp(-logit))) / 1e9
    return meter


def tension(parameters: Parameters, rows: Mapping[str, Row]) -> Row:
    """The meter, 0-100, of each world."""
    return logistic(parameters.base + rows["fast"] + rows["slow"])


def kept(minutes: Row, days: float) -> Row:
    """The share of a memory that is left after some minutes, rounded to 1e-9."""
    share: Row = np.rint(np.exp(minutes * (-1.0 / (days * MINUTES_A_DAY))) * 1e9) / 1e9
    return share


def fade(draft: Draft, minutes: Row) -> None:
    """Both memories fade with the time since a world's last open entry."""
    own = draft.tables.parameters
    was = tension(own, draft.rows) if draft.recording else None
    draft["fast"] = draft["fast"] * kept(minutes, own.fast_days)
    draft["slow"] = draft["slow"] * kept(minutes, own.slow_days)
    if was is not None:
        draft.note(Cause("time"), "tension", tension(own, draft.rows) - was)


def jolt(draft: Draft, impulse: Row, cause: Cause, seen: tuple[bool, bool]) -> None:
    """An impulse (hostile above 0) enters both memories. Shape (worlds,)."""
    own = draft.tables.parameters
    was = tension(own, draft.rows) if draft.recording else None
    draft["fast"] = draft["fast"] + own.fast_gain * impulse
    draft["slow"] = draft["slow"] + own.slow_gain * impulse
    if was is not None:
        draft.note(cause, "tension", tension(own, draft.rows) - was, seen)
