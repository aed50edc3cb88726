"""What bounds the rules' speed: `python -m benchmarks.hotspots [SCENARIO] [WORLDS] [MIND]` prints where the time goes.

Own time by function, most first, over one batch that two minds of a name play from the first entry to the last.
Profiling slows calls more than arithmetic, so shares are a guide, not a measurement.
"""

from __future__ import annotations

import cProfile
import pstats
import sys
from pathlib import Path

from game.engine.step import start
from game.insight.many import SLICE, seeds
from game.minds.roster import make
from game.minds.walk import walk
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

MOST = 20


def main(words: list[str]) -> int:
    """Profile one batch and print the table."""
    name = words[0] if words else "hungary-1956"
    count = int(words[1]) if len(words) > 1 else SLICE
    mind = words[2] if len(words) > 2 else "chance"
    scenario = load(name)
    tables = compile_scenario(scenario)
    minds = make(mind, scenario, tables, 0), make(mind, scenario, tables, 1)
    walk(tables, start(tables, seeds(1)), minds)  # what is worked out once is no part of it
    profile = cProfile.Profile()
    profile.runcall(walk, tables, start(tables, seeds(count)), minds)
    print(f"{name}, {count:,} worlds, {mind}, {len(tables.entries)} entries, {len(tables.stages)} stages")
    print(f"{'own seconds':>12} {'share':>6} {'calls':>8}  function")
    for line in _lines(pstats.Stats(profile)):
        print(line)
    return 0


def _lines(stats: pstats.Stats) -> list[str]:
    """The functions that take most time themselves."""
    rows = stats.get_stats_profile().func_profiles
    total = sum(row.tottime for row in rows.values())
    most = sorted(rows.items(), key=lambda item: -item[1].tottime)[:MOST]
    return [
        f"{row.tottime:12.4f} {row.tottime / total:6.1%} {row.ncalls.split('/')[0]:>8}  {_place(row.file_name)}{name}"
        for name, row in most
    ]


def _place(file: str) -> str:
    """The module of a function; built-in functions have none."""
    return "" if file == "~" else f"{Path(file).stem}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
