"""History's own game of a chapter, with this world's luck: what a game is measured against."""

from __future__ import annotations

from game.model.people import SIDES
from game.model.scenario import Scenario
from game.play.game import Game
from game.play.tables import Opening, tables_of

MOST = 64
_KEPT: dict[tuple[int, int, Opening], tuple[Scenario, Game]] = {}


def history(scenario: Scenario, seed: int, opening: Opening = ()) -> Game:
    """The historical path of a scenario on a seed, played to its end once and kept."""
    key = id(scenario), seed, opening
    kept = _KEPT.pop(key, None)
    if kept is None or kept[0] is not scenario:
        kept = scenario, by_history(scenario, seed, opening)
    _KEPT[key] = kept
    while len(_KEPT) > MOST:
        del _KEPT[next(iter(_KEPT))]
    return kept[1]


def by_history(scenario: Scenario, seed: int, opening: Opening = ()) -> Game:
    """A chapter as history goes on from where it opens: the documented choices, where open, with their outcomes."""
    game = Game(scenario, tables_of(scenario, opening), dict.fromkeys(SIDES, "history"), seed, fated=True)
    game.advance()
    return game
