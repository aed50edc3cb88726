"""`schema`: the scenario format as JSON Schema for editors, or as a page for people."""

from __future__ import annotations

import argparse

from game.scenario.reference import reference
from game.scenario.schema import as_text, campaign_schema, schema_text

NAME = "schema"
HELP = "print the scenario format as JSON Schema, or as a page to read"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--whole", action="store_true", help="for a scenario in one file: say which keys are needed")
    parser.add_argument("--campaign", action="store_true", help="the format of a campaign instead of a scenario's")
    parser.add_argument("--reference", action="store_true", help="print the reference page (Markdown) instead")


def run(args: argparse.Namespace) -> int:
    """Print the schema, or the page."""
    text = as_text(campaign_schema()) if args.campaign else schema_text(args.whole)
    print((reference() if args.reference else text).rstrip())
    return 0
