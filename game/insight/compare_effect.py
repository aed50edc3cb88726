"""What one choice does to one outcome, beside another: the same worlds walked twice, on the same luck."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, fields

import numpy as np

from game.engine.holds import mask
from game.engine.prompts import prompt
from game.engine.worlds import SIDES, Worlds
from game.insight.drama import aims_by_world
from game.insight.forced import Told
from game.insight.odds_figures import Share
from game.insight.roads import Fork
from game.minds.mind import Mind
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.problems import GameError
from game.scenario.suggest import suggest

WAR = "war"
#: Minutes of a day.
A_DAY = 1440.0
#: Half the width of an interval that holds the truth of the model in 95 of 100 runs, in standard errors.
WIDE = 1.96

#: What is looked at in each world when all is over, from 0 to 1.
Outcome = Callable[[Tables, Worlds], Row]


@dataclass(frozen=True)
class Sums:
    """Sums over worlds: how many, the outcome after each choice, its squares and products, in how many the first has
    more and less of it, and the days from the choice to the end.
    """

    worlds: int = 0
    first: float = 0.0
    second: float = 0.0
    first_square: float = 0.0
    second_square: float = 0.0
    product: float = 0.0
    more: int = 0
    less: int = 0
    first_days: float = 0.0
    second_days: float = 0.0

    def __add__(self, other: Sums) -> Sums:
        """The sums of both parts."""
        return Sums(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))

    @classmethod
    def of(cls, first: Row, second: Row, days: tuple[Row, Row]) -> Sums:
        """The sums of some worlds."""
        totals = (first, second, first**2, second**2, first * second)
        one, two, one_square, two_square, product = (float(row.sum()) for row in totals)
        more, less = int((first > second).sum()), int((first < second).sum())
        lasted = float(days[0].sum()), float(days[1].sum())
        return cls(len(first), one, two, one_square, two_square, product, more, less, *lasted)


@dataclass(frozen=True)
class Effect:
    """The outcome after each choice, by how much the first differs from the second, and in which share of worlds the
    first has more and less of it: in all others the choice made no difference. days: the mean to the end after each.
    """

    worlds: int
    first: Share
    second: Share
    gap: Share
    more: float
    less: float
    days: tuple[float, float] = (0.0, 0.0)

    @property
    def low(self) -> float:
        """The lower end of the 95 % interval of the difference."""
        return self.gap.share - WIDE * self.gap.error

    @property
    def high(self) -> float:
        """The upper end."""
        return self.gap.share + WIDE * self.gap.error

    @property
    def sign(self) -> int:
        """1 or -1 where the interval lies on one side of nothing, else 0."""
        return int(self.low > 0.0) - int(self.high < 0.0)


def effect(total: Sums) -> Effect:
    """The figures of some sums."""
    count = max(total.worlds, 1)
    square = (total.first_square + total.second_square - 2 * total.product) / count
    gap = (total.first - total.second) / count
    return Effect(
        total.worlds,
        _share(total.first, total.first_square, count),
        _share(total.second, total.second_square, count),
        Share(gap, _error(gap, square, count)),
        total.more / count,
        total.less / count,
        (total.first_days / count, total.second_days / count),
    )


def _share(total: float, squares: float, count: int) -> Share:
    mean = total / count
    return Share(mean, _error(mean, squares / count, count))


def _error(mean: float, square: float, count: int) -> float:
    return math.sqrt(max(square - mean**2, 0.0) / count)


def pair(at: Fork, worlds: Worlds, choices: tuple[int, int], outcome: Outcome) -> Sums:
    """Both choices in the same worlds, in those in which both are open."""
    asked = prompt(at.tables, worlds, at.stage)
    if asked is None:
        return Sums()
    places = np.flatnonzero(asked.open[at.side][list(choices)].all(axis=0))
    many = Worlds({name: np.tile(worlds[name][places], 2) for name in worlds})
    minds: list[Mind] = [*at.minds]
    minds[at.side] = Told(at.stage, at.side, np.repeat(np.array(choices, np.int8), len(places)), minds[at.side])
    final = walk(at.tables, many, (minds[0], minds[1]), stages=at.rest) if len(places) else many
    came, half = outcome(at.tables, final).astype(np.float64), len(places)
    days = (final["now"] - many["now"]) / A_DAY
    return Sums.of(came[:half], came[half:], (days[:half], days[half:]))


def outcome_of(scenario: Scenario, name: str) -> Outcome:
    """An outcome by name: war, an ending's id, a side (the share of its aims), or SIDE/AIM. Raises GameError."""
    side, _, aim = name.partition("/")
    if name == WAR:
        return _war
    if name in SIDES:
        return lambda tables, worlds: aims_by_world(tables, worlds, SIDES.index(name))
    if side in SIDES and aim in scenario.sides[side].aims:
        return lambda tables, worlds: _aim(tables, worlds, SIDES.index(side), aim)
    if name in scenario.endings:
        place = list(scenario.endings).index(name)
        return lambda tables, worlds: worlds["ending"] == place
    known = outcomes(scenario)
    hint, _ = suggest(name, known)
    raise GameError(f"'{name}' is no outcome of '{scenario.id}'", hint or f"there are: {', '.join(known)}")


def outcomes(scenario: Scenario) -> list[str]:
    """Every outcome that has a name."""
    aims = [f"{side}/{aim}" for side in SIDES for aim in scenario.sides[side].aims]
    return [WAR, *SIDES, *scenario.endings, *aims]


def outcome_words(scenario: Scenario, name: str) -> str:
    """An outcome as a subject of a sentence."""
    side, _, aim = name.partition("/")
    if name == WAR:
        return "general war"
    if name in SIDES:
        return f"the share of its aims that {scenario.sides[name].name} meets"
    if aim:
        return f'{scenario.sides[side].name}\'s aim "{scenario.sides[side].aims[aim].label}"'
    return f'the ending "{scenario.endings[name].title}"'


def _war(tables: Tables, worlds: Worlds) -> Row:
    return np.isin(worlds["ending"], tables.wars)


def _aim(tables: Tables, worlds: Worlds, side: int, aim: str) -> Row:
    """An aim counts only where there is no war."""
    met: Row = mask(tables, worlds.rows, dict(tables.sides[side].aims)[aim]) & ~_war(tables, worlds)
    return met
