"""What simple lines in the standoff bring a person: pushing a little and then asking beats pushing alone."""

from __future__ import annotations

from functools import cache

import pytest

from benchmarks.standoff import SCENARIO, leaders_of, rules, standoff_of
from benchmarks.standoff_aims import Fared, Line, fare
from game.model.tables import Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

WORLDS = 400


@cache
def tables() -> Tables:
    """Checkpoint Charlie, compiled once."""
    return compile_scenario(load(SCENARIO))


def fared(name: str, side: int) -> Fared:
    """How a line fares for a side against the other side's leader."""
    told, leaders = tables(), leaders_of(tables())
    line = Line(rules(standoff_of(told))[name], leaders[side])
    return fare(told, (line, leaders[1]) if side == 0 else (leaders[0], line), side, WORLDS)


@pytest.mark.parametrize("side", [0, 1])
def test_climbing_alone_meets_fewer_aims_than_climbing_once_and_asking(side: int) -> None:
    climb, mixed = fared("climb", side), fared("mixed", side)
    assert mixed.aims > climb.aims + 0.3
    assert climb.lost > 3 * mixed.lost


@pytest.mark.parametrize("side", [0, 1])
def test_whoever_climbs_to_the_top_alone_loses_control_in_every_tenth_night_or_more(side: int) -> None:
    assert fared("climb", side).lost > 0.10
