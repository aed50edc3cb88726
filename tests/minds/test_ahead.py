"""Looking ahead: equal ways are worth exactly the same, war costs what it says, and the parts add up."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine.worlds import Worlds
from game.minds.ahead import AIMS, HEAT, WAR, Look, Ways, feared, outlook, parts, worth
from game.minds.ahead import _points as points_of
from game.minds.sight import sight
from tests.minds.table_sample import Question, question

PICTURES = 6


def look(told: Question, pictures: int = PICTURES) -> Look:
    mind = told.mind()
    minds = (mind.model, mind.rival) if told.side == 0 else (mind.rival, mind.model)
    return Look(told.tables, told.asked, told.side, mind.model.profile, minds, pictures)


def ahead(told: Question, choices: list[int]) -> np.ndarray:
    """The parts of these choices without an instrument, (parts, ways, worlds)."""
    count = told.worlds.count
    choice = np.repeat(np.array(choices, np.int8)[:, None], count, axis=1)
    ways = Ways(choice, np.full_like(choice, -1))
    seen = sight(told.tables, told.worlds, told.side)
    return outlook(look(told), seen, ways, told.worlds["seed"] / 1000.0)


def test_two_equal_ways_differ_by_exactly_nothing() -> None:
    """The pictures of one way share their luck with those of the other."""
    found = ahead(question("move"), [0, 0])
    assert np.array_equal(found[:, 0], found[:, 1])


def test_other_choices_lead_elsewhere() -> None:
    found = ahead(question("move"), [0, 1])
    assert not np.array_equal(found[:, 0], found[:, 1])


def test_worth_is_the_sum_of_named_parts_within_their_bounds() -> None:
    told = question("round")
    found, names = ahead(told, [0, 1]), parts(told.tables, told.side)
    assert len(names) == len(found)
    assert worth(found) == pytest.approx(found.sum(axis=0))
    most = AIMS / len(told.tables.sides[told.side].aims)
    for name, rows in zip(names, found, strict=True):
        if name.startswith("aim/"):
            assert (rows >= 0).all() and (rows <= most).all()
        if name in ("war", "tension"):
            assert (rows <= 0).all()


def test_a_world_that_ended_in_war_costs_what_war_costs_this_leader() -> None:
    """60 points, times a half and the leader's caution: Kennedy, 80 of 100, minds it by 78."""
    told = question("move")
    ended = Worlds({**told.worlds.rows, "ending": np.full(told.worlds.count, told.tables.wars[0], np.int8)})
    names = parts(told.tables, told.side)
    calm, war = (points_of(look(told), worlds)[names.index("war")] for worlds in (told.worlds, ended))
    caution = told.mind().model.profile.nuke
    assert (calm == 0).all() and war == pytest.approx(-WAR * (0.5 + caution / 100.0))
    assert feared(told.mind().model.profile) == pytest.approx(0.5 + caution / 100.0)


def test_tension_at_the_end_costs_by_its_square() -> None:
    told = question("move")
    names = parts(told.tables, told.side)
    hot = Worlds({**told.worlds.rows, "fast": np.full(told.worlds.count, 9.0)})
    found = points_of(look(told), hot)[names.index("tension")]
    assert found == pytest.approx(-HEAT * feared(told.mind().model.profile), rel=0.02)


def test_one_worlds_outlook_does_not_hang_on_its_neighbours() -> None:
    told = question("move")
    together = ahead(told, [0, 1])
    at = np.array([1])
    alone = Question(
        told.tables,
        told.scenario,
        Worlds({name: told.worlds[name][at] for name in told.worlds}),
        told.asked.part(at),
        told.side,
    )
    assert np.array_equal(ahead(alone, [0, 1])[:, :, 0], together[:, :, 1])
