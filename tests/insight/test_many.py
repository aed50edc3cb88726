"""Many worlds: however they are walked, each ends the same."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.engine.prompts import Moves, Prompt
from game.engine.step import start
from game.engine.worlds import Crowd, Worlds
from game.insight import many
from game.minds.plain import Chance
from game.model.tables import Stage, Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

SCENARIOS = ("checkpoint-charlie-1961", "hungary-1956")
CHANCE = (Chance(), Chance())


@cache
def tables(name: str) -> Tables:
    return compile_scenario(load(name))


def different(one: Worlds, two: Worlds) -> list[str]:
    return [row for row in one if one[row].tobytes() != two[row].tobytes()]


@pytest.mark.parametrize("name", SCENARIOS)
def test_worlds_end_the_same_watched_or_not(name: str) -> None:
    seen = list[int]()

    def watch(stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        seen.append(worlds.count)

    told = tables(name)
    watched = many.walk(told, start(told, many.seeds(300)), CHANCE, watch=watch)
    alone = many.walk(told, start(told, many.seeds(300)), CHANCE)
    assert different(watched, alone) == []
    assert seen == [300] * len(told.stages), "a watcher sees every stage and always all worlds"


def test_worlds_end_the_same_in_one_slice_or_in_many(monkeypatch: pytest.MonkeyPatch) -> None:
    told = tables("checkpoint-charlie-1961")
    together = many.play(told, 250, CHANCE)
    monkeypatch.setattr(many, "SLICE", 60)
    assert different(many.play(told, 250, CHANCE), together) == []


def test_walking_leaves_the_worlds_that_it_was_given_as_they_were() -> None:
    told = tables("checkpoint-charlie-1961")
    worlds = start(told, many.seeds(50))
    before = {row: worlds[row].copy() for row in worlds}
    many.walk(told, worlds, CHANCE)
    assert all((worlds[row] == before[row]).all() for row in worlds)


def test_who_comes_back_to_the_crowd_stands_in_the_old_place() -> None:
    worlds = start(tables("checkpoint-charlie-1961"), many.seeds(5))
    crowd = Crowd(worlds)
    part = crowd.only(np.array([False, True, False, True, False]))
    crowd.keep(part.renewed({"near": part["near"] + np.int8(1)}))
    assert crowd.rows["near"].tolist() == [0, 1, 0, 1, 0]
    assert worlds["near"].tolist() == [0, 0, 0, 0, 0], "the batch that the crowd was made of is not written into"
