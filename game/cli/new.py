"""`new FOLDER`: a small scenario that passes `check`, to start from."""

from __future__ import annotations

import argparse
from pathlib import Path

from game.problems import GameError
from game.scenario.scalars import ID
from game.scenario.template import write

NAME = "new"
HELP = "write a small scenario that passes `check`, to start from"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    told = "the folder to make; its name becomes the scenario's id"
    parser.add_argument("folder", metavar="FOLDER", type=Path, help=told)


def run(args: argparse.Namespace) -> int:
    """Write the template; refuse to write over anything."""
    folder: Path = args.folder
    if not ID.fullmatch(folder.resolve().name):
        hint = "letters, digits and single hyphens, such as berlin-1948"
        raise GameError(f"'{folder.name}' cannot be a scenario's id", hint)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise GameError(f"{folder} is there already", "nothing was written; choose another name")
    for path in write(folder):
        print(path)
    print(f"next: `check {folder}`, then `play {folder}`")
    return 0
