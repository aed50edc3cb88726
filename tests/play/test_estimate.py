"""The staff's estimate: odds in words, a band that only grows with danger, and the game's own clock."""

from __future__ import annotations

import pytest

from game.engine.single import changed
from game.model.scenario import Scenario
from game.play.estimate import Band, clock_seconds, next_day, odds, standoff_outlook
from game.play.game import Game
from game.play.knowledge import Knowledge


@pytest.mark.parametrize(
    ("chance", "told"),
    [
        (0.6, "more than 1 in 2"),
        (0.5, "1 in 2"),
        (0.111, "1 in 9"),
        (1 / 61, "1 in 61"),
        (1 / 623, "1 in 620"),
        (1 / 4321, "1 in 4,300"),
        (0.0, "under 1 in 10,000"),
    ],
)
def test_a_chance_is_told_as_odds_to_two_figures(chance: float, told: str) -> None:
    assert odds(chance) == told


def test_a_band_leads_with_its_middle_and_is_told_once_where_both_ends_read_the_same() -> None:
    assert Band(0.111, 0.1115, 0.112).spread() == "1 in 9"
    assert Band(1 / 60, 1 / 20, 1 / 9).spread() == "between 1 in 60 and 1 in 9"
    assert Band(1 / 60, 1 / 20, 1 / 9).words() == "about 1 in 20"
    assert Band(0.0, 0.00001, 0.1).words() == "under 1 in 10,000"


def test_the_clock_runs_out_as_tension_fills() -> None:
    assert [clock_seconds(tension) for tension in (0, 75, 91, 100)] == [720, 78, 15, 0]


def test_more_tension_and_more_readiness_never_make_it_safer(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    calm = next_day(Knowledge(game, "usa"))
    for row, value in (("fast", 3.0), ("ready/ussr", 0.9)):
        worse = next_day(Knowledge(game, "usa", changed(game.worlds, row, value)))
        assert worse.low >= calm.low and worse.high > calm.high


def test_how_brittle_the_world_is_stays_unknown(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    other = changed(game.worlds, "brittle", 9.0)
    assert next_day(Knowledge(game, "usa")) == next_day(Knowledge(game, "usa", other))


def test_stepping_back_costs_more_one_rung_higher(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    game.choose("escorted")
    assert game.asked is not None
    ahead = standoff_outlook(Knowledge(game, "usa"), game.asked.entry, game.asked.round)
    assert 0 < ahead.back < ahead.back_higher
    assert ahead.stay[0] < ahead.stay[2] <= ahead.climb[2]
