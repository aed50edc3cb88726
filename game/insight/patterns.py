"""What the crises come to when they are played freely, beside what scholars have coded and judged.

Checks after the fact, on the scenarios as they are shipped. Two parameters, escalation and brittleness, are set so that
the band of war in Cuba holds two scholars' figures; nothing else is fitted to these.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from game.engine.holds import mask
from game.engine.prompts import Moves, Prompt
from game.engine.single import tension_of
from game.engine.step import start
from game.engine.worlds import Worlds
from game.insight.many import play, seeds
from game.minds.leader import LeaderMind
from game.minds.mind import Mind
from game.minds.roster import make
from game.minds.walk import walk
from game.model.bundle import Cond
from game.model.scenario import Scenario
from game.model.tables import Stage, Tables
from game.model.when import Condition
from game.scenario.compile import compile_scenario
from game.scenario.conditions import compile_condition

#: Half the width of the slices of worlds, by brittleness, in which a share is counted.
SLICE = 0.025
#: A settlement below this leaves the issue open, so that it can flare again (docs/model.md, 7).
SETTLED = 0.5


@dataclass(frozen=True)
class Played:
    """A scenario with its tables, ready to be played many times."""

    scenario: Scenario
    tables: Tables

    @classmethod
    def of(cls, scenario: Scenario) -> Played:
        """The scenario as it opens alone."""
        return cls(scenario, compile_scenario(scenario))

    def minds(self, usa: str = "leader", ussr: str = "leader") -> tuple[Mind, Mind]:
        """Two minds by name."""
        return make(usa, self.scenario, self.tables, 0), make(ussr, self.scenario, self.tables, 1)

    def worlds(self, count: int, minds: tuple[Mind, Mind]) -> Worlds:
        """Final worlds of some games."""
        return play(self.tables, count, minds)

    def share(self, worlds: Worlds, when: Condition) -> float:
        """In which share of worlds (0-1) a condition holds."""
        return self.held(worlds, compile_condition(self.scenario, when))

    def held(self, worlds: Worlds, condition: Cond) -> float:
        """The same for a compiled condition."""
        return float(mask(self.tables, worlds.rows, condition).mean())

    def aim(self, worlds: Worlds, side: int, name: str) -> float:
        """In which share of worlds a side meets one of its aims."""
        return self.held(worlds, dict(self.tables.sides[side].aims)[name])

    def restrained(self, side: int, wants: dict[str, float]) -> LeaderMind:
        """The side's leader, were these its wants: what somebody does who plays for that."""
        sides = list(self.tables.sides)
        told = tuple((name if name == "tension" else f"meter/{name}", weight) for name, weight in wants.items())
        sides[side] = replace(sides[side], wants=told)
        leader = self.scenario.leaders[self.scenario.sides[sides[side].id].leader]
        return LeaderMind(leader, side, replace(self.tables, sides=(sides[0], sides[1])))


def war_band(played: Played, count: int) -> tuple[float, float, float]:
    """Share of worlds (0-1) that end in war on history's orders with open dice, at ranks of brittleness 5, 50, 95 %."""
    worlds = played.worlds(count, played.minds("history", "history"))
    war = np.isin(worlds["ending"], played.tables.wars)
    ranked = war[np.argsort(worlds["brittle"], kind="stable")]
    low, middle, high = (_around(ranked, at) for at in (0.05, 0.5, 0.95))
    return low, middle, high


def _around(ranked: np.ndarray[tuple[int], np.dtype[np.bool_]], at: float) -> float:
    first, last = int((at - SLICE) * len(ranked)), int((at + SLICE) * len(ranked))
    return float(ranked[first:last].mean())


def unsettled(worlds: Worlds) -> float:
    """In which share of worlds the issue stays open, so that it can flare again."""
    return float((worlds["settled"] < SETTLED).mean())


def peak(played: Played) -> float:
    """Highest tension (0-100) of the historical path."""
    heights = [tension_of(played.tables, start(played.tables, seeds(1)))]

    def watch(stage: Stage, worlds: Worlds, asked: Prompt | None, moves: Moves) -> None:
        heights.append(tension_of(played.tables, worlds))

    final = walk(played.tables, start(played.tables, seeds(1)), played.minds("history", "history"), True, watch)
    return max(*heights, tension_of(played.tables, final))
