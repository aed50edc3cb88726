"""What many worlds came to after each choice of one decision, as sums: parts add up in any order alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from statistics import NormalDist

import numpy as np

from game.engine.holds import mask
from game.engine.worlds import Worlds
from game.model.bundle import Row
from game.model.tables import Tables

#: Slices of worlds by brittleness, equally likely, in which wars are counted.
RANKS = 40
#: Steps of the tension meter in which worlds are counted for the fan.
STEPS = 50


@dataclass(frozen=True)
class Tally:
    """Sums over worlds; C choices, E endings, S sides, D dates.

    both (C, C): worlds in which two choices are open; ended (C, E); lost (C, C): wars after the first where both are
    open, war (C, C): worlds in which both end in war; ranked and warred (C, RANKS): worlds and wars by brittleness;
    met (S, C, C): share of a side's aims after the first where both are open, square of it, cross of those after each;
    fan (C, D, STEPS): worlds by tension at each date; asked: how many questions were answered on all roads.
    """

    both: Row
    ended: Row
    lost: Row
    war: Row
    ranked: Row
    warred: Row
    met: Row
    square: Row
    cross: Row
    fan: Row
    asked: int

    def __add__(self, other: Tally) -> Tally:
        """The sums of both parts."""
        return Tally(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    @property
    def worlds(self) -> int:
        """In how many worlds the first choice was open; all choices of most decisions are open alike."""
        return int(self.both.diagonal().max(initial=0))


@dataclass(frozen=True)
class Road:
    """Where one choice led: final worlds, in which worlds it was open at all, and how many of those stood at each step
    of tension at each date (D, STEPS). Worlds in which it was closed have not been walked.
    """

    final: Worlds
    open: Row
    fan: Row


def tally(tables: Tables, roads: Sequence[Road], asked: int) -> Tally:
    """The sums of one batch, the roads of whose worlds stand in the same places. asked: questions answered on all."""
    open_ = np.stack([road.open for road in roads])
    wars = np.stack([np.isin(road.final["ending"], tables.wars) for road in roads]) & open_
    shares = np.stack([[_aims(tables, road.final, side) for road in roads] for side in (0, 1)]) * open_
    rank = ranks(tables, roads[0].final["brittle"])
    return Tally(
        both=_pairs(open_, open_),
        ended=np.stack([_ended(tables, road) for road in roads]),
        lost=_pairs(wars, open_),
        war=_pairs(wars, wars),
        ranked=np.stack([_counts(rank[mine], RANKS) for mine in open_]),
        warred=np.stack([_counts(rank[mine], RANKS) for mine in wars]),
        met=np.stack([_pairs(mine, open_) for mine in shares]),
        square=np.stack([_pairs(mine**2, open_) for mine in shares]),
        cross=np.stack([_pairs(mine, mine) for mine in shares]),
        fan=np.stack([road.fan for road in roads]),
        asked=asked,
    )


def _pairs(one: Row, other: Row) -> Row:
    """Sums of products of each row with each."""
    return np.array([[float((left * right).sum()) for right in other] for left in one])


def _counts(places: Row, size: int) -> Row:
    return np.bincount(places, minlength=size).astype(np.int64)


def _ended(tables: Tables, road: Road) -> Row:
    endings = road.final["ending"][road.open]
    return _counts(endings[endings >= 0], len(tables.endings))


def _aims(tables: Tables, worlds: Worlds, side: int) -> Row:
    """Share of a side's aims (0-1) that each world meets; none in a war."""
    aims = tables.sides[side].aims
    met = sum((mask(tables, worlds.rows, when).astype(np.float64) for _, when in aims), np.zeros(worlds.count))
    return met / len(aims) * ~np.isin(worlds["ending"], tables.wars)


def ranks(tables: Tables, brittle: Row) -> Row:
    """Which of RANKS equally likely slices each world's brittleness lies in: its logarithm is normal."""
    bounds = [NormalDist().inv_cdf(place / RANKS) * tables.parameters.brittleness for place in range(1, RANKS)]
    return np.searchsorted(np.array(bounds), np.log(brittle))
