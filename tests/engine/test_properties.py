"""What must hold of any game, whatever is chosen: properties of the one engine, on the shipped crises."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.prompts import prompt
from game.engine.step import start, step
from game.engine.worlds import Worlds
from game.insight import many
from game.minds.mind import answer
from game.minds.plain import Chance, History
from game.minds.roster import make
from game.minds.sight import hidden, sight
from game.model.entries import Event
from game.model.tables import Tables
from game.model.when import Act, Condition
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

SCENARIOS = ("checkpoint-charlie-1961", "hungary-1956")
CHANCE = (Chance(), Chance())


scenario_of = cache(load)


@cache
def tables(name: str) -> Tables:
    return compile_scenario(scenario_of(name))


@cache
def batch(name: str) -> Worlds:
    return many.walk(tables(name), start(tables(name), many.seeds(400)), CHANCE)


@pytest.mark.parametrize("name", SCENARIOS)
@given(place=st.integers(0, 399))
def test_a_world_alone_is_the_same_bit_for_bit_as_inside_a_batch(name: str, place: int) -> None:
    alone = many.walk(tables(name), start(tables(name), many.seeds(1, place + 1)), CHANCE)
    together = batch(name).pick(place)
    different = [row for row in alone if alone[row].tobytes() != together[row].tobytes()]
    assert different == []


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_number_stays_within_its_bounds_at_every_stage(name: str) -> None:
    told = tables(name)
    worlds = start(told, many.seeds(500, 1000))
    for stage in told.stages:
        worlds, _ = step(told, worlds, stage, answer(told, worlds, prompt(told, worlds, stage), CHANCE))
        for meter in told.meters:
            row = worlds[f"meter/{meter.id}"]
            assert row.min() >= meter.low and row.max() <= meter.high, (stage, meter.id)
        for row_name in worlds:
            row, kind = worlds[row_name], row_name.partition("/")[0]
            low, high = {"relation": (-100, 100), "ready": (0, 1), "thinks": (0.02, 0.98), "audience": (0, 0.5)}.get(
                kind, (-np.inf, np.inf)
            )
            assert np.isfinite(row).all() and row.min() >= low and row.max() <= high, (stage, row_name)


@pytest.mark.parametrize("name", SCENARIOS)
def test_every_world_ends_and_a_finished_world_never_moves_again(name: str) -> None:
    told, finished = tables(name), {}
    worlds = start(told, many.seeds(300, 5000))
    for stage in told.stages:
        worlds, _ = step(told, worlds, stage, answer(told, worlds, prompt(told, worlds, stage), CHANCE))
        for place in np.flatnonzero(worlds["ending"] >= 0):
            seen = finished.setdefault(int(place), worlds.pick(place).digest())
            assert worlds.pick(place).digest() == seen
    assert len(finished) == 300


@pytest.mark.parametrize("name", SCENARIOS)
def test_another_process_plays_the_same_games(name: str) -> None:
    told = tables(name)
    here = [many.walk(told, start(told, many.seeds(1, seed)), CHANCE).digest() for seed in (3, 4)]
    program = (
        "from game.insight import many; from game.minds.plain import Chance; from game.engine.step import start;"
        "from game.scenario.catalogue import load; from game.scenario.compile import compile_scenario;"
        f"told = compile_scenario(load({name!r}));"
        "print([many.walk(told, start(told, many.seeds(1, s)), (Chance(), Chance())).digest() for s in (3, 4)])"
    )
    there = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert there.strip() == str(here)


def test_an_entry_that_never_opens_changes_no_digest() -> None:
    scenario = load("hungary-1956")
    never = Event(
        at="1956-10-25 12:34",
        title="Nothing",
        text="Nothing happens.",
        standing="invented",
        needs=Condition(none=(Condition(),)),
        acts=(Act(code="190", by="ussr", on="usa", salience=1.0),),
    )
    with_it = compile_scenario(replace(scenario, events={**scenario.events, "never": never}))
    without = tables("hungary-1956")
    for seed in range(20, 40):
        first = many.walk(without, start(without, many.seeds(1, seed)), CHANCE)
        second = many.walk(with_it, start(with_it, many.seeds(1, seed)), CHANCE)
        assert first.digest() == second.digest()


@pytest.mark.parametrize("name", SCENARIOS)
@settings(max_examples=6)
@given(seed=st.integers(1, 10**6), side=st.integers(0, 1))
def test_what_a_side_cannot_see_does_not_change_what_its_leader_does(name: str, seed: int, side: int) -> None:
    """Two worlds that differ only in rows hidden from a side: its mind must choose the same."""
    scenario, told = scenario_of(name), tables(name)
    minds = (make("leader", scenario, told, 0), make("leader", scenario, told, 1))
    worlds = start(told, many.seeds(1, seed))
    for stage in told.stages:
        asked = prompt(told, worlds, stage)
        if asked is not None and asked.asked[side].any():
            other = {row: worlds[row] for row in worlds}
            for row in hidden(told, side):
                other[row] = ~other[row] if other[row].dtype == bool else (other[row] + 1).astype(other[row].dtype)
            true = minds[side].choose(told, sight(told, worlds, side), asked, side)
            changed = minds[side].choose(told, sight(told, Worlds(other), side), asked, side)
            assert (true[0] == changed[0]).all() and (true[1] == changed[1]).all(), stage
        worlds, _ = step(told, worlds, stage, answer(told, worlds, prompt(told, worlds, stage), minds))


def test_two_equal_choices_on_one_seed_differ_by_exactly_nothing() -> None:
    told = tables("hungary-1956")
    first = many.walk(told, start(told, many.seeds(50)), (History(), Chance()))
    second = many.walk(told, start(told, many.seeds(50)), (History(), Chance()))
    assert all((first[row] == second[row]).all() for row in first)


@pytest.mark.parametrize("name", SCENARIOS)
def test_following_history_leads_to_the_historical_ending(name: str) -> None:
    told = tables(name)
    end = many.walk(told, start(told, many.seeds(3)), (History(), History()), fated=True)
    assert {told.endings[index].history for index in end["ending"]} == {True}
