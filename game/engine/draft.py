"""A step in the making: new rows over old ones, and the trace of what moved them.

The trace is the one source for rule, log and explanation. It is only kept where somebody will read it: for a batch of a
hundred thousand nobody does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from game.engine.worlds import Worlds
from game.model.bundle import Row
from game.model.tables import Tables

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


def _merged(old: Row, new: Row, places: Row) -> Row:
    """The old row with a new one at some places; the new row's type."""
    row = old.astype(new.dtype)
    row[places] = new
    return row


@lru_cache(maxsize=64)
def _bounds(tables: Tables) -> dict[str, tuple[float, float]]:
    """The lowest and highest value of each meter's row."""
    return {f"meter/{meter.id}": (meter.low, meter.high) for meter in tables.meters}


def _kept_within(row: Row, low: float, high: float) -> Row:
    """A meter clipped to its bounds and rounded to 1e-6."""
    held: Row = np.maximum(row, low)
    np.minimum(held, high, out=held)
    np.multiply(held, 1e6, out=held)
    np.rint(held, out=held)
    return np.divide(held, 1e6, out=held)


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
        """A draft of the worlds of a mask; what it changes comes back into this one for those worlds alone.

        They are gathered, worked on as a smaller batch, and scattered. Where the mask holds all, there is nothing
        to bring back. Use where any is true.
        """
        if np.count_nonzero(where) == self.count:
            yield self._itself()
            return
        places = np.flatnonzero(where)
        part = Draft(self.tables, self.rows, self.recording, places)
        yield part
        for name in list(part.rows.changed()):
            self.rows[name] = _merged(self.rows[name], part.rows[name], places)
        for note in part.notes:
            self.notes.append(replace(note, amount=_merged(np.zeros(self.count), note.amount, places)))

    def _itself(self) -> Draft:
        """Another name for this draft: the same rows and notes, and a part of a draft that is all of it."""
        whole = Draft(self.tables, self.rows.source, self.recording)
        whole.rows, whole.notes = self.rows, self.notes
        return whole

    def of(self, row: Row) -> Row:
        """The part of a row of the draft around this one that this one is about."""
        return row if self.places is None else row[self.places]

    def move(self, name: str, row: Row, cause: Cause, seen: tuple[bool, bool] = BOTH) -> None:
        """Replace a row and note by how much it moved."""
        if self.recording:
            self.note(cause, name, row.astype(np.float64) - self.rows[name].astype(np.float64), seen)
        self.rows[name] = row

    def note(self, cause: Cause, name: str, amount: Row, seen: tuple[bool, bool] = BOTH) -> None:
        """Note a change where any world changed."""
        if self.recording and bool(np.any(amount != 0)):
            self.notes.append(Note(cause, name, amount, seen))

    def told(self, cause: Cause, where: Row | None = None, seen: tuple[bool, bool] = BOTH) -> None:
        """Note that something happened, with no number: amount is 1 where it did (None: everywhere)."""
        if self.recording:
            happened = np.ones(self.count) if where is None else where.astype(np.float64)
            self.note(cause, "", happened, seen)

    def done(self) -> tuple[Worlds, Trace]:
        """The worlds after the step, changed meters clipped and rounded to 1e-6, and the trace."""
        bounds, after = _bounds(self.tables), dict[str, Row]()
        for name in self.rows.changed():
            row = self.rows[name]
            after[name] = _kept_within(row, *bounds[name]) if name in bounds else row
        return Worlds(self.rows.source).renewed(after), Trace(tuple(self.notes))
