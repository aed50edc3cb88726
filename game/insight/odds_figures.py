"""Sums of many worlds as figures: shares, means and differences, each with its standard error."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from game.insight.odds_band import band
from game.insight.tally import STEPS, Tally
from game.model.bundle import Row
from game.model.tables import Tables


@dataclass(frozen=True)
class Share:
    """A share (0-1) with its standard error."""

    share: float
    error: float


Three = tuple[float, float, float]


@dataclass(frozen=True)
class Figures:
    """One choice: in how many worlds it was open, how often each ending came, war as a band over brittleness (shares in
    worlds of brittleness rank 5, 50 and 95 in 100) with its errors, wars among all, aims met by each side, tension (10,
    50, 90 in 100 of worlds) at each date.
    """

    choice: str
    worlds: int
    endings: dict[str, Share]
    war: Three
    wars: Share
    aims: tuple[Share, Share]
    fan: tuple[Three, ...]
    war_errors: Three = (1.0, 1.0, 1.0)


@dataclass(frozen=True)
class Gap:
    """By how much one choice differs from another on the same luck: of war, and of each side's aims."""

    war: Share
    aims: tuple[Share, Share]


def figures(tables: Tables, total: Tally, place: int, name: str) -> Figures:
    """What the choice in one place came to."""
    count = int(total.both[place, place])
    endings = {told.id: share(total.ended[place, index], count) for index, told in enumerate(tables.endings)}
    usa, ussr = (_mean(total.met[side, place, place], total.square[side, place, place], count) for side in (0, 1))
    war, errors = band(total.ranked[place], total.warred[place], tables.parameters.brittleness)
    wars = share(total.war[place, place], count)
    return Figures(name, count, endings, _three(war), wars, (usa, ussr), _fan(total.fan[place]), _three(errors))


def gaps(total: Tally, choices: tuple[str, ...]) -> dict[tuple[str, str], Gap]:
    """The difference of each pair of choices, the earlier one first."""
    pairs = [(one, two) for one in range(len(choices)) for two in range(one + 1, len(choices))]
    return {(choices[one], choices[two]): _gap(total, one, two) for one, two in pairs}


def unsure(total: Tally) -> float:
    """The largest standard error among the shares of endings; 1 where no choice has been open yet."""
    open_ = [place for place, count in enumerate(total.both.diagonal()) if count]
    errors = (share(events, int(total.both[place, place])).error for place in open_ for events in total.ended[place])
    return max(errors, default=1.0)


def share(events: float, count: int) -> Share:
    """A share with its binomial standard error; where none came, or all, as if one had been otherwise."""
    if not count:
        return Share(0.0, 1.0)
    part = float(events) / count
    return Share(part, math.sqrt(max(part * (1 - part), 1.0 / count) / count))


def _mean(total: float, squares: float, count: int) -> Share:
    """The mean of a number in each world, from its sum and the sum of its squares, with its standard error."""
    if count < 2:
        return Share(0.0, 1.0)
    mean = float(total) / count
    return Share(mean, math.sqrt(max(float(squares) / count - mean**2, 0.0) / count))


def _gap(total: Tally, one: int, two: int) -> Gap:
    """Differences on the worlds in which both are open; two choices that do the same differ by exactly nothing."""
    count = int(total.both[one, two])
    usa, ussr = (
        _difference(total.met[side], total.square[side], total.cross[side], one, two, count) for side in (0, 1)
    )
    return Gap(_difference(total.lost, total.lost, total.war, one, two, count), (usa, ussr))


def _difference(sums: Row, squares: Row, products: Row, one: int, two: int, count: int) -> Share:
    """First less second, with the standard error of paired worlds."""
    if count < 2:
        return Share(0.0, 1.0)
    mean = float(sums[one, two] - sums[two, one]) / count
    square = float(squares[one, two] + squares[two, one] - 2 * products[one, two]) / count
    return Share(mean, math.sqrt(max(square - mean**2, 0.0) / count))


def _fan(counts: Row) -> tuple[Three, ...]:
    """Tension (0-100) below which 10, 50 and 90 in 100 of worlds lie, at each date."""
    return tuple((_quantile(row, 0.1), _quantile(row, 0.5), _quantile(row, 0.9)) for row in counts)


def _quantile(row: Row, at: float) -> float:
    """As if the worlds of one step of tension lay evenly in it."""
    total = np.cumsum(row)
    if not total[-1]:
        return 0.0
    step = int(np.searchsorted(total, at * total[-1]))
    below = float(total[step] - row[step])
    return round((step + (at * float(total[-1]) - below) / float(row[step])) * 100.0 / STEPS, 2)


def _three(row: Row) -> Three:
    return float(row[0]), float(row[1]), float(row[2])
