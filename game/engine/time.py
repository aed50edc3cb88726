"""Time: what fades and drifts between a world's open entries."""

from __future__ import annotations

import numpy as np

from game.engine import beliefs, readiness, tension
from game.engine.draft import Cause, Draft
from game.engine.holds import holds
from game.engine.worlds import SIDES
from game.model.bundle import Row
from game.model.tables import FlowTable

A_DAY = 1440


def pass_time(draft: Draft, minute: int | Row) -> Row:
    """Let time run to a minute (one for all, or each world's own); returns the minutes that passed in each world."""
    gap: Row = np.maximum(minute - draft["now"], 0)
    if np.count_nonzero(gap):
        draft["now"] = (draft["now"] + gap).astype(np.int32)
        tension.fade(draft, gap)
        beliefs.fade(draft, gap)
        readiness.ease(draft, gap)
        _drift_daily(draft)
    return gap


def _drift_daily(draft: Draft) -> None:
    """Slow things move once a day, at the first open entry that is a day or more after the last time they did."""
    since: Row = draft["now"] - draft["drifted"]
    due = since >= A_DAY
    if np.count_nonzero(due):
        with draft.only(due) as part:
            _drift(part, part.of(since))
            part["drifted"] = part["now"]


def _drift(draft: Draft, gap: Row) -> None:
    """Relations and meters drift to where they rest; what flows in or out of a meter comes on top.

    Flows are counted before anything drifts, so that the order of the meters cannot matter.
    """
    flows = [
        (meter, place, _flow(draft, flow, gap))
        for meter in draft.tables.meters
        for place, flow in enumerate(meter.flows)
    ]
    share = tension.kept(gap, draft.tables.parameters.relation_days)
    _drift_relations(draft, share)
    for meter in draft.tables.meters:
        if meter.rest == meter.rest:
            name = f"meter/{meter.id}"
            share = tension.kept(gap, meter.days)
            draft.move(name, meter.rest + (draft[name] - meter.rest) * share, Cause("time"), meter.seen)
    _rest(draft, gap)
    for meter, place, points in flows:
        name = f"meter/{meter.id}"
        draft.move(name, draft[name] + points, Cause("flow", meter.id, str(place)), meter.seen)


def _drift_relations(draft: Draft, share: Row) -> None:
    """All relations at once: they are many, and one rule moves them all."""
    names = [f"relation/{pair}" for pair in draft.tables.relations]
    if names:
        rest = np.array([*draft.tables.relations.values()])[:, None]
        moved = np.stack([draft[name] for name in names])
        moved -= rest.astype(np.float32)
        drifted = (rest + moved * share).astype(np.float32)
        for name, row in zip(names, drifted, strict=True):
            draft.move(name, row, Cause("time"))


def _flow(draft: Draft, flow: FlowTable, gap: Row) -> Row:
    """Points that a flow brings in some minutes, in each world."""
    points: Row = flow.per_day / A_DAY * gap
    if flow.by:
        level = tension.tension(draft.tables.parameters, draft.rows) if flow.by == "tension" else draft[flow.by]
        points = points * np.maximum(level - flow.above, 0.0)
    where = holds(draft.tables, draft.rows, flow.when)
    return points if where is True else np.where(where, points, 0.0)


def _rest(draft: Draft, gap: Row) -> None:
    """Political capital that was spent comes back day by day, up to what a side began with."""
    back = gap / A_DAY / draft.tables.parameters.capital_days
    for index, side in enumerate(SIDES):
        name = f"capital/{side}"
        held = draft[name]
        rested = np.rint(np.maximum(held, np.minimum(held + back, draft.tables.sides[index].capital)) * 1e4) / 1e4
        draft.move(name, rested.astype(np.float32), Cause("time"), (index == 0, index == 1))
