"""`schema`: the scenario format as JSON Schema for editors, or as a page for people."""

from __future__ import annotations

import argparse

from game.scenario.reference import reference
from game.scenario.schema import schema_text

NAME = "schema"
HELP = "print the scenario format as JSON Schema, or as a page to read"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--whole", action="store_true", help="for a scenario in one file: say which keys are needed")
    parser.add_argument("--reference", action="store_true", help="print the reference page (Markdown) instead")


def run(args: argparse.Namespace) -> int:
    """Print the schema, or the page."""
    print((reference() if args.reference else schema_text(args.whole)).rstrip())
    return 0
