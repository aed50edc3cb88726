"""How long a player waits before a game: reading and compiling a scenario, and replaying a finished game."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.figures import Figure, seconds
from game.play.game import Game
from game.play.record import dump, read, record, replay
from game.scenario import catalogue
from game.scenario.compile import compile_scenario

SEED = 7
BOTH_LEADERS = {"usa": "leader", "ussr": "leader"}


def main() -> Iterator[Figure]:
    """Every scenario that comes with the game. The shared files are read before: they are read once a start."""
    for name in catalogue.names():
        yield Figure(f"{name}: load and compile", 1000 * _loading(name), "ms", aim=60)
        yield Figure(f"{name}: replay a finished game", 1000 * _replaying(name), "ms", aim=100)


def _loading(name: str) -> float:
    """Seconds from files to compiled arrays."""
    return seconds(lambda: compile_scenario(catalogue.load(name)))


def _replaying(name: str) -> float:
    """Seconds from the stored text of a finished game to the game, verified answer by answer."""
    scenario = catalogue.load(name)
    text = dump(record(Game.start(scenario, BOTH_LEADERS, SEED)))
    return seconds(lambda: replay(read(text), scenario))
