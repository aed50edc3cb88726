"""Other first days: what an earlier chapter of a campaign may have done to a scenario's flags before it opens."""

from __future__ import annotations

from dataclasses import replace

from game.model.scenario import Scenario
from game.model.tables import Tables

Opening = tuple[tuple[str, float], ...]


def openings(scenario: Scenario) -> tuple[Opening, ...]:
    """The scenario as it stands alone, then with each flag that may be carried turned round, then with all of them."""
    turned = [(f"flag/{name}", -1.0 if flag.start else 1.0) for name, flag in scenario.flags.items() if flag.carried]
    single = [(one,) for one in turned]
    return ((), *single, *([tuple(turned)] if len(turned) > 1 else []))


def opened(tables: Tables, opening: Opening) -> Tables:
    """The tables of a first day with that opening."""
    return replace(tables, opening=opening) if opening else tables
