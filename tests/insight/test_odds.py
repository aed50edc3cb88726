"""Odds are honest: the same on any split, nothing between equal choices, errors that are what they say."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from game.insight.odds import Asked, odds, task
from game.insight.roads import FREE, HISTORY, READINGS, fork, reached, spread, tallied
from game.insight.tally import RANKS, ranks
from game.model.scenario import Scenario
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

CHARLIE = "checkpoint-charlie-1961"


@pytest.fixture(scope="module")
def charlie() -> Scenario:
    return load(CHARLIE)


def first_decision(scenario: Scenario) -> str:
    return min(scenario.decisions, key=lambda name: scenario.decisions[name].at)


@pytest.mark.parametrize("reading", READINGS)
def test_parts_add_up_to_the_whole(charlie: Scenario, reading: str) -> None:
    """Two tasks of half the worlds give the sums of one task, so that any number of processes give the same odds."""
    asked = Asked(CHARLIE, first_decision(charlie), reading)
    whole, halves = task(asked, 1, 300), task(asked, 1, 150) + task(asked, 151, 150)
    assert np.array_equal(whole.ended, halves.ended)
    assert np.allclose(whole.met, halves.met, atol=1e-9)
    assert np.array_equal(whole.fan, halves.fan)


def test_two_equal_choices_differ_by_exactly_nothing(charlie: Scenario) -> None:
    """A choice that does the same as another has the same worlds, so their difference is nought without error."""
    name = first_decision(charlie)
    told = charlie.decisions[name]
    first = next(iter(told.choices))
    twin = replace(told, choices={**told.choices, "twin": told.choices[first]})
    scenario = replace(charlie, decisions={**charlie.decisions, name: twin})
    tables = compile_scenario(scenario)
    at = fork(scenario, tables, name, HISTORY)
    sums = tallied(at, reached(scenario, at, 200))
    one, two = at.choices.index(first), at.choices.index("twin")
    assert np.array_equal(sums.ended[one], sums.ended[two])
    assert np.array_equal(sums.met[:, one, two], sums.met[:, two, one])
    assert sums.lost[one, two] == sums.lost[two, one] == sums.war[one, two]


def test_an_executor_gives_the_same_figures(charlie: Scenario) -> None:
    asked = Asked(CHARLIE, first_decision(charlie), FREE, worlds=2_400)
    alone = odds(asked)
    with ThreadPoolExecutor(2) as pool:
        together = odds(asked, executor=pool)
    assert alone.figures == together.figures
    assert alone.gaps == together.gaps


def test_the_reported_error_is_the_spread_of_repeated_runs(charlie: Scenario) -> None:
    """Twenty runs on other seeds scatter by what each says of itself, within the luck of so few."""
    asked = Asked(CHARLIE, first_decision(charlie), HISTORY, worlds=100)
    figures = [odds(replace(asked, seed=1 + 1_000 * run)).figures[0].aims[0] for run in range(20)]
    spread_ = float(np.std([one.share for one in figures], ddof=1))
    said = float(np.mean([one.error for one in figures]))
    assert 0.6 < spread_ / said < 1.5


def test_brittleness_falls_evenly_into_its_slices(charlie: Scenario) -> None:
    tables = compile_scenario(charlie)
    at = fork(charlie, tables, first_decision(charlie), FREE)
    counts = np.bincount(ranks(tables, reached(charlie, at, 8_000)["brittle"]), minlength=RANKS)
    assert counts.min() > 0.6 * counts.mean()
    assert counts.max() < 1.5 * counts.mean()


def test_one_world_spread_keeps_its_past_and_gets_its_own_luck(charlie: Scenario) -> None:
    tables = compile_scenario(charlie)
    at = fork(charlie, tables, first_decision(charlie), FREE)
    one = reached(charlie, at, 1)
    many = spread(tables, one, 50)
    assert len(set(many["seed"].tolist())) == 50
    assert len(set(many["brittle"].tolist())) > 40
    assert (many["fast"] == one["fast"][0]).all()


def test_what_is_no_decision_has_no_odds(charlie: Scenario) -> None:
    with pytest.raises(KeyError):
        fork(charlie, compile_scenario(charlie), "no-such-thing", FREE)
    with pytest.raises(ValueError, match="friedrichstrasse"):
        fork(charlie, compile_scenario(charlie), "friedrichstrasse", FREE)
