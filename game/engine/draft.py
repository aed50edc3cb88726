"""A step in the making: new rows over old ones, and the trace of what moved them.

The trace is the one source for rule, log and explanation. It is only kept where somebody will read it: for a batch of a
hundred thousand nobody does.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from game.engine.worlds import Worlds
from game.model.tables import Row, Tables

BOTH = (True, True)


@dataclass(frozen=True)
class Cause:
    """Why something moved: kind (choice, instrument, response, event, rung, result, timer, time, incident, war, ...),
    what (the entry, incident or timer's id), part (the branch's id) and the side that did it (-1: nobody)."""

    kind: str
    what: str = ""
    part: str = ""
    side: int = -1


@dataclass(frozen=True)
class Note:
    """One change: its cause, the row (or "tension") it moved, by how much in each world, and which sides may know."""

    cause: Cause
    row: str
    amount: Row
    seen: tuple[bool, bool]


@dataclass(frozen=True)
class Trace:
    """What a step did, in order."""

    notes: tuple[Note, ...] = ()


@dataclass
class Draft:
    """The rows of a step in the making. Rules read and replace rows; `done` gives the worlds after it."""

    tables: Tables
    before: Worlds
    recording: bool
    rows: dict[str, Row] = field(init=False)
    notes: list[Note] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.rows = dict(self.before.rows)

    def __getitem__(self, name: str) -> Row:
        return self.rows[name]

    def __setitem__(self, name: str, row: Row) -> None:
        self.rows[name] = row

    def move(self, name: str, row: Row, cause: Cause, seen: tuple[bool, bool] = BOTH) -> None:
        """Replace a row and note by how much it moved."""
        if self.recording:
            self.note(cause, name, row.astype(np.float64) - self.rows[name].astype(np.float64), seen)
        self.rows[name] = row

    def note(self, cause: Cause, name: str, amount: Row, seen: tuple[bool, bool] = BOTH) -> None:
        """Note a change where any world changed."""
        if self.recording and bool(np.any(amount != 0)):
            self.notes.append(Note(cause, name, amount, seen))

    def told(self, cause: Cause, where: Row, seen: tuple[bool, bool] = BOTH) -> None:
        """Note that something happened, with no number: amount is 1 where it did."""
        if self.recording:
            self.note(cause, "", where.astype(np.float64), seen)

    def done(self) -> tuple[Worlds, Trace]:
        """The worlds after the step, changed meters clipped and rounded to 1e-6, and the trace."""
        for meter in self.tables.meters:
            name = f"meter/{meter.id}"
            if self.rows[name] is not self.before.rows[name]:
                held = np.minimum(np.maximum(self.rows[name], meter.low), meter.high)
                self.rows[name] = np.rint(held * 1e6) / 1e6
        return Worlds(self.rows), Trace(tuple(self.notes))
