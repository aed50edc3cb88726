"""`facts SCENARIO`: the fact sheet, to be read against the books by somebody who did not write the scenario."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict

from game.model.scenario import Scenario
from game.scenario.catalogue import load
from game.scenario.facts import Claim, claims

NAME = "facts"
HELP = "print every claim of a scenario with its date, its standing and its sources"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("scenario", metavar="SCENARIO", help="a scenario's name, file or folder")
    parser.add_argument(
        "--standing", metavar="WORD", default="", help="only claims of this standing, such as documented"
    )
    parser.add_argument("--json", action="store_true", help="print the claims as JSON")


def run(args: argparse.Namespace) -> int:
    """Print the sheet."""
    scenario = load(args.scenario)
    told = [claim for claim in claims(scenario) if claim.standing.startswith(args.standing)]
    print(
        json.dumps([asdict(claim) for claim in told], indent=1, ensure_ascii=False)
        if args.json
        else sheet(scenario, told)
    )
    return 0


def sheet(scenario: Scenario, told: Sequence[Claim]) -> str:
    """The sheet as Markdown: a claim a paragraph, the sources in full at the end."""
    lines = [f"# {scenario.title}: {len(told)} claims", ""]
    for claim in told:
        head = ", ".join(part for part in (claim.when, claim.standing, "; ".join(claim.sources)) if part)
        lines += [f"- **{claim.place}** ({head}): {claim.text}"]
    used = dict.fromkeys(name for claim in told for name in claim.sources)
    cites = [f"- `{name}` {' '.join(scenario.sources[name].cite.split())}" for name in used if name in scenario.sources]
    return "\n".join([*lines, "", "## Sources", "", *cites])
