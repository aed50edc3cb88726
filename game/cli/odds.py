"""`odds SCENARIO --at DECISION`: what each choice comes to over many worlds, with its uncertainty."""

from __future__ import annotations

import argparse
import json
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from importlib import import_module
from multiprocessing import active_children
from typing import Any

from rich.console import Console
from rich.progress import Progress

from game.cli import odds_schools
from game.cli.odds_table import show
from game.insight.odds import Asked, Odds, abreast, answer, forked
from game.insight.odds_figures import Figures, unsure
from game.insight.roads import FREE, READINGS
from game.insight.schools import schools
from game.insight.tally import Tally
from game.model.moment import moment_text
from game.model.people import SIDES
from game.problems import GameError
from game.scenario.catalogue import load
from game.views.odds_words import WARNING

NAME = "odds"
HELP = "for each choice of a decision: endings, war and aims over many worlds, with their errors"
#: Seconds to look for a cluster.
PATIENCE = 10


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario's name, file or folder")
    parser.add_argument("--at", metavar="DECISION", help="a decision's id; the first where left out")
    parser.add_argument(
        "--then", choices=READINGS, help="who goes on: history where it can, or free play; both where left out"
    )
    parser.add_argument(
        "--mind", action="append", default=[], metavar="SIDE=NAME",
        help="who plays on in free play: leader, chance, history or a leader's id",
    )  # fmt: skip
    parser.add_argument(
        "--schools", action="store_true", help="in free play, or --then: beside the model, each school of historians"
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
    questions = _questions(args)
    with _executor(args.executor) as executor:
        told, interrupted = _watched(questions, executor)
    if not told and interrupted:
        raise KeyboardInterrupt
    if not told:
        raise GameError(f"'{questions[0].at}' does not come up in {args.worlds} worlds", "ask with more: --worlds N")
    if args.json:
        print(as_json(told, interrupted))
    elif args.schools:
        odds_schools.show(load(args.scenario), told, interrupted, Console())
    else:
        show(load(args.scenario), told, interrupted, Console())
    return 0


def _questions(args: argparse.Namespace) -> list[Asked]:
    """One question for each reading, or for each school. Raises GameError where there is no such decision or mind."""
    minds, scenario = _minds(args.mind), load(args.scenario)
    at = args.at or min(scenario.decisions, key=lambda name: scenario.decisions[name].at)
    if at not in scenario.decisions:
        known = "its decisions are: " + ", ".join(scenario.decisions)
        raise GameError(f"'{at}' is no decision of '{args.scenario}'", known)
    readings = (args.then,) if args.then else (FREE,) if args.schools else READINGS
    seen_by = ("", *schools()) if args.schools else ("",)
    asked = [
        Asked(args.scenario, at, reading, args.worlds, args.seed, **minds, school=school)
        for reading in readings
        for school in seen_by
    ]
    for one in asked:
        forked(one)
    return asked


def _minds(told: Sequence[str]) -> dict[str, str]:
    found = {}
    for one in told:
        side, _, name = one.partition("=")
        if side not in SIDES or not name:
            raise GameError(f"--mind {one!r} names no side and mind", "write it as --mind ussr=chance")
        found[side] = name
    return found


@contextmanager
def _executor(how: str) -> Iterator[Executor | None]:
    """Nothing, some processes, or a Dask cluster through the same interface. Raises GameError."""
    kind, _, count = how.partition(":")
    if not how:
        yield None
    elif kind == "processes":
        if not count.isdigit() or not int(count):
            raise GameError(f"--executor {how!r} does not say how many processes", "write it as processes:2")
        yield from _processes(int(count))
    else:
        yield from _cluster(how)


def _processes(count: int) -> Iterator[Executor]:
    """So many processes. What they still work on when the odds are done, nobody waits for."""
    pool = ProcessPoolExecutor(count, initializer=_deaf)
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for child in active_children():
            child.terminate()


def _deaf() -> None:
    """An interrupt from the keyboard goes to every process; only the one that asks should hear it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cluster(address: str) -> Iterator[Executor]:
    try:
        client = import_module("distributed").Client(address, timeout=PATIENCE)
    except ImportError:
        raise GameError("a cluster needs Dask", "install it with: pip install distributed") from None
    except (OSError, ValueError) as error:
        raise GameError(f"there is no cluster at {address}: {error}", "or write processes:2") from None
    with client:
        yield client.get_executor()


def _watched(questions: Sequence[Asked], executor: Executor | None) -> tuple[list[Odds], bool]:
    """Play with a progress bar on the error stream; gives what there is, and whether it was interrupted."""
    found: dict[Asked, tuple[Tally, float]] = {}
    interrupted = False
    with Progress(console=Console(stderr=True), transient=True) as bar:
        rows = {one: bar.add_task(_name(one), total=one.worlds) for one in questions}
        try:
            for one, total, seconds in abreast(questions, executor):
                found[one] = total, seconds
                bar.update(rows[one], completed=total.worlds, description=_progress(one, total))
        except KeyboardInterrupt:
            interrupted = True
    return [answer(one, *found[one]) for one in questions if one in found and found[one][0].worlds], interrupted


def _name(asked: Asked) -> str:
    return f"then {asked.reading}, {asked.school}" if asked.school else f"then {asked.reading}"


def _progress(asked: Asked, total: Tally) -> str:
    return f"{_name(asked)}: {total.worlds:,} worlds, ± {100 * unsure(total):.1f} in 100"


def as_json(told: Sequence[Odds], interrupted: bool = False) -> str:
    """The figures as JSON: of one reading its choices, differences and run; of both, or of schools, each under its
    name, and the run of all together.
    """
    if len(told) == 1:
        return json.dumps(_reading(told[0], interrupted), indent=1)
    seconds, decisions = sum(one.seconds for one in told), sum(one.decisions for one in told)
    run_ = _run(told[0], interrupted) | {
        "worlds": sum(one.worlds for one in told), "seconds": seconds,
        "decisions_per_second": decisions / max(seconds, 1e-9), "then": [one.asked.reading for one in told],
    }  # fmt: skip
    by_school = any(one.asked.school for one in told)
    kind = "schools" if by_school else "readings"
    named = {
        (one.asked.school or odds_schools.MODEL) if by_school else one.asked.reading: _reading(one, interrupted)
        for one in told
    }
    return json.dumps({kind: named, "run": run_}, indent=1)


def _reading(told: Odds, interrupted: bool) -> dict[str, Any]:
    gaps = [{"first": one, "second": two, **asdict(gap)} for (one, two), gap in told.gaps.items()]
    choices = [_choice(told, one) for one in told.figures]
    return {"choices": choices, "differences": gaps, "run": _run(told, interrupted)}


def _run(told: Odds, interrupted: bool) -> dict[str, Any]:
    asked = told.asked
    return {
        "worlds": told.worlds, "seconds": told.seconds, "decisions_per_second": told.pace, "seed": asked.seed,
        "scenario": asked.scenario, "at": asked.at, "then": asked.reading,
        "minds": {"usa": asked.usa, "ussr": asked.ussr}, "interrupted": interrupted, "warning": WARNING,
    }  # fmt: skip


def _choice(told: Odds, one: Figures) -> dict[str, Any]:
    names = ("low", "median", "high")
    return {
        "id": one.choice, "worlds": one.worlds,
        "war": dict(zip(names, one.war, strict=True)) | {"share": one.wars.share},
        "endings": {name: share.share for name, share in one.endings.items()},
        "aims": {side: met.share for side, met in zip(SIDES, one.aims, strict=True)},
        "standard_errors": {
            "war": dict(zip(names, one.war_errors, strict=True)) | {"share": one.wars.error},
            "endings": {name: share.error for name, share in one.endings.items()},
            "aims": {side: met.error for side, met in zip(SIDES, one.aims, strict=True)},
        },
        "tension": [
            {"at": moment_text(date)} | dict(zip(names, row, strict=True))
            for date, row in zip(told.dates, one.fan, strict=True)
        ],
    }  # fmt: skip
