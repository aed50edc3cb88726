"""One world alone: the engine's batch of one, started, asked and read as plain numbers.

A game at the table is a single world. Here it is turned into plain integers and floats and back, so that nothing above
the engine needs to know of arrays.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.engine.draft import Note
from game.engine.prompts import Moves, Prompt
from game.engine.step import start
from game.engine.tension import tension
from game.engine.worlds import Worlds
from game.model.bundle import Row
from game.model.tables import Tables

NONE = -1


def alone(tables: Tables, seed: int) -> Worlds:
    """The first day of one world; seed is an integer from 0 to 2**64 - 1."""
    return start(tables, np.array([seed], np.uint64))


def moves(choices: Sequence[int], tools: Sequence[int], fated: bool = False) -> Moves:
    """What both sides answer, Washington first; -1 means nothing."""
    return Moves((_row(choices[0]), _row(choices[1])), (_row(tools[0]), _row(tools[1])), fated)


def _row(value: int) -> Row:
    return np.array([value], np.int8)


def first(row: Row) -> int:
    """The number in a row of one world."""
    return int(row[0])


def number(worlds: Worlds, row: str) -> float:
    """The value of a row in a single world."""
    return float(worlds[row][0])


def tension_of(tables: Tables, worlds: Worlds) -> float:
    """Tension, 0-100, of a single world."""
    return float(tension(tables.parameters, worlds.rows)[0])


def is_asked(prompt: Prompt, side: int) -> bool:
    """Whether a side is asked."""
    return bool(prompt.asked[side][0])


def open_choices(prompt: Prompt, side: int) -> tuple[bool, ...]:
    """Which choices are open to a side, by index."""
    return tuple(bool(row[0]) for row in prompt.open[side])


def open_tools(prompt: Prompt, side: int) -> tuple[bool, ...]:
    """Which instruments are open to a side, by index."""
    return tuple(bool(row[0]) for row in prompt.tools[side])


def amount(note: Note) -> float:
    """By how much a note's row moved in a single world."""
    return float(note.amount[0])


def changed(worlds: Worlds, row: str, value: float) -> Worlds:
    """The same world with another number in one row; for "what if" questions and tests."""
    old = worlds[row]
    return Worlds({**worlds.rows, row: np.full(len(old), value).astype(old.dtype)})
