"""What the tests of views share: scenarios read once, and a desk in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.model.scenario import Scenario
from game.play.saves import Saves
from game.scenario.catalogue import load
from game.views.desk import Desk

_KEPT: dict[str, Scenario] = {}


def kept(name: str) -> Scenario:
    """A scenario, read once for all tests."""
    if name not in _KEPT:
        _KEPT[name] = load(name)
    return _KEPT[name]


@pytest.fixture(scope="session")
def charlie() -> Scenario:
    return kept("checkpoint-charlie-1961")


@pytest.fixture(scope="session")
def hungary() -> Scenario:
    return kept("hungary-1956")


@pytest.fixture
def desk_in(tmp_path: Path) -> Callable[[], Desk]:
    """Gives a desk on the same saves each time, as a game that is started again."""
    return lambda: Desk(Saves(tmp_path / "saves"), lambda: 7, kept)


@pytest.fixture
def desk(desk_in: Callable[[], Desk]) -> Desk:
    return desk_in()
