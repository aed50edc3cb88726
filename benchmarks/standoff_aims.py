"""What simple lines bring a person: `python -m benchmarks.standoff_aims [--worlds N]` prints a table for each side.

Whole games of Checkpoint Charlie: decisions as that side's leader takes them, the standoff by one rule, and a leader
on the other side. What counts is what a person counts: the side's own aims at the end, none where control was lost.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np

from benchmarks.standoff import ENTRY, SCENARIO, WAR, Both, Simple, leaders_of, rules, standoff_of
from game.engine.holds import mask
from game.engine.prompts import Prompt
from game.engine.worlds import SIDES, Worlds
from game.insight import many
from game.minds.mind import Mind
from game.model.bundle import Row
from game.model.tables import DecisionTable, Tables
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

LINES = ("climb", "hold", "offer", "fair", "mirror", "mixed")


@dataclass(frozen=True)
class Line:
    """A rule in the standoff, a leader before and after it."""

    rule: Simple
    leader: Mind

    @property
    def name(self) -> str:
        """The rule's name."""
        return self.rule.name

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> Both:
        """The leader's choice at a decision, else the rule's."""
        decides = isinstance(tables.entries[asked.stage.entry].what, DecisionTable)
        return (self.leader if decides else self.rule).choose(tables, worlds, asked, side)


@dataclass(frozen=True)
class Fared:
    """How a line fared: mean number of aims met, shares (0-1) of games with all aims and with control lost, and of
    standoffs in which each side stepped back alone, both did, a deal was made, and nobody gave way.
    """

    aims: float
    every: float
    lost: float
    ends: tuple[float, ...]


def fare(tables: Tables, minds: tuple[Mind, Mind], side: int, count: int) -> Fared:
    """Play whole games and count one side's aims."""
    worlds = many.play(tables, count, minds)
    met = aims(tables, worlds, side)
    lost = worlds["ending"] == tables.war
    result = np.where(lost, WAR, worlds[f"result/{ENTRY}"].astype(np.int64) - 1)
    ends = np.bincount(result[result >= 0], minlength=WAR + 1) / count
    total = len(tables.sides[side].aims)
    return Fared(float(met.mean()), float((met == total).mean()), float(lost.mean()), tuple(ends[:WAR].tolist()))


def aims(tables: Tables, worlds: Worlds, side: int) -> Row:
    """How many of its aims a side has met in each world; none where control was lost."""
    met = np.zeros(worlds.count, np.int64)
    for _, condition in tables.sides[side].aims:
        met = met + mask(tables, worlds.rows, condition)
    return np.where(worlds["ending"] == tables.war, 0, met)


def table(tables: Tables, side: int, count: int) -> list[tuple[str, Fared]]:
    """A leader and each line against a leader."""
    leaders = leaders_of(tables)
    known = rules(standoff_of(tables))
    found = [("leader", fare(tables, leaders, side, count))]
    for name in LINES:
        line = Line(known[name], leaders[side])
        pair: tuple[Mind, Mind] = (line, leaders[1]) if side == 0 else (leaders[0], line)
        found.append((name, fare(tables, pair, side, count)))
    return found


def main() -> None:
    """Print a table for each side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worlds", type=int, default=2000)
    told = parser.parse_args()
    tables = compile_scenario(load(SCENARIO))
    for side in (0, 1):
        heads = ("aims", "all", "lost", "usa backs", "ussr backs", "both", "deal", "dawn")
        print(f"{SIDES[side]:<10}" + "".join(f"{head:>11}" for head in heads))
        for name, fared in table(tables, side, told.worlds):
            shares = "".join(f"{share * 100:>10.1f}%" for share in (fared.every, fared.lost, *fared.ends))
            print(f"{name:<10}{fared.aims:>11.2f}{shares}")


if __name__ == "__main__":
    main()
