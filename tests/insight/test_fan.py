"""The tension fan is counted as worlds move, and comes to the same as counting all of them anew."""

from __future__ import annotations

import numpy as np

from game.engine.prompts import Moves, Prompt
from game.engine.step import start
from game.engine.tension import tension
from game.engine.worlds import Worlds
from game.insight.fan import Fan
from game.insight.many import seeds
from game.insight.tally import STEPS
from game.minds.plain import Chance
from game.minds.walk import walk
from game.model.tables import Stage
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

COUNT = 120
CHANCE = (Chance(), Chance())


def test_counting_who_moved_is_counting_all() -> None:
    """Two roads of sixty worlds each: at every date the fan holds what a look at every world would have found."""
    tables = compile_scenario(load("checkpoint-charlie-1961"))
    road, dates, asked = np.repeat([0, 1], COUNT // 2), [], 0

    def look(worlds: Worlds) -> None:
        steps = np.minimum((tension(tables.parameters, worlds.rows) * STEPS / 100.0).astype(int), STEPS - 1)
        dates.append(np.stack([np.bincount(steps[road == one], minlength=STEPS) for one in (0, 1)]))

    def watch(stage: Stage, worlds: Worlds, prompt: Prompt | None, moves: Moves) -> None:
        nonlocal asked
        if stage.kind == "open":
            look(worlds)
        asked += sum(int(one.sum()) for one in prompt.asked) if prompt else 0

    look(walk(tables, start(tables, seeds(COUNT)), CHANCE, watch=watch))
    fan = Fan(tables, road, 2)
    found = fan.done(walk(tables, start(tables, seeds(COUNT)), CHANCE, count=fan.see))
    assert found.shape == (2, len(dates), STEPS)
    assert np.array_equal(found, np.stack(dates, axis=1))
    assert fan.asked == asked > COUNT
