"""What the tests of play share: the two scenarios, read once, and a way to play on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from game.model.scenario import Scenario
from game.play.game import Game
from game.scenario.catalogue import load


@pytest.fixture(scope="session")
def charlie() -> Scenario:
    return load("checkpoint-charlie-1961")


@pytest.fixture(scope="session")
def hungary() -> Scenario:
    return load("hungary-1956")


@pytest.fixture
def play_on() -> Callable[[Game, int], Game]:
    """Gives the first open order again and again, so many times or to the end."""

    def on(game: Game, count: int = 1_000) -> Game:
        for _ in range(count):
            if game.asked is None:
                break
            game.choose(game.asked.open[0].id)
        return game

    return on
