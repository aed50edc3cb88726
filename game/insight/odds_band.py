"""War over brittleness: a smooth curve through the wars counted in slices of worlds, and its error.

A world that goes on without war meets risks whose sum h does not depend on how brittle it is, and survives them with
exp(-brittleness h), for every single risk is met so (engine/incidents.py). What force or orders bring comes at any
brittleness. So the share of worlds without war is a mixture of such curves and nothing else: its weights are fitted to
the counts by maximum likelihood (EM). All slices then speak about each rank, where two neighbouring slices alone would
hold a twentieth of the worlds; the errors are a half to a third of those.
"""

from __future__ import annotations

from functools import lru_cache
from statistics import NormalDist

import numpy as np

from game.insight.tally import RANKS
from game.model.bundle import Row

#: The ranks (of 1) between which the band lies, and its middle.
AT = (0.05, 0.5, 0.95)
#: Points inside a slice over which its curve is averaged.
INSIDE = 5
#: Sums of risk that a curve may stand for: none, a wide range, and more than any world survives.
RISKS = np.array([0.0, *np.geomspace(3e-4, 10.0, 20), np.inf])
#: Leaps of EM for the counts, and for each of the counts that are drawn anew.
STEPS, AGAIN, DRAWS = 60, 15, 50
#: Twice the error is never less than the three wars by which a count of none may well mislead.
UNSEEN = 1.5


def band(ranked: Row, warred: Row, sd: float) -> tuple[Row, Row]:
    """Share of wars at the ranks of AT and its standard errors, from worlds and wars by slice; sd is brittleness's.

    The error is how far fits to counts drawn anew from the fitted curve lie from it, and at least what UNSEEN more wars
    would have moved it.
    """
    total = int(ranked.sum())
    if not total:
        return np.zeros(len(AT)), np.ones(len(AT))
    inside, at = _survival(sd)
    weights = _fitted(inside, ranked[None], warred[None], _even(inside, float(warred.sum()) / total), STEPS)
    found, least = _lost(at, weights), UNSEEN / total * _most(inside, at)
    if not warred.any():
        return found[0], least
    wary = weights + np.eye(len(RISKS))[-1:] / total
    drawn = np.random.default_rng(1).binomial(ranked, _lost(inside, wary / wary.sum()), (DRAWS, RANKS))
    again = _fitted(inside, np.broadcast_to(ranked, drawn.shape), drawn, np.repeat(wary, DRAWS, axis=0), AGAIN)
    return found[0], np.maximum(np.sqrt(((_lost(at, again) - found) ** 2).mean(axis=0)), least)


@lru_cache(maxsize=8)
def _survival(sd: float) -> tuple[Row, Row]:
    """Chance to survive each sum of risks, in each slice (averaged inside it) and at each rank of AT."""
    middles = [(place + 0.5) / (RANKS * INSIDE) for place in range(RANKS * INSIDE)]
    brittle = np.exp(sd * np.array([NormalDist().inv_cdf(rank) for rank in (*middles, *AT)]))
    survive = np.exp(-brittle[:, None] * RISKS)
    return survive[: RANKS * INSIDE].reshape(RANKS, INSIDE, -1).mean(axis=1), survive[RANKS * INSIDE :]


def _most(inside: Row, at: Row) -> Row:
    """How many wars at each rank go with one war among all worlds, for the sum of risks by which they are most."""
    most: Row = ((1.0 - at[:, 1:]) / (1.0 - inside[:, 1:].mean(axis=0))).max(axis=1)
    return most


def _even(inside: Row, wars: float) -> Row:
    """Weights to begin with: as many wars by each risk, as many in all as there were; the other worlds meet none."""
    weights = np.append(0.0, wars / (len(RISKS) - 1) / (1.0 - inside[:, 1:].mean(axis=0)))
    weights[0] = max(1.0 - weights.sum(), 0.0)
    even: Row = (weights / weights.sum())[None]
    return even


def _lost(survive: Row, weights: Row) -> Row:
    """Chance of war in each slice, for each row of weights."""
    return np.clip(1.0 - weights @ survive.T, 0.0, 1.0)


def _fitted(survive: Row, ranked: Row, warred: Row, weights: Row, steps: int) -> Row:
    """Weights (fits, RISKS) under which the counts (fits, RANKS) are likeliest: EM in threes, of which the third leaps
    on to where the first two were going (Varadhan and Roland 2008).
    """
    for _ in range(steps):
        one = _step(survive, ranked, warred, weights)
        two = _step(survive, ranked, warred, one)
        went, turned = one - weights, two - 2 * one + weights
        length = np.sqrt((went**2).sum(axis=1) / np.maximum((turned**2).sum(axis=1), 1e-30))
        leap = np.clip(length, 1.0, 60.0)[:, None]
        far = np.maximum(weights + 2 * leap * went + leap**2 * turned, two * 1e-3)
        far = far / far.sum(axis=1, keepdims=True)
        better = _likely(survive, ranked, warred, far) >= _likely(survive, ranked, warred, two)
        weights = np.where(better[:, None], far, two)
    return weights


def _likely(survive: Row, ranked: Row, warred: Row, weights: Row) -> Row:
    """Logarithm of the likelihood of each fit."""
    alive = _alive(survive, weights)
    found: Row = ((ranked - warred) * np.log(alive) + warred * np.log1p(-alive)).sum(axis=1)
    return found


def _step(survive: Row, ranked: Row, warred: Row, weights: Row) -> Row:
    """One step of EM: each world's share of each risk, summed."""
    alive = _alive(survive, weights)
    moved = weights * (((ranked - warred) / alive) @ survive + (warred / (1.0 - alive)) @ (1.0 - survive))
    stepped: Row = moved / moved.sum(axis=1, keepdims=True)
    return stepped


def _alive(survive: Row, weights: Row) -> Row:
    alive: Row = np.clip(weights @ survive.T, 1e-12, 1.0 - 1e-12)
    return alive
