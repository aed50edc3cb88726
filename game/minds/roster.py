"""Minds by name: history, chance, leader (the side's own) or a leader's id, which a level may follow (leader:hard).

`make` gives the leader model, quick enough for a hundred thousand worlds; `seat` the leader who plays at a table.
"""

from __future__ import annotations

from dataclasses import replace

from game.minds.leader import LeaderMind
from game.minds.mind import Mind
from game.minds.plain import Chance, History
from game.minds.simple import SIMPLE
from game.minds.table import LEVELS, LeaderAtTable, Level
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.problems import MoveError

#: The level at which a leader plays where none is named, and the one of the model alone, for many games.
STANDARD, QUICK = "standard", "quick"


#: Minds that are nobody's, and have no levels.
MINDLESS = ("history", "chance", *SIMPLE)


def names(scenario: Scenario, side: int) -> tuple[str, ...]:
    """Every name that `make` takes for a side."""
    own = ("usa", "ussr")[side]
    return ("leader", "history", "chance", *(name for name, leader in scenario.leaders.items() if leader.side == own))


def seats(scenario: Scenario, side: int) -> tuple[str, ...]:
    """Every name that `seat` takes for a side: minds, and leaders at their levels."""
    plain = (*names(scenario, side), *SIMPLE)
    levels = (*(level.id for level in LEVELS if level.id != STANDARD), QUICK)
    return (*plain, *(f"{name}:{level}" for name in plain if name not in MINDLESS for level in levels))


def parted(name: str) -> tuple[str, str]:
    """Who a mind's name means, and at which level where that is a leader."""
    who, _, level = name.partition(":")
    return who, level or STANDARD


def at_level(name: str, level: str) -> str:
    """A mind's name with a level, where it has levels and this is not the usual one."""
    return name if name in MINDLESS or level == STANDARD else f"{name}:{level}"


def make(name: str, scenario: Scenario, tables: Tables, side: int) -> Mind:
    """The mind of a name for a side (0 usa, 1 ussr). Raises MoveError where there is none of that name."""
    if name == "history":
        return History()
    if name == "chance":
        return Chance()
    if name in SIMPLE:
        return SIMPLE[name]
    leader = scenario.sides[("usa", "ussr")[side]].leader if name == "leader" else name
    if leader not in scenario.leaders:
        raise MoveError(f"no mind is called '{name}'", f"{', '.join(names(scenario, side))} can play this side")
    return LeaderMind(scenario.leaders[leader], side, tables)


def seat(name: str, scenario: Scenario, tables: Tables, side: int) -> Mind:
    """The mind that plays a side at a table: a name as for `make`, a leader's with or without a level.

    It pictures the other side as led by the scenario's own leader. Raises MoveError where there is none of that name.
    """
    who, level = parted(name)
    mind = make(who, scenario, tables, side)
    if not isinstance(mind, LeaderMind):
        if who != name:
            raise MoveError(f"'{who}' has no levels", "only leaders do")
        return mind
    if level == QUICK:
        return mind
    chosen = _level(level)
    rival = make("leader", scenario, tables, 1 - side)
    return LeaderAtTable(replace(mind, strength=chosen.first), rival, chosen)


def _level(name: str) -> Level:
    found = next((level for level in LEVELS if level.id == name), None)
    if found is None:
        raise MoveError(f"no level is called '{name}'", f"levels are: {', '.join(level.id for level in LEVELS)}")
    return found
