"""`check PATH...`: everything that is wrong with scenarios, without playing them."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.problems import Problem
from game.scenario import find, names
from game.scenario.campaign import is_campaign
from game.scenario.campaign_check import check_campaign
from game.scenario.catalogue import CAMPAIGN
from game.scenario.check import Findings, check
from game.scenario.excerpt import show
from game.scenario.mend import mend

NAME = "check"
HELP = "say everything that is wrong with scenarios: files, folders, or a folder of scenarios"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    told = "a scenario's file or folder, a folder of them, or the id of one that comes with the game"
    parser.add_argument("paths", metavar="PATH", nargs="+", type=there, help=told)
    parser.add_argument("--json", action="store_true", help="print the problems as a JSON list")
    parser.add_argument("--fix", action="store_true", help="write what was probably meant, where that is clear")


def there(which: str) -> Path:
    """A path as given, or that of a scenario that comes with the game."""
    path = Path(which)
    return find(which) if not path.exists() and which in names() else path


def run(args: argparse.Namespace) -> int:
    """Check every path; 0 where there are no errors, 1 where there are, 2 where a path is not there."""
    if args.fix:
        mended = mend([problem for path in args.paths for found in checked(path) for problem in found.problems])
        if not args.json:
            print(f"mended {mended} of the problems")
    findings = [found for path in args.paths for found in checked(path)]
    if args.json:
        print(json.dumps([as_json(problem) for found in findings for problem in found.problems], indent=1))
    else:
        print("\n\n".join(report(found) for found in findings))
    if not all(path.exists() for path in args.paths):
        return 2
    return 1 if any(found.errors for found in findings) else 0


def checked(path: Path) -> list[Findings]:
    """Findings for a path: a campaign, a scenario, or a folder of scenarios and what lies beside them."""
    if is_campaign(path):
        return [check_campaign(path)]
    beside = [path / CAMPAIGN] if (path / CAMPAIGN).is_dir() else []
    return [*check(path), *(check_campaign(one) for one in beside)]


def as_json(problem: Problem) -> dict[str, object]:
    """A problem as an object of plain values."""
    place = problem.place
    return {
        "file": place.file, "line": place.line, "column": place.column, "width": place.width, "code": problem.code,
        "level": problem.level, "message": problem.message, "hint": problem.hint, "fix": problem.fix,
    }  # fmt: skip


def report(found: Findings) -> str:
    """What was found in one scenario: problems, then a summary, then the words that a player must read."""
    lines = [show(problem, found.files) for problem in found.problems]
    warnings = len(found.problems) - found.errors
    lines.append(f"{found.title} ({found.path}): {counted(found.errors, 'error')}, {counted(warnings, 'warning')}")
    for side, (on_path, every) in found.words.items():
        lines.append(f"  {side} must read {on_path:,} words along the historical path, {every:,} in all entries")
    if found.problems:
        lines.append(f"  `explain {found.problems[0].code}` says more")
    return "\n".join(lines)


def counted(number: int, word: str) -> str:
    """A number with its noun: "1 error", "no warnings"."""
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"
