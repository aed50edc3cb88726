"""Minds by name: history, chance, leader (the side's own) or a leader's id."""

from __future__ import annotations

from game.minds.leader import LeaderMind
from game.minds.mind import Mind
from game.minds.plain import Chance, History
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.problems import MoveError


def names(scenario: Scenario, side: int) -> tuple[str, ...]:
    """Every name that `make` takes for a side."""
    own = ("usa", "ussr")[side]
    return ("leader", "history", "chance", *(name for name, leader in scenario.leaders.items() if leader.side == own))


def make(name: str, scenario: Scenario, tables: Tables, side: int) -> Mind:
    """The mind of a name for a side (0 usa, 1 ussr). Raises MoveError where there is none of that name."""
    if name == "history":
        return History()
    if name == "chance":
        return Chance()
    leader = scenario.sides[("usa", "ussr")[side]].leader if name == "leader" else name
    if leader not in scenario.leaders:
        raise MoveError(f"no mind is called '{name}'", f"{', '.join(names(scenario, side))} can play this side")
    return LeaderMind(scenario.leaders[leader], side, tables)
