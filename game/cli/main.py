"""One door to every command.

A command is a module of this folder with NAME, HELP, `add_arguments(parser)` and `run(args) -> int`.
Only the command that was asked for is imported, so that the first screen comes quickly; the list of all
commands (`--help`) imports every one. With no command at all the game opens.

Exit codes: 0 fine, 1 problems found, 2 could not run, 130 interrupted from the keyboard.
"""

from __future__ import annotations

import argparse
import difflib
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol, cast

from game import __version__
from game.problems import GameError

REGISTRY = (
    "play",
    "replay",
    "check",
    "explain",
    "schema",
    "new",
    "test",
    "graph",
    "facts",
    "odds",
    "compare",
    "balance",
    "drama",
)
"""The commands, in the order of `--help`. One whose module is not in the folder is not offered."""

PROGRAM = "brinkmanship"
OWN_OPTIONS = ("-h", "--help", "--version")
INTERRUPTED = 130
PIPE_CLOSED = 141
"""What a shell reports for a program that SIGPIPE ended."""


class Command(Protocol):
    """What a command's module holds."""

    NAME: str
    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declare the command's options."""

    def run(self, args: argparse.Namespace) -> int:
        """Do it; the answer is the exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. A GameError becomes its message, without a traceback."""
    words = list(sys.argv[1:] if argv is None else argv)
    _speak_utf8()
    try:
        code = _run(words)
        sys.stdout.flush()
        return code
    except GameError as error:
        print(error, file=sys.stderr)
        return error.exit_code
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except OSError as error:
        print(f"Could not go on: {error}", file=sys.stderr)
        return GameError.exit_code


def commands() -> list[str]:
    """The names of the commands that are there."""
    return [name for name in REGISTRY if find_spec(f"{__package__}.{name}")]


def parser_for(names: Sequence[str]) -> argparse.ArgumentParser:
    """A parser that knows the named commands, each with its own options."""
    parser = argparse.ArgumentParser(prog=PROGRAM, description="Lead Washington or Moscow through a crisis of 1955-62.")
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    each = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for name in names:
        command = _load(name)
        own = each.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.add_arguments(own)
        own.set_defaults(run=command.run)
    return parser


def _run(words: list[str]) -> int:
    """Parse and run; words that name no command belong to `play`."""
    if not words or (words[0].startswith("-") and words[0] not in OWN_OPTIONS):
        words = ["play", *words]
    there = commands()
    wanted = words[0]
    if wanted not in OWN_OPTIONS and wanted not in there:
        raise GameError(f"there is no command {wanted!r}", _suggestion(wanted, there))
    args = parser_for([wanted] if wanted in there else there).parse_args(words)
    return int(args.run(args))


def _suggestion(wanted: str, there: list[str]) -> str:
    near = difflib.get_close_matches(wanted, there, n=1)
    return f"did you mean {near[0]!r}?" if near else "the commands are: " + ", ".join(there)


def _load(name: str) -> Command:
    return cast(Command, import_module(f"{__package__}.{name}"))


def _speak_utf8() -> None:
    """Names such as Gomułka must not end a game on a console with a smaller alphabet."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def _drop_output() -> None:
    """Nobody reads any more: send what is left nowhere, so that Python's own farewell stays silent."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
