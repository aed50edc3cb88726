"""The README's pictures, drawn anew from real games: `python -m benchmarks.pictures`."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.proof import ROOT
from game.play.saves import Saves
from game.views.blocks import Intent, View
from game.views.desk import Desk
from game.window.layout import State
from game.window.shots import save

FOLDER = ROOT / "docs" / "screens"
SEED = 7
FIRST_CHOICE = 0
#: The chapter of the campaign whose first page is drawn.
CROSSED = "Berlin, 1961"


def main() -> int:
    """Write every picture into docs/screens."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, view, state in pictures():
        save(view, FOLDER / f"{name}.png", state=state)
        print(FOLDER / f"{name}.png")
    return 0


def pictures() -> Iterator[tuple[str, View, State]]:
    """Title, a decision of Hungary, the second round of Checkpoint Charlie, its debrief."""
    with tempfile.TemporaryDirectory() as home:
        desk = Desk(Saves(Path(home)), lambda: SEED)
        yield "title", desk.view(), State()
        _do(desk, "setup hungary-1956", "side ussr", "begin", "next")
        on(desk, "decision", times=1)
        yield "decision", desk.view(), State(FIRST_CHOICE)
        _do(desk, "open title", "first")
        on(desk, "standoff", times=1)
        yield "standoff", desk.view(), State()
        on(desk, "ending", times=0)
        _do(desk, "open debrief")
        yield "debrief", desk.view(), State()
        yield from campaign(desk)


def campaign(desk: Desk) -> Iterator[tuple[str, View, State]]:
    """The seven years by first orders: how Berlin 1961 opens after them, and the closing page."""
    _do(desk, "campaign", "campaign-begin")
    while desk.view().name != "closing":
        if desk.view().title == CROSSED and desk.view().name == "chapter":
            yield "chapter", desk.view(), State()
        go_on = desk.view().default or Intent("next")
        orders = [one.intent for one in desk.view().actions() if one.intent.verb == "choose" and not one.closed]
        desk.do(orders[0] if orders else go_on)
    yield "closing", desk.view(), State()


def on(desk: Desk, until: str, times: int) -> None:
    """Go on by each question's first open order until a screen of that name comes, and then so many times more."""
    while desk.view().name not in (until, "war"):
        step(desk)
    for _ in range(times):
        step(desk)
        while desk.view().name not in (until, "war", "ending"):
            step(desk)


def step(desk: Desk) -> None:
    """Give the first order that is open, or go on."""
    orders = [one.intent for one in desk.view().actions() if one.intent.verb == "choose" and not one.closed]
    desk.do(orders[0] if orders else Intent("next"))


def _do(desk: Desk, *intents: str) -> None:
    for intent in intents:
        verb, _, what = intent.partition(" ")
        desk.do(Intent(verb, what))


if __name__ == "__main__":
    sys.exit(main())
