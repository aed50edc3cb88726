"""The price of stepping back that a screen shows is what standing at home then loses."""

from __future__ import annotations

import pytest

from game.engine.single import changed
from game.model.scenario import Scenario
from game.play.estimate import standoff_outlook
from game.play.game import Game, Played
from game.play.knowledge import Knowledge


def test_the_price_shown_is_paid_to_the_tenth(charlie: Scenario) -> None:
    """Washington steps back alone in the third round; its standing falls by what it read before."""
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    game.choose("escorted")
    while game.asked is not None and game.asked.round < 2:
        game.choose("hold")
    assert game.asked is not None
    game.worlds = changed(game.worlds, "meter/kennedy-home", 70.0)
    shown = standoff_outlook(Knowledge(game, "usa"), game.asked.entry, game.asked.round).back
    game.follow({"usa": Played("back"), "ussr": Played("hold")})
    game.follow({"ussr": Played("stand")})
    paid = 70.0 - float(game.worlds["meter/kennedy-home"][0])
    assert paid == pytest.approx(shown, abs=0.1)


def test_one_rung_higher_and_a_round_later_is_dearer_and_says_who_will_know(charlie: Scenario) -> None:
    game = Game.start(charlie, {"usa": "person", "ussr": "history"}, 1)
    game.choose("escorted")
    assert game.asked is not None
    ahead = standoff_outlook(Knowledge(game, "usa"), game.asked.entry, game.asked.round)
    assert ahead.back_higher > ahead.back and ahead.higher_exposure >= ahead.exposure
