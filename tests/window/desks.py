"""A desk without a game: the sample screens joined by their keys, and every intent told on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from game.problems import MoveError
from game.views.blocks import Intent, View
from tests.window import samples


@dataclass
class Settings:
    scale: float = 1.0
    size: tuple[int, int] = (1000, 700)


@dataclass
class PaperDesk:
    """Walks from the title through a decision and a standoff to the debrief; refuses what it does not know."""

    settings: Settings = field(default_factory=Settings)
    shown: str = "title"
    closed: bool = False
    told: list[Intent] = field(default_factory=list)
    speaks: bool = False
    wake: Callable[[], None] | None = None

    def waits(self, intent: Intent) -> str:
        return ""

    def view(self) -> View:
        return samples.ALL[self.shown]

    def do(self, intent: Intent) -> None:
        self.told.append(intent)
        if self.speaks:
            print(f"{intent.verb} {intent.what}".strip(), flush=True)
        if intent.verb == "quit":
            self.closed = True
        elif intent.verb == "scale":
            self.settings = replace(self.settings, scale=float(intent.what))
        elif intent.verb == "size":
            width, height = intent.what.split("x")
            self.settings = replace(self.settings, size=(int(width), int(height)))
        elif intent.verb in _NEXT:
            self.shown = _NEXT[intent.verb][self.shown]
        else:
            raise MoveError(f"Nothing is known of {intent.verb!r} here.")


_NEXT = {
    "start": {"title": "decision"},
    "choose": {"decision": "standoff", "standoff": "debrief", "debrief": "debrief"},
    "title": {"debrief": "title"},
}


if __name__ == "__main__":
    from game.window.app import run

    sys.exit(run(PaperDesk(speaks=True)))
