"""The band of war holds the true value as often as it says, whatever shape risk has over brittleness."""

from __future__ import annotations

from dataclasses import replace
from statistics import NormalDist

import numpy as np
import pytest

from game.engine.worlds import Worlds
from game.insight.odds import Asked, forked, odds
from game.insight.odds_band import AT, band
from game.insight.roads import HISTORY, reached, tallied
from game.insight.tally import RANKS
from game.model.bundle import Row

CHARLIE = "checkpoint-charlie-1961"
SD = 1.5
#: Sums of risk that worlds meet, and the share of them that force brings to war at any brittleness.
SHAPES = {
    "small risks and many": (np.random.default_rng(9).gamma(0.7, 0.017, 4_000), 0.0005),
    "orders more than accidents": (np.random.default_rng(9).gamma(0.5, 0.004, 4_000), 0.02),
    "war is likely": (np.random.default_rng(9).gamma(2.0, 0.3, 4_000), 0.01),
}
RUNS, WORLDS = 30, 4_000


def burning(shape: str, ranks: Row) -> Row:
    """The chance of war at ranks of brittleness (0-1)."""
    risks, force = SHAPES[shape]
    brittle = np.exp(SD * np.array([NormalDist().inv_cdf(rank) for rank in ranks]))
    return 1.0 - (1.0 - force) * np.array([np.exp(-one * risks).mean() for one in brittle])


@pytest.mark.parametrize("shape", SHAPES)
def test_the_band_holds_the_true_value_as_often_as_it_says(shape: str) -> None:
    """Two standard errors should hold it 19 times in 20. Of 90 looks (30 runs, three ranks that are not independent) at
    least 75 must; and what is printed as error is neither half nor double the true spread.
    """
    luck, true = np.random.default_rng(4), burning(shape, np.array(AT))
    fine = burning(shape, (np.arange(400) + 0.5) / 400)
    bands = []
    for _ in range(RUNS):
        rank = luck.random(WORLDS)
        lost = luck.random(WORLDS) < fine[(rank * 400).astype(int)]
        places = (rank * RANKS).astype(int)
        bands.append(band(np.bincount(places, minlength=RANKS), np.bincount(places[lost], minlength=RANKS), SD))
    found, errors = np.array([one[0] for one in bands]), np.array([one[1] for one in bands])
    assert (abs(found - true) <= 2 * errors).sum() >= 75
    off = np.sqrt(((found - true) ** 2).mean(axis=0))
    assert (off < 1.7 * errors.mean(axis=0)).all()
    assert (off[1:] > 0.5 * errors.mean(axis=0)[1:]).all()


def test_where_no_war_came_the_error_allows_three() -> None:
    """No war in n worlds leaves room, 19 times in 20, for up to three in n; so does twice the error."""
    worlds = np.full(RANKS, 250)
    found, errors = band(worlds, np.zeros(RANKS, np.int64), SD)
    assert (found == 0).all()
    assert (2 * errors >= 3 / worlds.sum()).all()


def test_the_band_rises_with_brittleness_and_its_middle_part_is_the_share() -> None:
    """A curve that can only rise; averaged over all slices it gives back the wars that were counted."""
    worlds, wars = np.full(RANKS, 100), np.arange(RANKS)
    found, _ = band(worlds, wars, SD)
    assert found[0] <= found[1] <= found[2]
    assert abs(found[1] - 0.2) < 0.05


def test_a_real_night_has_the_band_of_worlds_that_are_all_so_brittle() -> None:
    """At Checkpoint Charlie, worlds that are put exactly at a rank burn as often as the band of mixed worlds says."""
    asked = Asked(CHARLIE, "escort", HISTORY, worlds=800)
    scenario, at = forked(asked)
    worlds = reached(scenario, at, 4_000, 900_000)
    true = []
    for rank in AT:
        brittle = np.full(worlds.count, np.exp(SD * NormalDist().inv_cdf(rank)))
        sums = tallied(replace(at, choices=at.choices), Worlds({**worlds.rows, "brittle": brittle}))
        true.append(sums.war[0, 0] / sums.both[0, 0])
    runs = [odds(replace(asked, seed=1 + 1_000 * run)).figures[0] for run in range(12)]
    held = [abs(one.war[place] - true[place]) <= 2 * one.war_errors[place] for one in runs for place in range(len(AT))]
    assert sum(held) >= 30
