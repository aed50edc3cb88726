"""The walk: worlds through the stages with minds on both sides; one loop for a game thought ahead and for a million."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from game.engine.holds import some
from game.engine.prompts import Moves, Prompt, prompt
from game.engine.step import concerned, step
from game.engine.worlds import Crowd, Worlds
from game.minds.mind import Mind, answer
from game.model.bundle import Row
from game.model.tables import Stage, Tables

Watch = Callable[[Stage, Worlds, Prompt | None, Moves], None]
#: What is told of each stage before its step: rows of all worlds, which of them it concerns, and what those are asked.
Count = Callable[[Stage, Mapping[str, Row], Row, Prompt | None], None]


def walk(
    tables: Tables,
    worlds: Worlds,
    minds: tuple[Mind, Mind],
    fated: bool = False,
    watch: Watch | None = None,
    stages: tuple[Stage, ...] = (),
    count: Count | None = None,
) -> Worlds:
    """Take worlds through all stages (or those given). watch sees each stage before its step, and always all worlds.

    Unwatched, a stage is walked as a smaller batch by the worlds that it concerns. count sees every stage too, and
    leaves it that way: what it is told of is not to be kept.
    """
    crowd = Crowd(worlds)
    for stage in stages or tables.stages:
        where = concerned(tables, crowd.rows, stage, fated) if watch is None else np.ones(worlds.count, np.bool_)
        if stage.kind == "open":
            crowd.mark(where)
        part = crowd.only(where) if some(where) else None
        asked = prompt(tables, part, stage) if part is not None else None
        if count is not None:
            count(stage, crowd.rows, where, asked)
        if part is not None:
            moves = answer(tables, part, asked, minds, fated)
            if watch is not None:
                watch(stage, part, asked, moves)
            crowd.keep(step(tables, part, stage, moves, sifted=watch is None)[0])
    return Worlds(crowd.rows)
