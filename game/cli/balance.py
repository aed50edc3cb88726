"""`balance SCENARIO`: for designers: who wins against whom, what is never worth taking, what does not matter."""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from game.insight.balance import Balance, Finding, balance, findings, steps
from game.insight.balance_lengths import BOTTOM, TOP, Three
from game.insight.balance_robin import Cell, standing
from game.insight.drama import SWING
from game.model.people import SIDES
from game.model.scenario import Scenario
from game.scenario.catalogue import load

NAME = "balance"
HELP = "for designers: who wins against whom, choices never worth taking, decisions that do not matter, lengths"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario's name, file or folder")
    parser.add_argument("--games", type=_count, default=300, metavar="N", help="games of each pair of minds (300)")
    parser.add_argument("--seed", type=int, default=1, help="the first game's seed (1)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def _count(text: str) -> int:
    if not text.isdigit() or int(text) < 2:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 1")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Measure; 0 where nothing is found, 1 where something is."""
    scenario = load(args.scenario)
    told = _watched(scenario, args)
    found = findings(told)
    print(as_json(told, found)) if args.json else show(scenario, told, found)
    return 1 if found else 0


def _watched(scenario: Scenario, args: argparse.Namespace) -> Balance:
    """Work with a progress bar on the error stream."""
    with Progress(console=Console(stderr=True), transient=True) as bar:
        row = bar.add_task("games", total=steps(scenario))

        def watch(what: str) -> None:
            bar.update(row, advance=1, description=what)

        return balance(scenario, args.games, args.seed, watch)


def as_json(told: Balance, found: list[Finding]) -> str:
    """Everything as JSON."""
    ranks = {side: {name: asdict(one) for name, one in standing(told.cells, index).items()} for index, side in _sides()}
    return json.dumps(
        {**asdict(told), "standing": ranks, "findings": [asdict(one) for one in found]}, indent=1, ensure_ascii=False
    )


def _sides() -> list[tuple[int, str]]:
    return list(enumerate(SIDES))


def show(scenario: Scenario, told: Balance, found: list[Finding]) -> None:
    """The round robin, the decisions, lengths, and what was found."""
    console = Console(highlight=False)
    _show_robin(console, scenario, told)
    _show_decisions(console, told)
    _show_lengths(console, scenario, told)
    console.print()
    if not found:
        console.print("Nothing was found out of balance.")
    for kind in dict.fromkeys(one.kind for one in found):
        same = [one for one in found if one.kind == kind]
        console.print(f"[bold]{kind}[/bold] ({len(same)})")
        for one in same:
            console.print(f"  {one.place}: {one.says}")
    console.print(
        f"\n{told.games} games a pair, three times as many between the leaders. Minds here do not look ahead."
    )


def _show_robin(console: Console, scenario: Scenario, told: Balance) -> None:
    """A row a mind of Washington's, a column a mind of Moscow's, then each side's minds in order."""
    own, other = (scenario.sides[side].name for side in SIDES)
    columns = list(dict.fromkeys(cell.ussr for cell in told.cells))
    rows: dict[str, list[Cell]] = {}
    for cell in told.cells:
        rows.setdefault(cell.usa, []).append(cell)
    table = Table(title=f"{scenario.title}: aims met by {own} : {other}, and wars in 100 games", title_justify="left")
    for head in (f"{own} \\ {other}", *columns):
        table.add_column(head, overflow="fold")
    for name, cells in rows.items():
        table.add_row(name, *(_cell(cell) for cell in cells))
    console.print(table)
    usa, ussr = (f"{100 * share:.0f}" for share in told.own.ahead)
    console.print(f"Between the leaders {own} is ahead in aims in {usa} of 100 games, {other} in {ussr}.")
    for index, side in _sides():
        ranks = ", ".join(f"{name} {one.share:.0%}" for name, one in standing(told.cells, index).items())
        console.print(f"{scenario.sides[side].name}'s minds by aims met over all rivals: {ranks}.")
    endings = sorted(told.drama.endings.items(), key=lambda item: -item[1])
    console.print("Endings between the leaders: " + ", ".join(f"{name} {share:.1%}" for name, share in endings) + ".")


def _cell(cell: Cell) -> str:
    usa, ussr = (f"{100 * one.share:.0f}" for one in cell.aims)
    return f"{usa}:{ussr}" + (f" w{100 * cell.war:.0f}" if cell.war >= 0.005 else "")


def _show_decisions(console: Console, told: Balance) -> None:
    title = "Decisions: by how much an ending's share moves; each choice: taken / best for its side, in 100 games"
    table = Table(title=title, title_justify="left")
    for head in ("decision", "side", "opens", "moves", "choices"):
        table.add_column(head, overflow="fold")
    for one in told.drama.decisions:
        choices = ", ".join(f"{name} {100 * share:.0f}/{_best(one.best, name)}" for name, share in one.taken.items())
        swing = ("" if one.swing >= SWING else "only ") + f"{one.swing:.0%}" if one.judged else "rare"
        table.add_row(one.entry, one.side, f"{one.opens:.0%}", swing, choices)
    console.print(table)


def _best(best: dict[str, float], name: str) -> str:
    return f"{100 * best[name]:.0f}" if name in best else "-"


def _show_lengths(console: Console, scenario: Scenario, told: Balance) -> None:
    lengths = told.lengths
    console.print(f"A game has {_span(lengths.entries)} entries (middle, and 80 in 100 games).")
    for side in SIDES:
        name = scenario.sides[side].name
        asked, read = _span(lengths.questions[side]), _span(lengths.words[side])
        console.print(f"{name} answers {asked} questions and reads {read} words, papers and notes left out.")
    peaks = ", ".join(f"{name} {share:.0%}" for name, share in lengths.peaks.items())
    console.print(
        f"Tension is above {TOP:.0f} for {lengths.above:.1%} of the days and below {BOTTOM:.0f} for "
        f"{lengths.below:.1%}. {f'Above it most often at: {peaks}.' if peaks else ''}"
    )


def _span(three: Three) -> str:
    low, middle, high = three
    return f"{middle:,.0f} ({low:,.0f} to {high:,.0f})"
