"""The same orders in another world: as they were where nothing is assumed, and told where they no longer fit."""

from __future__ import annotations

import pytest

from game.insight.causes import PLAIN
from game.insight.schools import cast_of
from game.model.scenario import Scenario
from game.play.game import Game
from game.play.schools import Key, _played, again, named, orders, peak


@pytest.fixture(scope="module")
def played(charlie: Scenario) -> Game:
    """Washington sends the escort and holds to dawn, against Khrushchev at the quick level."""
    game = Game.start(charlie, {"usa": "person", "ussr": "leader:quick"}, 5)
    while game.asked is not None:
        game.choose(game.asked.open[0].id)
    return game


def test_under_the_models_own_premises_the_game_is_the_same(played: Game) -> None:
    told = again(played, PLAIN)
    assert told.game.worlds.digest() == played.worlds.digest()
    assert (told.kept, told.misfits, told.unasked, told.own) == (len(orders(played)), (), (), 0)
    assert told.peak == peak(played)


@pytest.mark.parametrize("school", ["orthodox", "revisionist", "post-revisionist"])
def test_under_a_school_each_order_is_kept_closed_or_never_asked_for(played: Game, school: str) -> None:
    told = again(played, cast_of(school))
    assert told.game.over
    assert told.kept + len(told.misfits) + len(told.unasked) == len(orders(played))


def test_an_order_that_is_closed_is_named_and_a_leader_answers(played: Game) -> None:
    """An order that nobody can give stands for one that is closed; the game goes on to its end all the same."""
    given = orders(played)
    first: Key = next(iter(given))
    twin = Game(played.scenario, played.tables, played.players, played.seed)
    twin.seats.minds["usa"] = PLAIN.mind("leader", played.scenario, played.tables, 0)
    told = _played(twin, {**given, first: type(given[first])("no-such-choice")})
    assert told.misfits == (first,)
    assert told.game.over
    assert named(played, first) == played.scenario.decisions[first[0]].title.rstrip(".")
