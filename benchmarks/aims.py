"""In which endings each side can meet all its aims: `python -m benchmarks.aims` prints how many, and 1 where too few.

Each side should have two such endings at least, and there should be one in which both can.
"""

from __future__ import annotations

import numpy as np

from game.engine.holds import mask
from game.engine.worlds import Worlds, join
from game.insight.many import play
from game.minds.plain import Chance
from game.minds.roster import make
from game.model.bundle import Row
from game.model.tables import Tables
from game.scenario.catalogue import load, names
from game.scenario.compile import compile_scenario

GAMES = 6_000
EACH, BOTH = 2, 1


def main() -> int:
    """Print each scenario's figures; 1 where one has too few."""
    found = {name: endings(name) for name in names()}
    for name, (usa, ussr, both) in found.items():
        print(f"{name}: Washington {usa}, Moscow {ussr}, both in the same world {both}")
    return 1 if any(usa < EACH or ussr < EACH or both < BOTH for usa, ussr, both in found.values()) else 0


def endings(name: str) -> tuple[int, int, int]:
    """In how many endings Washington, Moscow, and both in one world meet all their aims, over games of two kinds."""
    scenario = load(name)
    tables = compile_scenario(scenario)
    leaders = (make("leader", scenario, tables, 0), make("leader", scenario, tables, 1))
    worlds = join([play(tables, GAMES, leaders), play(tables, GAMES, (Chance(), Chance()))])
    usa, ussr = (_all(tables, worlds, side) for side in (0, 1))
    return _endings(worlds, usa), _endings(worlds, ussr), _endings(worlds, usa & ussr)


def _all(tables: Tables, worlds: Worlds, side: int) -> Row:
    """Where a side meets every aim; nowhere in a war."""
    met: Row = ~np.isin(worlds["ending"], tables.wars)
    for _, when in tables.sides[side].aims:
        met = met & mask(tables, worlds.rows, when)
    return met


def _endings(worlds: Worlds, where: Row) -> int:
    return len(np.unique(worlds["ending"][where]))


if __name__ == "__main__":
    raise SystemExit(main())
