"""What earlier chapters bring is added to the first day, within bounds, and to nothing else."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.engine.step import start
from game.model.tables import Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

SEEDS = np.arange(3, dtype=np.uint64)


@pytest.fixture(scope="module")
def hungary() -> Tables:
    return compile_scenario(load("hungary-1956"))


def test_no_opening_is_the_first_day_as_it_was(hungary: Tables) -> None:
    assert start(replace(hungary, opening=()), SEEDS).digest() == start(hungary, SEEDS).digest()


def test_amounts_are_added_in_every_world_and_nothing_else_moves(hungary: Tables) -> None:
    moved = (("meter/nato", 5.0), ("slow", 0.25), ("thinks/usa", -0.1))
    before, after = start(hungary, SEEDS), start(replace(hungary, opening=moved), SEEDS)
    for name, amount in moved:
        assert after[name] == pytest.approx(before[name] + amount)
    same = set(before) - {name for name, _ in moved}
    assert all(np.array_equal(before[name], after[name]) for name in same)


@pytest.mark.parametrize(
    ("row", "amount", "most"),
    [
        ("meter/nato", 900.0, 100.0),
        ("meter/nato", -900.0, 0.0),
        ("thinks/ussr", 3.0, 0.98),
        ("relation/usa>ussr", -300.0, -100.0),
    ],
)
def test_nothing_leaves_its_bounds(hungary: Tables, row: str, amount: float, most: float) -> None:
    assert start(replace(hungary, opening=((row, amount),)), SEEDS)[row] == pytest.approx(most)


def test_flags_are_set_or_cleared(hungary: Tables) -> None:
    told = start(replace(hungary, opening=(("flag/unrest", 1.0),), set_first=frozenset({"unrest"})), SEEDS)
    assert told["flag/unrest"].all()
    told = start(replace(hungary, opening=(("flag/unrest", -1.0),), set_first=frozenset({"unrest"})), SEEDS)
    assert not told["flag/unrest"].any()
