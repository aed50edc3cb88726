"""A scenario's tables, compiled once: rewinding, codes and resuming open the same scenario again and again."""

from __future__ import annotations

from game.model.scenario import Scenario
from game.model.tables import Tables
from game.scenario.compile import compile_scenario

MOST = 8
_KEPT: dict[int, tuple[Scenario, Tables]] = {}


def tables_of(scenario: Scenario) -> Tables:
    """The tables of a scenario object; the same tables for the same object while it is among the last few used."""
    kept = _KEPT.pop(id(scenario), None)
    if kept is None or kept[0] is not scenario:
        kept = scenario, compile_scenario(scenario)
    _KEPT[id(scenario)] = kept
    while len(_KEPT) > MOST:
        del _KEPT[next(iter(_KEPT))]
    return kept[1]
