"""How the proof of the minds counts: paired games, aims met, an interval."""

from __future__ import annotations

import numpy as np
import pytest

from benchmarks.proofs.minds import LONGEST_FIRST, MODEL, against_model, cell, crises, met, spread
from game.insight.patterns import Played
from game.scenario.catalogue import load


@pytest.fixture(scope="module")
def charlie() -> Played:
    """The shortest crisis."""
    return Played.of(load("checkpoint-charlie-1961"))


def test_a_mind_in_its_own_place_gains_exactly_nothing(charlie: Played) -> None:
    """The same seeds have the same luck, whoever is measured."""
    for side in (0, 1):
        found = cell(charlie, side, MODEL, against_model(charlie, side, MODEL, 40))
        assert (found.gain, found.low, found.high) == (0.0, 0.0, 0.0)
        assert found.aims == found.leader > 0


def test_the_interval_is_that_of_the_differences(charlie: Played) -> None:
    """Worked by hand: 1, 3, 5, 7 have mean 4 and a standard error of 1.291."""
    mean, half = spread(np.array([1.0, 3.0, 5.0, 7.0]))
    assert mean == 4.0
    assert half == pytest.approx(1.96 * 1.2910, abs=1e-3)


def test_a_war_meets_no_aim(charlie: Played) -> None:
    """Even an aim whose condition holds."""
    final = against_model(charlie, 0, "climb", 200)
    wars = np.isin(final["ending"], charlie.tables.wars)
    assert wars.any()
    assert not met(charlie.tables, final, 0)[wars].any()


def test_every_crisis_is_measured() -> None:
    """Interludes are not."""
    assert "cuba-1962" in crises()
    assert "vienna-1961" not in crises()
    assert sorted(LONGEST_FIRST) == sorted(crises())
