"""Readiness: up at once, down slowly, and each side's feeds on the other's (Richardson 1960; Sagan 1985)."""

from __future__ import annotations

import numpy as np

from game.engine.draft import Cause, Draft
from game.engine.tension import MINUTES_A_DAY
from game.engine.worlds import SIDES
from game.model.bundle import Bundle, Row, at
from game.model.parameters import READINESS

_LEVEL = np.array(READINESS)

#: Tension from which each alert level is suggested (docs/model.md section 4): levels 4, 3, 2, 1.
SUGGESTED = ((35.0, 4), (75.0, 3), (85.0, 2), (97.0, 1))


def suggested(tension: float) -> int:
    """The alert level (5 calm to 1) that this tension suggests; never an order."""
    return min([level for threshold, level in SUGGESTED if tension >= threshold], default=5)


def order(draft: Draft, bundle: Bundle, branch: Row | int, cause: Cause) -> None:
    """A side orders an alert level; 0 in the bundle means no order."""
    for index, side in enumerate(SIDES):
        if bundle.order[index].any():
            level = at(bundle.order[index], branch)
            wanted = np.where(level > 0, level, draft[f"order/{side}"]).astype(np.int8)
            set_level(draft, side, wanted, cause)


def set_level(draft: Draft, side: str, wanted: Row, cause: Cause) -> None:
    """Order each world's level (5 to 1); a lower alert starts its dwell now."""
    was = draft[f"order/{side}"]
    draft[f"calm/{side}"] = np.where(wanted > was, draft["now"], draft[f"calm/{side}"]).astype(np.int32)
    draft.move(f"order/{side}", wanted, cause)
    _rise(draft, cause)


def _target(draft: Draft, index: int) -> Row:
    """Where readiness heads: the order, and a share of how far the other's stands above calm."""
    rival = SIDES[1 - index]
    other = np.maximum(draft[f"ready/{rival}"], _LEVEL.take(draft[f"order/{rival}"], mode="clip")) - READINESS[5]
    wanted = _LEVEL.take(draft[f"order/{SIDES[index]}"], mode="clip") + draft.tables.parameters.coupling * other
    held: Row = np.rint(np.minimum(np.maximum(wanted, 0.0), 1.0) * 1e9) / 1e9
    return held


def _rise(draft: Draft, cause: Cause) -> None:
    """Upward at once; both targets are read before either moves."""
    targets = [_target(draft, index) for index in range(2)]
    for index, side in enumerate(SIDES):
        draft.move(f"ready/{side}", np.maximum(draft[f"ready/{side}"], targets[index]), cause)


def ease(draft: Draft, minutes: Row) -> None:
    """Downward only after the dwell, then half the gap a day. Where both are calm there is nowhere to go."""
    free = [_free(draft, side) for side in SIDES]
    either = free[0] | free[1]
    if np.count_nonzero(either):
        with draft.only(either) as part:
            _ease(part, part.of(minutes), (part.of(free[0]), part.of(free[1])))


def _free(draft: Draft, side: str) -> Row:
    """Where a side's readiness is above calm and has held out its dwell."""
    dwell = int(draft.tables.parameters.calm_days * MINUTES_A_DAY)
    free: Row = (draft[f"ready/{side}"] > READINESS[5]) & (draft["now"] - draft[f"calm/{side}"] >= dwell)
    return free


def _ease(draft: Draft, minutes: Row, free: tuple[Row, Row]) -> None:
    targets = [_target(draft, index) for index in range(2)]
    share = np.rint(np.exp2(-minutes / MINUTES_A_DAY) * 1e9) / 1e9
    for index, side in enumerate(SIDES):
        held = draft[f"ready/{side}"]
        lower = np.rint((targets[index] + (held - targets[index]) * share) * 1e9) / 1e9
        draft.move(f"ready/{side}", np.where(free[index] & (held > targets[index]), lower, held), Cause("time"))
