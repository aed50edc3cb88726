"""Odds of a game's own decisions: from the very world, in the background, and at an end when nobody looks."""

from __future__ import annotations

from threading import Event
from threading import enumerate as threads

import pytest

from game.model.scenario import Scenario
from game.play.game import Game
from game.play.odds import Reckoning, fork_now, forks
from game.problems import MoveError

PATIENCE = 60
PARTS = (60, 40)


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parts of a few worlds, which are enough to see how they come."""
    monkeypatch.setattr("game.play.odds.PARTS", PARTS)


def played(charlie: Scenario) -> Game:
    """A night to its end, Washington giving the first open order each time."""
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 7)
    while game.asked:
        game.choose(game.asked.open[0].id)
    return game


def test_every_decision_of_a_game_can_be_asked_about_in_order(charlie: Scenario) -> None:
    found = forks(played(charlie))
    assert [one.entry for one in found][:1] == ["escort"]
    assert all(one.chosen in charlie.decisions[one.entry].choices for one in found)
    assert [one.minute for one in found] == sorted(one.minute for one in found)


def test_odds_start_from_the_very_world_and_from_no_other(charlie: Scenario) -> None:
    """The same night has the same odds; another, with other secrets, has others."""
    one = played(charlie)
    fork = forks(one)[0]
    reckoning, again = Reckoning(one, fork), Reckoning(one, fork)
    reckoning.start()
    again.start()
    assert reckoning.found["free"].figures == again.found["free"].figures
    calm = Game.start(charlie, {"usa": "person", "ussr": "history"}, 8)
    other = Reckoning(calm, fork_now(calm))
    other.start()
    assert other.found["free"].figures != reckoning.found["free"].figures


def test_a_choice_that_was_closed_then_has_no_odds(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 7)
    assert game.asked
    open_ = {option.id for option in game.asked.open}
    reckoning = Reckoning(game, fork_now(game))
    reckoning.start()
    assert {one.choice for one in reckoning.found["history"].figures if one.worlds} == open_


def test_without_anybody_to_wake_parts_come_when_they_are_asked_for(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 7)
    reckoning = Reckoning(game, fork_now(game))
    reckoning.start()
    assert (reckoning.worlds, reckoning.done) == (PARTS[0], False)
    reckoning.more()
    assert (reckoning.worlds, reckoning.done) == (sum(PARTS), True)


def test_in_the_background_somebody_is_woken_as_figures_come(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 7)
    woken, finished = [0], Event()

    def wake() -> None:
        woken[0] += 1
        if reckoning.done:
            finished.set()

    reckoning = Reckoning(game, fork_now(game), wake)
    reckoning.start()
    assert finished.wait(PATIENCE)
    assert (woken[0], reckoning.worlds) == (2 * len(PARTS), sum(PARTS))


def test_a_reckoning_that_nobody_looks_at_ends_and_wakes_nobody(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 7)
    calls: list[int] = []
    reckoning = Reckoning(game, fork_now(game), lambda: calls.append(1))
    reckoning.stop()
    reckoning.start()
    for thread in threads():
        if thread.name == "odds":
            thread.join(PATIENCE)
            assert not thread.is_alive()
    assert calls == [] and not reckoning.found


def test_where_no_decision_is_asked_there_are_no_odds(charlie: Scenario) -> None:
    with pytest.raises(MoveError):
        fork_now(played(charlie))
