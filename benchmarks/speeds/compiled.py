"""One decision of a reduced crisis by the engine's own functions over rows, and the same as a plain compiled loop.

How much arrays leave on the table: the loop keeps a world's numbers in registers, where numpy passes rows through
memory once for every operation. Both forms must do the same in every world; numba is left out where it is missing.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from benchmarks.figures import Figure, seconds
from game.engine import dice
from game.engine.tension import logistic
from game.insight.many import seeds
from game.minds.mind import quantal
from game.model.bundle import Row

COUNT, STEPS = 10_000, 20
#: A decision with four choices of one outcome each: points, hardness and impulse of each choice.
POINTS, HARD, IMPULSE = (
    np.array(row) for row in ([0.2, 0.5, -0.1, 0.3], [0.4, 0.1, -0.2, -0.3], [0.3, 0.1, -0.1, -0.2])
)
BASE, GAIN, RATE, GROWTH, DANGER, STEEP, SHARPNESS = -1.2, 0.5, 0.02, 2.0, 0.05, 0.06, 2.0
#: Keys of the three draws of each step: the choice, whether an accident comes, whether it runs out of hand.
KEYS = np.array(
    [[dice.key(step, 0, channel) for channel in (dice.MIND, dice.INCIDENT, dice.ESCALATE)] for step in range(STEPS)]
)


@dataclass
class State:
    """Worlds of the reduced crisis: what draws luck, what is felt, what is believed, how brittle, whether it is war."""

    seed: Row
    heat: Row
    firm: Row
    brittle: Row
    war: Row


def begin(count: int) -> State:
    """So many worlds, each different."""
    seed = seeds(count)
    luck = [dice.uniform(seed, dice.key(99, 0, channel)) for channel in (1, 2)]
    return State(seed, np.zeros(count), np.where(luck[0] < 0.4, 1.0, -1.0), 0.5 + luck[1], np.zeros(count, np.bool_))


def by_rows(state: State) -> State:
    """All steps over rows, by the engine's dice, its meter and its leaders' quantal response."""
    heat, war, all_open = state.heat, state.war, np.ones((len(POINTS), len(state.seed)), np.bool_)
    for choosing, coming, running in KEYS:
        level = logistic(BASE + heat) / 100.0
        values = POINTS[:, None] + HARD[:, None] * state.firm - IMPULSE[:, None] * (level * 4.0)
        choice = quantal(values, all_open, SHARPNESS, dice.uniform(state.seed, choosing))
        heat = heat + GAIN * IMPULSE.take(choice) * ~war
        level = logistic(BASE + heat) / 100.0
        chance = np.rint((1.0 - np.exp(-RATE * np.exp(GROWTH * level))) * 1e9) / 1e9
        risk = DANGER * np.exp(STEEP * (level * 100.0 - 90.0)) * state.brittle
        lost = np.rint((1.0 - np.exp(-risk)) * 1e9) / 1e9
        comes = dice.uniform(state.seed, coming) < chance
        war = war | (comes & (dice.uniform(state.seed, running) < lost))
    return State(state.seed, heat, state.firm, state.brittle, war)


def main() -> Iterator[Figure]:
    """Both forms, checked to come to the same."""
    if find_spec("numba") is None:
        print("the step as a compiled loop: left out, the package numba is not installed")
        return
    state, loop = begin(COUNT), _loop(import_module("numba"))
    rows = by_rows(state)
    heat, war = loop(*_given(state))
    assert (war == rows.war).all() and float(np.abs(heat - rows.heat).max()) < 1e-9
    slow, quick = seconds(lambda: by_rows(state), 5), seconds(lambda: loop(*_given(state)), 5)
    decisions = COUNT * STEPS / 1e6
    yield Figure("reduced crisis, rows", decisions / slow, "M decisions/s")
    yield Figure("reduced crisis, compiled loop", decisions / quick, "M decisions/s")
    yield Figure("reduced crisis, compiled loop: times as fast", slow / quick, "x")


def _given(state: State) -> tuple[Row, ...]:
    return state.seed, state.heat, state.firm, state.brittle, KEYS


def _loop(numba: Any) -> Callable[..., tuple[Row, Row]]:
    """The plain functions below, compiled."""
    for part in (_draw, _nano, _meter, _value, _choose):
        numba.extending.register_jitable(part)
    compiled: Callable[..., tuple[Row, Row]] = numba.njit(_run)
    return compiled


def _draw(seed: np.uint64, key: np.uint64) -> float:
    mixed = seed ^ key
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed = (mixed ^ (mixed >> np.uint64(31))) + np.uint64(0x9E3779B97F4A7C15)
    mixed = mixed * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0x94D049BB133111EB)
    return float(mixed >> np.uint64(11)) * (1.0 / (1 << 53))


def _nano(number: float) -> float:
    return round(number * 1e9) / 1e9


def _meter(heat: float) -> float:
    return round(1e11 / (1.0 + math.exp(-(BASE + heat)))) / 1e9 / 100.0


def _value(place: int, level: float, firm: float) -> float:
    return float(POINTS[place] + HARD[place] * firm - IMPULSE[place] * (level * 4.0))


def _choose(level: float, firm: float, luck: float, weights: Row) -> int:
    """The quantal response of one world; weights is room for its sums, so that nothing is made anew."""
    best, total, place = -1e300, 0.0, 0
    for index in range(len(POINTS)):
        weights[index] = _value(index, level, firm)
        best = max(best, weights[index])
    for index in range(len(POINTS)):
        total += _nano(math.exp((weights[index] - best) * SHARPNESS))
        weights[index] = total
    while place < len(POINTS) - 1 and weights[place] <= luck * total:
        place += 1
    return place


def _run(seed: Row, heat: Row, firm: Row, brittle: Row, keys: Row) -> tuple[Row, Row]:
    """All steps of one world, then the next world."""
    heat, war, room = heat.copy(), np.zeros(len(seed), np.bool_), np.empty(len(POINTS))
    for world in range(len(seed)):
        for step in range(len(keys)):
            choice = _choose(_meter(heat[world]), firm[world], _draw(seed[world], keys[step, 0]), room)
            if not war[world]:
                heat[world] += GAIN * IMPULSE[choice]
            level = _meter(heat[world])
            if _draw(seed[world], keys[step, 1]) < _nano(1.0 - math.exp(-RATE * math.exp(GROWTH * level))):
                risk = DANGER * math.exp(STEEP * (level * 100.0 - 90.0)) * brittle[world]
                war[world] |= _draw(seed[world], keys[step, 2]) < _nano(1.0 - math.exp(-risk))
    return heat, war
