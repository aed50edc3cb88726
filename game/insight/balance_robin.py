"""Who wins against whom: every mind of one side against every mind of the other, on the same seeds."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from game.engine.prompts import Prompt
from game.engine.step import start
from game.engine.worlds import SIDES, Gathered, Worlds
from game.insight.drama import aims_by_world
from game.insight.many import seeds
from game.insight.odds_figures import Share
from game.minds.mind import Mind
from game.minds.roster import make, names
from game.minds.simple import SIMPLE
from game.minds.walk import walk
from game.model.bundle import Row
from game.model.scenario import Scenario
from game.model.tables import Tables

#: The row that says which of several minds plays a world; the rules leave it alone.
SEAT = "seat"


@dataclass(frozen=True)
class Cell:
    """One mind against another: each side's mean share of aims met, the share of wars, and of games in which Washington
    met more of its aims than Moscow, and fewer.
    """

    usa: str
    ussr: str
    aims: tuple[Share, Share]
    war: float
    ahead: tuple[float, float]


@dataclass(frozen=True)
class Seated:
    """Several minds at one side's table: each plays the worlds that are marked for it."""

    minds: Sequence[Mind]
    name: str = "seated"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """What the mind of each world chooses."""
        choice, tool = np.full(worlds.count, -1, np.int8), np.full(worlds.count, -1, np.int8)
        for index, mind in enumerate(self.minds):
            places = np.flatnonzero((worlds[SEAT] == index) & asked.asked[side])
            if len(places):
                part = Worlds(Gathered(worlds.rows, places))
                choice[places], tool[places] = mind.choose(tables, part, asked.part(places), side)
        return choice, tool


def players(scenario: Scenario, side: int) -> list[str]:
    """Every mind that plays in a round robin; the side's own leader once, by his name."""
    own = scenario.sides[SIDES[side]].leader
    others = [name for name in names(scenario, side) if name not in ("leader", own)]
    return [own, *(name for name in others if name not in ("history", "chance")), "history", "chance", *SIMPLE]


def robin(
    scenario: Scenario, tables: Tables, games: int, first: int = 1, watch: Callable[[str], None] | None = None
) -> list[Cell]:
    """Every pair on the same seeds. watch is told each of Washington's minds before it plays."""
    usa, ussr = players(scenario, 0), players(scenario, 1)
    rivals, cells = Seated([make(name, scenario, tables, 1) for name in ussr]), list[Cell]()
    for name in usa:
        if watch:
            watch(name)
        worlds = start(tables, np.tile(seeds(games, first), len(ussr)))
        worlds = worlds.renewed({SEAT: np.repeat(np.arange(len(ussr), dtype=np.int8), games)})
        final = walk(tables, worlds, (make(name, scenario, tables, 0), rivals))
        cells += [_cell(tables, final, name, rival, slice(k * games, (k + 1) * games)) for k, rival in enumerate(ussr)]
    return cells


def _cell(tables: Tables, final: Worlds, usa: str, ussr: str, part: slice) -> Cell:
    games = final.part(part)
    met = [aims_by_world(tables, games, side) for side in (0, 1)]
    ahead = float((met[0] > met[1]).mean()), float((met[1] > met[0]).mean())
    war = float(np.isin(games["ending"], tables.wars).mean())
    return Cell(usa, ussr, (_mean(met[0]), _mean(met[1])), war, ahead)


def _mean(values: Row) -> Share:
    return Share(float(values.mean()), float(values.std()) / math.sqrt(len(values)))


def standing(cells: Sequence[Cell], side: int) -> dict[str, Share]:
    """Each mind's mean share of aims against all of the other side's, the best first."""
    found: dict[str, list[Share]] = {}
    for cell in cells:
        found.setdefault((cell.usa, cell.ussr)[side], []).append(cell.aims[side])
    means = {
        name: Share(
            sum(one.share for one in shares) / len(shares),
            math.sqrt(sum(one.error**2 for one in shares)) / len(shares),
        )
        for name, shares in found.items()
    }
    return dict(sorted(means.items(), key=lambda item: -item[1].share))
