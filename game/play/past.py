"""History played: the documented choices with history's own luck, once for each scenario; the curve to compare with."""

from __future__ import annotations

from dataclasses import dataclass

from game.model.moment import minutes
from game.model.scenario import Scenario
from game.model.tables import Tables
from game.play.game import Game
from game.play.tables import tables_of


@dataclass(frozen=True)
class Past:
    """The historical path: its ending, and tension by hours from the start."""

    ending: str
    curve: tuple[tuple[float, float], ...]


_PASTS: dict[int, tuple[Tables, Past]] = {}


def past(scenario: Scenario, tables: Tables) -> Past:
    """The historical path of a scenario; played once and kept while its tables live.

    History never opens with what a campaign adds.
    """
    tables = tables_of(scenario) if tables.opening else tables
    kept = _PASTS.get(id(tables))
    if kept is None or kept[0] is not tables:
        kept = tables, _play(scenario, tables)
        _PASTS[id(tables)] = kept
    return kept[1]


def _play(scenario: Scenario, tables: Tables) -> Past:
    game = Game(scenario, tables, {"usa": "history", "ussr": "history"}, seed=0, fated=True)
    game.advance()
    return Past(game.ending, tuple(curve(game)))


def curve(game: Game) -> list[tuple[float, float]]:
    """Tension (0-100) by hours from the start, at every step that did something."""
    start = minutes(game.scenario.starts)
    points = [(0.0, game.opening)]
    points += [((beat.minute - start) / 60, beat.tension) for beat in game.beats]
    return points
