"""`drama SCENARIO`: is it a good game? Measured with leaders on both sides, on paired seeds."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from game.insight.drama import Drama, measure
from game.minds.roster import make
from game.scenario.catalogue import load
from game.scenario.compile import compile_scenario

NAME = "drama"
HELP = "measure whether choices matter, tension turns and instruments are worth their capital"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario's name, file or folder")
    parser.add_argument("--worlds", type=int, default=1500, metavar="N", help="games to play (1500)")
    parser.add_argument("--seed", type=int, default=1, help="the first game's seed (1)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def run(args: argparse.Namespace) -> int:
    """Measure; 0 where every target is met, 1 where one is not."""
    scenario = load(args.scenario)
    tables = compile_scenario(scenario)
    minds = (make("leader", scenario, tables, 0), make("leader", scenario, tables, 1))
    found = measure(tables, minds, args.worlds, args.seed)
    if args.json:
        verdicts = {name: {"met": met, "figure": figure} for name, (met, figure) in found.verdicts().items()}
        print(json.dumps({**asdict(found), "verdicts": verdicts}, indent=1))
    else:
        _show(scenario.title, found)
    return 0 if all(met for met, _ in found.verdicts().values()) else 1


def _show(title: str, found: Drama) -> None:
    console = Console()
    table = Table(title=f"{title}: {found.worlds} games, leaders on both sides", title_justify="left")
    for head in ("decision", "side", "opens", "swing", "taken"):
        table.add_column(head, overflow="fold")
    for told in found.decisions:
        taken = ", ".join(f"{choice} {share:.0%}" for choice, share in told.taken.items())
        table.add_row(told.entry, told.side, f"{told.opens:.0%}", f"{told.swing:.0%}" if told.judged else "rare", taken)
    console.print(table)
    console.print(
        "instruments, of their opportunities: "
        + ", ".join(f"{tool} {share:.0%}" for tool, share in found.tools.items())
    )
    for side, (with_, without) in found.aims.items():
        console.print(f"aims met by {side}: {with_:.1%} with instruments, {without:.1%} without")
    console.print("endings: " + ", ".join(f"{ending} {share:.1%}" for ending, share in found.endings.items()))
    for name, (met, figure) in found.verdicts().items():
        console.print(f"{'met    ' if met else 'NOT met'} {name}: {figure}")
