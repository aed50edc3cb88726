"""Three strategies of one rule each do what their names say, wherever they are asked."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from game.engine.prompts import Moves, Prompt
from game.engine.standoff_scene import BACK, CLIMB
from game.engine.step import start
from game.engine.worlds import SIDES, Worlds
from game.insight.many import play, seeds, shares
from game.minds.mind import Mind
from game.minds.roster import make, names, seats
from game.minds.sight import sight
from game.minds.simple import SIMPLE, firmness, force, last_act
from game.minds.walk import walk
from game.model.scenario import Scenario
from game.model.tables import DecisionTable, Stage, Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

GAMES = 60
Seen = list[tuple[Stage, Worlds, Prompt, Moves]]


@cache
def opened(which: str) -> tuple[Scenario, Tables]:
    scenario = load(which)
    return scenario, compile_scenario(scenario)


def questions(which: str, usa: str, ussr: str, count: int = GAMES) -> tuple[Tables, Seen]:
    """Every question of some games between two minds, with what was answered."""
    scenario, tables = opened(which)
    minds: tuple[Mind, Mind] = make(usa, scenario, tables, 0), make(ussr, scenario, tables, 1)
    seen: Seen = []

    def watch(stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        if asked is not None:
            seen.append((stage, worlds, asked, moves))

    walk(tables, start(tables, seeds(count)), minds, watch=watch)
    return tables, seen


@pytest.mark.parametrize(("name", "sign"), [("climb", 1.0), ("yield", -1.0)])
def test_the_climber_takes_the_firmest_open_choice_and_the_yielder_the_softest(name: str, sign: float) -> None:
    """In Hungary, at every decision of Moscow's and in every world, no open choice goes further its way."""
    tables, seen = questions("hungary-1956", "chance", name)
    asked_at_all = 0
    for stage, _, asked, moves in seen:
        what = tables.entries[stage.entry].what
        if stage.kind != "move" or not isinstance(what, DecisionTable) or what.side != 1:
            continue
        here, values = asked.asked[1], sign * firmness(what)
        best = np.where(asked.open[1][:, here], values[:, None], -np.inf).max(axis=0)
        assert np.allclose(values[moves.choice[1][here]], best)
        asked_at_all += 1
    assert asked_at_all > 3


def test_on_the_ladder_the_climber_climbs_and_the_yielder_steps_back() -> None:
    """At Checkpoint Charlie one side only climbs while it can, the other goes back as soon as it may."""
    _, seen = questions("checkpoint-charlie-1961", "climb", "yield")
    rounds = [(asked, moves) for stage, _, asked, moves in seen if stage.kind == "round"]
    assert rounds
    for asked, moves in rounds:
        up, down = asked.open[0][CLIMB], asked.open[1][BACK]
        assert (moves.choice[0][up] == CLIMB).all()
        assert (moves.choice[1][down] == BACK).all()


def test_two_climbers_meet_war_oftener_than_two_who_yield() -> None:
    scenario, tables = opened("checkpoint-charlie-1961")
    shared = {
        name: shares(tables, play(tables, 400, (make(name, scenario, tables, 0), make(name, scenario, tables, 1))))
        for name in ("climb", "yield")
    }
    wars = {name: sum(told[tables.endings[index].id] for index in tables.wars) for name, told in shared.items()}
    assert wars["climb"] > wars["yield"]


def test_the_mirror_answers_hostile_acts_with_hostile_ones() -> None:
    """What it chooses is, among what is open, as near as can be to what the other was last seen to do."""
    tables, seen = questions("hungary-1956", "mirror", "climb")
    answered = 0
    for stage, worlds, asked, moves in seen:
        what = tables.entries[stage.entry].what
        if stage.kind == "move" and isinstance(what, DecisionTable) and what.side == 0:
            last = last_act(tables, sight(tables, worlds, 0), stage.entry, 1)
            away = np.abs(force(what)[:, None] - last)
            nearest = np.where(asked.open[0], away, np.inf).min(axis=0)
            taken = away[moves.choice[0], np.arange(worlds.count)]
            assert np.allclose(taken[asked.asked[0]], nearest[asked.asked[0]])
            answered += int((last[asked.asked[0]] != 0).sum())
    assert answered


def test_they_need_no_luck_and_no_instruments() -> None:
    """Asked twice they say the same, and their capital stays where it is."""
    for name in SIMPLE:
        first, again = (questions("checkpoint-charlie-1961", name, name, 20)[1] for _ in range(2))
        for (_, _, _, one), (_, _, _, two) in zip(first, again, strict=True):
            assert all((one.choice[side] == two.choice[side]).all() for side in (0, 1))
            assert all((one.tool[side] == -1).all() for side in (0, 1))


def test_they_can_sit_at_a_table_but_are_not_offered_to_players() -> None:
    scenario, tables = opened("checkpoint-charlie-1961")
    for side in range(len(SIDES)):
        assert not set(SIMPLE) & set(names(scenario, side))
        assert set(SIMPLE) <= set(seats(scenario, side))
        assert [make(name, scenario, tables, side).name for name in SIMPLE] == list(SIMPLE)
