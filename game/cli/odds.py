"""`odds SCENARIO --at DECISION`: what each choice comes to over many worlds, with its uncertainty."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from importlib import import_module

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from game.insight.odds import Asked, Odds, odds
from game.insight.roads import READINGS
from game.problems import GameError
from game.scenario.catalogue import load

NAME = "odds"
HELP = "for each choice of a decision: endings, war and aims over many worlds, with their errors"
WARNING = "A model fitted to our own judgement. It shows what its assumptions imply, not what would have happened."
#: An ending that comes in fewer worlds than this after every choice is left out of the table.
RARE = 0.02


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario's name, file or folder")
    parser.add_argument("--at", metavar="DECISION", help="a decision's id; the first where left out")
    parser.add_argument(
        "--then", choices=READINGS, default="free", help="who goes on: history where it can, or leaders"
    )
    parser.add_argument("--worlds", type=_count, default=20_000, metavar="N", help="worlds at most (20000)")
    parser.add_argument("--seed", type=int, default=1, help="the first world's seed (1)")
    parser.add_argument(
        "--executor",
        default="",
        metavar="HOW",
        help="processes:N, or a Dask cluster's address such as tcp://127.0.0.1:8786",
    )
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")


def _count(text: str) -> int:
    if not text.isdigit() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return int(text)


def run(args: argparse.Namespace) -> int:
    """Print the odds; interrupted, with what there is."""
    asked = Asked(args.scenario, args.at or _first(args.scenario), args.then, args.worlds, args.seed)
    try:
        with _executor(args.executor) as executor:
            told = _watched(asked, executor)
    except (KeyError, ValueError):
        raise GameError(
            f"'{asked.at}' is no decision that comes up in '{asked.scenario}'", _known(args.scenario)
        ) from None
    print(as_json(told)) if args.json else show(told)
    return 0


def _first(which: str) -> str:
    told = load(which).decisions
    return min(told, key=lambda name: told[name].at)


def _known(which: str) -> str:
    return "its decisions are: " + ", ".join(load(which).decisions)


@contextmanager
def _executor(how: str) -> Iterator[Executor | None]:
    """Nothing, some processes, or a Dask cluster through the same interface. Raises GameError."""
    kind, _, count = how.partition(":")
    if not how:
        yield None
    elif kind == "processes":
        with ProcessPoolExecutor(int(count) if count.isdigit() else None) as pool:
            yield pool
    else:
        yield from _cluster(how)


def _cluster(address: str) -> Iterator[Executor]:
    try:
        client = import_module("distributed").Client(address)
    except ImportError:
        raise GameError("a cluster needs Dask", "install it with: pip install distributed") from None
    except OSError as error:
        raise GameError(f"there is no cluster at {address}: {error}") from None
    with client:
        yield client.get_executor()


def _watched(asked: Asked, executor: Executor | None) -> Odds:
    """Play with a progress bar on the error stream."""
    with Progress(console=Console(stderr=True), transient=True) as bar:
        row = bar.add_task("worlds", total=asked.worlds)
        return odds(asked, lambda told: bar.update(row, completed=told.worlds), executor)


def as_json(told: Odds) -> str:
    """The figures as JSON: each choice, then the run."""
    choices = [
        {
            "id": one.choice, "worlds": one.worlds,
            "war": dict(zip(("low", "median", "high"), one.war, strict=True)) | {"share": one.wars.share},
            "endings": {name: share.share for name, share in one.endings.items()},
            "aims": {"usa": one.aims[0].share, "ussr": one.aims[1].share},
            "standard_errors": {
                "war": one.wars.error, "endings": {name: share.error for name, share in one.endings.items()},
                "aims": {"usa": one.aims[0].error, "ussr": one.aims[1].error},
            },
            "tension": one.fan,
        }
        for one in told.figures
    ]  # fmt: skip
    gaps = [{"first": one, "second": two, **asdict(gap)} for (one, two), gap in told.gaps.items()]
    run_ = {
        "worlds": told.worlds, "seconds": told.seconds, "decisions_per_second": told.pace, "seed": told.asked.seed,
        "scenario": told.asked.scenario, "at": told.asked.at, "then": told.asked.reading, "warning": WARNING,
    }  # fmt: skip
    return json.dumps({"choices": choices, "differences": gaps, "run": run_}, indent=1)


def show(told: Odds) -> None:
    """A table, a row for each choice."""
    scenario = load(told.asked.scenario)
    decision = scenario.decisions[told.asked.at]
    console = Console()
    table = Table(title=f"{decision.title} Then {told.asked.reading}.", title_justify="left")
    for head in ("choice", "war (low, middle, high)", "aims usa", "aims ussr", "endings"):
        table.add_column(head, overflow="fold")
    for one in told.figures:
        low, middle, high = one.war
        endings = sorted(one.endings.items(), key=lambda item: -item[1].share)
        named = ", ".join(
            f"{scenario.endings[name].title} {share.share:.0%}" for name, share in endings if share.share >= RARE
        )
        aims = (f"{share.share:.0%} ± {share.error:.1%}" for share in one.aims)
        table.add_row(decision.choices[one.choice].label, f"{low:.1%}, {middle:.1%}, {high:.1%}", *aims, named)
    console.print(table)
    console.print(f"{told.worlds} worlds, the same luck for every choice; largest standard error {told.error:.1%}.")
    console.print(WARNING)
