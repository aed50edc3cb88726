"""A step in the making: new rows over old ones, and the trace of what moved them.

The trace is the one source for rule, log and explanation. It is only kept where somebody will read it: for a batch of a
hundred thousand nobody does.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager, nullcontext
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


class Draft(dict[str, Row]):
    """The rows of a step in the making. Rules read and replace rows; `done` gives the worlds after it.

    A row is fetched from the worlds before when it is first read. A rule that concerns few worlds works on those alone
    (`only`), which is what keeps a large batch quick.
    """

    def __init__(self, tables: Tables, source: Mapping[str, Row], recording: bool, places: Row | None = None) -> None:
        super().__init__()
        self.tables, self.source, self.recording, self.places = tables, source, recording, places
        self.count = len(source["seed"]) if places is None else len(places)
        self.notes: list[Note] = []
        self._moved: dict[str, None] = {}

    def __missing__(self, name: str) -> Row:
        row = self.source[name] if self.places is None else self.source[name][self.places]
        super().__setitem__(name, row)
        return row

    def __setitem__(self, name: str, row: Row) -> None:
        self._moved[name] = None
        super().__setitem__(name, row)

    @property
    def rows(self) -> Mapping[str, Row]:
        """All rows as they are now."""
        return self

    def only(self, where: Row) -> AbstractContextManager[Draft]:
        """A draft of the worlds of a mask; what it changes comes back into this one for those worlds alone.

        They are gathered, worked on as a smaller batch, and scattered. Where the mask holds all, it is this draft
        itself. Use where any is true.
        """
        return nullcontext(self) if np.count_nonzero(where) == self.count else _Part(self, np.flatnonzero(where))

    def take_back(self, part: Draft) -> None:
        """What a draft of some of these worlds has changed, in their places."""
        places = part.places
        assert places is not None
        for name in part._moved:
            self[name] = _merged(self[name], part[name], places)
        for note in part.notes:
            self.notes.append(replace(note, amount=_merged(np.zeros(self.count), note.amount, places)))

    def of(self, row: Row) -> Row:
        """The part of a row of the draft around this one that this one is about."""
        return row if self.places is None or len(row) == self.count else row[self.places]

    def move(self, name: str, row: Row, cause: Cause, seen: tuple[bool, bool] = BOTH) -> None:
        """Replace a row and note by how much it moved."""
        if self.recording:
            self.note(cause, name, row.astype(np.float64) - self[name].astype(np.float64), seen)
        self[name] = row

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
        bounds = _bounds(self.tables)
        after = {
            name: _kept_within(self[name], *bounds[name]) if name in bounds else self[name] for name in self._moved
        }
        return Worlds(self.source).renewed(after), Trace(tuple(self.notes))


class _Part(AbstractContextManager[Draft]):
    """Some worlds of a draft for a while."""

    __slots__ = ("part", "whole")

    def __init__(self, whole: Draft, places: Row) -> None:
        self.whole, self.part = whole, Draft(whole.tables, whole, whole.recording, places)

    def __enter__(self) -> Draft:
        return self.part

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.whole.take_back(self.part)
