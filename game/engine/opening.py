"""An opening: what earlier chapters of a campaign add to the rows of a first day."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.model.bundle import Row
from game.model.tables import Tables

#: Bounds of rows that are no meters, by the first part of their name. Beliefs never become certain.
BOUNDS = {"relation": (-100.0, 100.0), "thinks": (0.02, 0.98), "trust": (0.02, 0.98)}


def opened(tables: Tables, rows: Mapping[str, Row]) -> dict[str, Row]:
    """The rows that an opening changes: amounts are added within bounds, flags are set (above 0) or cleared."""
    return {name: _moved(tables, name, rows[name], amount) for name, amount in tables.opening}


def _moved(tables: Tables, name: str, row: Row, amount: float) -> Row:
    if row.dtype == np.bool_:
        return np.full(len(row), amount > 0)
    low, high = _bounds(tables, name)
    moved = np.minimum(np.maximum(row.astype(np.float64) + amount, low), high)
    held: Row = (np.rint(moved * 1e9) / 1e9).astype(row.dtype)
    return held


def _bounds(tables: Tables, name: str) -> tuple[float, float]:
    kind, _, rest = name.partition("/")
    if kind == "meter":
        return next((meter.low, meter.high) for meter in tables.meters if meter.id == rest)
    return BOUNDS.get(kind, (-np.inf, np.inf))
