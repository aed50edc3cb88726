"""Test: a scenario's own tests, played by history except where a test gives a choice."""

from __future__ import annotations

import argparse
import json

from game.play.tables import tables_of
from game.play.trial import Outcome, run_test
from game.problems import GameError
from game.scenario.catalogue import load

NAME = "test"
HELP = "run the tests that a scenario holds"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("path", nargs="+", help="a scenario's folder, file or id")
    parser.add_argument("--json", action="store_true", help="print a list of objects instead of lines")


def run(args: argparse.Namespace) -> int:
    """Run every test; 0 where all come out as expected, 1 where some do not."""
    found = [(path, outcome) for path in args.path for outcome in _outcomes(path)]
    if args.json:
        print(json.dumps([_value(path, outcome) for path, outcome in found], indent=1, ensure_ascii=False))
    else:
        for path, outcome in found:
            _tell(path, outcome)
    return 1 if any(outcome.faults for _, outcome in found) else 0


def _outcomes(path: str) -> list[Outcome]:
    scenario = load(path)
    if not scenario.tests:
        raise GameError(f"{path} holds no tests", "write some under `tests:`; the first should be history's path")
    tables = tables_of(scenario)
    return [run_test(scenario, tables, test) for test in scenario.tests]


def _tell(path: str, outcome: Outcome) -> None:
    mark = "failed" if outcome.faults else "ok"
    print(f"{mark:7s}{path}: {outcome.test.name} (ending '{outcome.game.ending}')")
    for fault in outcome.faults:
        print(f"       {fault}")


def _value(path: str, outcome: Outcome) -> dict[str, object]:
    return {
        "path": path, "test": outcome.test.name, "ok": not outcome.faults, "ending": outcome.game.ending,
        "faults": list(outcome.faults),
    }  # fmt: skip
