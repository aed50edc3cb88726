"""`compare SCENARIO --at DECISION --choice A --than B --on OUTCOME`: does a claim about causes hold, and on what?"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from game.insight.compare import Bar, Claim, Compared, Step, compare
from game.insight.compare_effect import Effect, outcomes
from game.insight.compare_words import WARNING, interval, points, sentences, verdict
from game.insight.roads import READINGS
from game.insight.schools import STYLISED, schools
from game.model.scenario import Scenario
from game.problems import GameError
from game.scenario.catalogue import load

NAME = "compare"
HELP = "test a claim: what one choice rather than another does to an outcome, and which assumptions that rests on"

#: Letters of a bar, and how many of the widest are explained below the table.
BAR, EXPLAINED = 19, 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario's name, file or folder")
    parser.add_argument("--at", metavar="DECISION", default="", help="a decision's id; without it they are listed")
    parser.add_argument("--choice", metavar="A", default="", help="a choice's id; history's where left out")
    parser.add_argument("--than", metavar="B", default="", help="the choice that it is held against")
    told = "war (the default), an ending's id, usa or ussr (share of aims met), or SIDE/AIM; see --outcomes"
    parser.add_argument("--on", metavar="OUTCOME", default="war", help=told)
    parser.add_argument("--outcomes", action="store_true", help="list every outcome of the scenario, and stop")
    parser.add_argument(
        "--then", choices=READINGS, default="free", help="who goes on: history where it can, or leaders"
    )
    parser.add_argument("--schools", action="store_true", help="ask each school of historians, in the place of ranges")
    parser.add_argument("--worlds", type=_count, default=2_000, metavar="N", help="worlds at most, in each row (2000)")
    parser.add_argument("--seed", type=int, default=1, help="the first world's seed (1)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def _count(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Test the claim; interrupted, with what there is."""
    scenario = load(args.scenario)
    if args.outcomes:
        print("\n".join(outcomes(scenario)))
        return 0
    told = _watched(_claim(scenario, args), args.schools)
    print(as_json(scenario, told)) if args.json else show(scenario, told)
    return 0


def _claim(scenario: Scenario, args: argparse.Namespace) -> Claim:
    """The claim that is meant. Raises GameError with what can be asked where something is left out."""
    decision = scenario.decisions.get(args.at)
    if not args.at:
        asked = sorted(scenario.decisions.items(), key=lambda item: item[1].at)
        listed = "".join(f"\n  {name}: {told.title}" for name, told in asked if told.history)
        raise GameError("name a decision with --at", f"those of history's road are:{listed}")
    choice = args.choice or (decision.history.choice if decision and decision.history else "")
    if decision and not (choice and args.than):
        listed = "".join(f"\n  {name}: {told.label}" for name, told in decision.choices.items())
        lacking = "--choice, because it did not come up in history," if not choice else "--than"
        raise GameError(f"name a choice with {lacking} for '{args.at}'", f"its choices are:{listed}")
    return Claim(args.scenario, args.at, choice, args.than, args.on, args.then, args.worlds, args.seed)


def _watched(claim: Claim, by_school: bool) -> Compared:
    """Work with a progress bar on the error stream."""
    with Progress(console=Console(stderr=True), transient=True) as bar:
        row = bar.add_task("the claim", total=None)

        def watch(step: Step) -> None:
            bar.update(row, completed=step.done, total=step.all, description=step.what[:40])

        return compare(claim, by_school, watch)


def as_json(scenario: Scenario, told: Compared) -> str:
    """The figures as JSON: the claim, the answer, each assumption or school, and how it was made."""
    claim = told.claim
    value = {
        "claim": {"scenario": scenario.id, "at": claim.at, "choice": claim.choice, "than": claim.than, "on": claim.on},
        "verdict": verdict(told) if told.bars else None,
        "words": sentences(scenario, told),
        "effect": _value(told.base),
        "assumptions": [_bar_value(bar) for bar in told.bars],
        "schools": {
            name: {"assumes": [asdict(one) for one in schools()[name].assumes], "effect": _value(found)}
            for name, found in told.schools.items()
        },
        "run": {
            "worlds": claim.worlds, "seed": claim.seed, "then": claim.reading, "seconds": told.seconds,
            "whole": told.whole, "warning": WARNING,
        },
    }  # fmt: skip
    return json.dumps(value, indent=1, ensure_ascii=False)


