"""Time: what fades and drifts between a world's open entries."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.engine import beliefs, readiness, tension
from game.engine.draft import Cause, Draft
from game.engine.holds import holds
from game.engine.worlds import SIDES
from game.model.bundle import Row
from game.model.tables import FlowTable, MeterTable, Tables

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
    _drift_relations(draft, tension.kept(gap, draft.tables.parameters.relation_days))
    _drift_meters(draft, gap)
    _rest(draft, gap)
    for meter, place, points in flows:
        name = f"meter/{meter.id}"
        draft.move(name, draft[name] + points, Cause("flow", meter.id, str(place)), meter.seen)


def _drift_relations(draft: Draft, share: Row) -> None:
    """All relations at once: they are many, and one rule moves them all."""
    names, rest = _relations(draft.tables)
    if names:
        moved = np.stack([draft[name] for name in names])
        moved -= rest.astype(np.float32)
        drifted = (rest + moved * share).astype(np.float32)
        for name, row in zip(names, drifted, strict=True):
            draft.move(name, row, Cause("time"))


def _drift_meters(draft: Draft, gap: Row) -> None:
    """All meters that have a rest at once, each by its own memory."""
    meters, rest, rate = _resting(draft.tables)
    if meters:
        share = np.rint(np.exp(gap * rate) * 1e9) / 1e9
        drifted = rest + (np.stack([draft[f"meter/{meter.id}"] for meter in meters]) - rest) * share
        for meter, row in zip(meters, drifted, strict=True):
            draft.move(f"meter/{meter.id}", row, Cause("time"), meter.seen)


@lru_cache(maxsize=64)
def _relations(tables: Tables) -> tuple[tuple[str, ...], Row]:
    """The rows of relations, and where each rests, as a column."""
    return tuple(f"relation/{pair}" for pair in tables.relations), np.array([*tables.relations.values()])[:, None]


@lru_cache(maxsize=64)
def _resting(tables: Tables) -> tuple[tuple[MeterTable, ...], Row, Row]:
    """The meters that drift, where each rests and how quickly it goes there a minute, as columns."""
    meters = tuple(meter for meter in tables.meters if meter.rest == meter.rest)
    rates = [-1.0 / (meter.days * tension.MINUTES_A_DAY) for meter in meters]
    return meters, np.array([meter.rest for meter in meters])[:, None], np.array(rates)[:, None]


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
