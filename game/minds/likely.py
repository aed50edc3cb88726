"""How likely a condition is, as far as a side can know: what it sees counts, what it does not see it guesses."""

from __future__ import annotations

import numpy as np

from game.engine.holds import mask
from game.engine.worlds import SIDES, Worlds
from game.minds.sight import hidden
from game.model.bundle import Cond, Row, Test
from game.model.tables import Tables

#: The guess about a row that a side cannot read.
UNKNOWN = 0.5


def likely(tables: Tables, worlds: Worlds, condition: Cond, side: int) -> Row:
    """A probability in each world, the parts taken as independent. worlds is what the side sees."""
    chance = np.ones(worlds.count)
    for test in condition:
        chance = chance * _likely(tables, worlds, test, side)
    return chance


def _likely(tables: Tables, worlds: Worlds, test: Test, side: int) -> Row:
    if len(test) == 2:
        return _group(tables, worlds, test[0], test[1], side)
    kind, name = test[0], test[1]
    if name in hidden(tables, side):
        return _guess(worlds, kind, name, side)
    return mask(tables, worlds.rows, (test,)).astype(np.float64)


def _guess(worlds: Worlds, kind: str, name: str, side: int) -> Row:
    """A hidden fact is as likely as the side believes; of any other hidden row it knows nothing."""
    if not name.startswith("fact/"):
        return np.full(worlds.count, UNKNOWN)
    believed = worlds[f"belief/{SIDES[side]}/{name.removeprefix('fact/')}"].astype(np.float64)
    return believed if kind == "set" else 1.0 - believed


def _group(tables: Tables, worlds: Worlds, kind: str, parts: tuple[Cond, ...], side: int) -> Row:
    """At least one of some conditions, or none of them."""
    missing = np.ones(worlds.count)
    for condition in parts:
        missing = missing * (1.0 - likely(tables, worlds, condition, side))
    return 1.0 - missing if kind == "any" else missing