def _bar_value(bar: Bar) -> dict[str, Any]:
    ends = {
        "low": {"premise": asdict(bar.told.low), "effect": _value(bar.low)},
        "high": {"premise": asdict(bar.told.high), "effect": _value(bar.high)},
    }
    about = {"id": bar.id, "name": bar.told.name, "about": bar.told.about, "reason": bar.told.reason}
    return {**about, "sources": bar.told.sources, **ends, "width": bar.width}


def _value(found: Effect | None) -> dict[str, Any] | None:
    return {**asdict(found), "low": found.low, "high": found.high} if found else None


def show(scenario: Scenario, told: Compared) -> None:
    """The claim, the answer in words, the table, and what the page is."""
    console, decision = Console(highlight=False), scenario.decisions[told.claim.at]
    console.print(f"[bold]{scenario.title}: {decision.title}[/bold]")
    console.print(f"A  {decision.choices[told.claim.choice].label}")
    console.print(f"B  {decision.choices[told.claim.than].label}")
    goes_on = "both sides go on as in history where they can" if told.claim.reading == "history" else "leaders choose"
    console.print(f"After it {goes_on}. {told.claim.worlds} worlds, the same in every row, with the same luck.\n")
    for line in sentences(scenario, told):
        console.print(line)
    if told.bars:
        _show_bars(console, told)
    if told.schools:
        _show_schools(console, told)
    if not told.whole:
        console.print("\nStopped early: this is what there was.")
    console.print(f"\n{WARNING}")


def _show_bars(console: Console, told: Compared) -> None:
    """The tornado: the widest bar first."""
    console.print()
    table = Table(title="The difference A less B, in points, at each end of each range", title_justify="left")
    for head in ("assumption", "one end", "the other end", "bar"):
        table.add_column(head, overflow="fold", no_wrap=head == "bar")
    scale = _scale(told)
    for bar in told.bars:
        cells = [f"{points(e.gap.share)} {p.says}" if e else f"never asked: {p.says}" for p, e in _both(bar)]
        table.add_row(bar.told.name, *cells, _drawn(bar, told.base.gap.share, scale))
    console.print(table)
    console.print(f"Bar: from {points(scale[0])} to {points(scale[1])}; | is no difference, o the model as it is.\n")
    for bar in told.bars[:EXPLAINED]:
        console.print(f"{bar.told.name}. {bar.told.about} {bar.told.reason}")


def _both(bar: Bar) -> tuple[tuple[Any, Effect | None], ...]:
    return (bar.told.low, bar.low), (bar.told.high, bar.high)


def _scale(told: Compared) -> tuple[float, float]:
    found = [0.0, told.base.gap.share, *(one.gap.share for bar in told.bars for _, one in bar.ends)]
    return min(found), max(found)


def _drawn(bar: Bar, base: float, scale: tuple[float, float]) -> str:
    """A bar in letters."""
    low, high = scale
    ends = sorted(_place(one.gap.share, low, high) for _, one in bar.ends)
    letters = [" "] * BAR
    for place in range(ends[0], ends[-1] + 1) if ends else ():
        letters[place] = "="
    letters[_place(0.0, low, high)] = "|"
    letters[_place(base, low, high)] = "o"
    return "".join(letters)


def _place(value: float, low: float, high: float) -> int:
    return round((value - low) / max(high - low, 1e-9) * (BAR - 1))


def _show_schools(console: Console, told: Compared) -> None:
    """The model and each school, side by side."""
    console.print()
    known = schools()
    table = Table(title="The same worlds as each school would see them", title_justify="left")
    columns = {"the model": told.base} | {known[name].name: found for name, found in told.schools.items()}
    for head in ("", *columns):
        table.add_column(head, overflow="fold")
    for head, cell in (
        ("after A", lambda one: f"{one.first.share:.1%}"),
        ("after B", lambda one: f"{one.second.share:.1%}"),
        ("difference", lambda one: points(one.gap.share)),
        ("95 in 100 sure", interval),
    ):
        table.add_row(head, *(cell(one) if one else "never asked" for one in columns.values()))
    console.print(table)
    for name in told.schools:
        console.print(f"{known[name].name}: {'; '.join(one.says for one in known[name].assumes)}.")
    console.print(STYLISED)
