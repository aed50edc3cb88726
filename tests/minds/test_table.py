"""The leader at the table: it knows only what its side may know, answers alone as in a batch, and has four levels."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.holds import mask
from game.engine.standoff import CLIMB
from game.engine.worlds import Worlds
from game.insight.many import play
from game.minds.leader import LeaderMind
from game.minds.roster import make, seat
from game.minds.sight import sight
from game.minds.table import LEVELS, LeaderAtTable, Level
from tests.engine.standoff_sample import ask, opened, tables
from tests.minds.table_sample import KINDS, Question, compiled, otherwise, question
from tests.minds.test_duel import leader

GAMES = 250
SMALL_CRISIS = "testing-1961"


def answers(told: Question, worlds: Worlds) -> tuple[list[int], list[int]]:
    choice, tool = told.mind().choose(told.tables, sight(told.tables, worlds, told.side), told.asked, told.side)
    return choice.tolist(), tool.tolist()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=3)
@given(luck=st.integers(0, 2**32 - 1))
def test_two_worlds_that_differ_only_in_what_a_side_cannot_see_get_the_same_answer(kind: str, luck: int) -> None:
    """Whatever the question: decision, round, reply, alarm or accident; choice and instrument both."""
    told = question(kind)
    other = otherwise(told.tables, told.worlds, told.side, np.random.default_rng(luck))
    assert answers(told, other) == answers(told, told.worlds)


def test_what_a_side_can_see_does_change_its_answer_somewhere() -> None:
    """The test above would pass for a mind that looks at nothing: this one would not."""
    told = question("move")
    own = ("usa", "ussr")[told.side]
    many = Worlds({name: np.tile(told.worlds[name], 6) for name in told.worlds})
    sure = {f"thinks/{own}": 0.9, f"audience/{own}": 0.4, "fast": 2.0}
    changed = Worlds({**many.rows, **{name: np.full(many.count, value) for name, value in sure.items()}})
    asked = told.asked.part(np.tile(np.arange(told.worlds.count), 6))
    plain, moved = (
        told.mind().ponder(told.tables, sight(told.tables, worlds, told.side), asked, told.side).worth
        for worlds in (many, changed)
    )
    assert not np.array_equal(plain, moved)


@pytest.mark.parametrize("kind", KINDS)
def test_it_answers_alone_as_it_does_in_a_batch(kind: str) -> None:
    told = question(kind)
    together = answers(told, told.worlds)
    for place in range(told.worlds.count):
        at = np.array([place])
        one = Question(
            told.tables,
            told.scenario,
            Worlds({name: told.worlds[name][at] for name in told.worlds}),
            told.asked.part(at),
            told.side,
        )
        assert answers(one, one.worlds) == ([together[0][place]], [together[1][place]])


@pytest.mark.parametrize("kind", KINDS)
def test_it_takes_only_what_is_open(kind: str) -> None:
    told = question(kind)
    choice, tool = answers(told, told.worlds)
    for place, (one, used) in enumerate(zip(choice, tool, strict=True)):
        assert told.asked.open[told.side][one, place]
        assert used < 0 or told.asked.tools[told.side][used, place]


def test_a_thought_ends_in_what_was_chosen_and_weighs_every_open_choice() -> None:
    told = question("move")
    thought = told.mind().ponder(told.tables, sight(told.tables, told.worlds, told.side), told.asked, told.side)
    assert [row.tolist() for row in thought.taken] == [*answers(told, told.worlds)]
    open_ = told.asked.open[told.side]
    assert ((thought.worth[: thought.choices] > -np.inf) == open_).all()


@cache
def aims(level: str, side: int) -> float:
    """The share of its aims that a leader meets at a level against the other side's model, the same luck for all."""
    scenario, told = compiled(SMALL_CRISIS)
    own = seat("leader" if level == "standard" else f"leader:{level}", scenario, told, side)
    other = make("leader", scenario, told, 1 - side)
    worlds = play(told, GAMES, (own, other) if side == 0 else (other, own))
    return float(np.mean([mask(told, worlds.rows, when) for _, when in told.sides[side].aims]))


def test_the_four_levels_rise_from_forgiving_to_ruthless() -> None:
    """On 250 paired games a side: a clear step up to looking ahead, then smaller ones for looking with more care."""
    mean = {level.id: 0.5 * (aims(level.id, 0) + aims(level.id, 1)) for level in LEVELS}
    assert mean["standard"] > mean["forgiving"] + 0.08
    assert mean["standard"] < mean["hard"] < mean["ruthless"]
    assert mean["ruthless"] > mean["standard"] + 0.02


def climbs(bluff: float, thinks: float) -> float:
    """How often a leader who would not see it through climbs, by its taste for bluff and its belief about the other."""
    told = tables()
    worlds = opened(told, 600, resolute_usa=False, height_usa=1, height_ussr=1, thinks_usa=thinks)
    asked = ask(told, worlds, "round", 3)
    assert asked is not None
    bluffer = LeaderMind(leader(bluff=bluff), 0, told)
    mind = LeaderAtTable(bluffer, LeaderMind(leader(), 1, told), Level("first", 1.0))
    choice, _ = mind.choose(told, sight(told, worlds, 0), asked, 0)
    return float((choice == CLIMB).mean())


def test_a_bluffer_threatens_more_and_most_where_it_believes_the_other_weak() -> None:
    """High bluff adds climbs, and adds more of them against a side that is thought weak than against a firm one."""
    weak, firm = 0.1, 0.9
    assert climbs(95, weak) > climbs(5, weak) + 0.1
    assert climbs(95, weak) - climbs(5, weak) > climbs(95, firm) - climbs(5, firm) + 0.05
