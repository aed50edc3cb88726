"""20,000 games of each scenario through the engine: everything is reached, no number leaves its bounds.

Then leader games: every decision that lies off the historical path opens in at least 2 % of them.
"""

from __future__ import annotations

from benchmarks.proof import each, write
from game.engine.step import start
from game.insight.coverage import cover
from game.insight.many import SLICE, seeds
from game.insight.openings import opened, openings
from game.minds.roster import make
from game.minds.walk import walk
from game.model.scenario import Scenario
from game.model.tables import DecisionTable, Tables
from game.scenario.catalogue import load, names
from game.scenario.compile import compile_scenario

GAMES, LEADER_GAMES, OFF_PATH = 20_000, 10_000, 0.02
#: Leader games on each first day that only a campaign brings.
CARRIED_GAMES = 2_000


def main() -> int:
    """Prove each scenario; 1 where something was missed."""
    figures = each(prove, names())
    write("coverage", figures, "make proof ONLY=coverage")
    failed = [name for name, found in figures.items() if found["missed"] or found["bounds_broken"] or found["too_rare"]]
    for name in failed:
        print(name, figures[name]["missed"], figures[name]["bounds_broken"], figures[name]["too_rare"])
    return 1 if failed else 0


def prove(name: str) -> dict[str, object]:
    """The figures of one scenario."""
    scenario = load(name)
    tables = compile_scenario(scenario)
    leaders = (make("leader", scenario, tables, 0), make("leader", scenario, tables, 1))
    tally = cover(tables, GAMES, first_days=openings(scenario), leaders=leaders)
    opened = off_path(name)
    return {
        "games": GAMES,
        "things": len(tally.counts),
        "missed": tally.missed(),
        "bounds_broken": tally.bounds_broken,
        "leader_games": LEADER_GAMES,
        "off_history_decisions": {entry: round(share, 4) for entry, share in opened.items()},
        "too_rare": sorted(entry for entry, share in opened.items() if share < OFF_PATH),
    }


def off_path(name: str) -> dict[str, float]:
    """In which share of leader games each decision off the historical path opens.

    A decision that only an earlier chapter of a campaign can bring about is counted on the first days that it brings.
    """
    scenario = load(name)
    tables = compile_scenario(scenario)
    alone, *others = openings(scenario)
    shares = _shares(scenario, opened(tables, alone), LEADER_GAMES)
    for opening in others if min(shares.values(), default=1.0) < OFF_PATH else []:
        found = _shares(scenario, opened(tables, opening), min(LEADER_GAMES, CARRIED_GAMES))
        shares = {entry: max(share, found[entry]) for entry, share in shares.items()}
    return shares


def _shares(scenario: Scenario, tables: Tables, games: int) -> dict[str, float]:
    """In which share of leader games from one first day each decision off the path opens."""
    minds = (make("leader", scenario, tables, 0), make("leader", scenario, tables, 1))
    final = walk(tables, start(tables, seeds(min(games, SLICE))), minds)
    off = [entry for entry in tables.entries if isinstance(entry.what, DecisionTable) and not entry.on_path]
    return {entry.id: float((final[f"chosen/{entry.id}"] > 0).mean()) for entry in off}
