"""`explain CODE`: what a code of `check` means, with a wrong and a right example."""

from __future__ import annotations

import argparse

from game.problems import GameError
from game.scenario.codes import Page, pages
from game.scenario.suggest import suggest

NAME = "explain"
HELP = "say what a code of `check` means, with a wrong and a right example"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("code", metavar="CODE", nargs="?", help="such as R101; all codes where left out")


def run(args: argparse.Namespace) -> int:
    """Print one page, or the list of codes."""
    if args.code is None:
        print("\n".join(f"{page.code}  {page.title}" for page in pages().values()))
        return 0
    code = args.code.upper()
    if code not in pages():
        raise GameError(f"there is no code {args.code}", suggest(code, pages())[0] or "`explain` alone lists all codes")
    print(page_text(pages()[code]))
    return 0


def page_text(page: Page) -> str:
    """A page as text."""
    parts = [f"{page.code}  {page.title}", page.text]
    parts += [f"Wrong:\n\n{page.wrong.rstrip()}", f"Right:\n\n{page.right.rstrip()}"] if page.right else []
    return "\n\n".join(parts)
