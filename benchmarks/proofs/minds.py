"""Whether the leaders are good: each crisis and side, over paired games, against plain strategies in their place.

The opponent is always the leader model of the other side, and game n has the same luck whoever plays it. What counts is
what a person counts: how many of its aims a side has met at the end, none in a war. docs/minds.md carries the tables.
`python -m benchmarks.proofs.minds CRISIS ...` proves some crises alone.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from benchmarks.free_play import FREE
from benchmarks.proof import FOLDER, Figures, commit, write
from game.engine.holds import mask
from game.engine.worlds import SIDES, Worlds
from game.insight.many import play
from game.insight.patterns import Played
from game.minds.roster import make, seat
from game.minds.table import LEVELS
from game.model.bundle import Row
from game.model.tables import Tables
from game.scenario.catalogue import load, names

COMMAND = "make proof ONLY=minds"
GAMES, LEVEL_GAMES = 400, 100
#: Who is put in the leader's place, as `seat` names them; the model is shown, the others must do worse.
PLAIN, MODEL = ("chance", "climb", "yield", "mirror"), "leader:quick"
#: Half a 95 % interval, in standard errors.
WIDE = 1.96


@dataclass(frozen=True)
class Cell:
    """One crisis and side with another mind in the leader's place: mean aims met by it and by the leader at the table,
    the leader's gain with its 95 % interval, and shares (0-1) of games that end in war.
    """

    crisis: str
    side: str
    instead: str
    aims: float
    leader: float
    of: int
    gain: float
    low: float
    high: float
    war: float
    leader_war: float

    @property
    def met(self) -> bool:
        """Whether the leader is clearly better; nothing is asked of it beside the model."""
        return self.instead == MODEL or self.low > 0


@dataclass(frozen=True)
class Rung:
    """One level of one leader: mean aims met, half of its 95 % interval, share (0-1) of wars."""

    crisis: str
    side: str
    level: str
    aims: float
    half: float
    war: float


def crises() -> list[str]:
    """The crises that come with the game."""
    return [name for name in names() if load(name).kind == "crisis"]


def prove(name: str) -> Figures:
    """All figures of one crisis."""
    told = Played.of(load(name))
    cells, rungs = [], []
    for side in (0, 1):
        final = against_model(told, side, "leader", GAMES)
        cells += [cell(told, side, instead, final) for instead in (*PLAIN, MODEL)]
        rungs += [rung(told, side, level.id) for level in LEVELS]
    free = list(FREE[name](told, GAMES)) if name in FREE else []
    for one in free:
        print(f"{name}: {one.asked}: {one.found}{'' if one.met else '   NOT MET'}", flush=True)
    shown = [asdict(one) | {"met": one.met} for one in cells]
    return {
        "commit": commit(),
        "games": GAMES,
        "level_games": LEVEL_GAMES,
        "cells": shown,
        "levels": [asdict(one) for one in rungs],
        "free": [asdict(one) for one in free],
    }


def against_model(told: Played, side: int, name: str, games: int) -> Worlds:
    """Final worlds of games in which a mind by name plays a side against the leader model of the other."""
    minds = [make("leader", told.scenario, told.tables, index) for index in (0, 1)]
    minds[side] = seat(name, told.scenario, told.tables, side)
    return play(told.tables, games, (minds[0], minds[1]))


def met(tables: Tables, worlds: Worlds, side: int) -> Row:
    """How many of its aims a side has met in each world; none in a war."""
    found = sum((mask(tables, worlds.rows, when).astype(np.float64) for _, when in tables.sides[side].aims), 0.0)
    counted: Row = found * ~war(tables, worlds)
    return counted


def war(tables: Tables, worlds: Worlds) -> Row:
    """Which worlds ended in war."""
    return np.isin(worlds["ending"], tables.wars)


def cell(told: Played, side: int, instead: str, leader: Worlds) -> Cell:
    """One mind in the place of the leader, whose games are given."""
    tables, other = told.tables, against_model(told, side, instead, leader.count)
    best, plain = met(tables, leader, side), met(tables, other, side)
    gain, half = spread(best - plain)
    wars = float(war(tables, other).mean()), float(war(tables, leader).mean())
    means = float(plain.mean()), float(best.mean()), len(tables.sides[side].aims)
    found = Cell(tables.id, SIDES[side], instead, *means, gain, gain - half, gain + half, *wars)
    mark = "" if found.met else "   NOT MET"
    print(
        f"{tables.id} {SIDES[side]}: over {instead} {gain:+.2f} ({found.low:+.2f} to {found.high:+.2f}){mark}",
        flush=True,
    )
    return found


def spread(values: Row) -> tuple[float, float]:
    """A mean and half of its 95 % interval."""
    return float(values.mean()), float(WIDE * values.std(ddof=1) / np.sqrt(len(values)))


def rung(told: Played, side: int, level: str) -> Rung:
    """How one level does against the same opponent."""
    final = against_model(told, side, f"leader:{level}", LEVEL_GAMES)
    mean, half = spread(met(told.tables, final, side))
    return Rung(told.tables.id, SIDES[side], level, mean, half, float(war(told.tables, final).mean()))


#: So that two processors finish together.
LONGEST_FIRST = ("berlin-1961", "berlin-1958", "hungary-1956", "cuba-1962", "checkpoint-charlie-1961")


def main(wanted: Sequence[str] = ()) -> int:
    """Prove the wanted crises, or all, storing each as it is found; the others keep the figures that they have.

    1 where a leader is not clearly better or free play is not as it should be.
    """
    found = {name: told for name, told in stored().items() if name in crises()}
    with ProcessPoolExecutor() as pool:
        waiting = {pool.submit(prove, name): name for name in wanted or LONGEST_FIRST}
        for done in as_completed(waiting):
            found[waiting[done]] = done.result()
            write("minds", {"crises": {name: found[name] for name in crises() if name in found}}, COMMAND)
    return int(any(not one["met"] for told in found.values() for one in (*told["cells"], *told["free"])))


def stored() -> dict[str, Any]:
    """The figures of each crisis as they were stored last."""
    path = FOLDER / "minds.json"
    told: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["figures"]["crises"] if path.exists() else {}
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
