"""What happens at the desk before a game: opening a scenario, choosing side and opponent, typing a run code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play import letters
from game.views.title import BOTH, Setup, next_level, next_mind


class Lobby:
    """The part of a desk that knows no game yet. chosen is the game being set up, typed the letters of a run code."""

    def __init__(self, scenarios: Callable[[str], Scenario]) -> None:
        self._load = scenarios
        self._opened: dict[str, Scenario] = {}
        self.screen: str = "title"
        self.chosen: Setup | None = None
        self.typed: str = ""

    def scenarios(self, name: str) -> Scenario:
        """A scenario by id or path, read once."""
        if name not in self._opened:
            self._opened[name] = self._load(name)
        return self._opened[name]

    def _set_up(self, what: str) -> None:
        self.scenarios(what)
        self.chosen, self.screen = Setup(what), "setup"

    def _side(self, what: str) -> None:
        if self.chosen and what in (*SIDES, BOTH):
            self.chosen = replace(self.chosen, side=what, mind="leader")

    def _mind(self, what: str) -> None:
        if self.chosen and self.chosen.side != BOTH:
            self.chosen = replace(self.chosen, mind=next_mind(self.scenarios(self.chosen.scenario), self.chosen))

    def _level(self, what: str) -> None:
        if self.chosen and self.chosen.side != BOTH:
            self.chosen = replace(self.chosen, level=next_level(self.chosen.level))

    def _files(self, what: str) -> None:
        if self.chosen:
            self.chosen = replace(self.chosen, files=not self.chosen.files)

    def _type(self, what: str) -> None:
        if self.screen == "code":
            self.typed = (self.typed + letters.cleaned(what))[: letters.LONGEST]

    def _erase(self, what: str) -> None:
        self.typed = self.typed[:-1]
