"""The tension fan: how many worlds stand at each step of the meter at each date, counted as they walk by."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from game.engine.prompts import Prompt
from game.engine.tension import tension
from game.engine.worlds import Worlds
from game.insight.tally import STEPS
from game.model.bundle import Row
from game.model.tables import Stage, Tables


class Fan:
    """Counts the worlds of several roads that are walked together, and the questions that they answer.

    Between two dates only worlds that a stage has concerned can have moved, so that only those are counted anew.
    """

    def __init__(self, tables: Tables, road: Row, roads: int) -> None:
        self.tables, self.road, self.shape = tables, road, (roads, STEPS)
        self.asked = 0
        self._stale = np.ones(len(road), np.bool_)
        self._cell = np.zeros(len(road), np.int64)
        self._held = np.zeros(roads * STEPS, np.int64)
        self._dates = list[Row]()

    def see(self, stage: Stage, rows: Mapping[str, Row], where: Row, asked: Prompt | None) -> None:
        """One stage: a date where an entry comes up, questions where some are asked."""
        if stage.kind == "open":
            self._date(rows)
        self._stale |= where
        if asked is not None:
            self.asked += sum(int(np.count_nonzero(one)) for one in asked.asked)

    def done(self, final: Worlds) -> Row:
        """Worlds by road, date and step, the last date being the end: shape (roads, D, STEPS)."""
        self._date(final.rows)
        return np.stack(self._dates, axis=1)

    def _date(self, rows: Mapping[str, Row]) -> None:
        first = not self._dates
        moved = np.flatnonzero(self._stale)
        cell = self._cells(rows, moved)
        self._held = self._held + np.bincount(cell, minlength=len(self._held))
        if not first:
            self._held -= np.bincount(self._cell[moved], minlength=len(self._held))
        self._cell[moved] = cell
        self._stale[:] = False
        self._dates.append(self._held.reshape(self.shape))

    def _cells(self, rows: Mapping[str, Row], places: Row) -> Row:
        """In which place of the count some worlds stand now."""
        level = tension(self.tables.parameters, {name: rows[name][places] for name in ("fast", "slow")})
        steps = np.minimum((level * STEPS / 100.0).astype(np.int64), STEPS - 1)
        return self.road[places] * STEPS + steps
