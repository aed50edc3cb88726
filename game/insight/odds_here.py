"""Odds from one very world: what could have come of it after each choice of the decision that it stands before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.engine.prompts import Prompt
from game.engine.worlds import Worlds
from game.insight.odds import Asked, Odds, told
from game.insight.roads import FREE, Fork, fork, spread, tallied
from game.insight.tally import Tally
from game.minds.mind import Mind
from game.model.bundle import Row
from game.model.scenario import Scenario
from game.model.tables import Tables


class StoppedError(Exception):
    """Nobody waits for the figures any more."""


@dataclass(frozen=True)
class Here:
    """A world before one of its decisions, and who plays on in free play. stopped is asked at every question."""

    scenario: Scenario
    tables: Tables
    world: Worlds
    entry: str
    minds: tuple[str, str]
    stopped: Callable[[], bool] = lambda: False

    def part(self, reading: str, first: int, count: int) -> Tally:
        """The sums of some worlds that part here, with seeds from first on. Raises StoppedError."""
        at = self._fork(reading)
        usa, ussr = (_Heeding(mind, self.stopped) for mind in at.minds)
        return tallied(replace(at, minds=(usa, ussr)), spread(self.tables, self.world, count, first))

    def odds(self, reading: str, total: Tally, seconds: float) -> Odds:
        """Sums as odds."""
        usa, ussr = self.minds if reading == FREE else (reading, reading)
        asked = Asked(self.scenario.id, self.entry, reading, total.worlds, 1, usa, ussr)
        return told(asked, self.scenario, self._fork(reading), total, seconds)

    def _fork(self, reading: str) -> Fork:
        return fork(self.scenario, self.tables, self.entry, reading, self.minds)


@dataclass(frozen=True)
class _Heeding:
    """A mind that gives up when it is no longer wanted."""

    rest: Mind
    stopped: Callable[[], bool]
    name: str = "heeding"

    def choose(self, tables: Tables, worlds: Worlds, asked: Prompt, side: int) -> tuple[Row, Row]:
        """The other mind's answer."""
        if self.stopped():
            raise StoppedError
        return self.rest.choose(tables, worlds, asked, side)
