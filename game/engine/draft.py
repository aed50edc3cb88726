"""A step in the making: new rows over old ones, and the trace of what moved them.

The trace is the one source for rule, log and explanation. It is only kept where somebody will read it: for a batch of a
hundred thousand nobody does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

import numpy as np

from game.engine.worlds import Worlds
from game.model.tables import Row, Tables

BOTH = (True, True)


@dataclass(frozen=True)
class Cause:
    """Why something moved: kind (choice, instrument, response, event, rung, result, timer, time, incident, war, ...),
    what (the entry, incident or timer's id), part (the branch's id) and the side that did it (-1: nobody).
    """

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


class Rows(dict[str, Row]):
    """Rows of some worlds of a batch, gathered from the others' when first asked for."""

    def __init__(self, source: Mapping[str, Row], places: Row | None) -> None:
        super().__init__()
        self.source, self.places = source, places
        self.taken: dict[str, Row] = {}

    def __missing__(self, name: str) -> Row:
        row = self.source[name] if self.places is None else self.source[name][self.places]
        self.taken[name] = row
        self[name] = row
        return row

    def changed(self) -> Iterator[str]:
        """Names of the rows that a rule has replaced."""
        return (name for name, row in self.items() if row is not self.taken.get(name))


class Draft:
    """The rows of a step in the making. Rules read and replace rows; `done` gives the worlds after it.

    A rule that concerns few worlds works on those alone (`only`), which is what keeps a large batch quick.
    """

    def __init__(self, tables: Tables, source: Mapping[str, Row], recording: bool, places: Row | None = None) -> None:
        self.tables, self.recording, self.places = tables, recording, places
        self.rows = Rows(source, places)
        self.notes: list[Note] = []

    def __getitem__(self, name: str) -> Row:
        return self.rows[name]

    def __setitem__(self, name: str, row: Row) -> None:
        self.rows[name] = row

    @property
    def count(self) -> int:
        """How many worlds this draft is about."""
        return len(self.rows["seed"])

    @contextmanager
    def only(self, where: Row) -> Iterator[Draft]:
        """A draft of the worlds of a mask alone; what it changes comes back into this one. Use where any is true."""
        places = np.flatnonzero(where)
        if len(places) == self.count:
            yield self
            return
        part = Draft(self.tables, self.rows, self.recording, places)
        yield part
        for name in list(part.rows.changed()):
            row = self.rows[name].astype(part.rows[name].dtype, copy=True)
            row[places] = part.rows[name]
            self.rows[name] = row
        for note in part.notes:
            amount = np.zeros(self.count)
            amount[places] = note.amount
            self.notes.append(replace(note, amount=amount))

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
        after = dict(self.rows.source)
        bounds = {f"meter/{meter.id}": meter for meter in self.tables.meters}
        for name in self.rows.changed():
            row, meter = self.rows[name], bounds.get(name)
            after[name] = (
                row if meter is None else np.rint(np.minimum(np.maximum(row, meter.low), meter.high) * 1e6) / 1e6
            )
        return Worlds(after), Trace(tuple(self.notes))
