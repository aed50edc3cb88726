"""Time: what fades and drifts between a world's open entries."""

from __future__ import annotations

import numpy as np

from game.engine import beliefs, readiness, tension
from game.engine.draft import Cause, Draft
from game.model.tables import Row


def pass_time(draft: Draft, minute: Row | int, here: Row) -> Row:
    """Let time run to a minute in the worlds of here; returns the minutes that passed in each."""
    gap: Row = np.where(here, np.maximum(minute - draft["now"], 0), 0)
    if not gap.any():
        return gap
    draft["now"] = (draft["now"] + gap).astype(np.int32)
    tension.fade(draft, gap)
    beliefs.fade(draft, gap)
    readiness.ease(draft, gap)
    _drift(draft, gap)
    return gap


def _drift(draft: Draft, gap: Row) -> None:
    """Relations and meters drift to where they rest."""
    days = draft.tables.parameters.relation_days
    share = tension.kept(gap, days)
    for pair, rest in draft.tables.relations.items():
        name = f"relation/{pair}"
        draft.move(name, _towards(draft[name], rest, share, gap), Cause("time"))
    for meter in draft.tables.meters:
        if meter.rest == meter.rest:
            name = f"meter/{meter.id}"
            moved = _towards(draft[name], meter.rest, tension.kept(gap, meter.days), gap)
            draft.move(name, moved, Cause("time"), meter.seen)


def _towards(row: Row, rest: float, share: Row, gap: Row) -> Row:
    return np.where(gap > 0, np.rint((rest + (row - rest) * share) * 1e6) / 1e6, row)
