"""Where a condition holds: compiled tests to a mask over worlds."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine.tension import tension
from game.model.bundle import Cond, Row, Test
from game.model.tables import Tables


def holds(tables: Tables, rows: Mapping[str, Row], condition: Cond) -> Row | bool:
    """A mask of shape (worlds,), or True where the condition has no tests."""
    met: Row | bool = True
    for test in condition:
        part = _test(tables, rows, test)
        met = part if met is True else met & part
    return met


def mask(tables: Tables, rows: Mapping[str, Row], condition: Cond) -> Row:
    """The same, always as an array."""
    met = holds(tables, rows, condition)
    return np.full(len(rows["seed"]), met) if isinstance(met, bool) else met


def some(where: Row) -> bool:
    """Whether a mask holds in any world. Counting is several times quicker than the method `any`, above all on few."""
    return bool(np.count_nonzero(where))


def _test(tables: Tables, rows: Mapping[str, Row], test: Test) -> Row | bool:
    if len(test) == 2:
        return _group(tables, rows, test[0], test[1])
    kind, name, low, high = test
    if kind == "set":
        return rows[name]
    if kind == "unset":
        return ~rows[name]
    row = tension(tables.parameters, rows) if kind == "tension" else rows[name]
    if low == high:
        return np.equal(row, low)
    if low == -np.inf:
        return np.less_equal(row, high)
    return np.greater_equal(row, low) if high == np.inf else np.greater_equal(row, low) & np.less_equal(row, high)


def _group(tables: Tables, rows: Mapping[str, Row], kind: str, parts: tuple[Cond, ...]) -> Row | bool:
    met: Row | bool = False
    for condition in parts:
        part = holds(tables, rows, condition)
        met = part if met is False else met | part
    return met if kind == "any" else _not(met)


def _not(met: Row | bool) -> Row | bool:
    return (not met) if isinstance(met, bool) else ~met
