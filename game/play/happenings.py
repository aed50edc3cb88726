"""Happenings: what a step did, from its trace, as plain data with who may know it. Words come from `narration`."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.draft import Cause, Note, Trace
from game.engine.single import amount
from game.model.people import SIDES


@dataclass(frozen=True)
class Moved:
    """One number that moved: its row (or "tension"), by how much, and which sides may know."""

    row: str
    amount: float
    seen: tuple[bool, bool]


@dataclass(frozen=True)
class Happening:
    """One thing that happened: when (minutes), in which entry and round, why, what it moved, who knows of it.

    seen says for Washington and Moscow whether they know *that* it happened; a number may be seen without its cause.
    """

    minute: int
    entry: str
    round: int
    cause: Cause
    moved: tuple[Moved, ...]
    seen: tuple[bool, bool]

    @property
    def kind(self) -> str:
        """What sort of thing it is: the cause's kind."""
        return self.cause.kind

    def known_to(self, side: str) -> bool:
        """Whether a side may know of it; everybody else ("") knows all."""
        return not side or self.seen[SIDES.index(side)]

    def touches(self, side: str) -> bool:
        """Whether a side sees at least something of it."""
        return self.known_to(side) or bool(self.numbers(side))

    def numbers(self, side: str) -> tuple[Moved, ...]:
        """The numbers that a side saw move; all of them for ""."""
        return tuple(moved for moved in self.moved if not side or moved.seen[SIDES.index(side)])

    def tension(self) -> float:
        """By how much it moved tension."""
        return sum(moved.amount for moved in self.moved if moved.row == "tension")


def happenings(trace: Trace, minute: int, entry: str, round_: int) -> tuple[Happening, ...]:
    """A trace's notes gathered by cause, in order of their first note."""
    groups: dict[Cause, list[Note]] = {}
    for note in trace.notes:
        groups.setdefault(note.cause, []).append(note)
    return tuple(_gather(cause, notes, minute, entry, round_) for cause, notes in groups.items())


def _gather(cause: Cause, notes: list[Note], minute: int, entry: str, round_: int) -> Happening:
    told = [note.seen for note in notes if not note.row]
    known = told or [note.seen for note in notes]
    moved = tuple(Moved(note.row, amount(note), note.seen) for note in notes if note.row)
    seen = any(usa for usa, _ in known), any(ussr for _, ussr in known)
    return Happening(minute, entry, round_, cause, moved, seen)
