"""A scenario's tables, compiled once: rewinding, codes and resuming open the same scenario again and again."""

from __future__ import annotations

from dataclasses import replace

from game.model.scenario import Scenario
from game.model.tables import Tables
from game.scenario.compile import compile_scenario

MOST = 8
#: What earlier chapters of a campaign add to a first day: rows and amounts.
Opening = tuple[tuple[str, float], ...]
_KEPT: dict[tuple[int, Opening], tuple[Scenario, Tables]] = {}


def tables_of(scenario: Scenario, opening: Opening = ()) -> Tables:
    """The tables of a scenario object; the same tables for the same object while it is among the last few used.

    opening is what earlier chapters of a campaign add to its first day.
    """
    kept = _KEPT.pop((id(scenario), opening), None)
    if kept is None or kept[0] is not scenario:
        made = replace(tables_of(scenario), opening=opening) if opening else compile_scenario(scenario)
        kept = scenario, made
    _KEPT[id(scenario), opening] = kept
    while len(_KEPT) > MOST:
        del _KEPT[next(iter(_KEPT))]
    return kept[1]
