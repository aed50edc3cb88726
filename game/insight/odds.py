"""Odds: what each choice of a decision comes to over many worlds, with its uncertainty.

A model fitted to our own judgement: it shows what its assumptions imply, not what would have happened.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import lru_cache
from time import perf_counter

import numpy as np

from game.insight.causes import Cast
from game.insight.roads import FREE, Fork, fork, reached, tallied
from game.insight.schools import cast_of
from game.insight.tally import RANKS, STEPS, Tally
from game.model.bundle import Row
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.scenario.catalogue import load

#: Worlds of one task: small enough to be stopped after, large enough to be quick.
TASK = 2_000
#: The run stops by itself when no share's standard error is larger than this.
SMALL = 0.004


@dataclass(frozen=True)
class Asked:
    """A question to the odds: a scenario by id or path, a decision, a reading, the first seed, the most worlds; school
    is the id of the school of historians whose assumptions hold, none for the model's own.
    """

    scenario: str
    at: str
    reading: str = FREE
    worlds: int = 20_000
    seed: int = 1
    usa: str = "leader"
    ussr: str = "leader"
    school: str = ""


@dataclass(frozen=True)
class Share:
    """A share (0-1) with its standard error."""

    share: float
    error: float


@dataclass(frozen=True)
class Figures:
    """One choice: in how many worlds it was open, how often each ending came, war as a band over brittleness (shares in
    the least brittle worlds, those in the middle, the most brittle), aims met by each side, tension (10, 50, 90 in 100
    of worlds) at each date.
    """

    choice: str
    worlds: int
    endings: dict[str, Share]
    war: tuple[float, float, float]
    wars: Share
    aims: tuple[Share, Share]
    fan: tuple[tuple[float, float, float], ...]


@dataclass(frozen=True)
class Gap:
    """By how much one choice differs from another on the same luck: of war, and of each side's aims."""

    war: Share
    aims: tuple[Share, Share]


@dataclass(frozen=True)
class Odds:
    """All choices of one decision, and how the figures were made. decisions counts every answer of either side."""

    asked: Asked
    figures: tuple[Figures, ...]
    gaps: dict[tuple[str, str], Gap]
    worlds: int
    decisions: int
    seconds: float

    @property
    def pace(self) -> float:
        """Decisions a second."""
        return self.decisions / max(self.seconds, 1e-9)

    @property
    def error(self) -> float:
        """The largest standard error among the shares of endings."""
        return max((share.error for one in self.figures for share in one.endings.values()), default=1.0)


@lru_cache(maxsize=8)
def _opened(which: str, school: str = "") -> tuple[Scenario, Tables, Cast]:
    scenario, held = load(which), cast_of(school)
    return scenario, held.tables(scenario), held


def forked(asked: Asked) -> tuple[Scenario, Fork]:
    """The scenario that a question is about, and its decision with who plays on, under the school that is asked for."""
    scenario, tables, held = _opened(asked.scenario, asked.school)
    return scenario, fork(scenario, tables, asked.at, asked.reading, (asked.usa, asked.ussr), held)


def task(asked: Asked, first: int, count: int) -> Tally:
    """The sums of some worlds: what one process works on. The same seeds give the same sums anywhere."""
    scenario, at = forked(asked)
    return tallied(at, reached(scenario, at, count, first))


def odds(asked: Asked, watch: Callable[[Odds], None] | None = None, executor: Executor | None = None) -> Odds:
    """Play until every share is sharp enough or the worlds are used up; watch is told how it stands after each part.

    An interrupt from the keyboard ends it with what it has. Raises ValueError where the decision never comes up.
    """
    begun, total, found = perf_counter(), None, None
    try:
        for part in _parts(asked, executor):
            total = part if total is None else total + part
            if total.worlds:
                found = _told(asked, total, perf_counter() - begun)
                if watch:
                    watch(found)
                if found.error < SMALL:
                    break
    except KeyboardInterrupt:
        pass
    if found is None:
        raise ValueError(asked.at)
    return found


def _parts(asked: Asked, executor: Executor | None) -> Iterator[Tally]:
    """The sums of each task in order, here or by an executor."""
    firsts = range(asked.seed, asked.seed + asked.worlds, TASK)
    counts = [min(TASK, asked.seed + asked.worlds - first) for first in firsts]
    if executor is None:
        yield from (task(asked, first, count) for first, count in zip(firsts, counts, strict=True))
        return
    waiting = [executor.submit(task, asked, first, count) for first, count in zip(firsts, counts, strict=True)]
    try:
        yield from (future.result() for future in waiting)
    finally:
        for future in waiting:
            future.cancel()


def _told(asked: Asked, total: Tally, seconds: float) -> Odds:
    _, at = forked(asked)
    figures = tuple(_figures(at.tables, total, place, name) for place, name in enumerate(at.choices))
    pairs = [(one, two) for one in range(len(at.choices)) for two in range(one + 1, len(at.choices))]
    gaps = {(at.choices[one], at.choices[two]): _gap(total, one, two) for one, two in pairs}
    return Odds(asked, figures, gaps, total.worlds, int(total.asked), seconds)


def _figures(tables: Tables, total: Tally, place: int, name: str) -> Figures:
    count = int(total.both[place, place])
    endings = {told.id: share(total.ended[place, index], count) for index, told in enumerate(tables.endings)}
    usa, ussr = (_mean(total.met[side, place, place], total.square[side, place, place], count) for side in (0, 1))
    return Figures(
        name,
        count,
        endings,
        band(total, place),
        share(total.war[place, place], count),
        (usa, ussr),
        _fan(total.fan[place]),
    )


def share(events: float, count: int) -> Share:
    """A share with its binomial standard error."""
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


def band(total: Tally, place: int) -> tuple[float, float, float]:
    """Share of wars in worlds of brittleness rank 5, 50 and 95 in 100: two neighbouring slices each."""
    return tuple(_rank(total, place, at) for at in (0.05, 0.5, 0.95))  # type: ignore[return-value]


def _rank(total: Tally, place: int, at: float) -> float:
    middle = round(at * RANKS)
    slices = slice(middle - 1, middle + 1)
    return float(total.warred[place, slices].sum()) / max(int(total.ranked[place, slices].sum()), 1)


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


def _fan(counts: Row) -> tuple[tuple[float, float, float], ...]:
    """Tension (0-100) below which 10, 50 and 90 in 100 of worlds lie, at each date."""
    return tuple(tuple(_quantile(row, at) for at in (0.1, 0.5, 0.9)) for row in counts)  # type: ignore[misc]


def _quantile(row: Row, at: float) -> float:
    total = np.cumsum(row)
    return float((np.searchsorted(total, at * total[-1]) + 0.5) * 100.0 / STEPS) if total[-1] else 0.0
