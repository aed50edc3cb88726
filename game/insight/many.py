"""Many worlds through the one engine, in slices that stay in the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from game.engine.holds import some
from game.engine.prompts import Moves, Prompt, prompt
from game.engine.step import concerned, start, step
from game.engine.worlds import Crowd, Worlds, join
from game.minds.mind import Mind, answer
from game.model.bundle import Row
from game.model.tables import Stage, Tables

#: Worlds that are walked together: few enough for the cache and for memory, enough to hide the interpreter.
SLICE = 40_000

Watch = Callable[[Stage, Worlds, Prompt | None, Moves], None]


def seeds(count: int, first: int = 1) -> Row:
    """Seeds first, first+1, ... as uint64."""
    return np.arange(first, first + count, dtype=np.uint64)


def walk(
    tables: Tables,
    worlds: Worlds,
    minds: tuple[Mind, Mind],
    fated: bool = False,
    watch: Watch | None = None,
    stages: tuple[Stage, ...] = (),
) -> Worlds:
    """Take worlds through all stages (or those given). watch sees each stage before its step, and always all worlds.

    Unwatched, a stage is walked as a smaller batch by the worlds that it concerns.
    """
    crowd = Crowd(worlds)
    for stage in stages or tables.stages:
        where = concerned(tables, crowd.rows, stage, fated) if watch is None else np.ones(worlds.count, np.bool_)
        if stage.kind == "open":
            crowd.mark(where)
        if some(where):
            part = crowd.only(where)
            asked = prompt(tables, part, stage)
            moves = answer(tables, part, asked, minds, fated)
            if watch is not None:
                watch(stage, part, asked, moves)
            crowd.keep(step(tables, part, stage, moves)[0])
    return Worlds(crowd.rows)


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
