"""Many worlds through the one engine, in slices that stay in the cache."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from game.engine.step import start
from game.engine.worlds import Worlds, join
from game.minds.mind import Mind
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.tables import Tables

#: Worlds that are walked together: few enough for the cache and for memory, enough to hide the interpreter.
SLICE = 40_000


def seeds(count: int, first: int = 1) -> Row:
    """Seeds first, first+1, ... as uint64."""
    return np.arange(first, first + count, dtype=np.uint64)


def slices(tables: Tables, count: int, first: int = 1) -> Iterator[Worlds]:
    """Fresh worlds, a slice at a time."""
    for begin in range(0, count, SLICE):
        yield start(tables, seeds(min(SLICE, count - begin), first + begin))


def play(tables: Tables, count: int, minds: tuple[Mind, Mind], first: int = 1) -> Worlds:
    """Final worlds of a number of games."""
    return join([walk(tables, worlds, minds) for worlds in slices(tables, count, first)])


def shares(tables: Tables, worlds: Worlds) -> dict[str, float]:
    """Share of worlds by ending id, for all endings."""
    counts = np.bincount(worlds["ending"][worlds["ending"] >= 0], minlength=len(tables.endings))
    return {ending.id: float(counts[index]) / worlds.count for index, ending in enumerate(tables.endings)}
