"""What a side can picture: worlds that fit all it knows, with what it does not know drawn from what it believes.

Never from the hidden truth: two worlds that look alike to a side give it the same pictures.
"""

from __future__ import annotations

import numpy as np

from game.engine import dice
from game.engine.worlds import SIDES, Worlds, begin
from game.minds.credence import believed
from game.minds.sight import hidden
from game.model.bundle import Row
from game.model.identity import identity
from game.model.people import Leader
from game.model.tables import Tables

#: Rows that belong to a batch rather than to what a side may know.
OWN_ROWS = ("seed", "brittle")
#: Between the seeds of two pictures, so that none shares its luck (the golden ratio in 64 bits).
STRIDE = 0x9E3779B97F4A7C15


def imagined(tables: Tables, seen: Worlds, side: int, leader: Leader, count: int, luck: Row) -> Worlds:
    """Worlds as a side pictures them, count for each of seen (worlds as the side sees them), one world's together.

    luck is the leader's own in each world, [0, 1): what it happens to think of. It is none of the world's.
    """
    begun = (luck * (1 << 53)).astype(np.uint64) * np.uint64(STRIDE)
    seeds = begun[:, None] + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(STRIDE)
    fresh = begin(tables, seeds.ravel())
    unknown = hidden(tables, side)
    rows = {name: _row(seen, fresh, side, name, name in unknown) for name in seen}
    rival = f"resolute/{SIDES[1 - side]}"
    rows[rival] = _guess(fresh, _each(believed(seen, side, leader), fresh), identity(rival))
    return Worlds(rows)


def _row(seen: Worlds, fresh: Worlds, side: int, name: str, unknown: bool) -> Row:
    """A row that the side reads, as it is; one that it cannot read, as it guesses."""
    if name in OWN_ROWS:
        return fresh[name]
    if not unknown:
        return _each(seen[name], fresh)
    if name.startswith("fact/"):
        believed = seen[f"belief/{SIDES[side]}/{name.removeprefix('fact/')}"]
        return _guess(fresh, _each(believed, fresh), identity(name))
    return fresh[name]


def _each(row: Row, fresh: Worlds) -> Row:
    """A row of the worlds as one of their pictures."""
    return np.repeat(row, fresh.count // len(row))


def _guess(fresh: Worlds, believed: Row, place: int) -> Row:
    """True in as many pictures as the side believes."""
    return dice.uniform(fresh["seed"], dice.key(place, 0, dice.FACT)) < believed
